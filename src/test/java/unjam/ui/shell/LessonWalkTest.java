package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.LessonDesk;
import unjam.app.LessonMove;
import unjam.lesson.Answer;
import unjam.lesson.LessonStep;
import unjam.lesson.Task;

/** A lesson is worked through in the window, from its first step to its last. */
class LessonWalkTest extends InWindow {

  private static final String LESSON = "03-watchdog";

  private LessonDesk desk() {
    return store.session().inLesson().orElseThrow();
  }

  private void ready() throws Exception {
    waitUntil(
        () -> store.session().inLesson().filter(each -> each.made().isPresent()).isPresent());
  }

  private void opens(String lesson) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(new Action.InLesson(new LessonMove.Begin(lesson, true)));
    ready();
  }

  private Answer truth() {
    return desk().made().orElseThrow().judge().truth(desk().step().task());
  }

  private List<String> names() {
    return truth() instanceof Answer.Names(List<String> names) ? names : List.of();
  }

  @Test
  void aLessonIsDoneWithTheMouseAlone(FxRobot robot) throws Exception {
    opens(LESSON);
    int steps = desk().lesson().steps().size();
    for (int i = 0; i < steps; i++) {
      int at = i;
      waitUntil(() -> desk().index() == at && desk().made().isPresent());
      assertThat(text(robot, "#lesson-heading")).isNotEmpty();
      boolean asks = desk().step().task().asks();
      assertThat(robot.lookup("#lesson-next").query().isDisabled()).isEqualTo(asks);
      if (asks) {
        answerByMouse(robot);
        submit(robot);
        waitUntil(() -> desk().judged().isPresent());
        assertThat(desk().judged().orElseThrow().right()).as(desk().step().id()).isTrue();
        assertThat(isSeen(robot, "#lesson-told")).isTrue();
      }
      robot.clickOn("#lesson-next");
    }
    waitUntil(() -> store.session().lesson() == null);
    assertThat(isSeen(robot, "#inspector")).isTrue();
  }

  private void submit(FxRobot robot) {
    if (desk().verdict() == null) {
      robot.clickOn("#lesson-submit");
    }
  }

  private void answerByMouse(FxRobot robot) throws Exception {
    Task task = desk().step().task();
    switch (task) {
      case Task.Flag flag -> {
        long nanos = truth() instanceof Answer.Amount(long value) ? value : 0;
        Node field = robot.lookup("#guess-field").query();
        long end = desk().made().orElseThrow().full().trace().endNanos();
        var box = field.localToScreen(field.getBoundsInLocal());
        robot.clickOn(
            box.getMinX() + box.getWidth() * nanos / end, box.getMinY() + 8,
            MouseButton.PRIMARY);
        waitUntil(() -> desk().said().isPresent());
      }
      case Task.Blanks blanks -> {
        for (int i = 0; i < blanks.blanks().size(); i++) {
          Task.Blank blank = blanks.blanks().get(i);
          String wanted = names().get(i);
          int item =
              desk().made().orElseThrow().judge().offered(blank).indexOf(wanted);
          robot.clickOn("#gap-" + blank.id());
          robot.clickOn("#gap-" + blank.id() + "-" + item);
        }
      }
      case Task.Number number -> {
        long nanos = truth() instanceof Answer.Amount(long value) ? value : 0;
        robot.clickOn("#number").write("" + nanos / 1_000_000_000L);
        waitUntil(() -> desk().said().isPresent());
      }
      default -> {
        for (String each : names()) {
          robot.clickOn("#option-" + each);
        }
      }
    }
    if (desk().step().why().isPresent()) {
      String right = desk().step().why().get().right();
      robot.interact(() -> robot.lookup("#reason-" + right).query().requestFocus());
      robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
      waitUntil(() -> desk().reason().equals(right));
    }
  }

  @Test
  void whatTheStepDoesNotAllowIsLocked(FxRobot robot) throws Exception {
    opens(LESSON);
    toStep(robot, Task.Flag.class);
    assertThat(desk().isBlind()).isTrue();
    long before = now();
    for (String each : List.of("#play", "#previous", "#next", "#compare", "#fork")) {
      assertThat(robot.lookup(each).query().isDisabled()).as(each).isTrue();
    }
    assertThat(isSeen(robot, "#transport-lock")).isTrue();
    press(robot, KeyCode.SPACE);
    press(robot, KeyCode.END);
    assertThat(now()).isEqualTo(before);
    assertThat(text(robot, "#lesson-body")).doesNotContain("{");
  }

  @Test
  void theFlagGoesWithTheArrowsAndTheTruthStandsBesideItAfterwards(FxRobot robot)
      throws Exception {
    opens(LESSON);
    toStep(robot, Task.Flag.class);
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
    waitUntil(() -> desk().said().isPresent());
    assertThat(desk().said().orElseThrow()).isEqualTo(new Answer.Amount(1_100_000_000L));
    assertThat(text(robot, "#guess-flag")).isEqualTo("my guess 1.10 s");
    assertThat(robot.lookup(".truth-flag").query().isVisible()).isFalse();
    reasonByKeys(robot);
    robot.clickOn("#lesson-submit");
    waitUntil(() -> desk().judged().isPresent());
    assertThat(robot.lookup(".truth-flag").query().isVisible()).isTrue();
    assertThat(robot.lookup("#play").query().isDisabled()).isFalse();
    robot.clickOn("#lesson-see");
    waitUntil(() -> store.session().playback().at().seq() == desk().verdict().leftAt());
  }

  @Test
  void aLessonIsGoneThroughWithTheKeysAlone(FxRobot robot) throws Exception {
    opens(LESSON);
    int steps = desk().lesson().steps().size();
    for (int i = 0; i + 1 < steps; i++) {
      int at = i;
      waitUntil(() -> desk().index() == at && desk().made().isPresent());
      Task task = desk().step().task();
      if (task.asks()) {
        press(robot, KeyCode.N);
        assertThat(desk().index()).isEqualTo(at);
        if (task instanceof Task.Flag) {
          press(robot, KeyCode.RIGHT);
        } else {
          byKeys(robot, task);
        }
        waitUntil(() -> desk().said().isPresent());
        reasonByKeys(robot);
        robot.interact(() -> robot.lookup("#lesson-submit").query().requestFocus());
        press(robot, KeyCode.SPACE);
        waitUntil(() -> desk().judged().isPresent());
      }
      press(robot, KeyCode.N);
    }
    waitUntil(() -> desk().next(false) < 0 && desk().made().isPresent());
    press(robot, KeyCode.P);
    waitUntil(() -> desk().index() == steps - 2);
  }

  /** An answer is not taken before the reason that is asked for is chosen. */
  private void reasonByKeys(FxRobot robot) throws Exception {
    if (desk().step().why().isPresent()) {
      assertThat(robot.lookup("#lesson-submit").query().isDisabled()).isTrue();
      String first = desk().step().why().get().reasons().getFirst();
      robot.interact(() -> robot.lookup("#reason-" + first).query().requestFocus());
      press(robot, KeyCode.SPACE);
      waitUntil(() -> !desk().reason().isEmpty());
    }
  }

  private void byKeys(FxRobot robot, Task task) throws Exception {
    if (task instanceof Task.Blanks blanks) {
      for (int i = 0; i < blanks.blanks().size(); i++) {
        int gap = i;
        Node menu = robot.lookup("#gap-" + blanks.blanks().get(i).id()).query();
        robot.interact(menu::requestFocus);
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ENTER);
        waitUntil(
            () ->
                desk().said().orElse(null) instanceof Answer.Names(List<String> said)
                    && !said.get(gap).isEmpty());
      }
      return;
    }
    if (task instanceof Task.Number) {
      robot.interact(() -> robot.lookup("#number").query().requestFocus());
      robot.write("12");
      return;
    }
    Node first = robot.lookup(".option").query();
    robot.interact(first::requestFocus);
    press(robot, KeyCode.SPACE);
  }

  @Test
  void theListOfLessonsOpensWithAKeyAndStartsOne(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    press(robot, KeyCode.L);
    waitUntil(() -> robot.lookup("#start-" + LESSON).tryQuery().isPresent());
    Node start = robot.lookup("#start-" + LESSON).query();
    robot.interact(() -> ((javafx.scene.control.Button) start).fire());
    ready();
    assertThat(desk().lesson().name()).isEqualTo(LESSON);
    assertThat(isSeen(robot, "#lesson")).isTrue();
    robot.clickOn("#lesson-leave");
    waitUntil(() -> store.session().lesson() == null);
  }

  @Test
  void aMirrorHidesTheStageUntilItIsRevealed(FxRobot robot) throws Exception {
    opens("13-capstone");
    assertThat(desk().step().mirror()).isTrue();
    waitUntil(() -> isSeen(robot, "#mirror"));
    assertThat(robot.lookup("#scrubber").tryQuery()).isEmpty();
    assertThat(robot.lookup("#tab-command").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#tab-log").query().isDisabled()).isFalse();
    List<LessonStep> steps = desk().lesson().steps();
    int revealed = 0;
    while (steps.get(revealed).mirror()) {
      revealed++;
    }
    store.send(new Action.InLesson(new LessonMove.To(revealed)));
    waitUntil(() -> desk().made().isPresent() && !desk().step().mirror());
    assertThat(isSeen(robot, "#scrubber")).isTrue();
    assertThat(robot.lookup("#mirror").tryQuery()).isEmpty();
  }

  private void toStep(FxRobot robot, Class<? extends Task> wanted) throws Exception {
    int at = 0;
    while (!wanted.isInstance(desk().lesson().steps().get(at).task())) {
      at++;
    }
    int step = at;
    store.send(new Action.InLesson(new LessonMove.To(step)));
    waitUntil(() -> desk().index() == step && desk().made().isPresent());
    assertThat(isSeen(robot, "#guess")).isTrue();
  }
}
