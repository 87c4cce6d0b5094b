package unjam.catalog;

import java.util.List;
import java.util.Optional;
import unjam.scenario.KernelRules;

/**
 * The kernel that a scenario names: {@code "6.12"}, or a version with decisions of one's own laid
 * over it, {@code {version: "6.12", timeout_scan_passes: 1}}.
 */
final class RulesOfScenario {

  private final Catalog catalog;

  RulesOfScenario(Catalog catalog) {
    this.catalog = catalog;
  }

  KernelRules read(Fields scenario) {
    Problems problems = scenario.problems();
    Optional<Tree> tree = scenario.tree("kernel");
    if (tree.isPresent() && tree.get() instanceof Tree.Mapping own) {
      Fields f = Fields.of(own, "kernel", problems);
      String version = f.required("version", this::version, "version: \"6.12\"", latest());
      Tree file = catalog.tree(Catalog.KERNEL, version);
      Tree.Mapping changed = new Tree.Mapping(List.of(), own.at());
      if (file instanceof Tree.Mapping rules) {
        changed = rules.overlaid(own.without("version"));
      }
      return KernelRulesReader.read(changed, problems).orElseGet(() -> known(version));
    }
    return known(scenario.value("kernel", this::version, latest()));
  }

  private KernelRules known(String version) {
    return catalog.kernel(version).orElseThrow();
  }

  private String latest() {
    return Catalog.DEFAULT_KERNEL;
  }

  private String version(String text) {
    if (!catalog.kernels().contains(text)) {
      throw new IllegalArgumentException(
          "there are no rules for Linux " + Text.quoted(text) + "; known: "
              + String.join(", ", catalog.kernels()));
    }
    return text;
  }
}
