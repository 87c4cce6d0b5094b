package unjam.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import unjam.catalog.Problem;
import unjam.lesson.ClassFolder;
import unjam.lesson.Progress;
import unjam.lesson.ProgressFile;
import unjam.lesson.ProgressShelf;

/**
 * Writes a learner's files for a teacher.
 *
 * @param learner who
 * @param folder where they are to be; made if there is none
 */
record HandIn(String learner, Path folder) {

  /** Says which files were written; what goes wrong is a problem. */
  void write(ProgressShelf own, List<Problem> problems, Writer out) throws IOException {
    String name = fileName();
    if (name.isEmpty()) {
      problems.add(new Problem("--learner " + learner, 0, 0, "a name has letters or digits"));
      return;
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      problems.add(new Problem("--hand-in " + folder, 0, 0, "is no folder"));
      return;
    }
    ClassFolder done =
        Files.isDirectory(own.folder())
            ? ClassFolder.read(own.folder())
            : new ClassFolder(List.of(), List.of());
    problems.addAll(done.problems());
    for (Progress each : done.handedIn()) {
      Path file = ProgressFile.in(folder, name + "-" + each.lesson());
      Optional<Problem> wrong = ProgressFile.write(file, each.of(learner));
      wrong.ifPresent(problems::add);
      if (wrong.isEmpty()) {
        out.write(file + "\n");
      }
    }
    if (done.handedIn().isEmpty()) {
      out.write("no lesson has been begun\n");
    }
  }

  /** Letters and digits of any script; whatever else becomes an underscore. */
  private String fileName() {
    return learner.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
  }
}
