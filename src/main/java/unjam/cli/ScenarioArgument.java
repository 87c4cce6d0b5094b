package unjam.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.scenario.Scenario;

/** The scenario that a command names: a file, or one of the catalog. */
final class ScenarioArgument {

  private ScenarioArgument() {}

  /**
   * Reads it. What looks like a path (a slash or backslash, {@code .yaml}, {@code .yml}) is one;
   * any other word is a name of the catalog first, and a file if the catalog does not have it.
   *
   * @param settings changes as {@code KEY=VALUE}
   */
  static Read<Scenario> read(Catalog catalog, String argument, List<String> settings) {
    ScenarioReader reader = new ScenarioReader(catalog);
    if (!looksLikePath(argument) && catalog.scenarios().contains(argument)) {
      return reader.readFromCatalog(argument, settings);
    }
    Path file;
    try {
      file = Path.of(argument);
    } catch (InvalidPathException e) {
      return none(argument, "is no path of this machine: " + e.getReason());
    }
    if (looksLikePath(argument) || Files.exists(file)) {
      return reader.read(file, settings);
    }
    return none(
        argument,
        "is neither a file nor a scenario of the catalog; \"unjam list\" names those there are");
  }

  private static boolean looksLikePath(String argument) {
    return argument.contains("/")
        || argument.contains("\\")
        || argument.endsWith(".yaml")
        || argument.endsWith(".yml");
  }

  private static Read<Scenario> none(String argument, String why) {
    return new Read.Bad<>(List.of(new Problem(argument, 0, 0, why)));
  }
}
