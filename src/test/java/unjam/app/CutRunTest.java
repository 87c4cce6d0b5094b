package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.lesson.Answer;
import unjam.lesson.Progress;
import unjam.lesson.Task;
import unjam.lesson.Verdict;

/** A step whose run is cut tells nothing of its end; what is asked for has to be given. */
class CutRunTest {

  @TempDir Path folder;

  private AtDesk opened(String lesson) {
    AtDesk desk = new AtDesk(folder, 4);
    desk.open(lesson, "6.12", 4);
    return desk;
  }

  private static String sentence(AtDesk desk) {
    Frame frame = desk.session().frame().orElseThrow();
    return Narrator.of(frame, Focus.of(frame, -1)).what().key();
  }

  @Test
  void aRunThatIsCutHasNoEnding() {
    AtDesk desk = opened("01-one-read");
    assertThat(desk.desk().isBlind()).isTrue();
    assertThat(sentence(desk)).doesNotStartWith("story.end");

    desk.move(new LessonMove.Leave());
    desk.take(new Action.ToEnd());

    assertThat(sentence(desk)).startsWith("story.end");
  }

  @Test
  void whereTheStageIsHiddenAnAnswerDoesNotOpenTheRun() {
    AtDesk desk = opened("13-capstone");
    desk.goTo("cause");
    Cut before = Cut.of(desk);
    desk.move(new LessonMove.Drafted(desk.judge().truth(desk.desk().step().task())));
    desk.move(new LessonMove.Submitted());

    assertThat(desk.desk().judged()).isPresent();
    desk.take(new Action.Play());
    desk.move(new LessonMove.SeeWhy());
    assertThat(Cut.of(desk)).isEqualTo(before);
    assertThat(desk.session().playback().playing()).isFalse();

    desk.goTo("reveal");
    assertThat(Cut.of(desk).end())
        .isEqualTo(desk.desk().made().orElseThrow().full().trace().endNanos())
        .isGreaterThan(before.end());
  }

  private record Cut(long end, long now) {
    static Cut of(AtDesk desk) {
      return new Cut(
          desk.session().open().orElseThrow().trace().endNanos(),
          desk.session().playback().at().nanos());
    }
  }

  @Test
  void anAnswerWithoutTheReasonThatIsAskedForIsNotTaken() {
    AtDesk desk = opened("13-capstone");
    desk.goTo("victims");
    desk.move(new LessonMove.Drafted(new Answer.Names(List.of())));
    desk.move(new LessonMove.Submitted());
    assertThat(desk.desk().judged()).isEmpty();
    assertThat(desk.desk().progress().answers()).isEmpty();

    desk.move(new LessonMove.Reasoned("own"));
    desk.move(new LessonMove.Submitted());

    assertThat(desk.desk().progress().answers().values())
        .extracting(Progress.Given::reason).containsExactly("own");
  }

  @Test
  void aGoalThatIsNotReachedSaysWhatItComparesAndWhatItFound() {
    AtDesk desk = opened("03-watchdog");
    int change = 0;
    while (!(desk.desk().lesson().steps().get(change).task() instanceof Task.Change)) {
      change++;
    }
    desk.move(new LessonMove.To(change));
    desk.move(new LessonMove.Submitted());

    Verdict.Unmet unmet = desk.desk().judged().orElseThrow().unmet().orElseThrow();
    assertThat(unmet.relation().sign()).isEqualTo("<");
    assertThat(unmet.wanted().orElseThrow().text()).isEqualTo("8.000 s");
    assertThat(unmet.found().orElseThrow().is(unmet.relation(), unmet.wanted().orElseThrow()))
        .isFalse();
  }
}
