package unjam.app;

import unjam.playback.Cursor;
import unjam.projection.StackState;

/**
 * What every view draws: a run, an instant of it, and the state at that instant.
 *
 * @param run the run
 * @param at where the playhead stands
 * @param state what is alive there
 */
public record Frame(OpenRun run, Cursor at, StackState state) {

  public long nanos() {
    return at.nanos();
  }

  public String kernel() {
    return run.trace().header().kernel();
  }
}
