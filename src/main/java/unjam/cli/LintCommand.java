package unjam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.catalog.Lint;
import unjam.catalog.Problem;
import unjam.kernel.Simulation;
import unjam.lesson.LessonFolder;
import unjam.lesson.LessonLint;
import unjam.projection.Timeline;

/** Looks through files; only the runs of lessons are made. */
@Command(
    name = "lint",
    description =
        "Looks for mistakes in scenarios, drivers, policies, kernel rules and lessons.",
    footer = {"", "Exit status: 0 if every file is right, 2 if not."},
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files or lesson folders.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    Catalog catalog = Catalog.ofClassPath();
    List<Problem> problems = new ArrayList<>();
    for (String file : files) {
      try {
        problems.addAll(problems(catalog, Path.of(file)));
      } catch (InvalidPathException e) {
        problems.add(new Problem(file, 0, 0, "is no path of this machine: " + e.getReason()));
      } catch (RuntimeException e) {
        return Complaints.bug(
            spec.commandLine().getErr(), e, "unjam lint " + file, false);
      }
    }
    return problems.isEmpty()
        ? ExitStatus.OK
        : Complaints.problems(spec.commandLine().getErr(), problems);
  }

  private static List<Problem> problems(Catalog catalog, Path path) {
    if (!Files.isDirectory(path)) {
      return new Lint(catalog).file(path);
    }
    List<Problem> problems = new ArrayList<>();
    for (Path each : lessons(path)) {
      problems.addAll(
          LessonLint.problems(
              catalog, scenario -> Timeline.of(Simulation.run(scenario).trace()),
              new LessonFolder.OnDisk(each)));
    }
    return problems;
  }

  /** The folder, if it is a lesson's, or else the lessons in it. */
  private static List<Path> lessons(Path folder) {
    if (LessonFolder.OnDisk.isLesson(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> found = inside.filter(LessonFolder.OnDisk::isLesson).sorted().toList();
      return found.isEmpty() ? List.of(folder) : found;
    } catch (IOException e) {
      return List.of(folder);
    }
  }
}
