package unjam.analysis;

import static unjam.analysis.Invariant.AN_IO_ENDS_ONCE;
import static unjam.analysis.Invariant.TIMEOUT_IS_NEVER_ETIMEDOUT;

import java.util.HashMap;
import java.util.Map;
import unjam.scsi.Errno;
import unjam.trace.IoFact;
import unjam.trace.TraceEvent;

/** What applications can rely on. */
final class IoWatch extends Watch {

  /** The events at which IOs began and ended. */
  private final Map<Integer, Integer> started = new HashMap<>();

  private final Map<Integer, Integer> ended = new HashMap<>();

  IoWatch(Tally tally) {
    super(tally);
  }

  @Override
  void see(TraceEvent event) {
    if (!(event.fact() instanceof IoFact fact)) {
      return;
    }
    switch (fact) {
      case IoFact.IoStarted began -> {
        int before = started.getOrDefault(began.io(), BY_ITSELF);
        require(
            before < 0, AN_IO_ENDS_ONCE, event, before,
            () -> "IO " + began.io() + " begins again");
        started.put(began.io(), event.seq());
      }
      case IoFact.IoEnded end -> {
        int begin = started.getOrDefault(end.io(), BY_ITSELF);
        require(
            begin >= 0, AN_IO_ENDS_ONCE, event, BY_ITSELF,
            () -> "IO " + end.io() + " ends and never began");
        require(
            end.errno() != Errno.ETIMEDOUT, TIMEOUT_IS_NEVER_ETIMEDOUT, event, begin,
            () -> "IO " + end.io() + " is told ETIMEDOUT");
        ends(end.io(), event);
      }
      case IoFact.OpenFailed failed -> ends(failed.io(), event);
      case IoFact.OpenWaits waits -> { }
      case IoFact.SgHeaderFilled filled -> { }
    }
  }

  private void ends(int io, TraceEvent event) {
    int before = ended.getOrDefault(io, BY_ITSELF);
    require(before < 0, AN_IO_ENDS_ONCE, event, before, () -> "IO " + io + " ends again");
    ended.putIfAbsent(io, event.seq());
  }
}
