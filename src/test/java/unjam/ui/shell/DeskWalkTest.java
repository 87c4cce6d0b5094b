package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Look;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.scenario.Scenario;
import unjam.ui.control.RichLine;
import unjam.ui.text.Texts;

/** Walks through files, languages and kernels. */
class DeskWalkTest extends InWindow {

  /** A person who always names the same files. */
  private record Decided(Path open, Path save) implements Chooser {
    @Override
    public Optional<Path> toOpen(Window owner, Texts texts) {
      return Optional.of(open);
    }

    @Override
    public Optional<Path> toSave(Window owner, Texts texts, String name) {
      return Optional.of(save);
    }
  }

  @Override
  Belongings belongings() {
    Chooser chooser = new Decided(folder.resolve("broken.yaml"), folder.resolve("mine.yaml"));
    return Belongings.in(
        Catalog.ofClassPath(), folder.resolve("config"), Runnable::run, store::send, chooser);
  }

  @Override
  void start(Stage stage) {
    super.start(stage);
    store.send(new Action.Pause());
  }

  @Test
  void aBrokenScenarioFileSaysEverythingAndLosesNothing(FxRobot robot) throws Exception {
    Files.writeString(
        folder.resolve("broken.yaml"),
        """
        name: broken
        title: Nothing fits
        until: soon
        machine: {hosts: [{driver: nvme, disks: []}]}
        workloads: []
        """);
    waitUntil(() -> store.session().open().isPresent());
    String before = text(robot, "#scenario");

    robot.push(KeyCode.CONTROL, KeyCode.O);
    waitUntil(() -> !store.session().problems().isEmpty());

    assertThat(robot.lookup("#problems-list").queryAs(ListView.class).getItems().toString())
        .contains("broken.yaml:3", "broken.yaml:4", "broken.yaml:5");
    assertThat(text(robot, "#scenario")).isEqualTo(before);
    robot.clickOn("#problems-close");
    waitUntil(() -> !robot.lookup("#problems").query().isVisible());
  }

  @Test
  void theLanguageChangesWhileItRuns(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(new Action.JumpTo(75_000_000_000L));
    waitUntil(() -> robot.lookup("#sentence").queryAs(RichLine.class).sentence().contains("eh"));

    robot.clickOn("#menu");
    waitUntil(() -> robot.lookup("#language-zh").tryQuery().isPresent());
    robot.clickOn("#language-zh");
    waitUntil(() -> store.session().look().language().equals(Locale.SIMPLIFIED_CHINESE));

    assertThat(robot.lookup("#sentence").queryAs(RichLine.class).sentence())
        .contains("\u5c31\u7eea")
        .contains("scsi_eh_0");
    assertThat(text(robot, "#tab-log")).isEqualTo("\u5185\u6838\u65e5\u5fd7");
    assertThat(text(robot, "#scenario")).contains("\u6162\u76d8");
  }

  @Test
  void anotherKernelRunsTheSameSituationAndUndoGoesBack(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(new Action.JumpTo(75_000_000_000L));

    robot.clickOn("#kernel").clickOn("#kernel-5-10");
    waitUntil(() -> text(robot, "#kernel").startsWith("Linux 5.10"));

    assertThat(store.session().playback().at().nanos()).isEqualTo(75_000_000_000L);
    robot.clickOn("#undo");
    waitUntil(() -> text(robot, "#kernel").startsWith("Linux 6.12"));
  }

  @Test
  void unsavedWorkIsAskedForAndSaved(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(
        new Action.Change(
            store.session().open().orElseThrow().scenario().withSeed(77)));
    waitUntil(() -> store.session().work().filter(Document::isUnsaved).isPresent());
    assertThat(robot.lookup("#unsaved").query().isVisible()).isTrue();

    robot.clickOn("#scenario");
    robot.clickOn("#gallery-search").write("three healthy");
    robot.push(KeyCode.ENTER);
    waitUntil(() -> robot.lookup("#leave").tryQuery().isPresent());
    robot.clickOn("Save");
    waitUntil(
        () -> store.session().open().orElseThrow().scenario().name().equals("healthy"));

    assertThat(saved().seed()).isEqualTo(77);
  }

  @Test
  void presenterModeShowsStageAndTimeAloneAndEndsAgain(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    store.send(new Action.JumpTo(75_000_000_000L));
    waitUntil(() -> robot.lookup("#inspector").tryQuery().isPresent());
    double small = heightOf(robot, "#sentence");

    robot.push(KeyCode.F11);
    waitUntil(() -> robot.lookup("#inspector").tryQuery().isEmpty());

    assertThat(robot.lookup("#rail").tryQuery()).isEmpty();
    assertThat(robot.lookup("#play").tryQuery()).isEmpty();
    assertThat(heightOf(robot, "#sentence")).isGreaterThan(1.3 * small);
    long before = store.session().playback().at().nanos();
    robot.push(KeyCode.PAGE_DOWN);
    waitUntil(() -> store.session().playback().at().nanos() > before);
    robot.push(KeyCode.B);
    waitUntil(() -> store.session().look().theme() == Look.Theme.DARK);
    robot.push(KeyCode.F11);
    waitUntil(() -> robot.lookup("#inspector").tryQuery().isPresent());
    assertThat(robot.lookup("#play").query().isVisible()).isTrue();
  }

  @Test
  void presenterModeIsEachTimeAsLargeAsTheFirst(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    List<Double> heights = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      robot.push(KeyCode.F11);
      waitUntil(() -> robot.lookup("#inspector").tryQuery().isEmpty());
      heights.add(heightOf(robot, "#sentence"));
      robot.push(KeyCode.F11);
      waitUntil(() -> robot.lookup("#inspector").tryQuery().isPresent());
    }
    assertThat(heights).containsOnly(heights.getFirst());
  }

  @Test
  void presenterModeShowsAnotherScenarioAfterTwoMachines(FxRobot robot) throws Throwable {
    openAt("iscsi-stock", 70_000_000_000L);
    waitUntil(() -> isSeen(robot, "#m-spot-store-0"));
    openAt("healthy", 300_000_000L);
    robot.push(KeyCode.F11);
    waitUntil(() -> robot.lookup("#inspector").tryQuery().isEmpty());
    WaitForAsyncUtils.checkException();

    robot.push(KeyCode.F11);
    openAt("iscsi-stock", 70_000_000_000L);
    waitUntil(() -> isSeen(robot, "#m-spot-store-0"));
    WaitForAsyncUtils.checkException();
  }

  private static double heightOf(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    return node.localToScene(node.getBoundsInLocal()).getHeight();
  }

  private static Scenario saved() throws IOException {
    return new ScenarioReader(Catalog.ofClassPath())
        .read(folder.resolve("mine.yaml"))
        .orThrow();
  }
}
