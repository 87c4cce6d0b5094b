package unjam.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.lesson.Answer;
import unjam.lesson.Judge;
import unjam.lesson.Lesson;
import unjam.lesson.Shown;
import unjam.lesson.Task;
import unjam.lesson.Verdict;
import unjam.playback.Cursor;

/** How a lesson goes on; pure. */
final class LessonReducer {

  private LessonReducer() {}

  static Next update(Session session, LessonMove move) {
    return switch (move) {
      case LessonMove.Begin begin -> {
        Session asking = session.asking();
        yield errand(
            asking, new LessonErrand.Open(asking.request(), begin.lesson(), begin.anew()));
      }
      case LessonMove.Opened opened ->
          opened.request() == session.request()
              ? prepared(session, LessonDesk.opened(opened.lesson(), opened.progress()))
              : Next.of(session);
      case LessonMove.Reread reread ->
          isOpen(session, reread.lesson())
              ? errand(session, new LessonErrand.Reread(reread.lesson()))
              : Next.of(session);
      case LessonMove.Renewed renewed ->
          isOpen(session, renewed.lesson().name())
              ? session.inLesson()
                  .map(desk -> renewed(session, desk, renewed.lesson()))
                  .orElse(Next.of(session))
              : Next.of(session);
      case LessonMove.Failed failed -> Next.of(
          failed.request() == session.request()
              ? session.complaining(failed.problems())
              : session);
      case LessonMove.Ready ready ->
          ready.request() == session.request()
              ? session.inLesson()
                  .map(desk -> ready(session, desk, ready.runs()))
                  .orElse(Next.of(session))
              : Next.of(session);
      case LessonMove.Leave leave -> Next.of(left(session));
      default -> session.inLesson()
          .map(desk -> within(session, desk, move))
          .orElse(Next.of(session));
    };
  }

  private static boolean isOpen(Session session, String lesson) {
    return session.inLesson().filter(each -> each.lesson().name().equals(lesson)).isPresent();
  }

  /** The learner stays at the step. Where only words are new, nothing is asked again either. */
  private static Next renewed(Session session, LessonDesk desk, Lesson lesson) {
    return desk.runs() != null && desk.lesson().saysTheSameAs(lesson)
        ? Next.of(session.with(desk.reworded(lesson)).complaining(List.of()))
        : prepared(session.asking(), desk.renewed(lesson));
  }

  private static Next within(Session session, LessonDesk desk, LessonMove move) {
    return switch (move) {
      case LessonMove.Drafted drafted -> drafted(session, desk, drafted.answer());
      case LessonMove.Reasoned reasoned ->
          Next.of(
              desk.verdict() == null ? session.with(desk.because(reasoned.reason())) : session);
      case LessonMove.Confided confided ->
          Next.of(
              desk.verdict() == null ? session.with(desk.with(confided.confidence())) : session);
      case LessonMove.Submitted submitted -> submitted(session, desk);
      case LessonMove.TryAgain again ->
          Next.of(desk.step().blind() ? session : session.with(desk.tryingAgain()));
      case LessonMove.Hinted hinted -> Next.of(session.with(desk.withHint()));
      case LessonMove.To to -> prepared(session.asking(), desk.at(to.step()));
      case LessonMove.SeeWhy why -> Next.of(seeing(session, desk));
      case LessonMove.Voted voted ->
          Next.of(session.with(desk.voting(voted.choice(), voted.votes())));
      case LessonMove.Carded carded -> Next.of(session.with(desk.withCard(carded.shown())));
      default -> Next.of(session);
    };
  }

  private static Next errand(Session session, LessonErrand errand) {
    return new Next(session, List.of(new Effect.Lesson(errand)));
  }

  /** The step's runs are asked for; where the learner is now is kept. */
  private static Next prepared(Session session, LessonDesk desk) {
    return new Next(
        session.with(desk),
        List.of(
            new Effect.Lesson(
                new LessonErrand.Prepare(
                    session.request(), desk.lesson(), desk.step(), desk.progress())),
            new Effect.Lesson(new LessonErrand.Keep(desk.progress()))));
  }

  private static Next ready(Session session, LessonDesk desk, LessonRuns runs) {
    OpenRun run = runs.shown();
    Session shown =
        session.teaching(desk.with(runs), run, place(session, desk, runs), arranged(session, desk));
    Session focused =
        Optional.of(desk.step().focus())
            .filter(each -> !each.isEmpty())
            .map(each -> runs.judge().device(each))
            .map(shown::selectingDevice)
            .orElse(shown);
    return new Next(focused, List.of(new Effect.Study(session.request(), run)));
  }

