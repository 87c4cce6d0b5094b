package unjam.app;

import java.util.Optional;
import unjam.engine.SimTime;
import unjam.playback.Cursor;
import unjam.scenario.Intervention;
import unjam.scenario.When;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/** When what a person does at the playhead has taken effect: a write takes a process its time. */
final class Landing {

  /** What takes longer waits for something; the playhead does not wait with it. */
  private static final long LONGEST = SimTime.NANOS_PER_MILLI;

  private Landing() {}

  /** After the last write that lands soon after a place; empty if nothing was done there. */
  static Optional<Cursor> of(OpenRun run, Cursor at) {
    long nanos = at.nanos();
    if (run.scenario().interventions().stream().noneMatch(each -> isAt(each, nanos))) {
      return Optional.empty();
    }
    Trace trace = run.trace();
    long landed = nanos;
    for (int seq = trace.seqAt(nanos) + 1; seq < trace.size(); seq++) {
      if (trace.nanos(seq) > nanos + LONGEST) {
        break;
      }
      if (trace.function(seq) == KernelFunction.SYSFS_WRITE) {
        landed = trace.nanos(seq);
      }
    }
    return Optional.of(Cursor.at(trace, landed));
  }

  private static boolean isAt(Intervention intervention, long nanos) {
    return intervention.when() instanceof When.At(SimTime time) && time.nanos() == nanos;
  }
}
