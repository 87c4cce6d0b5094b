package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Holds every event of a trace against every {@link Invariant}. */
public final class Invariants {

  private Invariants() {}

  /** What does not hold, in order of the events; nothing in a run that is as it should be. */
  public static List<Violation> check(Trace trace) {
    List<Violation> violations = new ArrayList<>();
    List<Watch> watches =
        List.of(
            new GrammarWatch(violations, trace),
            new IoWatch(violations),
            new CommandWatch(violations, trace),
            new QueueWatch(violations),
            new HostWatch(violations),
            new LadderWatch(violations));
    for (int seq = 0; seq < trace.size(); seq++) {
      TraceEvent event = trace.event(seq);
      for (Watch watch : watches) {
        watch.see(event);
      }
    }
    return violations;
  }
}
