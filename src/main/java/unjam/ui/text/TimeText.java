package unjam.ui.text;

import java.util.Locale;
import unjam.engine.SimTime;

/** How instants and spans of simulated time are written; the same in every language. */
public final class TimeText {

  private static final long MILLI = SimTime.NANOS_PER_MILLI;
  private static final long MICRO = SimTime.NANOS_PER_MICRO;
  private static final long SECOND = SimTime.NANOS_PER_SECOND;

  /** A thousand of a unit is one of the next. */
  private static final String ROUNDED_UP = "1000";

  private TimeText() {}

  /** An instant on an axis or beside a mark: {@code 31.205}, seconds with milliseconds. */
  public static String instant(long nanos) {
    return String.format(Locale.ROOT, "%d.%03d", nanos / SECOND, nanos % SECOND / MILLI);
  }

  /** The clock, or an instant with microseconds: {@code 31.204 617}. */
  public static String micros(long nanos) {
    return String.format(
        Locale.ROOT, "%d.%03d %03d", nanos / SECOND, nanos % SECOND / MILLI,
        nanos % MILLI / MICRO);
  }

  /** A span with its unit and three figures: {@code 2.97 s}, {@code 120 us}, {@code 30.3 s}. */
  public static String span(long nanos) {
    if (nanos < MICRO) {
      return nanos + " ns";
    }
    String micros = figures((double) nanos / MICRO);
    if (nanos < MILLI && !micros.equals(ROUNDED_UP)) {
      return micros + " µs";
    }
    String millis = figures((double) nanos / MILLI);
    if (nanos < SECOND && !millis.equals(ROUNDED_UP)) {
      return millis + " ms";
    }
    return figures((double) nanos / SECOND) + " s";
  }

  /** An instant in a sentence: {@code 66.5 s}, {@code 2 s}; in the first second as a span. */
  public static String moment(long nanos) {
    if (nanos < SECOND) {
      return nanos == 0 ? "0 s" : span(nanos);
    }
    String seconds = String.format(Locale.ROOT, "%.1f", (double) nanos / SECOND);
    return (seconds.endsWith(".0") ? seconds.substring(0, seconds.length() - 2) : seconds) + " s";
  }

  /** A round span without decimals: {@code 10 s}, {@code 1 ms}, {@code 100 µs}. */
  public static String unit(long nanos) {
    if (nanos >= SECOND) {
      return nanos / SECOND + " s";
    }
    return nanos >= MILLI ? nanos / MILLI + " ms" : nanos / MICRO + " µs";
  }

  private static String figures(double value) {
    String pattern = value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }

  /** A countdown in seconds with two decimals, so that it does not jump: {@code 9.31 s}. */
  public static String left(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", Math.max(0, nanos) / 1e9);
  }
}
