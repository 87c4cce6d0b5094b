package unjam.catalog;

import java.util.Map;
import java.util.Optional;
import unjam.scenario.Policy;
import unjam.scsi.Knob;

/** Lays the policy that a scenario names under its machine: what is written there itself wins. */
final class PolicyOfScenario {

  private final Catalog catalog;

  PolicyOfScenario(Catalog catalog) {
    this.catalog = catalog;
  }

  Tree applied(Fields scenario, Tree machine) {
    Optional<Policy> policy =
        scenario.value("policy", text -> Optional.of(policy(text)), Optional.empty());
    Tree changed = machine;
    if (policy.isPresent()) {
      Place at = scenario.at("policy");
      for (Map.Entry<Knob, String> each : policy.get().settings().entrySet()) {
        changed = new MachineTree(catalog).withDefault(changed, each.getKey(), each.getValue(), at);
      }
    }
    return changed;
  }

  private Policy policy(String name) {
    return catalog.policy(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no policy " + Text.quoted(name) + "; "
                        + Text.suggestion(name, catalog.policies(), "policies")));
  }
}
