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
import unjam.app.OpenRun;
import unjam.app.PolicyBoard;
import unjam.app.Rival;
import unjam.app.Session;
import unjam.app.View;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.scenario.When;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.control.RichLine;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** Two futures under one playhead: another policy beside this one, and a fork. */
@ExtendWith(ApplicationExtension.class)
class CompareWalkTest {

  private static final long WHEN = 20_000_000_000L;

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
            store.session().open().filter(each -> each.title().equals(title())).isPresent()
                && store.session().rivals().isEmpty());
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(WHEN));
    waitUntil(() -> store.session().playback().at().nanos() == WHEN);
  }

  private static String title() {
    return Catalog.ofClassPath().scenario("lost-command").orElseThrow().title();
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isSeen(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
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
