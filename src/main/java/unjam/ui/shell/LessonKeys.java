package unjam.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Guess;
import unjam.app.LessonDesk;
import unjam.app.LessonMove;
import unjam.app.Session;
import unjam.lesson.Answer;
import unjam.lesson.Task;

/** What the keys and a presenter's remote do in a lesson; pure. */
final class LessonKeys {

  private LessonKeys() {}

  /** The flag moves with the arrows as long as it is open; nothing else could move then. */
  static Optional<Action> arrow(Session session, Grain grain, boolean forwards) {
    Optional<Guess> guess = Guess.of(session).filter(Guess::open);
    boolean large = grain == Grain.MARK;
    int steps = (large ? Guess.LARGE : 1) * (forwards ? 1 : -1);
    return Optional.of(
        guess.filter(each -> large || grain == Grain.EVENT)
            .map(each -> each.moved(steps))
            .orElse(new Action.Step(grain, forwards)));
  }

  /** The page keys: marks of a run, or steps of a lesson. */
  static Optional<Action> page(Session session, boolean forwards) {
    return session.lesson() == null
        ? Optional.of(new Action.Step(Grain.MARK, forwards))
        : step(session, forwards);
  }

  /** A step of a lesson; nothing where there is none. */
  static Optional<Action> step(Session session, boolean forwards) {
    return session.inLesson()
        .flatMap(
            desk ->
                session.desk().presenter()
                    ? forwards ? onFromFar(desk) : backFromFar(desk)
                    : forwards ? on(desk, false) : back(desk, false))
        .map(Action.InLesson::new);
  }

  /** In a lesson that is presented there is a card to be put aside; else the player plays. */
  static Optional<Action> space(Session session) {
    return session.lesson() != null && session.desk().presenter()
        ? step(session, true)
        : Optional.of(new Action.TogglePlay());
  }

  private static Optional<LessonMove> on(LessonDesk desk, boolean inClass) {
    int next = desk.next(inClass);
    return desk.awaits() || next < 0
        ? Optional.empty()
        : Optional.of(new LessonMove.To(next));
  }

  private static Optional<LessonMove> back(LessonDesk desk, boolean inClass) {
    int previous = desk.previous(inClass);
    return previous < 0 ? Optional.empty() : Optional.of(new LessonMove.To(previous));
  }

  /** The card, then the stage, then the next card; a question is answered by the class first. */
  private static Optional<LessonMove> onFromFar(LessonDesk desk) {
    boolean flag = desk.step().task() instanceof Task.Flag;
    if (desk.awaits() && !(flag && desk.carded())) {
      return desk.said().isPresent()
          ? Optional.of(new LessonMove.Submitted())
          : flag ? Optional.of(new LessonMove.Carded(true)) : elected(desk);
    }
    return desk.carded() ? Optional.of(new LessonMove.Carded(false)) : on(desk, true);
  }

  private static Optional<LessonMove> backFromFar(LessonDesk desk) {
    return desk.carded() ? back(desk, true) : Optional.of(new LessonMove.Carded(true));
  }

  /** What most of the class are for. */
  private static Optional<LessonMove> elected(LessonDesk desk) {
    List<String> choices = desk.step().task().wordings();
    return desk.votes().entrySet().stream()
        .filter(each -> choices.contains(each.getKey()) && each.getValue() > 0)
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(
            each ->
                new LessonMove.Drafted(new Answer.Names(List.of(each.getKey()))));
  }
}
