package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.catalog.Catalog;
import unjam.lesson.Answer;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.LessonStep;
import unjam.lesson.ProgressShelf;
import unjam.lesson.Puzzle;
import unjam.reading.KernelLog;

/** The capstone on paper is the capstone in the window: the same night, the same truth. */
class CapstonePuzzleTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final LessonShelf SHELF = LessonShelf.of(CATALOG);
  private static final String NAME = "13-capstone";
  private static final Lesson LESSON =
      LessonReader.read(CATALOG, SHELF.folder(NAME)).orThrow();

  @TempDir Path folder;

  private final Deque<Action> actions = new ArrayDeque<>();
  private Session session = Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH));

  private static Puzzle puzzle(long seed, String kernel) {
    return Puzzle.of(
            CATALOG, scenario -> SimulationService.openNow(scenario).timeline(), LESSON, kernel,
            seed)
        .orElseThrow();
  }

  private LessonRuns inTheWindow(long seed, LessonStep step) {
    LessonService lessons =
        new LessonService(
            CATALOG, SHELF, new ProgressShelf(folder), () -> seed, Runnable::run, actions::add);
    for (LessonMove move :
        List.of(
            new LessonMove.Begin(NAME, true), new LessonMove.To(LESSON.steps().indexOf(step)))) {
      actions.add(new Action.InLesson(move));
      while (!actions.isEmpty()) {
        Next next = SessionReducer.update(session, actions.poll());
        session = next.session();
        next.effects().forEach(lessons::perform);
      }
    }
    assertThat(session.problems()).isEmpty();
    return session.inLesson().flatMap(LessonDesk::made).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6})
  void aSeedDrawsTheNightThatItDrawsForALearner(long seed) {
    Puzzle puzzle = puzzle(seed, Catalog.DEFAULT_KERNEL);
    LessonRuns runs = inTheWindow(seed, puzzle.questions().getFirst());

    assertThat(puzzle.run().trace().header()).isEqualTo(runs.full().trace().header());
    assertThat(puzzle.seq()).isEqualTo(runs.at().seq());
    for (LessonStep each : puzzle.questions()) {
      assertThat(puzzle.truth(each)).as(each.id()).isEqualTo(runs.judge().truth(each.task()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.1", "6.12"})
  void everyNightAsksForOneCauseAndLeavesTheRestOfItOpen(String kernel) {
    for (long seed = 1; seed <= 9; seed++) {
      Puzzle puzzle = puzzle(seed, kernel);
      assertThat(puzzle.questions()).extracting(LessonStep::id)
          .containsExactly("cause", "victims", "next");
      assertThat(puzzle.truth(puzzle.questions().getFirst())).as("seed " + seed)
          .isInstanceOfSatisfying(
              Answer.Names.class, each -> assertThat(each.names()).hasSize(1));
      assertThat(puzzle.seq()).isLessThan(puzzle.run().trace().size() - 1);
      assertThat(KernelLog.of(puzzle.run().trace()).after(puzzle.seq()))
          .allMatch(each -> each.nanos() <= puzzle.nanos());
    }
  }
}
