package unjam.ui.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import unjam.app.Document;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.catalog.WholeFile;
import unjam.scenario.Scenario;

/**
 * Keeps a copy of what is not saved, so that it comes back after a crash: one file for each running
 * Unjam, named by its process, gone as soon as everything is saved or given up.
 */
public final class Recovery {

  private static final String FOLDER = "unsaved";
  private static final String SUFFIX = ".yaml";
  private static final String KEPT_IN = "# kept in ";

  private final Catalog catalog;
  private final Path folder;
  private final Path mine;
  private final Executor worker;
  private @Nullable Scenario kept;

  /** What a run of Unjam left behind that did not end well. */
  public record Left(Path copy, Document work) {}

  /**
   * @param catalog what scenarios are written against
   * @param folder the user's folder
   * @param worker does what may take long
   */
  public Recovery(Catalog catalog, Path folder, Executor worker) {
    this.catalog = catalog;
    this.folder = folder.resolve(FOLDER);
    this.worker = worker;
    mine = this.folder.resolve(ProcessHandle.current().pid() + SUFFIX);
  }

  /** Keeps what is not saved; forgets it when nothing would be lost any more. */
  public void keep(Document work) {
    if (!work.isUnsaved()) {
      forget();
    } else if (!work.scenario().equals(kept)) {
      kept = work.scenario();
      String origin = work.file().map(file -> KEPT_IN + file + "\n").orElse("");
      String text = origin + new ScenarioWriter(catalog).write(work.scenario());
      worker.execute(() -> write(text));
    }
  }

  /** Nothing would be lost, or a person has said that it may be. */
  public void forget() {
    if (kept != null) {
      kept = null;
      worker.execute(() -> delete(mine));
    }
  }

  private void write(String text) {
    try {
      WholeFile.write(mine, text);
    } catch (IOException e) {
      System.getLogger(Recovery.class.getName())
          .log(System.Logger.Level.WARNING, "unsaved work is not kept: " + e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(Recovery.class.getName())
          .log(System.Logger.Level.WARNING, "cannot be deleted: " + e);
    }
  }

  /** What earlier runs left behind and nobody has looked at yet. */
  public List<Left> leftBehind() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Left> left = new ArrayList<>();
      files.filter(this::isOrphan).sorted().forEach(file -> read(file).ifPresent(left::add));
      return left;
    } catch (IOException e) {
      return List.of();
    }
  }

  private boolean isOrphan(Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(SUFFIX) || file.equals(mine)) {
      return false;
    }
    String pid = name.substring(0, name.length() - SUFFIX.length());
    return !pid.chars().allMatch(Character::isDigit)
        || pid.length() > 18
        || ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isEmpty();
  }

  private Optional<Left> read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Optional<String> origin =
          text.lines()
              .findFirst()
              .filter(line -> line.startsWith(KEPT_IN))
              .map(line -> line.substring(KEPT_IN.length()));
      return switch (new ScenarioReader(catalog).readText(file.toString(), text, List.of())) {
        case Read.Good<Scenario>(Scenario scenario) ->
            Optional.of(new Left(file, Document.recovered(scenario, origin)));
        case Read.Bad<Scenario> bad -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A person has decided about it. */
  public void settle(Left left) {
    worker.execute(() -> delete(left.copy()));
  }
}
