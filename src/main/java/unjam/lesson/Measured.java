package unjam.lesson;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import unjam.engine.SimTime;

/** What a quantity is in a run. */
public sealed interface Measured {

  Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  /** A number without a unit. */
  record Count(long number) implements Measured {}

  /** A span or an instant in nanoseconds. */
  record Span(long nanos) implements Measured {}

  /** A word of the kernel's, such as a state. */
  record Word(String word) implements Measured {}

  /** Its number, if it has one. */
  default Optional<Long> amount() {
    return switch (this) {
      case Count(long number) -> Optional.of(number);
      case Span(long nanos) -> Optional.of(nanos);
      case Word word -> Optional.empty();
    };
  }

  /** As it is shown: a span in seconds with milliseconds, a shorter one in milliseconds. */
  default String text() {
    return switch (this) {
      case Count(long number) -> String.valueOf(number);
      case Word(String word) -> word;
      case Span(long nanos) -> span(nanos);
    };
  }

  private static String span(long nanos) {
    double seconds = nanos / (double) SimTime.NANOS_PER_SECOND;
    double millis = nanos / (double) SimTime.NANOS_PER_MILLI;
    return Math.abs(nanos) >= SimTime.NANOS_PER_SECOND
        ? String.format(Locale.ROOT, "%.3f s", seconds)
        : String.format(Locale.ROOT, "%.3f ms", millis);
  }

  /** Whether both are the same sort of thing, and what holds between them. */
  default boolean is(Relation relation, Measured other) {
    if (this instanceof Word(String left) && other instanceof Word(String right)) {
      boolean same = left.equals(right);
      return relation == Relation.EQUAL && same || relation == Relation.UNEQUAL && !same;
    }
    Optional<Long> left = amount();
    Optional<Long> right = other.amount();
    return left.isPresent() && right.isPresent() && relation.holds(left.get(), right.get());
  }

  /** A whole number, or a span with its unit in nanoseconds; empty for any other word. */
  static Optional<Long> number(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Optional.of(Long.parseLong(text));
    }
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(SimTime.parse(text).nanos());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
