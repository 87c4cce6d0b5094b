package unjam.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unjam.catalog.Problem;

/** What the command line makes different in a scenario before it is run. */
final class ScenarioChanges {

  @Option(
      names = "--until",
      paramLabel = "T",
      description = "Ends the run at this instant, such as 90s.")
  private @Nullable String until;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Changes the scenario: a path into its file, such as machine.hosts.0.disks.sda.timeout=5s,",
        "or a setting for all disks or hosts by its sysfs name, such as device/timeout=5."
      })
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--kernel",
      paramLabel = "V",
      description = "Kernel version, such as 6.12.")
  private @Nullable String kernel;

  @Option(names = "--seed", paramLabel = "N", description = "Root of every random stream.")
  private @Nullable String seed;

  /** As {@code KEY=VALUE}. The short options are settings like any other, and win over them. */
  List<String> settings() {
    List<String> all = new ArrayList<>(settings);
    shortOptions().forEach((option, value) -> all.add(option + "=" + value));
    return all;
  }

  /** The root of every random stream as it was given; empty if it was not. */
  Optional<String> seed() {
    return Optional.ofNullable(seed);
  }

  /** A problem of a short option is told by the name that the person used. */
  Problem asAsked(Problem problem) {
    for (String option : shortOptions().keySet()) {
      String setting = "--set " + option + "=";
      if (problem.file().startsWith(setting)) {
        return new Problem(
            "--" + option + " " + problem.file().substring(setting.length()), problem.line(),
            problem.column(), problem.message());
      }
    }
    return problem;
  }

  private Map<String, String> shortOptions() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "kernel", kernel);
    put(given, "seed", seed);
    put(given, "until", until);
    return given;
  }

  private static void put(Map<String, String> given, String option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
