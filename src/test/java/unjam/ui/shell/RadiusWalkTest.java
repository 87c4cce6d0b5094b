package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.Session;
import unjam.app.View;
import unjam.catalog.Catalog;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** How far the opening scene's silent disk reaches, and who waits for whom, at three instants. */
@ExtendWith(ApplicationExtension.class)
class RadiusWalkTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir static Path folder;

  private final FxStore store =
      new FxStore(
          Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)), FxThread.EXECUTOR);

  /** At the corner: the headless screen is smaller than the window. */
  @Start
  void start(Stage stage) {
    stage.setX(0);
    stage.setY(0);
    UnjamApp.start(
        stage, store, Runnable::run,
        Belongings.in(
            Catalog.ofClassPath(), folder, Runnable::run, store::send,
            new Chooser.OfSystem()));
  }

  @BeforeEach
  void theViewIsOpen(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    robot.press(KeyCode.W).release(KeyCode.W);
    waitUntil(() -> store.session().desk().view() == View.RADIUS);
    at(20);
  }

  private void at(long seconds) throws Exception {
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(seconds * SECOND));
    waitUntil(() -> store.session().playback().at().nanos() == seconds * SECOND);
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
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
