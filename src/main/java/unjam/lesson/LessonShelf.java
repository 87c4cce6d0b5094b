package unjam.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unjam.catalog.Catalog;

/** Where lessons are kept. */
public final class LessonShelf {

  private final Catalog catalog;
  private final Optional<Path> folder;

  private LessonShelf(Catalog catalog, Optional<Path> folder) {
    this.catalog = catalog;
    this.folder = folder;
  }

  /** Lessons that came with the application. */
  public static LessonShelf of(Catalog catalog) {
    return new LessonShelf(catalog, Optional.empty());
  }

  /** Lessons in a folder of this machine; those that came with the application are left out. */
  public static LessonShelf of(Catalog catalog, Path folder) {
    return new LessonShelf(catalog, Optional.of(folder));
  }

  /** Where they are on this machine; empty if they came with the application. */
  public Optional<Path> onDisk() {
    return folder;
  }

  /** Their names, in the order in which they are taught. */
  public List<String> names() {
    return folder.map(LessonShelf::inside).orElseGet(catalog::lessons);
  }

  private static List<String> inside(Path path) {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(LessonFolder.OnDisk::isLesson)
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The files of a lesson. */
  public LessonFolder folder(String name) {
    return folder
        .<LessonFolder>map(each -> new LessonFolder.OnDisk(each.resolve(name)))
        .orElseGet(() -> new LessonFolder.InCatalog(catalog, name));
  }
}
