package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimTimeTest {

  private static final String EXAMPLES =
      "write a number and a unit (ns, us, ms, s, min or h), such as 30s, 1.5ms or 100us";

  @ParameterizedTest
  @CsvSource({
    "30s, 30000000000",
    "1.5ms, 1500000",
    "100us, 100000",
    "100 us, 100000",
    "2min, 120000000000",
    "0.5h, 1800000000000",
    "7ns, 7",
    "0s, 0",
    "0.000000001s, 1",
    "0.10000000000000000000s, 100000000",
    "0009us, 9000",
    "9223372036854775807ns, 9223372036854775807",
    "9223372036.854775807s, 9223372036854775807",
  })
  void aNumberWithItsUnitIsReadExactly(String text, long nanos) {
    assertThat(SimTime.parse(text)).isEqualTo(SimTime.ofNanos(nanos));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "999, 999 ns",
    "1000, 1 us",
    "100000, 100 us",
    "1500, 1.5 us",
    "1000001, 1.000001 ms",
    "999999999, 999.999999 ms",
    "1000000000, 1 s",
    "30512000000, 30.512 s",
    "100000000000, 100 s",
    "3600000000001, 3600.000000001 s",
    "9223372036854775807, 9223372036.854775807 s",
  })
  void aTimeIsWrittenExactlyAndReadBackAsItself(long nanos, String text) {
    SimTime time = SimTime.ofNanos(nanos);
    assertThat(time).hasToString(text);
    assertThat(SimTime.parse(text)).isEqualTo(time);
  }

  @Test
  void aTimeIsWrittenAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(SimTime.ofMillis(30_512)).hasToString("30.512 s");
      assertThat(SimTime.parse("30.512 s")).isEqualTo(SimTime.ofMillis(30_512));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aMissingUnitIsNamedAsTheFault() {
    assertRefused("30", "\"30\" has no unit; " + EXAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sec", "S", "MS", "m", "days"})
  void anUnknownUnitIsNamedAsTheFault(String unit) {
    assertRefused(
        "30" + unit, "\"30" + unit + "\" has the unknown unit \"" + unit + "\"; " + EXAMPLES);
  }

  @Test
  void aNegativeTimeIsRefused() {
    assertRefused("-1s", "\"-1s\" is negative, a time is 0 or more; " + EXAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808ns", "9223372036.854775808s", "300000000h"})
  void aTimeBeyondTheClockIsRefused(String text) {
    assertRefused(text, "\"" + text + "\" is too large, the clock ends after about 292 years");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5ns", "1.0005us", "0.0000000001s"})
  void aFractionOfANanosecondIsRefused(String text) {
    assertRefused(
        text,
        "\"" + text + "\" has a fraction of a nanosecond, which is the finest unit; " + EXAMPLES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", ".5s", "5.s", "1,5s", "1e3s", "+5s", "5  s", "5s5", "٣s", "no"})
  void whatIsNotADecimalNumberIsRefused(String text) {
    assertRefused(text, "\"" + text + "\" is not a time; " + EXAMPLES);
  }

  @Test
  void aVeryLongTextIsRefusedWithoutBeingRepeated() {
    assertRefused(
        "9".repeat(1_000_000) + "s", "a time of 1000001 characters is too long; " + EXAMPLES);
  }

  @Test
  void factoriesAgreeWithTheirUnits() {
    assertThat(SimTime.ofSeconds(3)).isEqualTo(SimTime.ofMillis(3_000));
    assertThat(SimTime.ofMillis(3)).isEqualTo(SimTime.ofMicros(3_000));
    assertThat(SimTime.ofMicros(3)).isEqualTo(SimTime.ofNanos(3_000));
    assertThat(SimTime.ofNanos(0)).isEqualTo(SimTime.ZERO);
  }

  @Test
  void factoriesRefuseWhatIsOutOfRange() {
    assertThatThrownBy(() -> SimTime.ofNanos(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time cannot be negative, was -1 ns");
    assertThatThrownBy(() -> SimTime.ofMillis(-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time cannot be negative, was -5 ms");
    assertThatThrownBy(() -> SimTime.ofSeconds(9_223_372_037L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("9223372037 s is beyond the simulated clock");
  }

  @Test
  void sumsAndDifferencesStayOnTheClock() {
    SimTime last = SimTime.ofNanos(Long.MAX_VALUE);
    assertThat(SimTime.ofMillis(2).plus(SimTime.ofMicros(1))).isEqualTo(SimTime.ofMicros(2_001));
    assertThat(SimTime.ofMillis(2).minus(SimTime.ofMillis(2))).isEqualTo(SimTime.ZERO);
    assertThatThrownBy(() -> SimTime.ZERO.minus(SimTime.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 s minus 1 ns would be negative");
    assertThatThrownBy(() -> last.plus(SimTime.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("9223372036.854775807 s plus 1 ns is beyond the simulated clock");
  }

  @Test
  void timesAreOrderedByTheClock() {
    assertThat(SimTime.ofMicros(999)).isLessThan(SimTime.ofMillis(1));
    assertThat(SimTime.ofMillis(1)).isEqualByComparingTo(SimTime.ofMicros(1_000));
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> SimTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
