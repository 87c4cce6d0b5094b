package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Look;
import unjam.app.Session;
import unjam.playback.Bookmark;
import unjam.playback.Breakpoint;
import unjam.projection.CommandState;
import unjam.trace.KernelFunction;

/** Goes through the story of the first start with the player's buttons, menus and keys. */
class PlayerWalkTest extends InWindow {

  @Override
  Look look() {
    return super.look().withStill(true);
  }

  @Override
  Belongings belongings() {
    return Belongings.ofPicture();
  }

  @Override
  void start(Stage stage) {
    super.start(stage);
    store.send(new Action.Pause());
  }

  private void paused() throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(33_776_008_750L));
    waitUntil(() -> !store.session().playback().playing());
  }

  private KernelFunction function() {
    Session now = store.session();
    return now.open().orElseThrow().trace().function(now.playback().at().seq());
  }

  @ParameterizedTest
  @EnumSource(Grain.class)
  void theStepButtonsGoByTheGrainThatIsChosenAndBackAgain(Grain grain, FxRobot robot)
      throws Exception {
    paused();
    robot.clickOn("#grain").clickOn("#grain-" + grain.ordinal());
    waitUntil(() -> store.session().route().grain() == grain);
    Session before = store.session();

    robot.clickOn("#next");
    waitUntil(() -> !store.session().playback().at().equals(before.playback().at()));
    Session one = store.session();
    assertThat(one.playback().at())
        .isEqualTo(before.after(new Action.Step(grain, true)).playback().at());
    robot.clickOn("#next");
    waitUntil(() -> !store.session().playback().at().equals(one.playback().at()));
    robot.clickOn("#previous");
    waitUntil(() -> store.session().playback().at().equals(one.playback().at()));
    assertThat(store.session().frame()).isEqualTo(one.frame());
  }

  @Test
  void aFunctionIsSearchedForAndRunTo(FxRobot robot) throws Exception {
    paused();
    robot.clickOn("#run-to");
    waitUntil(() -> robot.lookup("#run-to-choice").tryQuery().isPresent());
    choose(robot, "scsi_eh_scmd_add");

    robot.clickOn("#run-to-on");
    waitUntil(() -> function() == KernelFunction.SCSI_EH_SCMD_ADD);
    assertThat(text(robot, "#short-stand")).isEqualTo("stopped at scsi_eh_scmd_add");
    long there = store.session().playback().at().nanos();
    robot.clickOn("#run-to-on");
    waitUntil(() -> !store.session().route().missed().isEmpty());
    assertThat(text(robot, "#short-stand")).isEqualTo("not found: scsi_eh_scmd_add");
    assertThat(store.session().playback().at().nanos()).isEqualTo(there);
  }

  /** Chooses as a person would who has found it in the list. */
  private static void choose(FxRobot robot, String function) {
    ComboBox<?> sort = robot.lookup("#run-to-sort").queryAs(ComboBox.class);
    ComboBox<?> choice = robot.lookup("#run-to-choice").queryAs(ComboBox.class);
    robot.interact(() -> sort.getSelectionModel().selectFirst());
    int index =
        choice.getItems().stream().map(Object::toString).toList().indexOf(function);
    assertThat(index).isNotNegative();
    robot.interact(() -> choice.getSelectionModel().select(index));
    assertThat(choice.getValue()).hasToString(function);
  }

  @Test
  void playingStopsAtABreakpointThatStays(FxRobot robot) throws Exception {
    paused();
    robot.clickOn("#run-to");
    waitUntil(() -> robot.lookup("#run-to-keep").tryQuery().isPresent());
    choose(robot, "scsi_eh_scmd_add");
    robot.clickOn("#run-to-keep");
    waitUntil(() -> store.session().route().armed().size() == 1);
    press(robot, KeyCode.ESCAPE);
    waitUntil(() -> robot.lookup("#run-to-keep").tryQuery().isEmpty());
    store.send(new Action.JumpTo(66_543_900_000L));
    robot.clickOn("#play");
    waitUntil(() -> function() == KernelFunction.SCSI_EH_SCMD_ADD);
    waitUntil(() -> !store.session().playback().playing());

    assertThat(text(robot, "#short-stand")).isEqualTo("stopped at scsi_eh_scmd_add");
  }

  @Test
  void keysRunOnAndBack(FxRobot robot) throws Exception {
    paused();
    store.send(new Action.ToStart());
    press(robot, KeyCode.F8);
    waitUntil(() -> function() == KernelFunction.SCSI_TIMEOUT);
    long first = store.session().playback().at().nanos();
    press(robot, KeyCode.F8);
    waitUntil(() -> store.session().playback().at().nanos() > first);
    press(robot, KeyCode.SHIFT, KeyCode.F8);
    waitUntil(() -> store.session().playback().at().nanos() == first);

    assertThat(store.session().route().target())
        .isEqualTo(new Breakpoint.CommandBecomes(CommandState.TIMED_OUT));
  }

  @Test
  void aBookmarkIsNamedFoundAndRemovedAndItsNameIsNoKey(FxRobot robot) throws Exception {
    paused();
    press(robot, KeyCode.M);
    waitUntil(() -> store.session().route().bookmarks().size() == 1);
    Session marked = store.session();
    robot.clickOn("#go-to");
    waitUntil(() -> robot.lookup(".bookmark-name").tryQuery().isPresent());
    robot.clickOn(robot.lookup(".bookmark-name").queryAs(TextField.class));
    robot.write("mm 1 b");
    waitUntil(() -> names().equals(List.of("mm 1 b")));
    assertThat(store.session().playback().at()).isEqualTo(marked.playback().at());
    assertThat(store.session().desk()).isEqualTo(marked.desk());

    store.send(new Action.ToEnd());
    Node row = robot.lookup(".bookmark-name").query().getParent();
    robot.clickOn(row.lookup(".place"));
    waitUntil(() -> store.session().playback().at().equals(marked.playback().at()));
    robot.clickOn(row.lookup(".bare"));
    waitUntil(() -> names().isEmpty());
  }

  private List<String> names() {
    return store.session().route().bookmarks().stream().map(Bookmark::name).toList();
  }

  @Test
  void chaptersAreListedAndTheFutureIsNotTold(FxRobot robot) throws Exception {
    paused();
    robot.clickOn("#go-to");
    waitUntil(() -> robot.lookup(".place").tryQuery().isPresent());
    List<String> said =
        robot.lookup(".place").queryAll().stream().map(Node::getAccessibleText).toList();

    assertThat(said)
        .hasSize(store.session().open().orElseThrow().chapters().size())
        .startsWith("quiet, 0.000 s", "sda does not answer, 2.250 s", "timeout on sda, 33.776 s")
        .endsWith("to come, 110.065 s");
    Node silence = robot.lookup(".place").nth(1).query();
    robot.clickOn(silence);
    waitUntil(() -> store.session().playback().at().nanos() < 3_000_000_000L);
  }
}
