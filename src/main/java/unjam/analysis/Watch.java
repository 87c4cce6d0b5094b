package unjam.analysis;

import java.util.List;
import unjam.trace.TraceEvent;

/** Looks at every event of a trace, in order, with some statements in mind. */
abstract class Watch {

  private final List<Violation> violations;

  Watch(List<Violation> violations) {
    this.violations = violations;
  }

  abstract void see(TraceEvent event);

  void require(boolean holds, Invariant invariant, TraceEvent event, String otherwise) {
    if (!holds) {
      violations.add(new Violation(invariant, event.seq(), otherwise));
    }
  }

  static String cmd(TraceEvent event) {
    return "command " + event.cmd();
  }
}
