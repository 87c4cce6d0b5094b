package unjam.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeTextTest {

  @Test
  void theClockKeepsItsPlaces() {
    assertThat(TimeText.micros(0)).isEqualTo("0.000 000");
    assertThat(TimeText.micros(31_204_617_999L)).isEqualTo("31.204 617");
    assertThat(TimeText.micros(3_725_000_001_000L)).isEqualTo("3725.000 001");
  }

  @Test
  void aSpanHasThreeFiguresAndItsUnit() {
    assertThat(TimeText.span(999)).isEqualTo("999 ns");
    assertThat(TimeText.span(120_000)).isEqualTo("120 µs");
    assertThat(TimeText.span(4_060_000)).isEqualTo("4.06 ms");
    assertThat(TimeText.span(30_300_000_000L)).isEqualTo("30.3 s");
  }

  /** 999.96 ms has four figures when rounded to a tenth, and a second is no thousand millis. */
  @Test
  void aSpanThatRoundsUpTakesTheNextUnit() {
    assertThat(TimeText.span(999_960_000)).isEqualTo("1.00 s");
    assertThat(TimeText.span(9_999_000)).isEqualTo("10.0 ms");
  }

  @Test
  void aCountdownDoesNotGoBelowZero() {
    assertThat(TimeText.left(9_310_000_000L)).isEqualTo("9.31 s");
    assertThat(TimeText.left(-5)).isEqualTo("0.00 s");
  }
}
