package unjam.app;

import java.util.ArrayList;
import java.util.List;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
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

  /**
   * A scenario under another policy.
   *
   * @param scenario what came of it
   * @param refused what the kernel did not take, as it would be told when writing to sysfs
   */
  public record Under(Scenario scenario, List<Problem> refused) {
    public Under {
      refused = List.copyOf(refused);
    }
  }

  /**
   * The same situation under another policy, whatever the scenario itself says. What the kernel
   * refuses on this machine is left as it was, as it would be for an administrator.
   */
  public static Under under(Catalog catalog, Scenario scenario, Policy policy) {
    Scenario now = scenario;
    List<Problem> refused = new ArrayList<>();
    for (String setting : settings(policy)) {
      switch (of(catalog, now, List.of(setting))) {
        case Read.Good<Scenario>(Scenario good) -> now = good;
        case Read.Bad<Scenario>(List<Problem> bad) -> refused.addAll(bad);
      }
    }
    return new Under(now, refused);
  }

  /** A policy as changes. */
  public static List<String> settings(Policy policy) {
    return policy.settings().entrySet().stream()
        .map(each -> each.getKey().shortName() + "=" + each.getValue())
        .toList();
  }
}
