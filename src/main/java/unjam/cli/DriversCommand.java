package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.scenario.DriverMatrix;
import unjam.scenario.LldProfile;

/** Says which driver can do what when a command is lost. */
@Command(
    name = "drivers",
    description = {
      "Shows which driver implements which step of recovery, in the order in which it is asked.",
      "A scenario changes a driver for one host: template: {eh_target_reset_handler: none}."
    },
    mixinStandardHelpOptions = true)
final class DriversCommand implements Callable<Integer> {

  private static final List<String> HEADS =
      List.of(
          "driver", "eh_timed_out", "abort", "LUN reset", "target reset", "bus reset",
          "host reset", "strategy", "transport");

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--kernel",
      paramLabel = "V",
      description = "Kernel version, ${DEFAULT-VALUE} if not given.",
      defaultValue = Catalog.DEFAULT_KERNEL)
  private String kernel = Catalog.DEFAULT_KERNEL;

  DriversCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Catalog catalog = Catalog.ofClassPath();
    if (!catalog.kernels().contains(kernel)) {
      err.println(
          "unjam: --kernel: there are no rules for Linux \"" + kernel + "\"; known: "
              + String.join(", ", catalog.kernels()));
      return ExitStatus.BAD_INPUT;
    }
    List<LldProfile> drivers = new ArrayList<>();
    for (String name : catalog.drivers()) {
      catalog.driver(name, kernel).ifPresent(drivers::add);
    }
    try {
      new Destination.Standard(stdout).write(out -> write(DriverMatrix.of(drivers), out));
      return ExitStatus.OK;
    } catch (IOException e) {
      return Complaints.notWritten(err, e);
    }
  }

  private static void write(DriverMatrix matrix, Writer out) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADS);
    for (DriverMatrix.Row row : matrix.rows()) {
      List<String> line = new ArrayList<>(List.of(row.driver()));
      for (DriverMatrix.Column column : DriverMatrix.Column.values()) {
        line.add(text(row.cell(column)));
      }
      lines.add(line);
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        text.append(line.get(i)).append(" ".repeat(width + 2 - line.get(i).length()));
      }
      out.write(text.toString().stripTrailing() + "\n");
    }
  }

  private static String text(DriverMatrix.Cell cell) {
    return switch (cell.answer()) {
      case MISSING -> "-";
      case NEVER_ASKED -> "(not asked)";
      case UNSUPPORTED -> "always FAILED";
      case PRESENT -> cell.detail().isEmpty() ? "yes" : cell.detail();
    };
  }
}
