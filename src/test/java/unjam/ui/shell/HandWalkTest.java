package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultStarts;

/** Things done to the machine by hand: what goes wrong then, and that all of it can be undone. */
class HandWalkTest extends InWindow {

  private static final long WHEN = 1_500_000_000L;

  @BeforeEach
  void threeHealthyDisksInTheMiddleOfTheirWork() throws Exception {
    openAt("healthy", WHEN);
  }

  private List<Intervention> done() {
    return run().scenario().interventions();
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

  @Test
  void aFaultIsDroppedOnADiskOfTheStageAndEndedInTheList(FxRobot robot) throws Exception {
    robot.clickOn("#strip-faults");
    waitUntil(() -> isSeen(robot, "#fault-slow"));
    robot.drag("#fault-slow", MouseButton.PRIMARY).dropTo("#health-sdb");
    waitUntil(() -> done().size() == 1);
    assertThat(((FaultStarts) done().getFirst()).rule().id()).isEqualTo("slow-sdb");
    waitUntil(() -> isSeen(robot, "#end-slow-sdb"));

    store.send(new Action.JumpTo(2 * WHEN));
    waitUntil(() -> now() == 2 * WHEN);
    robot.clickOn("#end-slow-sdb");
    waitUntil(() -> done().size() == 2);
    waitUntil(() -> !isSeen(robot, "#end-slow-sdb"));
    assertThat(run().frame(store.session().playback().at()).state().faults()).isEmpty();
  }

  private static String words(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  /** One step of undo for three disks; a value that sysfs does not take is refused in words. */
  @Test
  void aSettingIsWrittenOverAndTheKernelMayRefuse(FxRobot robot) throws Exception {
    robot.clickOn("#strip-policy");
    waitUntil(() -> isSeen(robot, "#knob-timeout"));
    robot.clickOn("#knob-timeout");
    waitUntil(() -> robot.lookup("#write-timeout").query().isFocused());
    robot.write("7");
    press(robot, KeyCode.ENTER);
    waitUntil(() -> done().size() == 3);
    assertThat(robot.lookup("#knob-timeout").query().getAccessibleText())
        .isEqualTo("timeout 7 s");

    robot.clickOn("#knob-max_retries");
    waitUntil(() -> robot.lookup("#write-max_retries").query().isFocused());
    robot.write("9");
    press(robot, KeyCode.ENTER);
    waitUntil(() -> done().size() == 6);
    assertThat(words(robot, "#policy-refusal"))
        .isEqualTo("The kernel refuses 9 for max_retries: EINVAL.");
    assertThat(store.session().look().theme()).isEqualTo(Look.Theme.LIGHT);

    press(robot, KeyCode.CONTROL, KeyCode.Z);
    waitUntil(() -> done().size() == 3);
    assertThat(isSeen(robot, "#policy-refusal")).isFalse();
    robot.clickOn("#withdraw-0");
    waitUntil(() -> done().isEmpty());
    assertThat(robot.lookup("#knob-timeout").query().getAccessibleText())
        .isEqualTo("timeout 30 s");
  }

  @Test
  void aBundleIsAppliedAndKeptUnderAnotherName(FxRobot robot) throws Exception {
    robot.clickOn("#strip-policy");
    waitUntil(() -> isSeen(robot, "#policy-fail_fast"));
    robot.clickOn("#policy-fail_fast");
    waitUntil(() -> done().size() == 4 * 3 + 1);
    assertThat(words(robot, "#policy-sentence"))
        .isEqualTo("Tell the caller soon, repair at leisure.");
    store.send(new Action.JumpTo(WHEN + 200_000_000));
    waitUntil(() -> now() > WHEN);

    robot.clickOn("#policy-own");
    waitUntil(() -> isSeen(robot, "#policy-name"));
    robot.clickOn("#policy-name");
    robot.write("fail-fast");
    robot.clickOn("#policy-keep");
    waitUntil(() -> !words(robot, "#policy-problem").isEmpty());
    robot.doubleClickOn("#policy-name");
    press(robot, KeyCode.CONTROL, KeyCode.A);
    robot.write("bold");
    robot.clickOn("#policy-keep");
    waitUntil(() -> store.session().policies().size() == 1);
    assertThat(folder.resolve("policies").resolve("bold.yaml")).isRegularFile();
    assertThat(Files.readString(folder.resolve("policies/bold.yaml")))
        .contains("device/timeout: 7");
    assertThat(store.session().look().theme()).as("b is a letter").isEqualTo(Look.Theme.LIGHT);

    robot.clickOn("#deed-0");
    waitUntil(() -> now() == WHEN);
  }
}
