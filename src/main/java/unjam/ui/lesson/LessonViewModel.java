package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.LessonDesk;
import unjam.app.LessonMove;
import unjam.app.LessonRuns;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.lesson.Answer;
import unjam.lesson.Progress.Confidence;
import unjam.lesson.Task;
import unjam.playback.Cursor;
import unjam.ui.text.Texts;

/** What the panel of a lesson shows, and what a click there would do. */
public final class LessonViewModel {

  private final ReadOnlyObjectWrapper<LessonPicture> picture =
      new ReadOnlyObjectWrapper<>(LessonPicture.EMPTY);
  private @Nullable Session session;
  private @Nullable Texts texts;
  private @Nullable LessonRuns watched;
  private OptionalInt until = OptionalInt.empty();

  /** Shows a session; nothing happens where no lesson is open. */
  public void show(Session now, Texts words) {
    session = now;
    texts = words;
    now.inLesson()
        .ifPresent(
            desk ->
                picture.set(
                    new LessonReading(now, desk, words).read(passed(now, desk))));
  }

  /** Which lesson it is: its number and its title. */
  public static String place(LessonDesk desk, Texts texts) {
    return LessonReading.place(desk, texts);
  }

  /** The teacher's page, as Markdown; empty where no lesson is open. */
  String teacher() {
    LessonDesk desk = session == null ? null : session.lesson();
    Texts words = texts;
    return desk == null || words == null ? "" : new Words(desk, words).teacher();
  }

  /** What the window with the teacher's page is called. */
  public String teacherTitle() {
    LessonDesk desk = session == null ? null : session.lesson();
    Texts words = texts;
    return desk == null || words == null
        ? "" : words.of("lesson.teacher") + " - " + place(desk, words);
  }

  ReadOnlyObjectProperty<LessonPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** Whether the playhead is past what is watched for. */
  private boolean passed(Session now, LessonDesk desk) {
    LessonRuns runs = desk.runs();
    if (runs == null || !(desk.step().task() instanceof Task.Watch watch)) {
      return false;
    }
    if (runs != watched) {
      watched = runs;
      until = runs.judge().find(watch.until());
    }
    return until.isEmpty() || now.playback().at().seq() >= until.getAsInt();
  }

  private List<Action> in(Function<LessonDesk, List<LessonMove>> moves) {
    return Optional.ofNullable(session)
        .flatMap(Session::inLesson)
        .map(
            desk ->
                moves.apply(desk).stream().map(each -> (Action) new Action.InLesson(each)).toList())
        .orElse(List.of());
  }

  private List<Action> move(LessonMove move) {
    return in(desk -> List.of(move));
  }

  private List<Action> say(Function<LessonDesk, List<String>> names) {
    return in(desk -> List.of(new LessonMove.Drafted(new Answer.Names(names.apply(desk)))));
  }

  /** One is chosen, or one of several is chosen or left out. */
  List<Action> choose(String id, boolean several) {
    return say(desk -> several ? toggled(AskReading.names(desk), id) : List.of(id));
  }

  private static List<String> toggled(List<String> names, String id) {
    List<String> other = new ArrayList<>(names);
    if (!other.remove(id)) {
      other.add(id);
    }
    return other;
  }

  /** One more move, or the answer to one more case. */
  List<Action> add(String id) {
    return say(
        desk -> {
          List<String> more = new ArrayList<>(AskReading.names(desk));
          more.add(id);
          return more;
        });
  }

  /** A card goes to another place, counted from 0. */
  List<Action> put(String card, int place) {
    return say(
        desk -> {
          List<String> lying = new ArrayList<>(AskReading.lying(desk));
          lying.remove(card);
          lying.add(Math.clamp(place, 0, lying.size()), card);
          return lying;
        });
  }

  /** A gap is filled. */
  List<Action> fill(int gap, String value) {
    return say(
        desk -> {
          List<String> filled = new ArrayList<>(AskReading.names(desk));
          int all = desk.step().task() instanceof Task.Blanks blanks ? blanks.blanks().size() : 0;
          while (filled.size() < all) {
            filled.add("");
          }
          filled.set(gap, value);
          return filled;
        });
  }

