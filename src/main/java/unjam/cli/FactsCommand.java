package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.lesson.FactLines;
import unjam.scenario.Scenario;
import unjam.trace.FactFields;
import unjam.trace.Trace;

/** Says what a lesson can speak of: all sorts of facts, or those of one run in their order. */
@Command(
    name = "facts",
    description = {
      "Names every sort of fact with its fields; or the facts of a run, one on each line,",
      "as a lesson's author speaks of them."
    },
    mixinStandardHelpOptions = true)
final class FactsCommand implements Callable<Integer> {

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "A scenario or its file.")
  private Optional<String> scenario = Optional.empty();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Another setting.")
  private List<String> settings = new ArrayList<>();

  FactsCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    if (scenario.isEmpty()) {
      return written(FactsCommand::sorts);
    }
    return switch (ScenarioArgument.read(Catalog.ofClassPath(), scenario.get(), settings)) {
      case Read.Bad<Scenario>(List<Problem> problems) ->
          Complaints.problems(spec.commandLine().getErr(), problems);
      case Read.Good<Scenario>(Scenario good) -> {
        Trace trace = SimulationService.openNow(good).trace();
        yield written(out -> FactLines.write(trace, out));
      }
    };
  }

  private int written(Destination.Content text) {
    try {
      new Destination.Standard(stdout).write(text);
      return ExitStatus.OK;
    } catch (IOException e) {
      return Complaints.notWritten(spec.commandLine().getErr(), e);
    }
  }

  private static void sorts(Writer out) throws IOException {
    for (var each : FactFields.known().entrySet()) {
      out.write(each.getKey() + " (" + String.join(", ", each.getValue()) + ")\n");
    }
  }
}
