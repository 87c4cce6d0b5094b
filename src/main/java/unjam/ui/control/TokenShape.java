package unjam.ui.control;

import unjam.projection.CommandState;

/** The silhouettes of a command: shape says the state, colour repeats it. */
public enum TokenShape {
  /** Hollow circle: not dispatched, no timer runs. */
  WAITS,
  /** Filled circle; a ring shows the time that is left. */
  IN_FLIGHT,
  /** The same with a thick ring: more than half of the time is used. */
  SLOW,
  /** Filled diamond. */
  TIMED_OUT,
  /** Dashed diamond. */
  ABORTING,
  /** Filled square. */
  HELD,
  /** Hollow circle with an arrow round it. */
  REQUEUED,
  /** Circle with a check. */
  ANSWERED,
  /** Octagon with a cross. */
  FAILED,
  /** Dotted circle: where a command was last seen. */
  GHOST,
  /** Pill: a command of the error handler's own. */
  EH_COMMAND;

  public static TokenShape of(CommandState state) {
    return switch (state) {
      case QUEUED -> WAITS;
      case IN_FLIGHT -> IN_FLIGHT;
      case SLOW -> SLOW;
      case TIMED_OUT -> TIMED_OUT;
      case ABORTING -> ABORTING;
      case ON_EH_LIST -> HELD;
      case REQUEUED -> REQUEUED;
      case DONE -> ANSWERED;
      case FAILED -> FAILED;
    };
  }

  /** A ring shows its remaining time. */
  public boolean hasRing() {
    return this == IN_FLIGHT || this == SLOW;
  }
}
