package unjam.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.catalog.Catalog;
import unjam.scenario.Scenario;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** A walk through the window: how it is opened, and how one waits for what one has done. */
@ExtendWith(ApplicationExtension.class)
abstract class InWindow {

  /** Where a person's own files are. */
  @TempDir static Path folder;

  final FxStore store = new FxStore(Session.empty(look()), FxThread.EXECUTOR);

  /** How the window looks when it opens. */
  Look look() {
    return new Look(Look.Theme.LIGHT, Locale.ENGLISH);
  }

  /** What the window opens, writes and keeps with. */
  Belongings belongings() {
    return Belongings.in(
        Catalog.ofClassPath(), folder, Runnable::run, store::send, new Chooser.OfSystem());
  }

  @BeforeEach
  void windowOpens() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(() -> start(stage));
  }

  /** At the corner: the headless screen is smaller than the window. */
  void start(Stage stage) {
    stage.setX(0);
    stage.setY(0);
    UnjamApp.start(stage, store, Runnable::run, belongings());
  }

  static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A scenario of the catalog is open, freshly, and stands still at an instant. */
  void openAt(String scenario, long nanos) throws Exception {
    Scenario fresh = Catalog.ofClassPath().scenario(scenario).orElseThrow();
    store.send(new Action.Open(scenario));
    waitUntil(
        () ->
            store.session().open().filter(each -> each.scenario().equals(fresh)).isPresent()
                && store.session().rivals().isEmpty());
    jump(nanos);
  }

  /** The playhead stands still at an instant. */
  void jump(long nanos) throws Exception {
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(nanos));
    waitUntil(() -> now() == nanos);
  }

  OpenRun run() {
    return store.session().open().orElseThrow();
  }

  long now() {
    return store.session().playback().at().nanos();
  }

  static boolean isSeen(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  /** What a label says; nothing if there is none. */
  static String text(FxRobot robot, String id) {
    return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
  }

  static void press(FxRobot robot, KeyCode... keys) {
    robot.press(keys).release(keys);
  }
}
