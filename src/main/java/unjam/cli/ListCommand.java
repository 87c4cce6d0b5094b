package unjam.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import unjam.catalog.Catalog;
import unjam.scenario.Scenario;

/** Names what comes with Unjam. */
@Command(
    name = "list",
    description = "Names the scenarios, kernels, drivers and policies that come with Unjam.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private final OutputStream stdout;

  @Spec private CommandSpec spec = CommandSpec.create();

  ListCommand(OutputStream stdout) {
    this.stdout = stdout;
  }

  @Override
  public Integer call() {
    Catalog catalog = Catalog.ofClassPath();
    try {
      new Destination.Standard(stdout).write(out -> write(catalog, out));
      return ExitStatus.OK;
    } catch (IOException e) {
      return Complaints.notWritten(spec.commandLine().getErr(), e);
    }
  }

  private static void write(Catalog catalog, Writer out) throws IOException {
    out.write("Scenarios\n");
    int columns =
        catalog.scenarios().stream().mapToInt(String::length).max().orElse(0) + 2;
    for (String name : catalog.scenarios()) {
      String title = catalog.scenario(name).map(Scenario::title).orElse("");
      out.write("  " + name + " ".repeat(columns - name.length()) + title + "\n");
    }
    names(out, "Kernels", catalog.kernels());
    names(out, "Drivers", catalog.drivers());
    names(out, "Policies", catalog.policies());
  }

  private static void names(Writer out, String what, List<String> names) throws IOException {
    out.write("\n" + what + "\n");
    for (String name : names) {
      out.write("  " + name + "\n");
    }
  }
}
