package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

/** The wait as a sum, and what another setting would make of it. */
@ExtendWith(ApplicationExtension.class)
class LedgerWalkTest {

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
  void oneReadIsLost() throws Exception {
    store.send(new Action.Open("lost-command"));
    waitUntil(
        () ->
            store.session().open()
                .filter(each -> each.scenario().name().equals("lost-command"))
                .isPresent());
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(20_000_000_000L));
    waitUntil(() -> store.session().playback().at().nanos() == 20_000_000_000L);
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  @Test
  void theTimerOwnsTheCommandAndASmallerOneMakesAnotherFuture(FxRobot robot) throws Exception {
    robot.press(KeyCode.T).release(KeyCode.T);
    waitUntil(() -> text(robot, "#ledger-total").equals("31.76 s"));
    assertThat(text(robot, "#ledger-name-0")).isEqualTo("command timeout");
    assertThat(text(robot, "#ledger-set-0")).isEqualTo("30.0 s");
    assertThat(text(robot, "#ledger-took-0")).isEqualTo("20.0 s used, 11.7 s left");
    assertThat(text(robot, "#ledger-stand")).isEqualTo("command timeout, for 20.0 s");

    robot.clickOn("#try-timeout");
    waitUntil(() -> store.session().desk().view() == View.COMPARE);
    waitUntil(() -> !text(robot, "#cost-longest-1").isEmpty());
    assertThat(text(robot, "#cost-longest-1")).isNotEqualTo(text(robot, "#cost-longest-0"));
    assertThat(robot.lookup("#future-1").queryAs(Labeled.class).getText())
        .isEqualTo("device/timeout=10");

    robot.clickOn("#compare");
    waitUntil(() -> robot.lookup("#scrubber").tryQuery().filter(Node::isVisible).isPresent());
  }
}
