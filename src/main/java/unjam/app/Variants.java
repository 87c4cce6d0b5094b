package unjam.app;

import java.util.List;
import unjam.catalog.Catalog;
import unjam.catalog.Read;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;

/** The same situation with other settings at time zero. */
public final class Variants {

  private Variants() {}

  /**
   * Changes a scenario as the command line's {@code --set} would.
   *
   * @param settings changes as {@code KEY=VALUE}, in this order
   */
  public static Read<Scenario> of(Catalog catalog, Scenario scenario, List<String> settings) {
    return new ScenarioReader(catalog)
        .readText(scenario.name(), new ScenarioWriter(catalog).write(scenario), settings);
  }

  /** The same situation under another policy, whatever the scenario itself says. */
  public static Read<Scenario> under(Catalog catalog, Scenario scenario, Policy policy) {
    return of(catalog, scenario, settings(policy));
  }

  /** A policy as changes. */
  public static List<String> settings(Policy policy) {
    return policy.settings().entrySet().stream()
        .map(each -> each.getKey().shortName() + "=" + each.getValue())
        .toList();
  }
}
