package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.View;

/** How far the opening scene's silent disk reaches, and who waits for whom, at three instants. */
class RadiusWalkTest extends InWindow {

  private static final long SECOND = 1_000_000_000L;

  @BeforeEach
  void theViewIsOpen(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    press(robot, KeyCode.W);
    waitUntil(() -> store.session().desk().view() == View.RADIUS);
    at(20);
  }

  private void at(long seconds) throws Exception {
    jump(seconds * SECOND);
  }

  private static Node spot(FxRobot robot, String id) {
    return robot.lookup((Node each) -> ("spot-" + id).equals(each.getId())).query();
  }

  private static boolean isThere(FxRobot robot, String id) {
    return robot.lookup((Node each) -> ("spot-" + id).equals(each.getId())).tryQuery().isPresent();
  }

  private static String spoken(FxRobot robot, String id) {
    return String.valueOf(spot(robot, id).queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private static String says(FxRobot robot) {
    return robot.lookup("#radius-says").tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  @Test
  void theRadiusGrowsWhenTheHostRecovers(FxRobot robot) throws Exception {
    waitUntil(() -> says(robot).equals("sda does not answer; nobody else is held."));
    assertThat(spoken(robot, "part:LUN:sda")).startsWith("sda, does not answer");
    assertThat(spoken(robot, "part:LUN:sdb")).isEqualTo("sdb, could work");
    assertThat(isThere(robot, "gate:host0")).isFalse();

    at(75);
    waitUntil(() -> says(robot).contains("2 healthy disks are held by a rule"));
    assertThat(spoken(robot, "part:LUN:sdb")).isEqualTo("sdb, host in recovery, 66.544");
    assertThat(spoken(robot, "part:HOST:host0")).isEqualTo("host0, in recovery, 66.544");
    assertThat(spoken(robot, "part:SERVICE:app-b")).startsWith("app-b, waits, by rule");
    assertThat(spoken(robot, "gate:host0")).startsWith("host0: gate shut");
    assertThat(spoken(robot, "own:eh:0")).startsWith("TEST UNIT READY");

    at(140);
    waitUntil(() -> says(robot).equals("Nobody is hurt."));
  }

  @Test
  void aCardIsReachedByKeysAndSelectsWhatItIsAbout(FxRobot robot) throws Exception {
    waitUntil(() -> isThere(robot, "part:LUN:sda"));
    robot.interact(() -> spot(robot, "part:LUN:sda").requestFocus());
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
    waitUntil(() -> spot(robot, "part:LUN:sdb").isFocused());
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    waitUntil(() -> store.session().device() == 1);

    robot.press(KeyCode.W).release(KeyCode.W);
    waitUntil(() -> store.session().desk().view() == View.STAGE);
  }
}
