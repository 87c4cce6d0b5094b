package unjam.analysis;

import java.util.List;
import unjam.trace.Trace;

/** Holds every event of a trace against every {@link Invariant}. */
public final class Invariants {

  private Invariants() {}

  /** What does not hold, in order of the events; nothing in a run that is as it should be. */
  public static List<Violation> check(Trace trace) {
    return Checks.of(trace).violations();
  }
}
