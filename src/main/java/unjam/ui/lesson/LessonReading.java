package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import unjam.app.LessonDesk;
import unjam.app.Session;
import unjam.lesson.Answer;
import unjam.lesson.Part;
import unjam.lesson.Progress.Confidence;
import unjam.lesson.Shown;
import unjam.lesson.Task;
import unjam.lesson.Verdict;
import unjam.ui.lesson.LessonPicture.Chip;
import unjam.ui.lesson.LessonPicture.When;
import unjam.ui.text.Texts;

/** Reads the panel of a lesson. */
final class LessonReading {

  private static final String HINT = "hint";

  private final Session session;
  private final LessonDesk desk;
  private final Texts texts;
  private final Words words;

  LessonReading(Session session, LessonDesk desk, Texts texts) {
    this.session = session;
    this.desk = desk;
    this.texts = texts;
    words = new Words(desk, texts);
  }

  /**
   * Reads it.
   *
   * @param passed whether what is watched for has happened
   */
  LessonPicture read(boolean passed) {
    AskReading asking = new AskReading(desk, words, texts);
    Ask ask = asking.read(passed);
    Task task = desk.step().task();
    List<Option> reasons = asking.reasons();
    boolean hints = words.has(HINT) && isStillTried(task);
    return new LessonPicture(
        structure(), place(), chips(), words.heading(), words.body(), ask, reasons,
        sure(task), submit(task), canSubmit(task) && !lacksReason(), said(ask),
        new ToldReading(session, desk, words, texts).read(),
        desk.hinted() && words.has(HINT) ? words.said(HINT) : "", hints && !desk.hinted(),
        offersAgain(), panel(), desk.previous(inClass()) >= 0, canNext(),
        nextLit(task, passed), next(),
        desk.votes().values().stream().mapToInt(each -> each).max().orElse(0));
  }

  private Object structure() {
    return List.of(
        desk.lesson().name(), desk.index(), desk.made().isPresent(), desk.judged().isPresent(),
        texts.language());
  }

  /** Which lesson it is: its number and its title. */
  static String place(LessonDesk desk, Texts texts) {
    String title = new Words(desk, texts).title();
    String number = desk.lesson().number().replaceFirst("^0+", "");
    return number.isEmpty() ? title : texts.of("lesson.place", number, title);
  }

  private String place() {
    return place(desk, texts);
  }

  private List<Chip> chips() {
    TreeSet<Part> parts = new TreeSet<>();
    desk.lesson().steps().forEach(each -> parts.add(each.part()));
    Part now = desk.step().part();
    List<Chip> chips = new ArrayList<>();
    for (Part each : Arrays.stream(Part.values()).filter(parts::contains).toList()) {
      int when = each.compareTo(now);
      chips.add(
          new Chip(
              each, texts.of("lesson.part." + each.name().toLowerCase(Locale.ROOT)),
              when < 0 ? When.DONE : when > 0 ? When.TO_COME : When.NOW));
    }
    return chips;
  }

  private Optional<Confidence> sure(Task task) {
    boolean asked =
        task.asks() && (desk.step().blind() || desk.step().why().isPresent())
            && !(task instanceof Task.Drill) && !(task instanceof Task.Moves);
    return asked ? Optional.of(desk.confidence()) : Optional.empty();
  }

  private String submit(Task task) {
    boolean waiting = desk.judged().isEmpty() && desk.made().isPresent();
    if (task instanceof Task.Change) {
      boolean reached = desk.judged().filter(each -> each.right()).isPresent();
      return reached || desk.made().isEmpty() ? "" : texts.of("lesson.check");
    }
    boolean byItself = task instanceof Task.Moves || task instanceof Task.Drill;
    return !task.asks() || !waiting || byItself
        ? ""
        : texts.of(desk.step().part() == Part.PREDICT ? "lesson.predict" : "lesson.submit");
  }

  private boolean lacksReason() {
    return desk.lacksReason(inClass());
  }

  /** Help is there until it is answered; who changes a run goes on until it is right. */
  private boolean isStillTried(Task task) {
    return desk.judged().isEmpty()
        || task instanceof Task.Change && desk.judged().filter(Verdict::right).isEmpty();
  }

  /** What the panel does not show of the answer, and what is still missing. */
  private String said(Ask ask) {
    boolean flag = ask instanceof Ask.Flag;
    return lacksReason() && (!flag || desk.said().isPresent())
        ? texts.of("lesson.reason_first")
        : ask instanceof Ask.Flag(String said, String within) ? said : "";
  }

  private boolean canSubmit(Task task) {
    return switch (task) {
      case Task.Order order -> true;
      case Task.Rank rank -> true;
      case Task.Change change -> true;
      case Task.Mark mark -> true;
      case Task.Victims victims -> true;
      case Task.Blanks blanks ->
          AskReading.names(desk).size() == blanks.blanks().size()
              && AskReading.names(desk).stream().noneMatch(String::isEmpty);
      default -> desk.said().filter(each -> !(each instanceof Answer.Done)).isPresent();
    };
  }

  private boolean offersAgain() {
    boolean wrong = desk.judged().filter(each -> !each.right()).isPresent();
    return wrong && !desk.step().blind() && !(desk.step().task() instanceof Task.Change);
  }

  /** A panel of the machine that the step wants to have looked at. */
  private String panel() {
    return desk.step().mirror()
        ? ""
        : desk.step().show().map(LessonReading::panel).orElse("");
  }

  private static String panel(Shown shown) {
    return switch (shown) {
      case LOG, COMMAND, DEVICE, PROCESSES, SYSFS, SOURCE, EVENTS, FIGURES ->
          "panel." + shown.name().toLowerCase(Locale.ROOT);
      case STAGE, COMPARE, LEDGER, RADIUS, SWEEP, SCENARIO -> "";
    };
  }

  private boolean canNext() {
    return desk.made().isPresent() && !desk.awaits();
  }

  private boolean nextLit(Task task, boolean passed) {
    return switch (task) {
      case Task.Tell tell -> true;
      case Task.Watch watch -> passed;
      default -> desk.judged().isPresent() && !offersAgain();
    };
  }

  private String next() {
    return texts.of(desk.next(inClass()) < 0 ? "lesson.end" : "lesson.next");
  }

  private boolean inClass() {
    return session.desk().presenter();
  }
}
