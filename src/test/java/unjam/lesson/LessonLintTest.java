package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.catalog.Catalog;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;

/** Every lesson that comes with the application holds what it says, wherever it says it does. */
class LessonLintTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static Stream<String> lessons() {
    return CATALOG.lessons().stream();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonHoldsInEveryKernelAndEveryVariantThatItNames(String lesson) {
    assertThat(
            LessonLint.problems(
                CATALOG, scenario -> Timeline.of(Simulation.run(scenario).trace()),
                LessonShelf.of(CATALOG).folder(lesson)))
        .isEmpty();
  }
}
