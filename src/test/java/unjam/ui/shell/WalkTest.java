package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.Session;
import unjam.playback.Pace;
import unjam.ui.control.RichLine;

/** Walks through the application as a person would take. */
class WalkTest extends InWindow {

  @Override
  Belongings belongings() {
    return Belongings.ofPicture();
  }

  private static String sentence(FxRobot robot) {
    return robot.lookup("#sentence").queryAs(RichLine.class).sentence();
  }

  @Test
  void theFirstStartPlaysTheSeedsStoryAndSaysWhatOneSees(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    long before = now();

    assertThat(store.session().playback().playing()).isTrue();
    waitUntil(() -> now() > before);
    assertThat(text(robot, "#scenario")).isNotBlank();
    assertThat(sentence(robot)).isNotBlank();
    assertThat(text(robot, "#hint")).isEqualTo("Jump to the first timeout");

    robot.clickOn("#hint");
    waitUntil(() -> sentence(robot).contains("has had its time"));
    assertThat(text(robot, "#clock")).startsWith("33.7");
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    waitUntil(() -> !store.session().playback().playing());
  }

  @Test
  void pauseStepStepBackAndDragTheTime(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    waitUntil(() -> !store.session().playback().playing());
    Session paused = store.session();

    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    waitUntil(() -> !store.session().playback().at().equals(paused.playback().at()));
    String one = text(robot, "#clock");
    Session afterOne = store.session();
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    waitUntil(() -> !store.session().playback().at().equals(afterOne.playback().at()));
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    waitUntil(() -> store.session().playback().at().equals(afterOne.playback().at()));
    assertThat(text(robot, "#clock")).isEqualTo(one);
    assertThat(store.session().frame()).isEqualTo(afterOne.frame());

    robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
    waitUntil(() -> now() == 2_000_000_000L);
    robot.clickOn("#next-mark");
    waitUntil(() -> now() > 33_000_000_000L);

    Bounds bar = robot.lookup("#scrubber").query().localToScreen(
        robot.lookup("#scrubber").query().getBoundsInLocal());
    robot.drag("#overview-head", MouseButton.PRIMARY)
        .dropTo(new Point2D(740, bar.getMinY() + 20));
    waitUntil(() -> now() > 60_000_000_000L);
    long dragged = now();
    store.send(new Action.JumpTo(0));
    store.send(new Action.JumpTo(dragged));
    waitUntil(() -> now() == dragged);
    assertThat(sentence(robot)).contains("scsi_eh_0");
  }

  @Test
  void thePaceIsChosenByKeyAndByList(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    robot.press(KeyCode.MINUS).release(KeyCode.MINUS);
    waitUntil(
        () -> store.session().playback().pace().equals(new Pace.Constant(1_000_000)));

    assertThat(text(robot, "#pace")).isEqualTo("pace: 1 ms a second");
    assertThat(text(robot, "#short-detail")).isEqualTo("1 s on the wall shows 1.00 ms");
    robot.clickOn("#pace").clickOn("#pace-1");
    waitUntil(
        () -> store.session().playback().pace().equals(new Pace.Constant(Pace.FASTEST)));
    robot.press(KeyCode.HOME).release(KeyCode.HOME);
    waitUntil(() -> now() == 0);
    robot.press(KeyCode.END).release(KeyCode.END);
    waitUntil(() -> now() == store.session().open().orElseThrow().trace().endNanos());
    assertThat(sentence(robot)).contains("no system call failed");
  }
}
