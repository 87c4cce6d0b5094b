package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Panel;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultEnds;
import unjam.scenario.Intervention.FaultStarts;
import unjam.scenario.Intervention.KnobWritten;
import unjam.scsi.Knob;
import unjam.ui.text.Texts;

/** What a person decides and does is in the scenario, one step of undo each, and in its file. */
class DeedWalkTest extends InWindow {

  private static final long WHEN = 1_500_000_000L;
  private static final String STATE = "/sys/block/sda/device/state";

  /** A person who always saves into the same file. */
  private static final class Decided implements Chooser {
    @Override
    public Optional<Path> toOpen(Window owner, Texts texts) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(Window owner, Texts texts, String name) {
      return Optional.of(folder.resolve("mine.yaml"));
    }
  }

  @Override
  Belongings belongings() {
    return Belongings.in(
        Catalog.ofClassPath(), folder, Runnable::run, store::send, new Decided());
  }

  @BeforeEach
  void threeHealthyDisksInTheMiddleOfTheirWork() throws Exception {
    openAt("healthy", WHEN);
  }

  private List<Intervention> done() {
    return run().scenario().interventions();
  }

  private static boolean isLit(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ToggleButton.class).isSelected();
  }

  private static String told(FxRobot robot, String id) {
    return robot.lookup(id).query().getAccessibleText();
  }

  private static void undo(FxRobot robot) {
    press(robot, KeyCode.CONTROL, KeyCode.Z);
  }

  /** What the file says that Ctrl+S has written. */
  private List<Intervention> saved(FxRobot robot) throws Exception {
    press(robot, KeyCode.CONTROL, KeyCode.S);
    waitUntil(() -> store.session().work().filter(Document::isUnsaved).isEmpty());
    return new ScenarioReader(Catalog.ofClassPath())
        .read(folder.resolve("mine.yaml"))
        .orThrow()
        .interventions();
  }

  @Test
  void failFastAndThenRetryHardAreTwoStepsOfUndo(FxRobot robot) throws Exception {
    robot.clickOn("#strip-policy");
    waitUntil(() -> isSeen(robot, "#policy-fail_fast"));
    robot.clickOn("#policy-fail_fast");
    waitUntil(() -> isLit(robot, "#policy-fail_fast"));
    int failFast = done().size();
    jump(2 * WHEN);
    robot.clickOn("#policy-retry_hard");
    waitUntil(() -> isLit(robot, "#policy-retry_hard"));
    assertThat(done()).hasSizeGreaterThan(failFast).allMatch(KnobWritten.class::isInstance);
    assertThat(saved(robot)).isEqualTo(done());

    undo(robot);
    waitUntil(() -> isLit(robot, "#policy-fail_fast"));
    assertThat(done()).hasSize(failFast);
    undo(robot);
    waitUntil(() -> done().isEmpty());
    assertThat(isLit(robot, "#policy-fail_fast")).isFalse();
  }

  @Test
  void aPolicyOfOnesOwnIsMadeKeptAndApplied(FxRobot robot) throws Exception {
    robot.clickOn("#strip-policy");
    waitUntil(() -> isSeen(robot, "#knob-eh_timeout"));
    robot.clickOn("#knob-eh_timeout");
    waitUntil(() -> robot.lookup("#write-eh_timeout").query().isFocused());
    robot.write("4");
    press(robot, KeyCode.ENTER);
    waitUntil(() -> isLit(robot, "#policy-own"));
    robot.clickOn("#policy-own");
    waitUntil(() -> isSeen(robot, "#policy-name"));
    robot.clickOn("#policy-name");
    robot.write("patient");
    robot.clickOn("#policy-keep");
    waitUntil(() -> Files.exists(folder.resolve("policies/patient.yaml")));

    undo(robot);
    waitUntil(() -> done().isEmpty());
    assertThat(store.session().policies()).as("what is kept is kept").hasSize(1);
    robot.clickOn("#policy-own");
    waitUntil(() -> isSeen(robot, "#apply-patient"));
    robot.clickOn("#apply-patient");
    waitUntil(() -> !done().isEmpty());
    assertThat(told(robot, "#knob-eh_timeout")).isEqualTo("eh_timeout 4 s");
    assertThat(told(robot, "#deed-0")).contains("patient");
    assertThat(saved(robot)).isEqualTo(done());

    undo(robot);
    waitUntil(() -> done().isEmpty());
    assertThat(told(robot, "#knob-eh_timeout")).isEqualTo("eh_timeout 10 s");
  }

  private static Optional<Node> file(FxRobot robot, String path) {
    return robot.lookup((Node node) -> ("sysfs-" + path).equals(node.getId())).tryQuery();
  }

  @Test
  void aDiskIsPutOfflineThroughSysfsAndComesBackByUndo(FxRobot robot) throws Exception {
    store.send(new Action.SetDesk(store.session().desk().with(Panel.SYSFS)));
    waitUntil(() -> isSeen(robot, "#sysfs-search"));
    robot.clickOn("#sysfs-search").write("state");
    waitUntil(() -> file(robot, STATE).isPresent());
    robot.doubleClickOn(file(robot, STATE).orElseThrow());
    waitUntil(() -> isSeen(robot, "#sysfs-field"));
    robot.write("offline");
    press(robot, KeyCode.ENTER);
    waitUntil(() -> done().size() == 1);

    assertThat(((KnobWritten) done().getFirst()).knob()).isEqualTo(Knob.STATE);
    assertThat(((KnobWritten) done().getFirst()).value()).isEqualTo("offline");
    waitUntil(() -> told(robot, "#strip-sda").contains("offline"));
    assertThat(saved(robot)).isEqualTo(done());
    robot.clickOn("#undo");
    waitUntil(() -> done().isEmpty());
    assertThat(told(robot, "#strip-sda")).doesNotContain("offline");
  }

  @Test
  void aFaultAndItsEndAreTwoDeedsAndTwoStepsOfUndo(FxRobot robot) throws Exception {
    robot.clickOn("#strip-faults");
    waitUntil(() -> isSeen(robot, "#fault-slow"));
    robot.drag("#fault-slow", MouseButton.PRIMARY).dropTo("#strip-sdb");
    waitUntil(() -> done().size() == 1);
    jump(2 * WHEN);
    waitUntil(() -> isSeen(robot, "#end-slow-sdb"));
    robot.clickOn("#end-slow-sdb");
    waitUntil(() -> done().size() == 2);

    assertThat(done().get(0)).isInstanceOf(FaultStarts.class);
    assertThat(((FaultEnds) done().get(1)).faultId()).isEqualTo("slow-sdb");
    assertThat(saved(robot)).isEqualTo(done());
    undo(robot);
    waitUntil(() -> done().size() == 1);
    waitUntil(() -> isSeen(robot, "#end-slow-sdb"));
    undo(robot);
    waitUntil(() -> done().isEmpty());
    assertThat(isSeen(robot, "#rule-slow-sdb")).isFalse();
    assertThat(saved(robot)).isEmpty();
  }
}
