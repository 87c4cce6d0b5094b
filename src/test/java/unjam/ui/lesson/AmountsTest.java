package unjam.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void aSpanWithoutAUnitIsInSeconds() {
    assertThat(Amounts.read("31.2", true)).contains(31_200_000_000L);
    assertThat(Amounts.read("31,2 s", true)).contains(31_200_000_000L);
    assertThat(Amounts.read("500 ms", true)).contains(500_000_000L);
  }

  @Test
  void nonsenseIsNoNumber() {
    assertThat(Amounts.read("", true)).isEmpty();
    assertThat(Amounts.read("soon", true)).isEmpty();
    assertThat(Amounts.read("-1", true)).isEmpty();
    assertThat(Amounts.read("2.5", false)).isEmpty();
    assertThat(Amounts.read("5 disks", false)).isEmpty();
  }

  @Test
  void aCountIsWhole() {
    assertThat(Amounts.read(" 5 ", false)).contains(5L);
  }
}
