package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.catalog.Catalog;
import unjam.lesson.Answer;
import unjam.lesson.Judge;
import unjam.lesson.Progress;
import unjam.lesson.ProgressShelf;
import unjam.lesson.Task;

/**
 * Every lesson that comes with the application is walked through from its first step to its last,
 * with right and with wrong answers, in every kernel version that it names.
 */
class LessonsTest {

  @TempDir Path folder;

  private static final Catalog CATALOG = Catalog.ofClassPath();

  private record Walk(String lesson, String kernel, long seed) {
    @Override
    public String toString() {
      return lesson + " in " + kernel + " with seed " + seed;
    }
  }

  private static Stream<Walk> walks() {
    return CATALOG.lessons().stream()
        .flatMap(
            lesson ->
                AtDesk.read(lesson).kernels().stream()
                    .flatMap(
                        kernel ->
                            Stream.of(1L, 2L).map(seed -> new Walk(lesson, kernel, seed))));
  }

  @ParameterizedTest
  @MethodSource("walks")
  void whoAnswersRightlyGetsThroughWithEverythingRight(Walk walk) {
    AtDesk desk = opened(walk);
    int steps = desk.desk().lesson().steps().size();
    for (int i = 0; i < steps; i++) {
      Task task = desk.desk().step().task();
      if (task instanceof Task.Change change) {
        changed(desk, change);
        desk.move(new LessonMove.Submitted());
      } else if (task.asks()) {
        desk.move(new LessonMove.Drafted(judge(desk).truth(task)));
        desk.desk().step().why().ifPresent(
            why -> desk.move(new LessonMove.Reasoned(why.right())));
        desk.move(new LessonMove.Submitted());
      }
      if (task.asks() || task instanceof Task.Change) {
        assertThat(desk.desk().judged().orElseThrow().right())
            .as(desk.desk().step().id()).isTrue();
      }
      on(desk, i, steps);
    }
    assertThat(desk.desk().progress().answers().values()).allMatch(Progress.Given::right);
    assertThat(new ProgressShelf(folder).kept(walk.lesson())).contains(desk.desk().progress());
  }

  @ParameterizedTest
  @MethodSource("walks")
  void whoAnswersWronglyIsToldSoAndGetsThrough(Walk walk) {
    AtDesk desk = opened(walk);
    int steps = desk.desk().lesson().steps().size();
    for (int i = 0; i < steps; i++) {
      Task task = desk.desk().step().task();
      if (task.asks()) {
        desk.move(new LessonMove.Drafted(wrong(task, judge(desk))));
        desk.desk().step().why().ifPresent(
            why -> desk.move(new LessonMove.Reasoned(why.reasons().getFirst())));
      }
      if (task.asks() || task instanceof Task.Change) {
        desk.move(new LessonMove.Submitted());
        assertThat(desk.desk().judged().orElseThrow().right())
            .as(desk.desk().step().id()).isFalse();
        desk.move(new LessonMove.SeeWhy());
      }
      on(desk, i, steps);
    }
  }

  @ParameterizedTest
  @MethodSource("walks")
  void nothingOfTheFutureIsThereBeforeAPredictionIsMade(Walk walk) {
    AtDesk desk = opened(walk);
    int steps = desk.desk().lesson().steps().size();
    for (int i = 0; i < steps; i++) {
      LessonDesk at = desk.desk();
      if (at.isBlind() && at.step().at().isPresent()) {
        LessonRuns runs = at.made().orElseThrow();
        assertThat(desk.session().open().orElseThrow().trace().endNanos())
            .as(at.step().id())
            .isLessThanOrEqualTo(runs.at().nanos())
            .isLessThan(runs.full().trace().endNanos());
      }
      on(desk, i, steps);
    }
  }

  private AtDesk opened(Walk walk) {
    AtDesk desk = new AtDesk(folder, walk.seed());
    desk.open(walk.lesson(), walk.kernel(), walk.seed());
    return desk;
  }

  private static void on(AtDesk desk, int step, int steps) {
    if (step + 1 < steps) {
      desk.move(new LessonMove.To(step + 1));
    }
  }

  private static Judge judge(AtDesk desk) {
    return desk.desk().made().orElseThrow().judge();
  }

  private static void changed(AtDesk desk, Task.Change change) {
    desk.take(
        new Action.Change(
            Variants.of(
                    CATALOG, desk.session().work().orElseThrow().scenario(), change.solution())
                .orThrow()));
  }

  /** An answer that is not the right one. */
  private static Answer wrong(Task task, Judge judge) {
    return switch (judge.truth(task)) {
      case Answer.Amount(long value) -> new Answer.Amount(value + 1_000_000_000_000L);
      case Answer.Names(List<String> names) -> new Answer.Names(wrong(task, names, judge));
      case Answer.Done done -> done;
    };
  }

  private static List<String> wrong(Task task, List<String> right, Judge judge) {
    List<String> names = new ArrayList<>(right);
    switch (task) {
      case Task.Pick pick -> names.set(0, other(pick.choices(), right.getFirst()));
      case Task.Drill drill ->
          names.replaceAll(each -> other(drill.choices(), each));
      case Task.Mark mark -> toggle(names, mark.choices().getFirst().id());
      case Task.Victims victims -> toggle(names, judge.disks().getFirst());
      case Task.Blanks blanks -> names.set(0, "?");
      default -> Collections.reverse(names);
    }
    return names;
  }

  private static void toggle(List<String> names, String one) {
    if (!names.remove(one)) {
      names.add(one);
    }
  }

  private static String other(List<Task.Choice> choices, String right) {
    return choices.stream().map(Task.Choice::id).filter(each -> !each.equals(right)).findFirst()
        .orElseThrow();
  }
}
