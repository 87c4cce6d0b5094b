package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioWriter;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/** Runs a scenario and writes its trace. */
@Command(
    name = "run",
    description = "Runs a scenario and writes what happened.",
    footer = {
      "",
      "Exit status: 0 all is well, 1 Unjam failed, 2 the input is wrong or a limit was reached."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final int MEGABYTE = 1 << 20;

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario's file, or the name of one of the catalog (see unjam list).")
  private String scenario = "";

  @Mixin private ScenarioChanges changes = new ScenarioChanges();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of " + Format.KNOWN + "; ${DEFAULT-VALUE} if not given.",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a file, which appears only when it is whole.")
  private @Nullable String out;

  @Option(names = "--debug", description = "Shows where in Unjam a mistake of Unjam is.")
  private boolean debug;

  RunCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Catalog catalog = Catalog.ofClassPath();
    Destination destination;
    try {
      destination = destination();
    } catch (InvalidPathException e) {
      return Complaints.badInput(err, "--out is no path of this machine: " + e.getMessage());
    }
    List<Problem> problems = new ArrayList<>();
    destination
        .obstacle()
        .ifPresent(why -> problems.add(new Problem("--out " + out, 0, 0, why)));
    try {
      Read<Scenario> read = ScenarioArgument.read(catalog, scenario, changes.settings());
      problems.addAll(read.problems().stream().map(changes::asAsked).toList());
      return switch (read) {
        case Read.Good<Scenario>(Scenario good) when problems.isEmpty() ->
            run(catalog, good, destination, err);
        case Read.Good<Scenario> good -> Complaints.problems(err, problems);
        case Read.Bad<Scenario> bad -> Complaints.problems(err, problems);
      };
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    } catch (OutOfMemoryError e) {
      return outOfMemory(err);
    } catch (RuntimeException e) {
      return Complaints.bug(err, e, replay(), debug);
    }
  }

  private Destination destination() {
    return out == null
        ? new Destination.Standard(stdout)
        : new Destination.File(Path.of(out));
  }

  private int run(
      Catalog catalog, Scenario asked, Destination destination, PrintWriter err)
      throws IOException {
    try {
      String text = new ScenarioWriter(catalog).write(asked);
      Trace trace = Simulation.run(asked, text, () -> false).trace();
      Timeline timeline = Timeline.of(trace);
      destination.write(writer -> format.exporter().write(timeline, writer));
      return ExitStatus.OK;
    } catch (LimitExceeded limit) {
      Scenario.Limits limits = asked.limits();
      String more =
          limits.memoryComesFirst()
              ? "limits.memory=" + 2 * limits.maxTraceBytes()
              : "limits.events=" + 2 * limits.maxEvents();
      err.println(
          "unjam: " + limit.getMessage() + "; --set " + more
              + " allows more (or end it earlier with --until)");
      return ExitStatus.BAD_INPUT;
    }
  }

  private int outOfMemory(PrintWriter err) {
    long megabytes = Runtime.getRuntime().maxMemory() / MEGABYTE;
    err.println(
        "unjam: the run needs more than the " + megabytes
            + " MB of memory that Java may use; end it earlier with --until, or give it more, for"
            + " example with UNJAM_JAVA_OPTS=-Xmx" + 2 * megabytes + "m");
    return ExitStatus.BAD_INPUT;
  }

  private String replay() {
    StringBuilder command = new StringBuilder("unjam run ").append(quoted(scenario));
    for (String setting : changes.settings()) {
      command.append(" --set ").append(quoted(setting));
    }
    return command.toString();
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./=:,+@%-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
