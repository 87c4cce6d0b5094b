package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.lesson.Answer;
import unjam.lesson.LessonShelf;
import unjam.lesson.MadeUpLesson;
import unjam.lesson.ProgressShelf;

/** While a lesson is written, a save changes what is shown and nothing of where one is. */
class RereadTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();
  private static final String NAME = "03-silent";
  private static final int WHO = 1;
  private static final int WHEN = 2;

  @TempDir Path folder;

  private final Deque<Action> actions = new ArrayDeque<>();
  private Session session = Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH));
  private Path lesson;
  private LessonService lessons;

  @BeforeEach
  void atAStep() throws IOException {
    lesson = MadeUpLesson.in(folder.resolve("lessons"), NAME);
    lessons =
        new LessonService(
            CATALOG, LessonShelf.of(CATALOG, folder.resolve("lessons")),
            new ProgressShelf(folder.resolve("progress")), () -> 1, Runnable::run, actions::add);
    move(new LessonMove.Begin(NAME, true));
  }

  private void move(LessonMove first) {
    actions.add(new Action.InLesson(first));
    while (!actions.isEmpty()) {
      Next next = SessionReducer.update(session, actions.poll());
      session = next.session();
      next.effects().forEach(lessons::perform);
    }
  }

  private void saved() {
    move(new LessonMove.Reread(NAME));
  }

  private LessonDesk desk() {
    return session.inLesson().orElseThrow();
  }

  private void answer() {
    move(new LessonMove.To(WHO));
    move(new LessonMove.Drafted(new Answer.Names(List.of("gone"))));
    move(new LessonMove.Reasoned("luck"));
    move(new LessonMove.Submitted());
  }

  @Test
  void otherWordsAreReadWhileTheAnswerAndThePlayheadStay() throws IOException {
    answer();
    LessonDesk before = desk();
    Object playhead = session.playback().at();
    MadeUpLesson.words(lesson, "Another title");
    saved();

    assertThat(desk().lesson().text("en").title()).isEqualTo("Another title");
    assertThat(desk().judged()).isEqualTo(before.judged()).isPresent();
    assertThat(desk().reason()).isEqualTo("luck");
    assertThat(desk().made()).isEqualTo(before.made()).isPresent();
    assertThat(session.playback().at()).isEqualTo(playhead);
  }

  @Test
  void anotherQuestionIsAskedAnewAtTheSameStep() throws IOException {
    answer();
    MadeUpLesson.edit(lesson, "broken: never", "broken: there is eh_woken");
    saved();

    assertThat(desk().step().id()).isEqualTo("who");
    assertThat(desk().judged()).isEmpty();
    assertThat(desk().made()).isPresent();
    assertThat(desk().progress().answers()).containsKey("who");
  }

  @Test
  void aBrokenSaveIsToldAndWhatIsShownStaysUntilItIsMended() throws IOException {
    answer();
    LessonDesk before = desk();
    String good = Files.readString(lesson.resolve("lesson.yaml"));
    Files.writeString(lesson.resolve("lesson.yaml"), good.replace("part: boundary", "part: x"));
    saved();

    assertThat(session.problems()).extracting(Problem::file)
        .containsExactly(lesson.resolve("lesson.yaml").toString());
    assertThat(desk()).isEqualTo(before);

    Files.writeString(lesson.resolve("lesson.yaml"), good);
    saved();

    assertThat(session.problems()).isEmpty();
    assertThat(desk().step().id()).isEqualTo("who");
    assertThat(desk().judged()).isEqualTo(before.judged());
  }

  @Test
  void stepsThatComeBeforeMoveTheStepAndNotTheLearner() throws IOException {
    move(new LessonMove.To(WHEN));
    MadeUpLesson.edit(lesson, "steps:\n", "steps:\n  - {id: end2, part: incident, run: lost}\n");
    for (String language : List.of("en.md", "zh_CN.md")) {
      Path words = lesson.resolve(language);
      Files.writeString(
          words,
          Files.readString(words).replace("## incident:", "## end2: More\nMore.\n## incident:"));
    }
    saved();

    assertThat(session.problems()).isEmpty();
    assertThat(desk().index()).isEqualTo(WHEN + 1);
    assertThat(desk().step().id()).isEqualTo("when");
  }

  @Test
  void aStepThatIsTakenAwayLeavesTheLearnerInItsPlaceWithAllAnswers() throws IOException {
    answer();
    MadeUpLesson.edit(lesson, "id: who", "id: which");
    for (String language : List.of("en.md", "zh_CN.md")) {
      Path words = lesson.resolve(language);
      Files.writeString(words, Files.readString(words).replace("## who:", "## which:"));
    }
    saved();

    assertThat(session.problems()).isEmpty();
    assertThat(desk().step().id()).isEqualTo("which");
    assertThat(desk().progress().answers()).containsKey("who");
    assertThat(new ProgressShelf(folder.resolve("progress")).kept(NAME))
        .contains(desk().progress());
  }

  @Test
  void aSaveOfAnotherLessonChangesNothing() throws IOException {
    MadeUpLesson.in(folder.resolve("lessons"), "04-other");
    Session before = session;
    move(new LessonMove.Reread("04-other"));
    assertThat(session).isEqualTo(before);
  }
}
