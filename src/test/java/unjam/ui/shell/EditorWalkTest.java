package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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
import unjam.scenario.Disk;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;

/** A machine is made larger in the window; a text that is wrong loses nothing. */
@ExtendWith(ApplicationExtension.class)
class EditorWalkTest {

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
  void twoDisks() throws Exception {
    store.send(new Action.Open("late-answer"));
    waitUntil(
        () ->
            store.session().open()
                .filter(each -> each.scenario().name().equals("late-answer"))
                .isPresent());
    store.send(new Action.Pause());
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> disks() {
    return store.session().open().orElseThrow().scenario().machine().hosts().stream()
        .flatMap(each -> each.disks().stream())
        .map(Disk::name)
        .toList();
  }

  @Test
  void addADiskAndAReaderRunAndUndo(FxRobot robot) throws Exception {
    List<String> before = disks();
    String added = "sd" + (char) ('a' + before.size());
    robot.press(KeyCode.E).release(KeyCode.E);
    waitUntil(() -> robot.lookup("#editor-text").tryQuery().isPresent());
    assertThat(robot.lookup("#editor-run").query().isDisabled()).isTrue();

    robot.clickOn("#editor-add-disk-0");
    waitUntil(() -> robot.lookup("#editor-reader-" + added).tryQuery().isPresent());
    robot.clickOn("#editor-reader-" + added);
    robot.clickOn("#editor-run");
    waitUntil(() -> disks().contains(added));
    assertThat(store.session().open().orElseThrow().trace().ioNames()).contains("reader-1");
    waitUntil(() -> robot.lookup("#editor-run").query().isDisabled());

    store.send(new Action.Undo());
    waitUntil(() -> disks().equals(before));
    assertThat(robot.lookup("#editor-text").queryAs(TextArea.class).getText())
        .doesNotContain(added);
  }

  /** The run that is shown stays; the line that is wrong is named; nothing typed is lost. */
  @Test
  void aTextThatIsWrongIsNotRunAndNotLost(FxRobot robot) throws Exception {
    robot.press(KeyCode.E).release(KeyCode.E);
    waitUntil(() -> robot.lookup("#editor-text").tryQuery().isPresent());
    TextArea text = robot.lookup("#editor-text").queryAs(TextArea.class);
    String wrong = text.getText().replace("seed: 1", "seed: soon\nsped: 2");
    robot.interact(() -> text.setText(wrong));
    waitUntil(
        () -> robot.lookup("#editor-problems").queryAs(ListView.class).getItems().size() >= 2);
    assertThat(robot.lookup("#editor-run").query().isDisabled()).isTrue();

    store.send(new Action.SetDesk(store.session().desk().with(View.STAGE)));
    store.send(new Action.JumpTo(1));
    waitUntil(() -> store.session().playback().at().nanos() == 1);
    store.send(new Action.SetDesk(store.session().desk().with(View.SCENARIO)));
    waitUntil(() -> robot.lookup("#editor-revert").tryQuery().isPresent());
    assertThat(text.getText()).isEqualTo(wrong);

    robot.clickOn("#editor-revert");
    waitUntil(
        () -> robot.lookup("#editor-problems").queryAs(ListView.class).getItems().isEmpty());
  }
}
