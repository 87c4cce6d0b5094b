package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.OpenRun;
import unjam.app.PolicyBoard;
import unjam.app.Rival;
import unjam.app.View;
import unjam.engine.SimTime;
import unjam.scenario.When;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.control.RichLine;

/** Two futures under one playhead: another policy beside this one, and a fork. */
class CompareWalkTest extends InWindow {

  private static final long WHEN = 20_000_000_000L;

  @BeforeEach
  void oneReadIsLost() throws Exception {
    openAt("lost-command", WHEN);
  }

  /** The read is given up after 7 s instead of being sent again after 30. */
  @Test
  void compareWithFailFast(FxRobot robot) throws Exception {
    robot.clickOn("#compare");
    waitUntil(() -> store.session().rivals().size() == 1 && isSeen(robot, "#cost-errors-1"));
    assertThat(text(robot, "#cost-errors-0")).isEqualTo("0 of 1");
    assertThat(text(robot, "#cost-errors-1")).isEqualTo("1 of 1");
    assertThat(robot.lookup("#difference").queryAs(RichLine.class).sentence())
        .contains("Retry hard: at most 31.8 s, no error")
        .contains("Fail fast: at most 7.04 s, one error");
    assertThat(robot.lookup("#parting").queryAs(RichLine.class).sentence())
        .contains("one run");
    assertThat(text(robot, "#future-told-1")).contains("EIO");

    robot.clickOn("#futures");
    waitUntil(() -> store.session().playback().at().nanos() != WHEN);

    robot.press(KeyCode.C).release(KeyCode.C);
    waitUntil(() -> store.session().desk().view() == View.STAGE && isSeen(robot, "#scrubber"));
  }

  /**
   * The disk is set offline under the read that it has. What was is kept on the left; undoing what
   * was done makes both the same again.
   */
  @Test
  void forkAndChangeTheSecondFuture(FxRobot robot) throws Exception {
    robot.press(KeyCode.F).release(KeyCode.F);
    waitUntil(() -> store.session().rivals().size() == 1 && isSeen(robot, "#cost-errors-1"));
    assertThat(store.session().rivals().getFirst().kind()).isEqualTo(Rival.Kind.FORK);
    assertThat(robot.lookup("#parting").queryAs(RichLine.class).sentence())
        .contains("from beginning to end");

    OpenRun before = store.session().open().orElseThrow();
    store.send(
        new Action.Intervene(
            PolicyBoard.of(
                    store.session().frame().orElseThrow().state(), new Scope.Machine())
                .write(
                    Knob.STATE, "offline",
                    new When.At(SimTime.ofNanos(WHEN)))));
    waitUntil(
        () ->
            store.session().open().filter(each -> each != before).isPresent()
                && text(robot, "#cost-errors-1").equals("1 of 1"));
    assertThat(text(robot, "#cost-errors-0")).isEqualTo("0 of 1");
    assertThat(robot.lookup("#parting").queryAs(RichLine.class).sentence()).contains("they part");

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    waitUntil(() -> text(robot, "#cost-errors-1").equals("0 of 1"));

    robot.clickOn("#drop-0");
    waitUntil(() -> store.session().rivals().isEmpty());
  }
}
