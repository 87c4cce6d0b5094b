package unjam.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.catalog.Problem;
import unjam.playback.Cursor;
import unjam.playback.Playback;
import unjam.projection.CommandView;
import unjam.scenario.Policy;

/**
 * Everything the application is at one moment; immutable.
 *
 * @param request number of the last run that was asked for; answers to earlier ones are stale
 * @param document the scenario that is worked on, null until the first run has finished
 * @param run the run that is shown, null until the first has finished
 * @param playback where the playhead stands
 * @param selection id of the command that is followed, or -1
 * @param device index of the device that is selected as such, or -1
 * @param policies bundles of settings that somebody has kept, by name
 * @param problems why what was asked for last did not come; none if it did
 * @param look how it is shown
 * @param desk how the workplace is arranged
 */
public record Session(
    int request,
    @Nullable Document document,
    @Nullable OpenRun run,
    Playback playback,
    int selection,
    int device,
    List<Policy> policies,
    List<Problem> problems,
    Look look,
    Desk desk) {

  public Session {
    policies = List.copyOf(policies);
    problems = List.copyOf(problems);
  }

  /** Nothing is open yet. */
  public static Session empty(Look look) {
    return new Session(
        0, null, null, Playback.at(new Cursor(0, -1)), -1, -1, List.of(), List.of(), look,
        Desk.FIRST);
  }

  /** After these actions; what they want to have done outside is not done. */
  public Session after(Action... actions) {
    Session now = this;
    for (Action action : actions) {
      now = SessionReducer.update(now, action).session();
    }
    return now;
  }

  public Optional<OpenRun> open() {
    return Optional.ofNullable(run);
  }

  public Optional<Document> work() {
    return Optional.ofNullable(document);
  }

  public boolean canUndo() {
    return document != null && document.canUndo();
  }

  public boolean canRedo() {
    return document != null && document.canRedo();
  }

  /** What the views draw, once something is open. */
  public Optional<Frame> frame() {
    return open().map(each -> each.frame(playback.at()));
  }

  Session with(Playback moved) {
    return moved == playback
        ? this
        : new Session(
            request, document, run, moved, selection, device, policies, problems, look, desk);
  }

  Session with(Look other) {
    return new Session(
        request, document, run, playback, selection, device, policies, problems, other, desk);
  }

  Session with(Desk other) {
    return other.equals(desk)
        ? this
        : new Session(
            request, document, run, playback, selection, device, policies, problems, look, other);
  }

  Session with(Document changed) {
    return new Session(
        request, changed, run, playback, selection, device, policies, problems, look, desk);
  }

  /** Another command is followed; a device is then no longer selected for its own sake. */
  Session selecting(int command) {
    return new Session(
        request, document, run, playback, command, -1, policies, problems, look, desk);
  }

  /** A device is selected, and with it the command that it has had for longest. */
  Session selectingDevice(int index) {
    int oldest =
        frame().stream()
            .flatMap(frame -> frame.state().inFlight(index).stream())
            .min(Comparator.comparingLong(CommandView::bornNanos))
            .map(CommandView::id)
            .orElse(-1);
    return new Session(
        request, document, run, playback, oldest, index, policies, problems, look, desk);
  }

  Session keeping(List<Policy> kept) {
    return new Session(
        request, document, run, playback, selection, device, kept, problems, look, desk);
  }

  Session asking() {
    return new Session(
        request + 1, document, run, playback, selection, device, policies, List.of(), look, desk);
  }

  /** A scenario was opened: its run plays from the start. */
  Session showing(OpenRun next, Document opened) {
    Playback start = Playback.at(next.steps().start()).started();
    return new Session(request, opened, next, start, -1, -1, policies, List.of(), look, desk);
  }

  /** The scenario has changed: the playhead stays where it is, as far as the new run goes. */
  Session continuing(OpenRun next) {
    long nanos = Math.min(playback.at().nanos(), next.trace().endNanos());
    Playback same = playback.moved(Cursor.at(next.trace(), nanos));
    return new Session(
        request, document, next, same, selection, device, policies, problems, look, desk);
  }

  Session complaining(List<Problem> found) {
    return new Session(
        request, document, run, playback, selection, device, policies, found, look, desk);
  }
}
