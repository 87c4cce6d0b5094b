package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultStarts;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** Things done to the machine by hand: what goes wrong then, and that all of it can be undone. */
@ExtendWith(ApplicationExtension.class)
class HandWalkTest {

  private static final long WHEN = 1_500_000_000L;

  private final FxStore store =
      new FxStore(
          Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)), FxThread.EXECUTOR);

  /** At the corner: the headless screen is smaller than the window. */
  @Start
  void start(Stage stage) {
    stage.setX(0);
    stage.setY(0);
    UnjamApp.start(stage, store, Runnable::run, Belongings.ofPicture());
  }

  @BeforeEach
  void threeHealthyDisksInTheMiddleOfTheirWork() throws Exception {
    store.send(new Action.Open("healthy"));
    waitUntil(() -> run().scenario().name().equals("healthy"));
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(WHEN));
    waitUntil(() -> now() == WHEN);
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private OpenRun run() {
    return store.session().open().orElseThrow();
  }

  private long now() {
    return store.session().playback().at().nanos();
  }

  private List<Intervention> done() {
    return run().scenario().interventions();
  }

  private static boolean isSeen(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.press(keys).release(keys);
  }

  /** The read is lost, its abort fails, so the error handler climbs. */
  @Test
  void ignoreACommandAndSeeTheLadder(FxRobot robot) throws Exception {
    OpenRun healthy = run();
    robot.clickOn("#strip-faults");
    waitUntil(() -> isSeen(robot, "#fault-ignore"));
    robot.drag("#fault-ignore", MouseButton.PRIMARY).dropTo("#strip-sda");
    waitUntil(() -> done().size() == 1);
    assertThat(now()).isEqualTo(WHEN);
    assertThat(((FaultStarts) done().getFirst()).rule().id()).isEqualTo("ignore-sda");

    robot.clickOn("#more-faults");
    waitUntil(() -> isSeen(robot, "#fault-abort_fails"));
    robot.clickOn("#fault-abort_fails");
    waitUntil(() -> isSeen(robot, "#form-put"));
    robot.clickOn("#form-put");
    waitUntil(() -> done().size() == 2);

    waitUntil(() -> isSeen(robot, "#rule-ignore-sda"));
    press(robot, KeyCode.ESCAPE);
    assertThat(isSeen(robot, "#lit")).isFalse();
    while (!isSeen(robot, "#lit")) {
      long before = now();
      robot.clickOn("#next-mark");
      waitUntil(() -> now() > before);
    }
    assertThat(robot.lookup("#strip-host0").query().getAccessibleText()).contains("recovery");
    assertThat(now()).isGreaterThan(30_000_000_000L);

    press(robot, KeyCode.CONTROL, KeyCode.Z);
    waitUntil(() -> done().size() == 1);
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    waitUntil(() -> run().scenario().equals(healthy.scenario()));
    assertThat(run().trace().events()).isEqualTo(healthy.trace().events());
  }
}
