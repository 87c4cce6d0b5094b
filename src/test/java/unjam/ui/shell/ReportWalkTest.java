package unjam.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unjam.app.Action;
import unjam.catalog.Catalog;
import unjam.ui.text.Texts;

/** A run becomes a report from the menu. */
class ReportWalkTest extends InWindow {

  /** A person who forgets the ending. */
  private record Decided(Path report) implements Chooser {
    @Override
    public Optional<Path> toOpen(Window owner, Texts texts) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(Window owner, Texts texts, String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toReport(Window owner, Texts texts, String name) {
      return Optional.of(report);
    }
  }

  @Override
  Belongings belongings() {
    return Belongings.in(
        Catalog.ofClassPath(), folder.resolve("config"), Runnable::run, store::send,
        new Decided(folder.resolve("story")));
  }

  @Override
  void start(Stage stage) {
    super.start(stage);
    store.send(new Action.Pause());
  }

  @Test
  void theReportHasItsPicturesInIt(FxRobot robot) throws Exception {
    waitUntil(() -> store.session().open().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.E);
    waitUntil(() -> Files.exists(folder.resolve("story.html")));

    assertThat(Files.readString(folder.resolve("story.html")))
        .contains("<img src=\"data:image/png;base64,", "</html>");
    assertThat(store.session().problems()).isEmpty();
  }
}
