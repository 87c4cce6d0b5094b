package unjam.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.ui.fx.FxStore;
import unjam.ui.scenario.Recovery;
import unjam.ui.scenario.ScenarioFiles;
import unjam.ui.text.Texts;

/** Opens and saves scenarios; nothing that a person has made is lost without being asked for. */
final class Desktop {

  private final FxStore store;
  private final ScenarioFiles files;
  private final Recovery recovery;
  private final Chooser chooser;
  private final Parent root;

  /** What waits until everything is saved. */
  private @Nullable Runnable whenSaved;

  /**
   * @param store what is open
   * @param belongings what opens, writes and keeps
   * @param root the window's content
   */
  Desktop(FxStore store, Belongings belongings, Parent root) {
    this.store = store;
    files = belongings.files();
    recovery = belongings.recovery();
    chooser = belongings.chooser();
    this.root = root;
    store
        .sessionProperty()
        .map(session -> session.work().flatMap(Document::file))
        .subscribe(file -> file.ifPresent(files::remember));
    store
        .sessionProperty()
        .map(session -> session.work())
        .subscribe(work -> work.ifPresent(recovery::keep));
    store.sessionProperty().subscribe(this::goOn);
    takeFiles();
  }

  /** A scenario's file that is dropped onto the window is opened. */
  private void takeFiles() {
    root.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
        });
    root.setOnDragDropped(
        event -> {
          if (event.getDragboard().hasFiles()) {
            openFile(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
          }
        });
  }

  private Texts texts() {
    return Texts.in(store.session().look().language());
  }

  private Window window() {
    return root.getScene().getWindow();
  }

  /** Files that were worked with lately and are still there. */
  List<String> recent() {
    return files.recent();
  }

  /** Opens a scenario of the catalog. */
  void open(String name) {
    leaving(() -> store.send(new Action.Open(name)));
  }

  /** Asks for a file and opens it. */
  void openFile() {
    leaving(() -> chooser.toOpen(window(), texts()).ifPresent(this::read));
  }

  /** Opens a file. */
  void openFile(Path file) {
    leaving(() -> read(file));
  }

  private void read(Path file) {
    store.send(new Action.OpenFile(file.toAbsolutePath().toString()));
  }

  /** Writes to the file that the scenario came from; asks for one if there is none. */
  boolean save() {
    Optional<String> file = store.session().work().flatMap(Document::file);
    if (file.isPresent()) {
      store.send(new Action.Save(file.get()));
      return true;
    }
    return saveAs();
  }

  /** Asks for a file and writes to it; false if a person has thought better of it. */
  boolean saveAs() {
    Optional<Document> work = store.session().work();
    if (work.isEmpty()) {
      return false;
    }
    Optional<Path> file =
        chooser.toSave(window(), texts(), work.get().scenario().name()).map(Desktop::named);
    file.ifPresent(each -> store.send(new Action.Save(each.toAbsolutePath().toString())));
    return file.isPresent();
  }

  /** Asks for a file and writes the report of the run into it. */
  void report() {
    Optional<OpenRun> open = store.session().open();
    if (open.isEmpty()) {
      return;
    }
    OpenRun run = open.get();
    Locale language = store.session().look().language();
    chooser
        .toReport(window(), texts(), run.scenario().name())
        .map(Desktop::page)
        .ifPresent(
            file -> files.write(file, () -> ReportFile.write(run, language, true, file)));
  }

  private static Path page(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".html") || name.endsWith(".md")
        ? file
        : file.resolveSibling(name + ".html");
  }

  private static Path named(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? file
        : file.resolveSibling(file.getFileName() + ".yaml");
  }

  /** Does something that gives up what is open, once nothing would be lost by it. */
  void leaving(Runnable then) {
    if (store.session().work().filter(Document::isUnsaved).isEmpty()) {
      then.run();
      return;
    }
    Texts texts = texts();
    ButtonType save = new ButtonType(texts.of("leave.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(texts.of("leave.discard"), ButtonData.NO);
    ButtonType stay = new ButtonType(texts.of("leave.stay"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(AlertType.NONE, texts.of("leave.words"), save, discard, stay);
    alert.initOwner(window());
    alert.setTitle("Unjam");
    alert.getDialogPane().setId("leave");
    alert.getDialogPane().getStylesheets().setAll(root.getStylesheets());
    alert.getDialogPane().getStyleClass().addAll(root.getStyleClass());
    ButtonType said = alert.showAndWait().orElse(stay);
    if (said == discard) {
      recovery.forget();
      then.run();
    } else if (said == save) {
      whenSaved = then;
      whenSaved = save() ? whenSaved : null;
    }
  }

  /** Writing takes a moment; what failed to be written is not left. */
  private void goOn(Session now) {
    if (whenSaved == null || now.work().filter(Document::isUnsaved).isPresent()) {
      whenSaved = now.problems().isEmpty() ? whenSaved : null;
      return;
    }
    Runnable then = whenSaved;
    whenSaved = null;
    then.run();
  }

  /** What an earlier run could not save. */
  List<Recovery.Left> leftBehind() {
    return recovery.leftBehind();
  }

  /** A person has decided about it. */
  void settle(Recovery.Left left) {
    recovery.settle(left);
  }
}
