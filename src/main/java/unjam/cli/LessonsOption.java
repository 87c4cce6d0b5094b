package unjam.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.lesson.LessonFolder;
import unjam.lesson.LessonShelf;

/** Where lessons are taken from. */
final class LessonsOption {

  @Option(
      names = "--lessons",
      paramLabel = "DIR",
      description = "Takes lessons from a folder of yours instead of those that come with Unjam.")
  private @Nullable Path folder;

  /** The folder; empty for the lessons that come with Unjam. What is wrong is a problem. */
  Optional<Path> folder(List<Problem> problems) {
    Path named = folder;
    if (named == null) {
      return Optional.empty();
    }
    obstacle(named)
        .ifPresent(why -> problems.add(new Problem("--lessons " + named, 0, 0, why)));
    return Optional.of(named.toAbsolutePath().normalize());
  }

  private static Optional<String> obstacle(Path named) {
    if (!Files.isDirectory(named)) {
      return Optional.of(Files.exists(named) ? "is no folder" : "there is no such folder");
    }
    if (LessonFolder.OnDisk.isLesson(named)) {
      return Optional.of(
          "is a lesson itself; name the folder that holds it, "
              + named.toAbsolutePath().normalize().getParent());
    }
    return LessonShelf.of(Catalog.ofClassPath(), named).names().isEmpty()
        ? Optional.of(
            "holds no lesson; a lesson is a folder in it with a file " + LessonFolder.LESSON)
        : Optional.empty();
  }

  /** Where lessons are; what is wrong is a problem. */
  LessonShelf shelf(Catalog catalog, List<Problem> problems) {
    return folder(problems)
        .map(each -> LessonShelf.of(catalog, each))
        .orElseGet(() -> LessonShelf.of(catalog));
  }
}
