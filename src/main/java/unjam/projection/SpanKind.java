package unjam.projection;

/** What a command does for a while. */
public enum SpanKind {
  /** Waits to be sent for the first time. */
  QUEUED,
  /** The driver, the wire or the target has it. */
  IN_FLIGHT,
  /** Answered, and on its way up. */
  COMPLETING,
  /** Its timeout handler has run; its abort waits. */
  TIMED_OUT,
  /** Its abort is being tried. */
  ABORTING,
  /** Belongs to the error handler. */
  ON_EH_LIST,
  /** Waits to be sent again. */
  REQUEUED;

  static SpanKind of(CommandCell command) {
    return switch (command.station) {
      case SCHEDULER, DISPATCH ->
          command.base == CommandState.REQUEUED ? REQUEUED : QUEUED;
      case MIDLAYER -> command.inFlight
          ? IN_FLIGHT
          : command.base == CommandState.REQUEUED ? REQUEUED : QUEUED;
      case DRIVER_AND_TARGET ->
          command.base == CommandState.TIMED_OUT ? TIMED_OUT : IN_FLIGHT;
      case IRQ, SOFTIRQ, COMPLETION, APPLICATION -> COMPLETING;
      case REQUEUED -> REQUEUED;
      case ABORT_PENDING -> TIMED_OUT;
      case ABORTING -> ABORTING;
      case EH_QUEUE, EH_IN_HAND, EH_DONE -> ON_EH_LIST;
    };
  }
}
