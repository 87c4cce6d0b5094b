package unjam.ui.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import unjam.app.Action;
import unjam.app.Effect;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.ScenarioWriter;
import unjam.catalog.WholeFile;

/** Writes scenarios to files, and remembers which ones a person has worked with. */
public final class ScenarioFiles {

  private static final String RECENT = "recent";
  private static final int MOST_RECENT = 9;

  private final ScenarioWriter writer;
  private final Path recent;
  private final Executor worker;
  private final Consumer<Action> answer;

  /**
   * @param catalog what scenarios are written against
   * @param folder where the list of recent files is kept
   * @param worker does what may take long
   * @param answer takes what came of it, on the worker's thread
   */
  public ScenarioFiles(Catalog catalog, Path folder, Executor worker, Consumer<Action> answer) {
    writer = new ScenarioWriter(catalog);
    recent = folder.resolve(RECENT);
    this.worker = worker;
    this.answer = answer;
  }

  /** Does what a reducer wants to have done, as far as it is writing. */
  public void perform(Effect effect) {
    if (effect instanceof Effect.Save save) {
      worker.execute(() -> save(save));
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Writing {
    void write() throws IOException;
  }

  /** Writes something else into a file, on the worker's thread; what fails is said. */
  public void write(Path file, Writing writing) {
    worker.execute(
        () -> {
          try {
            writing.write();
          } catch (IOException e) {
            answer.accept(
                new Action.Complain(
                    List.of(
                        new Problem(file.toString(), 0, 0, "cannot be written (" + e + ")"))));
          }
        });
  }

  private void save(Effect.Save save) {
    try {
      WholeFile.write(Path.of(save.file()), writer.write(save.scenario()));
      answer.accept(new Action.Saved(save.file(), save.scenario()));
    } catch (IOException e) {
      answer.accept(
          new Action.SaveFailed(
              new Problem(
                  save.file(), 0, 0,
                  "cannot be written (" + e + "); nothing is lost, choose another place")));
    }
  }

  /** Files that were opened or saved and are still there, the latest first. */
  public List<String> recent() {
    try {
      return Files.exists(recent)
          ? Files.readAllLines(recent, StandardCharsets.UTF_8).stream()
              .filter(each -> Files.isRegularFile(Path.of(each)))
              .toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A file was opened or saved. */
  public void remember(String file) {
    String path = Path.of(file).toAbsolutePath().toString();
    worker.execute(
        () -> {
          List<String> files = new ArrayList<>(recent());
          files.remove(path);
          files.addFirst(path);
          try {
            WholeFile.write(
                recent,
                String.join("\n", files.subList(0, Math.min(MOST_RECENT, files.size()))) + "\n");
          } catch (IOException e) {
            // A list of conveniences that cannot be kept is no reason to disturb anybody.
            System.getLogger(ScenarioFiles.class.getName())
                .log(System.Logger.Level.DEBUG, "recent files are not kept", e);
          }
        });
  }
}
