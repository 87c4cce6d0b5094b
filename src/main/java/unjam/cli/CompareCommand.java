package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
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
import unjam.analysis.CostCard;
import unjam.analysis.CostFigure;
import unjam.analysis.CostReader;
import unjam.analysis.Divergence;
import unjam.analysis.EhPasses;
import unjam.app.Variants;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/** Runs a scenario under several policies and writes what each cost, side by side. */
@Command(
    name = "compare",
    description = "Runs a scenario under several policies; writes what each cost, side by side.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  private static final int NAME = 26;
  private static final int COLUMN = 16;

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description =
          "A policy of the catalog, up to four times; default and fail-fast if not given.")
  private List<String> policies = new ArrayList<>();

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  CompareCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  /** One policy with what became of the scenario under it. */
  private record Outcome(
      String policy, Trace trace, CostCard cost, List<Problem> refused) {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Catalog catalog = Catalog.ofClassPath();
    List<Problem> problems = new ArrayList<>();
    List<Policy> chosen = policies(catalog, problems);
    try {
      Read<Scenario> read = ScenarioArgument.read(catalog, scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      if (problems.isEmpty() && read instanceof Read.Good<Scenario>(Scenario good)) {
        List<Outcome> outcomes = outcomes(catalog, good, chosen);
        new Destination.Standard(stdout).write(out -> write(good, outcomes, out));
        return ExitStatus.OK;
      }
      return Complaints.problems(err, problems);
    } catch (LimitExceeded limit) {
      return Complaints.badInput(err, limit.getMessage());
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, "unjam compare " + scenario, debug);
    }
  }

  private List<Policy> policies(Catalog catalog, List<Problem> problems) {
    List<String> names = policies.isEmpty() ? List.of("default", "fail-fast") : policies;
    List<Policy> found = new ArrayList<>();
    for (String name : names) {
      Optional<Policy> policy = catalog.policy(name);
      policy.ifPresent(found::add);
      if (policy.isEmpty()) {
        problems.add(
            new Problem(
                "--policy " + name, 0, 0,
                "is no policy of the catalog; it has " + String.join(", ", catalog.policies())));
      }
    }
    names.stream().distinct().filter(each -> Collections.frequency(names, each) > 1).forEach(
        each -> problems.add(new Problem("--policy " + each, 0, 0, "is named more than once")));
    if (names.size() > 4) {
      problems.add(new Problem("--policy", 0, 0, "at most four are compared at once"));
    }
    return found;
  }

  private static List<Outcome> outcomes(
      Catalog catalog, Scenario scenario, List<Policy> policies) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Policy policy : policies) {
      Variants.Under under = Variants.under(catalog, scenario, policy);
      Trace trace = Simulation.run(under.scenario()).trace();
      CostCard cost = CostReader.of(Timeline.of(trace), EhPasses.of(trace));
      outcomes.add(new Outcome(policy.name(), trace, cost, under.refused()));
    }
    return outcomes;
  }

  private static void write(Scenario scenario, List<Outcome> outcomes, Writer out)
      throws IOException {
    out.write(scenario.title() + "\n\n" + " ".repeat(NAME));
    for (Outcome each : outcomes) {
      out.write(column(each.policy()));
    }
    out.write("\n");
    for (CostFigure figure : CostFigure.values()) {
      String name = figure.column().replace("_ns", "").replace('_', ' ');
      out.write(String.format(Locale.ROOT, "%-" + NAME + "s", name));
      for (Outcome each : outcomes) {
        long value = figure.of(each.cost());
        out.write(column(figure.isSpan() ? seconds(value) : Long.toString(value)));
      }
      out.write("\n");
    }
    for (Outcome each : outcomes) {
      if (each.cost().unanswered() > 0) {
        out.write(
            "\n" + each.policy() + " ends while somebody still waits; --until lets it go on\n");
      }
      for (Problem refused : each.refused()) {
        out.write("\n" + each.policy() + ": " + refused.message() + "\n");
      }
    }
    for (Outcome each : outcomes.subList(Math.min(1, outcomes.size()), outcomes.size())) {
      out.write("\n" + parting(outcomes.getFirst(), each) + "\n");
    }
  }

  private static String column(String text) {
    return String.format(Locale.ROOT, "%" + COLUMN + "s", text);
  }

  private static String seconds(long nanos) {
    return nanos < 0
        ? "not yet"
        : String.format(Locale.ROOT, "%.3f s", nanos / (double) SimTime.NANOS_PER_SECOND);
  }

  private static String parting(Outcome one, Outcome other) {
    return Divergence.of(one.trace(), other.trace())
        .map(
            each ->
                one.policy() + " and " + other.policy() + " are one run up to "
                    + seconds(each.nanos()) + function(one.trace(), each.left(), each.nanos())
                    + function(other.trace(), each.right(), each.nanos()))
        .orElse(one.policy() + " and " + other.policy() + " are the same from end to end");
  }

  /** What one of them does then; the other does something later. */
  private static String function(Trace trace, int seq, long nanos) {
    return seq < 0 || trace.nanos(seq) != nanos
        ? ""
        : ", " + trace.function(seq).nameIn(trace.header().kernel());
  }
}
