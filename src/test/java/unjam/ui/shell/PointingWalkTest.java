package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Detail;
import unjam.projection.CommandView;

/** Points at what is on the stage, chooses it, and asks what it is. */
class PointingWalkTest extends InWindow {

  /** The error handler has asked sda whether it is ready. */
  private static final long ASKED = 75_000_000_000L;

  @Override
  Belongings belongings() {
    return Belongings.ofPicture();
  }

  @Override
  void start(Stage stage) {
    super.start(stage);
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(ASKED));
  }

  private void waitUntilAsked(FxRobot robot) throws Exception {
    waitUntil(
        () ->
            store.session().playback().at().nanos() == ASKED
                && robot.lookup("#disk-sda").tryQuery().isPresent());
  }

  private CommandView heldCommand() {
    return store.session().frame().orElseThrow().state().heldByEh(0).getFirst();
  }

  private static String name(FxRobot robot, String id) throws Exception {
    Node node = robot.lookup(id).query();
    return WaitForAsyncUtils.asyncFx(
            () -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .get();
  }

  @Test
  void aDiskChoosesItsCommandAndTheEmptyStageOrEscNone(FxRobot robot) throws Exception {
    waitUntilAsked(robot);

    robot.clickOn("#disk-sda");
    waitUntil(() -> store.session().selection() == heldCommand().id());
    robot.moveTo("#sentence").press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    waitUntil(() -> store.session().selection() < 0);
    robot.clickOn("#held-" + heldCommand().id());
    waitUntil(() -> store.session().selection() == heldCommand().id());
  }

  @Test
  void thePointerLightsACommandEverywhere(FxRobot robot) throws Exception {
    waitUntilAsked(robot);
    int command = heldCommand().id();

    robot.moveTo("#token-" + command);
    waitUntil(() -> store.session().desk().hovered() == command);
    robot.moveTo("#sentence");
    waitUntil(() -> store.session().desk().hovered() < 0);
  }

  @Test
  void everythingAnswersWhatItIs(FxRobot robot) throws Exception {
    waitUntilAsked(robot);

    robot.clickOn("#rung-spot-LUN_RESET", MouseButton.SECONDARY);
    waitUntil(() -> robot.lookup("#explanation").tryQuery().isPresent());
    assertThat(robot.lookup("#explanation .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("LUN reset", "drivers/scsi/scsi_error.c: scsi_eh_bus_device_reset");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    waitUntil(() -> robot.lookup("#explanation").tryQuery().isEmpty());

    robot.moveTo("#gate-of-host0").press(KeyCode.I).release(KeyCode.I);
    waitUntil(() -> robot.lookup("#explanation").tryQuery().isPresent());
    assertThat(robot.lookup("#explanation .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("host0", "SHOST_RECOVERY");
  }

  @Test
  void everythingHasItsStateAsItsName(FxRobot robot) throws Exception {
    waitUntilAsked(robot);

    assertThat(name(robot, "#disk-sdb")).isEqualTo("sdb, waits");
    assertThat(name(robot, "#gate-of-host0")).startsWith("host0 in RECOVERY, behind it wait: ");
    assertThat(name(robot, "#held-" + heldCommand().id()))
        .startsWith("READ tag 0 on sda, held by the error handler, ")
        .endsWith(" seconds");
    assertThat(name(robot, "#rung-spot-HOST_RESET"))
        .isEqualTo("host reset, not tried yet, would hurt sda sdb sdc");
  }

  @Test
  void arrowsGoFromThingToThingWithoutMovingTheTime(FxRobot robot) throws Exception {
    waitUntilAsked(robot);
    Node first = robot.lookup("#station-SUBMIT").query();

    robot.interact(first::requestFocus);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    waitUntil(() -> robot.lookup("#station-QUEUE").query().isFocused());
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT).press(KeyCode.LEFT).release(KeyCode.LEFT);
    waitUntil(() -> store.session().selection() < 0 && !first.isFocused());
    assertThat(store.session().playback().at().nanos()).isEqualTo(ASKED);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    waitUntil(() -> store.session().selection() >= 0);
  }

  @Test
  void thereAreThreeLevelsOfDetailAndOneOfThemIsChosen(FxRobot robot) throws Exception {
    waitUntilAsked(robot);
    assertThat(robot.lookup("#stop-DISPATCH").tryQuery()).isPresent();

    robot.clickOn("#detail-boxes");
    waitUntil(() -> store.session().desk().detail() == Detail.BOXES);
    assertThat(robot.lookup("#stop-DISPATCH").tryQuery()).isEmpty();
    assertThat(robot.lookup("#disk-name-sda").tryQuery()).isPresent();

    robot.clickOn("#detail-boxes");
    assertThat(robot.lookup("#detail-boxes").queryAs(ToggleButton.class).isSelected()).isTrue();
    robot.clickOn("#detail-functions");
    waitUntil(() -> store.session().desk().detail() == Detail.FUNCTIONS);
  }
}
