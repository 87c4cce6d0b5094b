package unjam.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import unjam.ui.text.Texts;

/** Asks a person for a file. */
public interface Chooser {

  /** A scenario's file to be opened; empty if a person has thought better of it. */
  Optional<Path> toOpen(Window owner, Texts texts);

  /**
   * Where a scenario is to be written; empty if a person has thought better of it.
   *
   * @param name a name that is proposed
   */
  Optional<Path> toSave(Window owner, Texts texts, String name);

  /**
   * Where the report of a run is to be written; empty if a person has thought better of it.
   *
   * @param name a name that is proposed
   */
  default Optional<Path> toReport(Window owner, Texts texts, String name) {
    return Optional.empty();
  }

  /** The dialogs of the operating system. */
  record OfSystem() implements Chooser {

    @Override
    public Optional<Path> toOpen(Window owner, Texts texts) {
      FileChooser chooser = chooser(texts, "files.open");
      return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> toSave(Window owner, Texts texts, String name) {
      FileChooser chooser = chooser(texts, "files.save");
      chooser.setInitialFileName(name + ".yaml");
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
    }

    @Override
    public Optional<Path> toReport(Window owner, Texts texts, String name) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(texts.of("files.report"));
      chooser.setInitialFileName(name + ".html");
      chooser
          .getExtensionFilters()
          .addAll(
              new ExtensionFilter("HTML", "*.html"), new ExtensionFilter("Markdown", "*.md"));
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
    }

    private static FileChooser chooser(Texts texts, String title) {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(texts.of(title));
      chooser
          .getExtensionFilters()
          .add(new ExtensionFilter(texts.of("files.kind"), "*.yaml", "*.yml"));
      return chooser;
    }
  }
}
