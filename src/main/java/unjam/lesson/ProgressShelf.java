package unjam.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import unjam.catalog.Problem;
import unjam.catalog.Read;

/** Where a learner's progress is kept: a small file for each lesson. */
public final class ProgressShelf {

  private static final String SUFFIX = ".yaml";

  private final Path folder;

  public ProgressShelf(Path folder) {
    this.folder = folder;
  }

  /** The learner's own, in the folder where the user's things are kept. */
  public static ProgressShelf ofUser(Path user) {
    return new ProgressShelf(user.resolve("progress"));
  }

  public Path folder() {
    return folder;
  }

  /** What was done in a lesson; empty if nothing was, or if the file makes no sense. */
  public Optional<Progress> kept(String lesson) {
    return ProgressFile.kept(folder, lesson);
  }

  /** What was done in all lessons. */
  public List<Progress> all() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(each -> each.toString().endsWith(SUFFIX))
          .sorted()
          .flatMap(
              each ->
                  ProgressFile.read(each) instanceof Read.Good<Progress>(Progress good)
                      ? Stream.of(good)
                      : Stream.empty())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Writes it down; what went wrong, if anything did. */
  public Optional<Problem> keep(Progress progress) {
    return ProgressFile.write(ProgressFile.in(folder, progress.lesson()), progress);
  }
}
