package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.trace.TimeoutFact;

/** A seed draws a machine in trouble, and what is right is computed from its run. */
class PuzzleTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  @TempDir Path folder;

  private Lesson lesson() throws IOException {
    Path path = MadeUpLesson.in(folder, "13-night");
    return LessonReader.read(CATALOG, new LessonFolder.OnDisk(path)).orThrow();
  }

  private static Optional<Puzzle> puzzle(Lesson lesson, long seed) {
    return Puzzle.of(
        CATALOG, scenario -> Timeline.of(Simulation.run(scenario).trace()), lesson, "6.12", seed);
  }

  private static long truth(Puzzle puzzle) {
    return ((Answer.Amount) puzzle.truth(puzzle.questions().getLast())).value();
  }

  @Test
  void theQuestionsAreAskedBeforeWhatTheyAreAbout() throws IOException {
    Puzzle puzzle = puzzle(lesson(), 1).orElseThrow();

    assertThat(puzzle.questions()).extracting(LessonStep::id).containsExactly("who", "when");
    assertThat(puzzle.truth(puzzle.questions().getFirst()))
        .isEqualTo(new Answer.Names(List.of("late")));
    assertThat(truth(puzzle)).isGreaterThan(puzzle.nanos());
    assertThat(puzzle.run().trace().fact(puzzle.seq()))
        .isNotInstanceOf(TimeoutFact.TimedOut.class);
  }

  @Test
  void seedsDrawDifferentRunsAndOneSeedDrawsTheSameAgain() throws IOException {
    Lesson lesson = lesson();
    TreeSet<Long> truths = new TreeSet<>();
    for (long seed = 1; seed <= 12; seed++) {
      truths.add(truth(puzzle(lesson, seed).orElseThrow()));
    }
    assertThat(truths).hasSize(3);
    assertThat(truth(puzzle(lesson, 5).orElseThrow()))
        .isEqualTo(truth(puzzle(lesson, 5).orElseThrow()));
  }

  @Test
  void aLessonWithoutMirrorsHasNoPuzzle() {
    LessonShelf shelf = LessonShelf.of(CATALOG);
    Lesson watchdog = LessonReader.read(CATALOG, shelf.folder("03-watchdog")).orThrow();
    assertThat(puzzle(watchdog, 1)).isEmpty();
  }
}
