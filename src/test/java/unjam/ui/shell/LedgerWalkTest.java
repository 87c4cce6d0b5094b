package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.View;

/** The wait as a sum, and what another setting would make of it. */
class LedgerWalkTest extends InWindow {

  @BeforeEach
  void oneReadIsLost() throws Exception {
    openAt("lost-command", 20_000_000_000L);
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
