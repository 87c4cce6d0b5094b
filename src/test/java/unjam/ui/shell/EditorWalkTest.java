package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.View;
import unjam.scenario.Above;
import unjam.scenario.Disk;

/** A machine is made larger in the window; a text that is wrong loses nothing. */
class EditorWalkTest extends InWindow {

  @BeforeEach
  void twoDisks() throws Exception {
    openAt("late-answer", 0);
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

  /** A mirror of one disk is refused and nothing is lost; of two it is made, and undone. */
  @Test
  void twoDisksBecomeAMirror(FxRobot robot) throws Exception {
    robot.press(KeyCode.E).release(KeyCode.E);
    waitUntil(() -> robot.lookup("#editor-add-disk-0").tryQuery().isPresent());
    robot.clickOn("#editor-add-disk-0");
    waitUntil(() -> robot.lookup("#editor-choose-sdb").tryQuery().isPresent());
    String before = robot.lookup("#editor-text").queryAs(TextArea.class).getText();
    robot.clickOn("#editor-choose-sda").clickOn("#editor-add-raid1");
    waitUntil(
        () -> !robot.lookup("#editor-problems").queryAs(ListView.class).getItems().isEmpty());
    assertThat(robot.lookup("#editor-text").queryAs(TextArea.class).getText())
        .isEqualTo(before);

    robot.clickOn("#editor-choose-sdb").clickOn("#editor-add-raid1");
    waitUntil(() -> robot.lookup("#editor-failfast-md0").tryQuery().isPresent());
    robot.clickOn("#editor-failfast-md0").clickOn("#editor-run");
    waitUntil(() -> layers().equals(List.of("md0")));
    assertThat(store.session().open().orElseThrow().trace().ioNames()).contains("reader-md0");

    store.send(new Action.Undo());
    waitUntil(() -> layers().isEmpty());
  }

  private List<String> layers() {
    return store.session().open().orElseThrow().scenario().above().stream()
        .map(Above::name)
        .toList();
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