  /** A number is typed; nonsense takes back what was typed before. */
  List<Action> type(String typed) {
    return in(
        desk ->
            List.of(
                new LessonMove.Drafted(
                    Amounts.read(typed, isSpan(desk)).map(Answer.Amount::new).orElse(null))));
  }

  /** What is wrong with a number that was typed; nothing if it makes sense or is not there. */
  String complaint(String typed) {
    LessonDesk desk = session == null ? null : session.lesson();
    Texts words = texts;
    if (desk == null || words == null || typed.isBlank()
        || Amounts.read(typed, isSpan(desk)).isPresent()) {
      return "";
    }
    return words.of(isSpan(desk) ? "lesson.no_span" : "lesson.no_number");
  }

  private static boolean isSpan(LessonDesk desk) {
    return desk.step().task() instanceof Task.Number number
        && desk.made().filter(runs -> runs.judge().isSpan(number.of())).isPresent();
  }

  List<Action> reason(String id) {
    return move(new LessonMove.Reasoned(id));
  }

  List<Action> confide(Confidence confidence) {
    return move(new LessonMove.Confided(confidence));
  }

  List<Action> vote(String id, int votes) {
    return move(new LessonMove.Voted(id, votes));
  }

  /** What is drafted is submitted; cards and marks count as they lie. */
  List<Action> submit() {
    return in(LessonViewModel::submitting);
  }

  static List<LessonMove> submitting(LessonDesk desk) {
    return switch (desk.step().task()) {
      case Task.Order order -> List.of(lying(desk), new LessonMove.Submitted());
      case Task.Rank rank -> List.of(lying(desk), new LessonMove.Submitted());
      case Task.Mark mark -> List.of(said(desk), new LessonMove.Submitted());
      case Task.Victims victims -> List.of(said(desk), new LessonMove.Submitted());
      case Task.Change change ->
          desk.judged().isPresent()
              ? List.of(new LessonMove.TryAgain(), new LessonMove.Submitted())
              : List.of(new LessonMove.Submitted());
      default -> List.of(new LessonMove.Submitted());
    };
  }

  private static LessonMove lying(LessonDesk desk) {
    return new LessonMove.Drafted(new Answer.Names(AskReading.lying(desk)));
  }

  private static LessonMove said(LessonDesk desk) {
    return new LessonMove.Drafted(new Answer.Names(AskReading.names(desk)));
  }

  List<Action> hint() {
    return move(new LessonMove.Hinted());
  }

  List<Action> again() {
    return move(new LessonMove.TryAgain());
  }

  List<Action> seeWhy() {
    return move(new LessonMove.SeeWhy());
  }

  List<Action> leave() {
    return move(new LessonMove.Leave());
  }

  /** On, or out of the lesson after its last step. */
  List<Action> next() {
    return in(
        desk ->
            desk.awaits()
                ? List.of()
                : List.of(
                    desk.next(inClass()) < 0
                        ? new LessonMove.Leave()
                        : new LessonMove.To(desk.next(inClass()))));
  }

  List<Action> back() {
    return in(
        desk ->
            desk.previous(inClass()) < 0
                ? List.of()
                : List.of(new LessonMove.To(desk.previous(inClass()))));
  }

  /** A class goes through the short form of a lesson. */
  private boolean inClass() {
    return session != null && session.desk().presenter();
  }

  /** Lets the run go on. */
  List<Action> play() {
    return List.of(new Action.Play());
  }

  /** To what is watched for. */
  List<Action> goThere() {
    Optional<OpenRun> run = Optional.ofNullable(session).flatMap(Session::open);
    return run.isPresent() && until.isPresent()
        ? List.of(
            new Action.Pause(),
            new Action.GoTo(Cursor.after(run.get().trace(), until.getAsInt())))
        : List.of();
  }

  /** The machine is looked at instead of the lesson, or no longer. */
  List<Action> look(boolean at) {
    return Optional.ofNullable(session)
        .map(
            now -> List.<Action>of(new Action.SetDesk(now.desk().withInspector(at))))
        .orElse(List.of());
  }
}
