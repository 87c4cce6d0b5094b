package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Survey;
import unjam.app.View;
import unjam.ui.control.RichLine;

/** Many runs: a small sweep is made, one that is too long is stopped, a combination is opened. */
class SweepWalkTest extends InWindow {

  @BeforeEach
  void theViewIsOpen(FxRobot robot) throws Exception {
    openAt("lost-command", 0);
    press(robot, KeyCode.S);
    waitUntil(() -> store.session().desk().view() == View.SWEEP && isSeen(robot, "#sweep-run"));
  }

  private static String spoken(FxRobot robot, String id) {
    Object text =
        robot.lookup(id).query().queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return String.valueOf(text);
  }

  private void write(FxRobot robot, String id, String values) {
    robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(values));
  }

  private boolean isDone() {
    return store.session().survey().stand() == Survey.Stand.DONE;
  }

  /** One read is lost: without a retry it is told after the timeout, with one it waits longer. */
  @Test
  void aSmallSweepIsMadeAndACombinationIsOpened(FxRobot robot) throws Exception {
    write(robot, "#sweep-values-1", "5, 30");
    write(robot, "#sweep-values-2", "0, 5");
    robot.clickOn("#sweep-run");
    waitUntil(() -> isDone() && isSeen(robot, "#sweep-value-3"));
    assertThat(store.session().survey().results()).hasSize(4);
    assertThat(text(robot, "#sweep-value-3")).isEqualTo("31.8 s");
    assertThat(text(robot, "#sweep-figure-errors")).isEqualTo("0");
    assertThat(robot.lookup("#sweep-says").queryAs(RichLine.class).sentence())
        .contains("longest wait").contains("`timeout 30, max_retries 5`");
    assertThat(spoken(robot, "#sweep-cell-3"))
        .isEqualTo("timeout 30, max_retries 5: longest wait 31.8 s; as in this run");

    robot.moveTo("#sweep-cell-0");
    waitUntil(() -> text(robot, "#sweep-figure-errors").equals("1"));

    robot.interact(() -> robot.lookup("#sweep-cell-1").query().requestFocus());
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    waitUntil(() -> robot.lookup("#sweep-cell-0").query().isFocused());
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    waitUntil(
        () ->
            store.session().desk().view() == View.COMPARE
                && text(robot, "#cost-errors-1").equals("1 of 1"));
    assertThat(text(robot, "#cost-longest-0")).isEqualTo("31.8 s");
    assertThat(text(robot, "#future-1"))
        .isEqualTo("device/timeout=5, scsi_disk/max_retries=0");
  }

  @Test
  void oneSettingMakesACurveOverSeeds(FxRobot robot) throws Exception {
    ComboBox<?> second = robot.lookup("#sweep-knob-2").queryAs(ComboBox.class);
    robot.interact(() -> second.getSelectionModel().select(0));
    write(robot, "#sweep-values-1", "5 10");
    write(robot, "#sweep-seeds", "3");
    robot.clickOn("#sweep-run");
    waitUntil(() -> isDone() && isSeen(robot, "#sweep-value-1"));
    assertThat(store.session().survey().results()).hasSize(6);
    assertThat(text(robot, "#sweep-column-0")).isEqualTo("5");
    assertThat(isSeen(robot, "#sweep-rows")).isFalse();
  }

  @Test
  void whatTakesTooLongIsStoppedAndWhatHasComeStays(FxRobot robot) throws Exception {
    write(robot, "#sweep-seeds", "900");
    robot.clickOn("#sweep-run");
    waitUntil(() -> !store.session().survey().results().isEmpty() && isSeen(robot, "#sweep-stop"));
    robot.clickOn("#sweep-stop");
    waitUntil(() -> isSeen(robot, "#sweep-run"));
    assertThat(store.session().survey().stand()).isEqualTo(Survey.Stand.STOPPED);
    assertThat(store.session().survey().results()).isNotEmpty();
    assertThat(store.session().survey().results().size())
        .isLessThan(store.session().survey().planned().orElseThrow().runs());
  }

  @Test
  void aWrongValueIsToldBesideItsFieldAndNothingIsRun(FxRobot robot) throws Exception {
    write(robot, "#sweep-values-1", "5, soon");
    robot.clickOn("#sweep-run");
    waitUntil(() -> isSeen(robot, "#sweep-flaw-first"));
    assertThat(text(robot, "#sweep-flaw-first")).contains("soon").contains("whole seconds");
    assertThat(isSeen(robot, "#sweep-flaw-second")).isFalse();
    assertThat(store.session().survey().results()).isEmpty();

    write(robot, "#sweep-values-1", "5");
    robot.clickOn("#sweep-run");
    waitUntil(this::isDone);
    assertThat(isSeen(robot, "#sweep-flaw-first")).isFalse();
  }
}
