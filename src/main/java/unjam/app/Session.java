package unjam.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * @param rivals futures that are kept beside it, from left to right
 * @param playback where the playhead stands
 * @param selection id of the command that is followed, or -1
 * @param device index of the device that is selected as such, or -1
 * @param policies bundles of settings that somebody has kept, by name
 * @param problems why what was asked for last did not come; none if it did
 * @param look how it is shown
 * @param desk how the workplace is arranged
 * @param route how a person goes through the run
 * @param survey what is known about the same scenario with other settings
 * @param lesson the lesson that is worked through, null for none
 */
public record Session(
    int request,
    @Nullable Document document,
    @Nullable OpenRun run,
    List<Rival> rivals,
    Playback playback,
    int selection,
    int device,
    List<Policy> policies,
    List<Problem> problems,
    Look look,
    Desk desk,
    Route route,
    Survey survey,
    @Nullable LessonDesk lesson) {

  public Session {
    rivals = List.copyOf(rivals);
    policies = List.copyOf(policies);
    problems = List.copyOf(problems);
  }

  /** More futures than this are not kept beside the one that is worked on. */
  public static final int MOST_RIVALS = 3;

  /** Nothing is open yet. */
  public static Session empty(Look look) {
    return new Session(
        0, null, null, List.of(), Playback.at(new Cursor(0, -1)), -1, -1, List.of(), List.of(),
        look, Desk.FIRST, Route.FIRST, Survey.NONE, null);
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

  public Optional<LessonDesk> inLesson() {
    return Optional.ofNullable(lesson);
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
        : but(
            draft -> {
              draft.playback = moved;
              draft.desk = deskAt(moved);
              draft.route = route.found();
            });
  }

  /** A window that somebody has chosen does not lose the playhead that it showed. */
  private Desk deskAt(Playback moved) {
    if (run == null) {
      return desk;
    }
    TimeWindow window =
        desk.time().window().after(
            playback.at().nanos(), moved.at().nanos(), run.trace().endNanos());
    return desk.with(desk.time().with(window));
  }

  Session with(Look other) {
    return but(draft -> draft.look = other);
  }

  Session with(Desk other) {
    return other.equals(desk) ? this : but(draft -> draft.desk = other);
  }

  Session with(Route other) {
    return but(draft -> draft.route = other);
  }

  Session with(Survey other) {
    return but(draft -> draft.survey = other);
  }

  Session with(LessonDesk other) {
    return but(draft -> draft.lesson = other);
  }

  Session withoutLesson() {
    return but(draft -> draft.lesson = null);
  }

  /** A step of a lesson shows a run and stands still. */
  Session teaching(LessonDesk step, OpenRun shown, Cursor at, Desk arranged) {
    return but(
        draft -> {
          draft.document = Document.opened(shown.scenario(), Optional.empty());
          draft.run = shown;
          draft.rivals = List.of();
          draft.playback = Playback.at(at).with(playback.pace());
          draft.problems = List.of();
          draft.route = route.elsewhere();
          draft.desk = arranged.withoutRivals();
          draft.lesson = step;
        });
  }

  Session with(Document changed) {
    return but(draft -> draft.document = changed);
  }

  /** Another command is followed; a device is then no longer selected for its own sake. */
  Session selecting(int command) {
    return but(
        draft -> {
          draft.selection = command;
          draft.device = -1;
        });
  }

  /** A device is selected, and with it the command that it has had for longest. */
  Session selectingDevice(int index) {
    int oldest =
        frame().stream()
            .flatMap(frame -> frame.state().inFlight(index).stream())
            .min(Comparator.comparingLong(CommandView::bornNanos))
            .map(CommandView::id)
            .orElse(-1);
    return but(
        draft -> {
          draft.selection = oldest;
          draft.device = index;
        });
  }

  Session keeping(List<Policy> kept) {
    return but(draft -> draft.policies = kept);
  }

  Session asking() {
    return but(
        draft -> {
          draft.request = request + 1;
          draft.problems = List.of();
        });
  }

  /** Another future is kept; of too many the oldest is let go. */
  Session beside(Rival rival) {
    return but(
        draft -> {
          List<Rival> more = new ArrayList<>(rivals);
          more.add(rival);
          draft.rivals =
              more.size() > MOST_RIVALS ? more.subList(1, more.size()) : more;
          draft.desk = desk.with(View.COMPARE);
        });
  }

  /** One future less. */
  Session without(int rival) {
    return but(
        draft -> {
          List<Rival> left = new ArrayList<>(rivals);
          left.remove(rival);
          draft.rivals = left;
        });
  }

  /** As if another run were open, at the same instant: for one of several views. */
  public Session seeing(OpenRun other) {
    return but(
        draft -> {
          draft.run = other;
          draft.playback =
              playback.moved(Cursor.at(other.trace(), playback.at().nanos()));
          draft.desk = desk.with(Detail.BOXES).withPresenter(true);
        });
  }

  /** A scenario was opened: its run plays from the start. */
  Session showing(OpenRun next, Document opened) {
    return but(
        draft -> {
          draft.document = opened;
          draft.run = next;
          draft.rivals = List.of();
          draft.playback = Playback.at(next.steps().start()).started();
          draft.selection = -1;
          draft.device = -1;
          draft.problems = List.of();
          draft.route = route.elsewhere();
          draft.desk = desk.withoutRivals().with(desk.time().elsewhere());
          draft.lesson = null;
        });
  }

  /**
   * The scenario has changed: the playhead stays where it is, as far as the new run goes. If
   * something was done at that very instant it stands right after that has taken effect.
   */
  Session continuing(OpenRun next) {
    OpenRun before = run == null ? next : run;
    boolean atStart = playback.at().equals(before.steps().start());
    Cursor same =
        Landing.of(next, playback.at())
            .orElseGet(() -> playback.at().carried(before.trace(), next.trace()));
    return but(
        draft -> {
          draft.run = next;
          draft.playback = playback.moved(atStart ? next.steps().start() : same);
          draft.route = route.carried(before.trace(), next.trace());
        });
  }

  /** More is known about the run that is shown. */
  Session with(Findings found) {
    OpenRun shown = run;
    return shown == null ? this : but(draft -> draft.run = shown.with(found));
  }

  Session complaining(List<Problem> found) {
    return but(draft -> draft.problems = found);
  }

  private Session but(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** A session while it is being changed. */
  private static final class Draft {
    int request;
    @Nullable Document document;
    @Nullable OpenRun run;
    List<Rival> rivals;
    Playback playback;
    int selection;
    int device;
    List<Policy> policies;
    List<Problem> problems;
    Look look;
    Desk desk;
    Route route;
    Survey survey;
    @Nullable LessonDesk lesson;

    Draft(Session from) {
      request = from.request;
      document = from.document;
      run = from.run;
      rivals = from.rivals;
      playback = from.playback;
      selection = from.selection;
      device = from.device;
      policies = from.policies;
      problems = from.problems;
      look = from.look;
      desk = from.desk;
      route = from.route;
      survey = from.survey;
      lesson = from.lesson;
    }

    Session done() {
      return new Session(
          request, document, run, rivals, playback, selection, device, policies, problems, look,
          desk, route, survey, lesson);
    }
  }
}
