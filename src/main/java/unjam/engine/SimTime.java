package unjam.engine;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instant or a span on the simulated clock, in nanoseconds since the scenario began; never
 * negative.
 *
 * <p>The range is that of a {@code long}: about 292 years. Core code computes with the bare {@code
 * long}; this type is for the doors, where a number needs its unit.
 *
 * @param nanos nanoseconds, 0 or more
 */
public record SimTime(long nanos) implements Comparable<SimTime> {

  public static final long NANOS_PER_MICRO = 1_000L;
  public static final long NANOS_PER_MILLI = 1_000_000L;
  public static final long NANOS_PER_SECOND = 1_000_000_000L;
  public static final long NANOS_PER_MINUTE = 60L * NANOS_PER_SECOND;
  public static final long NANOS_PER_HOUR = 60L * NANOS_PER_MINUTE;

  /** The instant at which every scenario begins, and the empty span. */
  public static final SimTime ZERO = new SimTime(0);

  private static final String WHAT_IS_RIGHT =
      "write a number and a unit (ns, us, ms, s, min or h), such as 30s, 1.5ms or 100us";
  private static final Pattern SHAPE = Pattern.compile("(-?)([0-9]+(?:\\.[0-9]+)?) ?([A-Za-z]*)");
  /** Longer than any time in range that has no needless zeros; keeps the arithmetic small. */
  private static final int LONGEST_TEXT = 64;
  private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Throws {@link IllegalArgumentException} if {@code nanos} is negative. */
  public SimTime {
    if (nanos < 0) {
      throw new IllegalArgumentException("a time cannot be negative, was " + nanos + " ns");
    }
  }

  public static SimTime ofNanos(long nanos) {
    return new SimTime(nanos);
  }

  /**
   * Throws {@link IllegalArgumentException} if negative or beyond the range, as its siblings do.
   */
  public static SimTime ofMicros(long micros) {
    return of(micros, NANOS_PER_MICRO, "us");
  }

  public static SimTime ofMillis(long millis) {
    return of(millis, NANOS_PER_MILLI, "ms");
  }

  public static SimTime ofSeconds(long seconds) {
    return of(seconds, NANOS_PER_SECOND, "s");
  }

  /**
   * Reads a decimal number with its unit, exactly; what {@link #toString} writes is read back as
   * the same value.
   *
   * @throws IllegalArgumentException with a message that says what was found and what would be
   *     right: the unit is missing or unknown, the number is negative, finer than a nanosecond or
   *     beyond the range
   */
  public static SimTime parse(String text) {
    String found = text.strip();
    if (found.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a time of " + found.length() + " characters is too long; " + WHAT_IS_RIGHT);
    }
    Matcher shape = SHAPE.matcher(found);
    if (!shape.matches()) {
      throw new IllegalArgumentException("\"" + found + "\" is not a time; " + WHAT_IS_RIGHT);
    }
    if (!shape.group(1).isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + found + "\" is negative, a time is 0 or more; " + WHAT_IS_RIGHT);
    }
    long unit = nanosPer(shape.group(3), found);
    BigDecimal number = new BigDecimal(shape.group(2));
    BigDecimal nanos = number.multiply(BigDecimal.valueOf(unit)).stripTrailingZeros();
    if (nanos.compareTo(LATEST) > 0) {
      throw new IllegalArgumentException(
          "\"" + found + "\" is too large, the clock ends after about 292 years");
    }
    if (nanos.scale() > 0) {
      throw new IllegalArgumentException(
          "\"" + found + "\" has a fraction of a nanosecond, which is the finest unit; "
              + WHAT_IS_RIGHT);
    }
    return new SimTime(nanos.longValueExact());
  }

  /** Throws {@link IllegalArgumentException} if the sum is beyond the range. */
  public SimTime plus(SimTime span) {
    long sum = nanos + span.nanos;
    if (sum < 0) {
      throw new IllegalArgumentException(
          this + " plus " + span + " is beyond the simulated clock");
    }
    return new SimTime(sum);
  }

  /** Throws {@link IllegalArgumentException} if {@code span} is longer than this. */
  public SimTime minus(SimTime span) {
    if (span.nanos > nanos) {
      throw new IllegalArgumentException(this + " minus " + span + " would be negative");
    }
    return new SimTime(nanos - span.nanos);
  }

  @Override
  public int compareTo(SimTime other) {
    return Long.compare(nanos, other.nanos);
  }

  /**
   * The exact value in the largest of s, ms, us and ns that it fills, as in "30.512 s"; the same
   * in every locale.
   */
  @Override
  public String toString() {
    if (nanos >= NANOS_PER_SECOND || nanos == 0) {
      return in(9) + " s";
    }
    if (nanos >= NANOS_PER_MILLI) {
      return in(6) + " ms";
    }
    return nanos >= NANOS_PER_MICRO ? in(3) + " us" : nanos + " ns";
  }

  private String in(int decimals) {
    return BigDecimal.valueOf(nanos, decimals).stripTrailingZeros().toPlainString();
  }

  private static SimTime of(long count, long unit, String unitName) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "a time cannot be negative, was " + count + " " + unitName);
    }
    if (count > Long.MAX_VALUE / unit) {
      throw new IllegalArgumentException(
          count + " " + unitName + " is beyond the simulated clock");
    }
    return new SimTime(count * unit);
  }

  private static long nanosPer(String unit, String found) {
    return switch (unit) {
      case "ns" -> 1;
      case "us" -> NANOS_PER_MICRO;
      case "ms" -> NANOS_PER_MILLI;
      case "s" -> NANOS_PER_SECOND;
      case "min" -> NANOS_PER_MINUTE;
      case "h" -> NANOS_PER_HOUR;
      case "" -> throw new IllegalArgumentException(
          "\"" + found + "\" has no unit; " + WHAT_IS_RIGHT);
      default -> throw new IllegalArgumentException(
          "\"" + found + "\" has the unknown unit \"" + unit + "\"; " + WHAT_IS_RIGHT);
    };
  }
}
