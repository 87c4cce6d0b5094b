package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.analysis.CostFigure;
import unjam.app.Sweep;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.scenario.Scenario;

/** Runs a scenario with many settings and seeds and writes what each run cost. */
@Command(
    name = "sweep",
    description = "Runs a scenario with many settings and seeds; writes what each cost, as CSV.",
    footer = {
      "",
      "For example: unjam sweep seed-slow-disk --vary device/timeout=5,10,30,60 --seeds 10"
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(
      names = "--vary",
      paramLabel = "KEY=V1,V2,...",
      description = "A setting, as --set takes it, and its values; once or twice.")
  private List<String> vary = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Seeds for each combination: the scenario's own and those that follow it.")
  private int seeds = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at the same time; as many as there are processors if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "Writes to a file, which appears only when it is whole.")
  private @Nullable Path out;

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  SweepCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Catalog catalog = Catalog.ofClassPath();
    Destination to =
        out == null ? new Destination.Standard(stdout) : new Destination.File(out);
    List<Problem> problems = new ArrayList<>();
    to.obstacle().ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    List<Sweep.Axis> axes = axes(problems);
    counts(axes, problems);
    try {
      Read<Scenario> read = ScenarioArgument.read(catalog, scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      return switch (read) {
        case Read.Good<Scenario>(Scenario good) -> swept(catalog, good, axes, problems, to);
        case Read.Bad<Scenario> bad -> Complaints.problems(err, problems);
      };
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam sweep " + scenario, debug);
    }
  }

  private int swept(
      Catalog catalog, Scenario good, List<Sweep.Axis> axes, List<Problem> problems,
      Destination to)
      throws IOException {
    Read<Sweep.Plan> read = Sweep.plan(catalog, good, axes, seeds);
    read.problems().stream().map(SweepCommand::asAsked).forEach(problems::add);
    if (!problems.isEmpty()) {
      return Complaints.problems(spec.commandLine().getErr(), problems);
    }
    if (read instanceof Read.Good<Sweep.Plan>(Sweep.Plan plan)) {
      List<Sweep.Result> results = Sweep.run(plan, threads, each -> {}, () -> false);
      to.write(writer -> write(plan, results, writer));
      long cut = results.stream().filter(each -> each.cost().unanswered() > 0).count();
      if (cut > 0) {
        spec.commandLine().getErr().println(
            "unjam: " + cut + " of " + results.size() + " runs end while somebody still waits"
                + " (column unanswered); --until lets them go on");
      }
    }
    return ExitStatus.OK;
  }

  /** A problem of a value is told by the option that it came from. */
  private static Problem asAsked(Problem problem) {
    return new Problem(
        problem.file().replaceFirst("^--set ", "--vary "), problem.line(), problem.column(),
        problem.message());
  }

  private List<Sweep.Axis> axes(List<Problem> problems) {
    List<Sweep.Axis> axes = new ArrayList<>();
    for (String each : vary) {
      int sign = each.indexOf('=');
      List<String> values =
          sign < 0 ? List.of() : Arrays.asList(each.substring(sign + 1).split(",", -1));
      if (sign < 1 || values.stream().anyMatch(String::isBlank)) {
        problems.add(
            new Problem(
                "--vary " + each, 0, 0,
                "is a setting and its values, such as device/timeout=5,10,30"));
      } else if (axes.stream().anyMatch(axis -> axis.key().equals(each.substring(0, sign)))) {
        problems.add(
            new Problem(
                "--vary " + each, 0, 0, "varies already; name all its values in one place"));
      } else {
        axes.add(new Sweep.Axis(each.substring(0, sign), values));
      }
    }
    if (vary.size() > 2) {
      problems.add(
          new Problem("--vary " + vary.get(2), 0, 0, "only two settings vary at the same time"));
    }
    return axes;
  }

  private void counts(List<Sweep.Axis> axes, List<Problem> problems) {
    atLeastOne("--seeds", seeds, problems);
    atLeastOne("--threads", threads, problems);
    long runs = Math.max(1L, seeds);
    for (Sweep.Axis each : axes) {
      runs *= each.values().size();
    }
    if (runs > Sweep.MOST_RUNS) {
      problems.add(
          new Problem(
              "--vary", 0, 0,
              "that is " + runs + " runs; at most " + Sweep.MOST_RUNS + " are made at once"));
    }
  }

  private static void atLeastOne(String option, int count, List<Problem> problems) {
    if (count < 1) {
      problems.add(new Problem(option + " " + count, 0, 0, "is at least 1"));
    }
  }

  private static void write(Sweep.Plan plan, List<Sweep.Result> results, Writer writer)
      throws IOException {
    List<String> head = new ArrayList<>(plan.axes().stream().map(Sweep.Axis::key).toList());
    head.add("seed");
    for (CostFigure each : CostFigure.values()) {
      head.add(each.column());
    }
    writer.write(String.join(",", head) + "\n");
    for (Sweep.Result result : results) {
      List<String> line = new ArrayList<>(plan.cells().get(result.cell()).values());
      line.add(Long.toString(result.seed()));
      for (CostFigure each : CostFigure.values()) {
        line.add(Long.toString(each.of(result.cost())));
      }
      writer.write(String.join(",", line) + "\n");
    }
  }
}
