package unjam.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.app.LessonDesk;
import unjam.app.LessonErrand;
import unjam.app.LessonMove;
import unjam.app.LessonService;
import unjam.app.Next;
import unjam.app.Session;
import unjam.app.SessionReducer;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.lesson.Answer;
import unjam.lesson.LessonShelf;
import unjam.lesson.LessonStep;
import unjam.lesson.Measured;
import unjam.lesson.ProgressShelf;

/** A step of a lesson, to be painted instead of an instant of a scenario. */
final class LessonOptions {

  private static final String RIGHT = "right";
  private static final long SEED = 1;

  @Option(
      names = "--lesson",
      paramLabel = "LESSON",
      description = "Paints a lesson, by its name, instead of a scenario.")
  private String lesson = "";

  @Option(
      names = "--step",
      paramLabel = "STEP",
      description = "With --lesson: the step, by its name; the first if not given.")
  private String step = "";

  @Option(
      names = "--answer",
      paramLabel = "ANSWER",
      description =
          "With --lesson: what was answered: right, names with commas between them, or an "
              + "amount such as 30s.")
  private String answer = "";

  /** Whether a lesson is asked for. */
  boolean isThere() {
    return !lesson.isEmpty();
  }

  /** Options that make no sense without a lesson. */
  void checkAlone(List<Problem> problems) {
    if (!isThere() && !(step.isEmpty() && answer.isEmpty())) {
      problems.add(
          new Problem(
              step.isEmpty() ? "--answer " + answer : "--step " + step, 0, 0,
              "is about a lesson; name it with --lesson"));
    }
  }

  /**
   * The lesson as it is at the step; what goes wrong is a problem.
   *
   * @param given chooses what varies; {@value #SEED} if it is empty
   */
  Session session(Session empty, Optional<String> given, List<Problem> problems) {
    long seed = SEED;
    try {
      seed = given.map(Long::parseLong).orElse(SEED);
    } catch (NumberFormatException e) {
      problems.add(new Problem("--seed " + given.orElse(""), 0, 0, "a seed is a whole number"));
    }
    Scene scene = new Scene(empty, seed);
    scene.move(new LessonMove.Begin(lesson, true));
    Optional<LessonDesk> opened = scene.session.inLesson();
    if (opened.isPresent() && !step.isEmpty()) {
      List<String> steps = opened.get().lesson().steps().stream().map(LessonStep::id).toList();
      if (steps.contains(step)) {
        scene.move(new LessonMove.To(steps.indexOf(step)));
      } else {
        problems.add(
            new Problem(
                "--step " + step, 0, 0,
                "is no step of " + lesson + "; there are " + String.join(", ", steps)));
      }
    }
    boolean asks = scene.session.inLesson().filter(each -> each.step().task().asks()).isPresent();
    if (!answer.isEmpty() && problems.isEmpty() && !asks) {
      problems.add(
          new Problem("--answer " + answer, 0, 0, "the step asks nothing that could be answered"));
    } else if (!answer.isEmpty() && problems.isEmpty()) {
      answered(scene);
    }
    problems.addAll(scene.session.problems());
    return scene.session;
  }

  private void answered(Scene scene) {
    LessonDesk desk = scene.session.inLesson().orElseThrow();
    Answer said =
        answer.equals(RIGHT)
            ? desk.made().orElseThrow().judge().truth(desk.step().task())
            : Measured.number(answer)
                .<Answer>map(Answer.Amount::new)
                .orElseGet(() -> new Answer.Names(Arrays.asList(answer.split(" *, *"))));
    desk.step().why().ifPresent(
        why ->
            scene.move(
                new LessonMove.Reasoned(
                    answer.equals(RIGHT) ? why.right() : why.reasons().getFirst())));
    scene.move(new LessonMove.Drafted(said));
    scene.move(new LessonMove.Submitted());
  }

  /** The application without its window; nothing is kept. */
  private static final class Scene {
    private final Deque<Action> actions = new ArrayDeque<>();
    private final LessonService lessons;
    private Session session;

    Scene(Session empty, long seed) {
      session = empty;
      Catalog catalog = Catalog.ofClassPath();
      lessons =
          new LessonService(
              catalog, LessonShelf.of(catalog), new ProgressShelf(Path.of("")), () -> seed,
              Runnable::run, actions::add);
    }

    void move(LessonMove move) {
      actions.add(new Action.InLesson(move));
      while (!actions.isEmpty()) {
        Next next = SessionReducer.update(session, actions.poll());
        session = next.session();
        next.effects().stream().filter(each -> !keeps(each)).forEach(lessons::perform);
      }
    }

    private static boolean keeps(Effect effect) {
      return effect instanceof Effect.Lesson(LessonErrand errand)
          && errand instanceof LessonErrand.Keep;
    }
  }
}
