package unjam.app.tale;

import java.util.List;
import java.util.Locale;

/**
 * Something decisive that happens in a run. Several that are told alike are one line.
 *
 * @param kind what it is
 * @param variant which of the kind's sentences tells it, empty if there is only one
 * @param group happenings of a kind with the same group are told together
 * @param seq the event
 * @param nanos its instant in nanoseconds
 * @param command id of the command that it is about, or -1
 * @param subject name of what it happens to
 * @param more further arguments of the sentence, from the fourth
 */
record Happening(
    Kind kind,
    String variant,
    String group,
    int seq,
    long nanos,
    int command,
    String subject,
    List<Object> more) {

  Happening {
    more = List.copyOf(more);
  }

  /** Sorts of happenings, with how much they decide; 0 is told only in full. */
  enum Kind {
    FAULT(8),
    FAULT_OVER(5),
    KNOB(5),
    TIMEOUT(8),
    ABORT(5),
    STOP(8),
    WOKEN(0),
    /** All that the error handler does in a recovery. */
    LADDER(8),
    /** One thing that the error handler does. */
    TRY(0),
    NOT_READY(0),
    OFFLINE(9),
    RESTART(7),
    COMPLAINT(5),
    TOLD(9),
    GIVEN_UP(5),
    ELSEWHERE(6),
    MARKED_DOWN(7),
    CAME_LATE(4),
    FROZEN(6),
    THAWED(5),
    REINSTATED(5),
    HELD(6),
    READ_ONLY(9),
    BLOCKED(5),
    OPEN_AGAIN(6),
    UNREACHABLE(8),
    REACHABLE(7),
    REMOVED(8);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    int weight() {
      return weight;
    }

    boolean inFull() {
      return this != LADDER;
    }
  }

  /** How much it decides; a failure decides more than what goes as it should. */
  int weight() {
    return kind == Kind.ABORT && variant.equals("failed") ? Kind.RESTART.weight() : kind.weight();
  }

  /** Key of its sentence in the message files. */
  String key() {
    String name = "tell." + kind.name().toLowerCase(Locale.ROOT);
    return variant.isEmpty() ? name : name + "." + variant;
  }
}
