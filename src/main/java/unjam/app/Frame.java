package unjam.app;

import unjam.analysis.HoldingsReader;
import unjam.playback.Cursor;
import unjam.projection.StackState;
import unjam.trace.Trace;

/**
 * What every view draws: a run, an instant of it, and the state at that instant.
 *
 * @param run the run
 * @param at where the playhead stands
 * @param state what is alive there
 */
public record Frame(OpenRun run, Cursor at, StackState state) {

  /**
   * How long after its last event a context counts as running. The trace has instants, not spans of
   * work; within a chain of calls events are fractions of a microsecond apart.
   */
  public static final long RUNS_ON = HoldingsReader.RUNS_ON;

  public long nanos() {
    return at.nanos();
  }

  public Trace trace() {
    return run.trace();
  }

  public String kernel() {
    return run.trace().header().kernel();
  }

  /** Whether the run has ended; one that is not seen to its end has not. */
  public boolean isOver() {
    return run.whole() && nanos() >= trace().endNanos();
  }

  /** Whether a processor works on the path at this instant. */
  public boolean somebodyRuns() {
    return at.seq() >= 0
        && state.nanos() > 0
        && at.nanos() - run.trace().nanos(at.seq()) <= RUNS_ON;
  }
}
