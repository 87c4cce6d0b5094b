package unjam.analysis;

import static unjam.analysis.Invariant.AN_IO_ENDS_ONCE;
import static unjam.analysis.Invariant.TIMEOUT_IS_NEVER_ETIMEDOUT;

import java.util.BitSet;
import java.util.List;
import unjam.scsi.Errno;
import unjam.trace.IoFact;
import unjam.trace.TraceEvent;

/** What applications can rely on. */
final class IoWatch extends Watch {

  private final BitSet started = new BitSet();
  private final BitSet ended = new BitSet();

  IoWatch(List<Violation> violations) {
    super(violations);
  }

  @Override
  void see(TraceEvent event) {
    if (!(event.fact() instanceof IoFact fact)) {
      return;
    }
    switch (fact) {
      case IoFact.IoStarted began -> {
        require(
            !started.get(began.io()), AN_IO_ENDS_ONCE, event,
            "IO " + began.io() + " begins again");
        started.set(began.io());
      }
      case IoFact.IoEnded end -> {
        require(
            started.get(end.io()), AN_IO_ENDS_ONCE, event,
            "IO " + end.io() + " ends and never began");
        require(
            end.errno() != Errno.ETIMEDOUT, TIMEOUT_IS_NEVER_ETIMEDOUT, event,
            "IO " + end.io() + " is told ETIMEDOUT");
        ends(end.io(), event);
      }
      case IoFact.OpenFailed failed -> ends(failed.io(), event);
      case IoFact.OpenWaits waits -> { }
      case IoFact.SgHeaderFilled filled -> { }
    }
  }

  private void ends(int io, TraceEvent event) {
    require(!ended.get(io), AN_IO_ENDS_ONCE, event, "IO " + io + " ends again");
    ended.set(io);
  }
}
