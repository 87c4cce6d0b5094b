package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.ui.text.Texts;

/** What the line of a future says of the errors that were told. */
class FutureLaneTest {

  private static FutureLane told(String... errnos) {
    List<FutureLane.Verdict> verdicts =
        List.of(errnos).stream().map(each -> new FutureLane.Verdict(1, each)).toList();
    return new FutureLane(
        "a", "sda", List.of(), "host0", List.of(), "", List.of(), verdicts, 10, Optional.empty());
  }

  /** A write that a read-only file system refuses was never the disk's. */
  @Test
  void eachErrorIsCountedUnderItsOwnName() {
    Texts texts = Texts.in(Locale.ENGLISH);

    assertThat(FuturesView.told(told("EIO"), texts)).isEqualTo("EIO");
    assertThat(FuturesView.told(told("EIO", "EROFS", "EROFS"), texts))
        .isEqualTo("EIO, EROFS \u00d7 2");
  }
}
