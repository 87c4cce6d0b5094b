package unjam.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import unjam.app.Variants;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;

/** The policy that a scenario is run under instead of its own. */
final class PolicyOption {

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "A policy of the catalog instead of the scenario's own.")
  private @Nullable String policy;

  /** A name that is none is a problem. */
  void check(Catalog catalog, List<Problem> problems) {
    if (policy != null && catalog.policy(policy).isEmpty()) {
      problems.add(
          new Problem(
              "--policy " + policy, 0, 0,
              "is no policy of the catalog; it has " + String.join(", ", catalog.policies())));
    }
  }

  /** The scenario under the policy; what the kernel does not take of it is said. */
  Scenario applied(Catalog catalog, Scenario scenario, PrintWriter err) {
    Optional<Policy> chosen =
        policy == null ? Optional.empty() : catalog.policy(policy);
    if (chosen.isEmpty()) {
      return scenario;
    }
    Variants.Under under = Variants.under(catalog, scenario, chosen.get());
    under.refused().forEach(each -> err.println("unjam: " + each.message()));
    return under.scenario();
  }
}