  /** Where the step says; else where the learner was, if it is the same run. */
  private static Cursor place(Session session, LessonDesk desk, LessonRuns runs) {
    if (runs.at() != null) {
      return runs.at();
    }
    boolean same =
        session.open().filter(each -> each.scenario().equals(runs.full().scenario())).isPresent();
    return same
        ? session.playback().at().within(runs.shown().trace())
        : runs.shown().steps().start();
  }

  private static Desk arranged(Session session, LessonDesk desk) {
    Desk now =
        session.desk().with(
            switch (desk.lesson().level()) {
              case BOXES -> Detail.BOXES;
              case QUEUES -> Detail.QUEUES;
              case FUNCTIONS -> Detail.FUNCTIONS;
            });
    Desk stage = now.with(View.STAGE);
    Optional<Shown> show = desk.step().show();
    Desk shown =
        desk.step().mirror() && show.isEmpty()
            ? stage.with(Panel.LOG)
            : show.map(each -> showing(stage, each)).orElse(stage);
    return shown.withInspector(false);
  }

  private static Desk showing(Desk desk, Shown shown) {
    return switch (shown) {
      case STAGE -> desk;
      case LOG -> desk.with(Panel.LOG);
      case COMMAND -> desk.with(Panel.COMMAND);
      case DEVICE -> desk.with(Panel.DEVICE);
      case PROCESSES -> desk.with(Panel.PROCESSES);
      case SYSFS -> desk.with(Panel.SYSFS);
      case SOURCE -> desk.with(Panel.SOURCE);
      case EVENTS -> desk.with(Panel.EVENTS);
      case FIGURES -> desk.with(Panel.FIGURES);
      case COMPARE -> desk.with(View.COMPARE);
      case LEDGER -> desk.with(View.LEDGER);
      case RADIUS -> desk.with(View.RADIUS);
      case SWEEP -> desk.with(View.SWEEP);
      case SCENARIO -> desk.with(View.SCENARIO);
    };
  }

  /** What is said one by one is submitted by itself once there is nothing left to say. */
  private static Next drafted(Session session, LessonDesk desk, @Nullable Answer answer) {
    if (desk.verdict() != null) {
      return Next.of(session);
    }
    LessonDesk saying = desk.saying(answer);
    Session said = session.with(saying);
    LessonRuns runs = desk.runs();
    boolean over =
        runs != null
            && answer instanceof Answer.Names(List<String> names)
            && runs.judge().isOver(desk.step().task(), names);
    return over ? submitted(said, saying) : Next.of(said);
  }

  private static Next submitted(Session session, LessonDesk desk) {
    LessonRuns runs = desk.runs();
    OpenRun run = session.run();
    if (runs == null || run == null || desk.verdict() != null) {
      return Next.of(session);
    }
    Task task = desk.step().task();
    boolean own = task instanceof Task.Change;
    Answer answer = own ? new Answer.Done() : desk.draft();
    if (answer == null || desk.lacksReason(session.desk().presenter())) {
      return Next.of(session);
    }
    Judge judge = own ? runs.judge(run) : runs.judge();
    Verdict verdict = judge.verdict(task, answer);
    LessonDesk judged = desk.judged(answer, verdict);
    boolean revealed = desk.isBlind() && !judged.isBlind();
    Session told =
        revealed
            ? session.teaching(judged, runs.full(), session.playback().at(), session.desk())
            : session.with(judged);
    return new Next(
        told,
        List.of(
            new Effect.Lesson(new LessonErrand.Keep(judged.progress())),
            new Effect.Study(session.request(), revealed ? runs.full() : run)));
  }

  /** To the event that shows what is right. */
  private static Session seeing(Session session, LessonDesk desk) {
    OpenRun run = session.run();
    Verdict verdict = desk.verdict();
    if (run == null || verdict == null || desk.isBlind() || verdict.leftAt() < 0
        || verdict.leftAt() >= run.trace().size()) {
      return session;
    }
    return session.with(
        session.playback().moved(Cursor.after(run.trace(), verdict.leftAt())).paused());
  }

  /** The run stays open, now whole. */
  private static Session left(Session session) {
    return session.inLesson()
        .map(
            desk -> {
              LessonRuns runs = desk.runs();
              Session whole =
                  desk.isBlind() && runs != null
                      ? session.teaching(
                          desk, runs.full(), session.playback().at(), session.desk())
                      : session;
              return whole.withoutLesson().with(whole.desk().withInspector(true));
            })
        .orElse(session);
  }
}
