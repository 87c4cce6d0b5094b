package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import unjam.catalog.Catalog;
import unjam.lesson.Judge;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.Progress;
import unjam.lesson.ProgressShelf;

/** A lesson in the application without its window: actions in, effects carried out at once. */
final class AtDesk {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private final Deque<Action> actions = new ArrayDeque<>();
  private final ProgressShelf progress;
  private final LessonService lessons;
  private final SimulationService runs =
      new SimulationService(CATALOG, Runnable::run, actions::add);
  private Session session = Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH));

  AtDesk(Path folder, long seed) {
    progress = new ProgressShelf(folder);
    lessons =
        new LessonService(
            CATALOG, LessonShelf.of(CATALOG), progress, () -> seed, Runnable::run, actions::add);
  }

  static Lesson read(String lesson) {
    return LessonReader.read(CATALOG, LessonShelf.of(CATALOG).folder(lesson)).orThrow();
  }

  void take(Action first) {
    actions.add(first);
    while (!actions.isEmpty()) {
      Next next = SessionReducer.update(session, actions.poll());
      session = next.session();
      for (Effect each : next.effects()) {
        if (!(each instanceof Effect.Study)) {
          lessons.perform(each);
          runs.perform(each);
        }
      }
    }
    assertThat(session.problems()).isEmpty();
  }

  void move(LessonMove move) {
    take(new Action.InLesson(move));
  }

  Session session() {
    return session;
  }

  LessonDesk desk() {
    return session.inLesson().orElseThrow();
  }

  Judge judge() {
    return desk().made().orElseThrow().judge();
  }

  /** Opens a lesson in a kernel version, whichever it would choose itself. */
  void open(String lesson, String kernel, long seed) {
    progress.keep(Progress.begun(lesson, kernel, seed, read(lesson).steps().getFirst().id()));
    move(new LessonMove.Begin(lesson, false));
    assertThat(desk().progress().kernel()).isEqualTo(kernel);
  }

  /** To a step by its name. */
  void goTo(String step) {
    move(
        new LessonMove.To(
            desk().lesson().steps().indexOf(desk().lesson().step(step).orElseThrow())));
  }
}
