package unjam.catalog;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import unjam.scenario.KernelRules;

/** Kernel rules as they are written: the reverse of {@link KernelRulesReader}. */
final class KernelRulesTree {

  private KernelRulesTree() {}

  /** The version alone, or with the decisions in which the rules differ from the catalog's. */
  static Tree of(KernelRules rules, Optional<KernelRules> known) {
    Nodes nodes = new Nodes().quoted("version", rules.version());
    for (RecordComponent component : KernelRules.class.getRecordComponents()) {
      Object value = value(rules, component);
      boolean same = known.map(each -> value(each, component).equals(value)).orElse(false);
      if (!same && !component.getName().equals("version")) {
        nodes.quoted(KernelRulesReader.key(component), String.valueOf(value));
      }
    }
    Tree.Mapping all = nodes.end();
    return all.entries().size() == 1 ? all.entries().getFirst().value() : all;
  }

  private static Object value(KernelRules rules, RecordComponent component) {
    try {
      return component.getAccessor().invoke(rules);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has accessors", e);
    }
  }
}
