package unjam.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.catalog.Lint;
import unjam.catalog.Problem;

/** Looks through files without running anything. */
@Command(
    name = "lint",
    description = "Looks for mistakes in scenarios, drivers, policies and kernel rules.",
    footer = {"", "Exit status: 0 if every file is right, 2 if not."},
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    Lint lint = new Lint(Catalog.ofClassPath());
    List<Problem> problems = new ArrayList<>();
    for (String file : files) {
      try {
        problems.addAll(lint.file(Path.of(file)));
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
}
