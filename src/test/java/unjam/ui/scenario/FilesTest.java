package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.Effect;
import unjam.app.Look;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/** What a person has made is written whole, found again, and comes back after a crash. */
class FilesTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  @TempDir Path folder;

  private final List<Action> answers = new ArrayList<>();
  private final Scenario scenario = Runs.trouble().scenario();
  private final Scenario changed =
      scenario.with(
          new Intervention.KnobWritten(
              new When.At(SimTime.ofSeconds(1)), Knob.LOGGING_LEVEL, new Scope.Machine(), "63"));
  private ScenarioFiles files = new ScenarioFiles(CATALOG, Path.of(""), task -> {}, action -> {});

  @BeforeEach
  void here() {
    files = new ScenarioFiles(CATALOG, folder.resolve("config"), Runnable::run, answers::add);
  }

  private Recovery recovery() {
    return new Recovery(CATALOG, folder.resolve("config"), Runnable::run);
  }

  @Test
  void whatIsSavedReadsBackAsTheSameScenario() {
    String file = folder.resolve("mine.yaml").toString();

    files.perform(new Effect.Save(file, changed));

    assertThat(answers).isEqualTo(List.of(new Action.Saved(file, changed)));
    assertThat(new ScenarioReader(CATALOG).readFile(file).orThrow()).isEqualTo(changed);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneClearMessageAndLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("taken");
    Files.createDirectory(file);

    files.perform(new Effect.Save(file.toString(), changed));

    assertThat(answers).hasSize(1);
    assertThat(answers.getFirst())
        .isInstanceOfSatisfying(
            Action.SaveFailed.class,
            failed -> assertThat(failed.problem().text()).contains("taken", "nothing is lost"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void recentFilesAreTheLatestFirstAndOnlyThoseThatAreStillThere() throws IOException {
    Path one = Files.writeString(folder.resolve("one.yaml"), "");
    Path two = Files.writeString(folder.resolve("two.yaml"), "");
    Path gone = folder.resolve("gone.yaml");

    Stream.of(one, gone, two, one).forEach(each -> files.remember(each.toString()));

    assertThat(files.recent()).containsExactly(one.toString(), two.toString());
  }

  private Document work() {
    Session session =
        Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
            .after(
                new Action.RunFinished(0, Runs.trouble(), Optional.of("/a/mine.yaml")),
                new Action.Change(changed));
    return session.work().orElseThrow();
  }

  /** The copy of a process that does not run any more: its number is none. */
  private void crash() throws IOException {
    Path unsaved = folder.resolve("config").resolve("unsaved");
    try (Stream<Path> copies = Files.list(unsaved)) {
      for (Path copy : copies.toList()) {
        Files.move(copy, unsaved.resolve("crashed.yaml"));
      }
    }
  }

  @Test
  void unsavedWorkComesBackAfterACrash() throws IOException {
    recovery().keep(work());
    crash();

    List<Recovery.Left> left = recovery().leftBehind();

    assertThat(left).hasSize(1);
    Document back = left.getFirst().work();
    assertThat(back.scenario()).isEqualTo(changed);
    assertThat(back.file()).contains("/a/mine.yaml");
    assertThat(back.isUnsaved()).isTrue();
    recovery().settle(left.getFirst());
    assertThat(recovery().leftBehind()).isEmpty();
  }

  @Test
  void theWorkOfARunningUnjamIsNotOffered() {
    recovery().keep(work());

    assertThat(recovery().leftBehind()).isEmpty();
  }

  @Test
  void whatIsSavedOrGivenUpIsNotKept() throws IOException {
    Recovery recovery = recovery();
    recovery.keep(work());
    recovery.keep(Document.opened(changed, Optional.of("/a/mine.yaml")));

    try (Stream<Path> copies = Files.list(folder.resolve("config").resolve("unsaved"))) {
      assertThat(copies).isEmpty();
    }
  }
}
