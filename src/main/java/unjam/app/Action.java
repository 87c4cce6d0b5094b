package unjam.app;

import java.util.List;
import java.util.Optional;
import unjam.catalog.Problem;
import unjam.playback.Breakpoint;
import unjam.playback.Cursor;
import unjam.playback.Pace;
import unjam.scenario.Intervention;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;

/** Something that happened to the application: a person, the clock or a finished run. */
public sealed interface Action {

  /** A scenario of the catalog is to be run and shown. */
  record Open(String scenario) implements Action {}

  /** A scenario in a file is to be run and shown. */
  record OpenFile(String file) implements Action {}

  /**
   * The run of a scenario that was opened has finished.
   *
   * @param file where the scenario is kept, empty for one of the catalog
   */
  record RunFinished(int request, OpenRun run, Optional<String> file) implements Action {
    public RunFinished(int request, OpenRun run) {
      this(request, run, Optional.empty());
    }
  }

  /** The run of the changed scenario has finished; the playhead stays where it is. */
  record Reran(int request, OpenRun run) implements Action {}

  /** What takes longer to find out about the run that is shown is known. */
  record Studied(int request, Findings findings) implements Action {}

  /** What was asked for could not be read or run; what is shown stays. */
  record RunFailed(int request, List<Problem> problems) implements Action {
    public RunFailed {
      problems = List.copyOf(problems);
    }
  }

  /** What a person wanted cannot be; what is shown stays. */
  record Complain(List<Problem> problems) implements Action {
    public Complain {
      problems = List.copyOf(problems);
    }
  }

  /** A person has read the problems. */
  record DismissProblems() implements Action {}

  /**
   * Somebody does something to the machine: the scenario gets these interventions, in one step that
   * can be undone, and is run again.
   */
  record Intervene(List<Intervention> interventions) implements Action {
    public Intervene {
      interventions = List.copyOf(interventions);
    }

    public Intervene(Intervention one) {
      this(List.of(one));
    }
  }

  /** The scenario becomes another one, in one step that can be undone, and is run again. */
  record Change(Scenario scenario) implements Action {}

  /** Work that an earlier run of Unjam did not save is taken up again. */
  record Recover(Document work) implements Action {}

  /** The run is kept as it is, to be compared with what comes of the next deeds. */
  record Fork() implements Action {}

  /** What is kept is shown beside the run; if nothing is, the same under another policy. */
  record Compare() implements Action {}

  /**
   * The same scenario with other settings is to be run and shown beside this one.
   *
   * @param settings as the command line's {@code --set} takes them
   */
  record Try(List<String> settings) implements Action {
    public Try {
      settings = List.copyOf(settings);
    }
  }

  /** Something happens to a sweep. */
  record Sweeping(SweepStep step) implements Action {}

  /** A run under another policy is there. */
  record RivalRan(int request, Rival rival) implements Action {}

  /**
   * A future is no longer kept.
   *
   * @param rival its place from the left, from 0
   */
  record DropRival(int rival) implements Action {}

  /** Something happens to a lesson. */
  record InLesson(LessonMove move) implements Action {}

  record Undo() implements Action {}

  record Redo() implements Action {}

  /** The scenario is to be written to a file. */
  record Save(String file) implements Action {}

  /** A scenario has been written to a file. */
  record Saved(String file, Scenario scenario) implements Action {}

  /** A scenario could not be written. */
  record SaveFailed(Problem problem) implements Action {}

  /** A bundle of settings is to be kept under its name, for all scenarios; like Save for one. */
  record KeepPolicy(Policy policy) implements Action {}

  /** The bundles of settings that somebody has kept are these. */
  record PoliciesKept(List<Policy> policies) implements Action {
    public PoliciesKept {
      policies = List.copyOf(policies);
    }
  }

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

  /** To a place exactly, also between two events of one instant; goes on playing if it does. */
  record GoTo(Cursor place) implements Action {}

  /** To the next or the last event of a kind, and pauses; it becomes the one that is run on to. */
  record RunTo(Breakpoint target, boolean forwards) implements Action {}

  /** To the next or the last breakpoint that is on, or else to what was run to last; pauses. */
  record RunOn(boolean forwards) implements Action {}

  record ToStart() implements Action {}

  record ToEnd() implements Action {}

  /** Plays from the start. */
  record Replay() implements Action {}

  record SetPace(Pace pace) implements Action {}

  record Faster() implements Action {}

  record Slower() implements Action {}

  /** Follows a command; -1 follows none. */
  record Select(int command) implements Action {}

  /**
   * Selects a device by its index, and follows the oldest command that it has in flight; -1 selects
   * none.
   */
  record SelectDevice(int device) implements Action {}

  /** The pointer is over a command; -1 over none. */
  record Hover(int command) implements Action {}

  record SetLook(Look look) implements Action {}

  /** The workplace is to be arranged like this. */
  record SetDesk(Desk desk) implements Action {}

  /** A person goes through the run like this. */
  record SetRoute(Route route) implements Action {}

  /** A marker goes to an instant in nanoseconds; -1 takes it away. */
  record SetMarker(Marker marker, long nanos) implements Action {}

  /** A marker goes to the playhead; if it is there already, it goes away. */
  record MarkHere(Marker marker) implements Action {}

  /** How far one step goes. */
  enum Grain {
    EVENT,
    FUNCTION,
    /** The next event about the command that is followed, or that the last event was about. */
    COMMAND,
    MARK
  }
}
