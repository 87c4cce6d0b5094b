package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
import unjam.scsi.EhHook;
import unjam.trace.EhFact;
import unjam.trace.Trace;
import unjam.ui.control.RichLine;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** What if the adapter of the opening scene had no target reset? */
@ExtendWith(ApplicationExtension.class)
class DriversWalkTest {

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
    store.send(new Action.Pause());
    robot.press(KeyCode.D).release(KeyCode.D);
    waitUntil(() -> store.session().desk().view() == View.DRIVERS);
    waitUntil(() -> robot.lookup("#drivers-host0-target_reset").tryQuery().isPresent());
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The rungs that the run's error handler has climbed. */
  private Set<EhHook> climbed() {
    Set<EhHook> hooks = EnumSet.noneOf(EhHook.class);
    Trace trace = store.session().open().orElseThrow().trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.event(i).fact() instanceof EhFact.HookCalled called) {
        hooks.add(called.hook());
      }
    }
    return hooks;
  }

  private static String says(FxRobot robot) {
    return robot.lookup("#drivers-says").queryAs(RichLine.class).sentence().replace("`", "");
  }

  private String driver() {
    return store.session().open().orElseThrow().scenario().machine().hosts().getFirst()
        .driver().name();
  }

  @Test
  void withoutTargetResetTheLadderClimbsPastItAndUndoBringsItBack(FxRobot robot)
      throws Exception {
    assertThat(climbed()).contains(EhHook.EH_TARGET_RESET_HANDLER);
    assertThat(says(robot)).startsWith("All hosts have their drivers as they are in Linux");

    robot.clickOn("#drivers-host0-target_reset");
    waitUntil(() -> !climbed().contains(EhHook.EH_TARGET_RESET_HANDLER));
    assertThat(climbed()).contains(EhHook.EH_DEVICE_RESET_HANDLER);
    waitUntil(
        () ->
            says(robot).equals("host0: " + driver() + " without eh_target_reset_handler."));

    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    waitUntil(() -> climbed().contains(EhHook.EH_TARGET_RESET_HANDLER));
    waitUntil(() -> says(robot).startsWith("All hosts"));
  }

  /** What cannot be is said beside the table, and the run stays. */
  @Test
  void whatADriverIsCannotBeClickedAway(FxRobot robot) throws Exception {
    Trace before = store.session().open().orElseThrow().trace();
    robot.clickOn("#drivers-host0-strategy");
    waitUntil(() -> robot.lookup("#drivers-refusal").query().isVisible());
    assertThat(robot.lookup("#drivers-refusal").queryAs(Labeled.class).getText())
        .startsWith("host0: who recovers is what the driver is.");
    assertThat(store.session().open().orElseThrow().trace()).isSameAs(before);

    robot.clickOn("#drivers-host0-bus_reset");
    waitUntil(() -> !robot.lookup("#drivers-refusal").query().isVisible());
  }

  @Test
  void aHostGetsAnotherDriver(FxRobot robot) throws Exception {
    String before = driver();
    String other = before.equals("vmw_pvscsi") ? "mpt3sas" : "vmw_pvscsi";
    robot.clickOn("#drivers-give-" + other);
    waitUntil(() -> driver().equals(other));
    store.send(new Action.Undo());
    waitUntil(() -> driver().equals(before));

    robot.clickOn("#drivers-give-ahci");
    waitUntil(() -> robot.lookup("#problems").query().isVisible());
    assertThat(store.session().problems().getFirst().text())
        .isEqualTo(
            "host0: disks: an ATA port has one disk; give each disk a host of its own");
    assertThat(driver()).isEqualTo(before);
  }
}
