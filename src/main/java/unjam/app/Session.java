package unjam.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.playback.Cursor;
import unjam.playback.Playback;

/**
 * Everything the application is at one moment; immutable.
 *
 * @param scenario name of the scenario that is open or being run
 * @param request number of the last run that was asked for; answers to earlier ones are stale
 * @param run the run that is shown, null until the first has finished
 * @param playback where the playhead stands
 * @param selection id of the command that is followed, or -1
 * @param problem why the last run that was asked for did not come, null if it did
 * @param look how it is shown
 */
public record Session(
    String scenario,
    int request,
    @Nullable OpenRun run,
    Playback playback,
    int selection,
    @Nullable String problem,
    Look look) {

  /** Nothing is open yet. */
  public static Session empty(Look look) {
    return new Session("", 0, null, Playback.at(new Cursor(0, -1)), -1, null, look);
  }

  public Optional<OpenRun> open() {
    return Optional.ofNullable(run);
  }

  /** What the views draw, once something is open. */
  public Optional<Frame> frame() {
    return open().map(each -> each.frame(playback.at()));
  }

  Session with(Playback moved) {
    return moved == playback
        ? this
        : new Session(scenario, request, run, moved, selection, problem, look);
  }

  Session with(Look other) {
    return new Session(scenario, request, run, playback, selection, problem, other);
  }

  Session selecting(int command) {
    return new Session(scenario, request, run, playback, command, problem, look);
  }

  Session asking(String name) {
    return new Session(name, request + 1, run, playback, selection, null, look);
  }

  Session showing(OpenRun next) {
    Playback start = Playback.at(next.steps().start()).started();
    return new Session(scenario, request, next, start, -1, null, look);
  }

  Session failed(String message) {
    return new Session(scenario, request, run, playback, selection, message, look);
  }
}
