package unjam.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.OpenRun;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;

/** Writes the report of a run. */
@Command(
    name = "report",
    description = {
      "Writes the report of a run: its story, pictures of decisive instants, what it cost, the",
      "kernel log. As Markdown with its pictures beside it, or as one HTML file."
    },
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  /** What writes; handed in because this package must not know the user interface. */
  @FunctionalInterface
  public interface Reporter {

    /**
     * Writes a report, which appears only when it is whole.
     *
     * @param run what it is about
     * @param language what it is written in
     * @param pictures whether it has pictures
     * @param file what is written; Markdown or HTML by its name
     */
    void write(OpenRun run, Locale language, boolean pictures, Path file) throws IOException;
  }

  private final Reporter reporter;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(
      names = "--out",
      paramLabel = "FILE.md|FILE.html",
      required = true,
      description = "The file that is written.")
  private String out = "";

  @Option(
      names = "--pictures",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "With pictures of decisive instants; that is so if nothing is said.")
  private boolean pictures = true;

  @Mixin private LanguageOption language = new LanguageOption();

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  ReportCommand(Reporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<Problem> problems = new ArrayList<>();
    Optional<Path> file = file(problems);
    Locale locale = language.locale(problems);
    Catalog catalog = Catalog.ofClassPath();
    try {
      Read<Scenario> read = ScenarioArgument.read(catalog, scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      policy.check(catalog, problems);
      if (problems.isEmpty() && file.isPresent()
          && read instanceof Read.Good<Scenario>(Scenario good)) {
        Scenario asked = policy.applied(catalog, good, err);
        OpenRun run = OpenRun.of(asked, Simulation.run(asked).trace());
        reporter.write(run, locale, pictures, file.get());
        return ExitStatus.OK;
      }
      return Complaints.problems(err, problems);
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam report " + scenario + " --out " + out, debug);
    }
  }

  private Optional<Path> file(List<Problem> problems) {
    Path path;
    try {
      path = Path.of(out);
    } catch (InvalidPathException e) {
      problems.add(
          new Problem("--out " + out, 0, 0, "is no path of this machine: " + e.getReason()));
      return Optional.empty();
    }
    new Destination.File(path)
        .obstacle()
        .ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    if (!out.endsWith(".md") && !out.endsWith(".html")) {
      problems.add(
          new Problem(
              "--out " + out, 0, 0,
              "is Markdown or HTML, and its name ends with .md or .html"));
    }
    return Optional.of(path);
  }
}
