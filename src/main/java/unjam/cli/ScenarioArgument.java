package unjam.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import unjam.app.Opening;
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
    return read(
        catalog, argument, settings,
        () -> "is neither a file nor a scenario of the catalog; "
            + catalog.scenarioLike(argument, List.of()));
  }

  /**
   * Reads what a window is to open with.
   *
   * @param commands what else the first word could have been
   */
  static Read<Opening> opening(Catalog catalog, String argument, List<String> commands) {
    Optional<String> file =
        isInCatalog(catalog, argument) ? Optional.empty() : Optional.of(argument);
    Read<Scenario> read =
        read(
            catalog, argument, List.of(),
            () -> "is neither a command, nor a file, nor a scenario of the catalog; "
                + catalog.scenarioLike(argument, commands));
    return read.map(
        scenario -> new Opening(scenario, file.map(ScenarioArgument::absolute)));
  }

  private static Read<Scenario> read(
      Catalog catalog, String argument, List<String> settings, Supplier<String> nothing) {
    ScenarioReader reader = new ScenarioReader(catalog);
    if (isInCatalog(catalog, argument)) {
      return reader.readFromCatalog(argument, settings);
    }
    Path file;
    try {
      file = Path.of(argument);
    } catch (InvalidPathException e) {
      return none(argument, "is no path of this machine: " + e.getReason());
    }
    return looksLikePath(argument) || Files.exists(file)
        ? reader.read(file, settings)
        : none(argument, nothing.get());
  }

  private static boolean isInCatalog(Catalog catalog, String argument) {
    return !looksLikePath(argument) && catalog.scenarios().contains(argument);
  }

  /** The working directory means nothing to somebody in front of a window. */
  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
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
