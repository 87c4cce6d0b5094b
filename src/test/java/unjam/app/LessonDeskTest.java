package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.catalog.Catalog;
import unjam.lesson.Lesson;
import unjam.lesson.LessonReader;
import unjam.lesson.LessonShelf;
import unjam.lesson.Progress;

/** A learner goes through every step, a class through those of the short form. */
class LessonDeskTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private static LessonDesk desk(String name) {
    Lesson lesson =
        LessonReader.read(CATALOG, LessonShelf.of(CATALOG).folder(name)).orThrow();
    return LessonDesk.opened(
        lesson, Progress.begun(name, "6.12", 1, lesson.steps().getFirst().id()));
  }

  private static List<String> way(LessonDesk from, boolean inClass) {
    List<String> way = new ArrayList<>(List.of(from.step().id()));
    LessonDesk desk = from;
    while (desk.next(inClass) >= 0) {
      desk = desk.at(desk.next(inClass));
      way.add(desk.step().id());
    }
    return way;
  }

  @Test
  void aClassIsLedThroughTheShortFormOnly() {
    LessonDesk desk = desk("01-one-read");

    assertThat(way(desk, true)).isEqualTo(desk.lesson().brief().orElseThrow().steps());
    assertThat(way(desk, false)).hasSameSizeAs(desk.lesson().steps());
  }

  @Test
  void backIsWhereOneCameFrom() {
    LessonDesk desk = desk("01-one-read");
    LessonDesk second = desk.at(desk.next(true));

    assertThat(second.previous(true)).isZero();
    assertThat(desk.previous(true)).isEqualTo(-1);
  }

  @Test
  void aLessonWithoutAShortFormIsGoneThroughWhole() {
    LessonDesk desk = desk("03-watchdog");

    assertThat(way(desk, true)).isEqualTo(way(desk, false));
  }
}
