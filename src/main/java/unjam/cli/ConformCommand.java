package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.catalog.Problem;
import unjam.conform.Conform;
import unjam.conform.ConformReport;
import unjam.conform.Verdict;

/** Holds the simulator against recordings of real kernels. */
@Command(
    name = "conform",
    description = {
      "Runs recorded situations and says for each whether the run holds or where it parts.",
      "A recording is a folder with setup.json and golden.json; folders are searched for them."
    },
    footer = {
      "",
      "Exit status: 0 if all hold, 1 if one does not or cannot be run, 2 if one cannot be read."
    },
    mixinStandardHelpOptions = true)
final class ConformCommand implements Callable<Integer> {

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with recordings.")
  private List<String> folders = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes a table and every finding to this file, as Markdown.")
  private @Nullable String report;

  ConformCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    List<Path> recordings = recordings(problems);
    Optional<Destination> destination = destination(problems);
    if (!problems.isEmpty()) {
      return Complaints.problems(err, problems);
    }
    try {
      List<Verdict> verdicts = check(recordings);
      if (destination.isPresent()) {
        destination.get().write(out -> out.write(ConformReport.markdown(verdicts)));
      }
      return status(verdicts);
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam conform " + String.join(" ", folders), false);
    }
  }

  private List<Path> recordings(List<Problem> problems) {
    List<Path> recordings = new ArrayList<>();
    for (String folder : folders) {
      try {
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
          problems.add(new Problem(folder, 0, 0, "is no folder; name one that has recordings"));
          continue;
        }
        List<Path> below = Conform.recordings(path);
        if (below.isEmpty()) {
          problems.add(
              new Problem(
                  folder, 0, 0,
                  "has no recordings; one is a folder with setup.json and golden.json"));
        }
        recordings.addAll(below);
      } catch (InvalidPathException e) {
        problems.add(new Problem(folder, 0, 0, "is no path of this machine: " + e.getReason()));
      }
    }
    return recordings;
  }

  private Optional<Destination> destination(List<Problem> problems) {
    if (report == null) {
      return Optional.empty();
    }
    try {
      Destination file = new Destination.File(Path.of(report));
      file.obstacle().ifPresent(why -> problems.add(new Problem("--report " + report, 0, 0, why)));
      return Optional.of(file);
    } catch (InvalidPathException e) {
      problems.add(new Problem("--report " + report, 0, 0,
          "is no path of this machine: " + e.getReason()));
      return Optional.empty();
    }
  }

  /** Each verdict is shown as it falls. */
  private List<Verdict> check(List<Path> recordings) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    Conform conform = Conform.ofApplication();
    new Destination.Standard(stdout).write(out -> {
      for (Path recording : recordings) {
        Verdict verdict = conform.check(recording);
        verdicts.add(verdict);
        out.write(verdict.line() + "\n");
        out.flush();
      }
      out.write(ConformReport.summary(verdicts) + "\n");
    });
    return verdicts;
  }

  private static int status(List<Verdict> verdicts) {
    if (verdicts.stream().anyMatch(Verdict::isUnreadable)) {
      return ExitStatus.BAD_INPUT;
    }
    return verdicts.stream().allMatch(Verdict::passes) ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
