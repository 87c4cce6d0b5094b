package unjam.export;

import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.IoFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Which IO an event is about. */
final class SubjectIo {

  private SubjectIo() {}

  /** Index in the trace's IO names, or -1 for none. */
  static int of(Trace trace, TraceEvent event) {
    if (event.fact() instanceof IoFact fact) {
      return switch (fact) {
        case IoFact.IoStarted it -> it.io();
        case IoFact.IoEnded it -> it.io();
        case IoFact.SgHeaderFilled it -> it.io();
        case IoFact.OpenFailed it -> it.io();
        case IoFact.OpenWaits it -> it.io();
      };
    }
    if (event.fact() instanceof AboveFact above) {
      return above.io();
    }
    return event.fact() instanceof BlockFact.RequestAllocated allocated
        ? allocated.io()
        : trace.ioOf(event.cmd());
  }
}
