package unjam.analysis;

import java.util.function.Supplier;
import unjam.trace.TraceEvent;

/** Looks at every event of a trace, in order, with some statements in mind. */
abstract class Watch {

  /** No earlier event is contradicted. */
  static final int BY_ITSELF = -1;

  private final Tally tally;

  Watch(Tally tally) {
    this.tally = tally;
  }

  abstract void see(TraceEvent event);

  /**
   * Holds an event against a statement.
   *
   * @param against the earlier event that it contradicts if it does not hold
   * @param otherwise what is to be said then
   */
  void require(
      boolean holds, Invariant invariant, TraceEvent event, int against,
      Supplier<String> otherwise) {
    tally.looked(invariant, event.seq());
    if (!holds) {
      tally.broken(new Violation(invariant, event.seq(), against, otherwise.get()));
    }
  }

  static String cmd(TraceEvent event) {
    return "command " + event.cmd();
  }
}
