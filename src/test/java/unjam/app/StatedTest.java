package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.lesson.Answer;

/** What was said while the stage was hidden stands on the time line when it is shown. */
class StatedTest {

  @TempDir Path folder;

  private AtDesk desk;

  @BeforeEach
  void aNight() {
    desk = new AtDesk(folder, 4);
    desk.open("13-capstone", "6.12", 4);
  }

  private void answer(String step, Answer answer) {
    desk.goTo(step);
    desk.move(new LessonMove.Drafted(answer));
    desk.desk().step().why().ifPresent(
        why -> desk.move(new LessonMove.Reasoned(why.reasons().getFirst())));
    desk.move(new LessonMove.Submitted());
  }

  private Answer truth(String step) {
    desk.goTo(step);
    return desk.judge().truth(desk.desk().step().task());
  }

  private List<Stated> stated() {
    return Stated.of(desk.session());
  }

  @Test
  void whatHoldsAndWhatDoesNotIsShownAtItsEvent() {
    answer("cause", truth("cause"));
    answer("victims", new Answer.Names(List.of()));
    assertThat(stated()).isEmpty();

    desk.goTo("reveal");

    assertThat(stated()).extracting(Stated::step).containsExactly("cause", "victims");
    assertThat(stated()).extracting(Stated::right).containsExactly(true, false);
    assertThat(stated())
        .allMatch(
            each ->
                each.nanos() >= 0
                    && each.nanos() <= desk.session().open().orElseThrow().trace().endNanos());
    assertThat(stated().getFirst().heading("zh_CN")).isNotEmpty();
  }

  @Test
  void whoHasSaidNothingHasNoFlags() {
    desk.goTo("reveal");

    assertThat(stated()).isEmpty();
  }
}
