package unjam.lesson;

import java.util.List;

/** What a learner says to a {@link Task}. */
public sealed interface Answer {

  /** An instant, a span or a number; nanoseconds where it is one of time. */
  record Amount(long value) implements Answer {}

  /**
   * Names of cards, choices, disks or values: in order where the order counts, otherwise as
   * chosen.
   */
  record Names(List<String> names) implements Answer {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** Nothing is said; what the run is like counts. */
  record Done() implements Answer {}

  /** As it stands in the file of a learner's progress. */
  default String text() {
    return switch (this) {
      case Amount(long value) -> String.valueOf(value);
      case Names(List<String> names) -> String.join(", ", names);
      case Done done -> "done";
    };
  }
}
