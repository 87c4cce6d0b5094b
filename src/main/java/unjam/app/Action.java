package unjam.app;

import unjam.playback.Pace;

/** Something that happened to the application: a person, the clock or a finished run. */
public sealed interface Action {

  /** A scenario of the catalog is to be run and shown. */
  record Open(String scenario) implements Action {}

  /** A run has finished. */
  record RunFinished(int request, OpenRun run) implements Action {}

  /** A run could not be made. */
  record RunFailed(int request, String message) implements Action {}

  /** Time went by on the wall. */
  record Tick(long wallNanos) implements Action {}

  record Play() implements Action {}

  record Pause() implements Action {}

  /** Plays when paused; from the start when it stands at the end. */
  record TogglePlay() implements Action {}

  /** Steps one grain forwards or backwards and pauses. */
  record Step(Grain grain, boolean forwards) implements Action {}

  /** To an instant in nanoseconds; goes on playing if it does. */
  record JumpTo(long nanos) implements Action {}

  record ToStart() implements Action {}

  record ToEnd() implements Action {}

  /** Plays from the start. */
  record Replay() implements Action {}

  record SetPace(Pace pace) implements Action {}

  record Faster() implements Action {}

  record Slower() implements Action {}

  /** Follows a command; -1 follows none. */
  record Select(int command) implements Action {}

  record SetLook(Look look) implements Action {}

  /** How far one step goes. */
  enum Grain {
    EVENT,
    FUNCTION,
    /** The next event about the command that is followed, or that the last event was about. */
    COMMAND,
    MARK
  }
}
