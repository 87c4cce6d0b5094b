package unjam.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import unjam.scenario.LldProfile;
import unjam.scsi.EhHook;
import unjam.scsi.Knob;

/** Changes a machine as it is written: sets one knob for all that have it. */
final class MachineTree {

  private static final String TEMPLATE = "template";

  private final Catalog catalog;

  /**
   * Machines of scenarios.
   *
   * @param catalog knows which transport a driver belongs to
   */
  MachineTree(Catalog catalog) {
    this.catalog = catalog;
  }

  /** With the knob set where the author has not set it. */
  Tree withDefault(Tree machine, Knob knob, String sysfs, Place at) {
    Tree.Entry entry = entry(knob, sysfs, at);
    return at(
        machine, knob,
        each ->
            each.get(entry.key()).isPresent() || knob == Knob.EH_DEADLINE && !resets(each)
                ? each
                : each.with(entry));
  }

  /**
   * With the knob set everywhere, whatever the author wrote.
   *
   * @throws IllegalArgumentException if the value is not of the form that sysfs takes
   */
  Tree with(Tree machine, Knob knob, String sysfs, Place at) {
    Tree.Entry entry = entry(knob, sysfs, at);
    return at(machine, knob, each -> each.with(entry));
  }

  private static Tree.Entry entry(Knob knob, String sysfs, Place at) {
    String value = KnobKeys.value(knob, sysfs);
    return new Tree.Entry(KnobKeys.key(knob), at, new Tree.Scalar(value, true, at));
  }

  private Tree at(Tree machine, Knob knob, UnaryOperator<Tree.Mapping> change) {
    if (knob.setting().isPresent()) {
      return inList(machine, "hosts", host -> inTemplate(host, knob, change));
    }
    UnaryOperator<Tree> here = tree -> tree instanceof Tree.Mapping m ? change.apply(m) : tree;
    return switch (knob.level()) {
      case MACHINE -> here.apply(machine);
      case HOST, TARGET -> inList(machine, "hosts", here);
      case LUN -> inList(machine, "hosts", host -> inList(host, "disks", here));
    };
  }

  /** Whether a host's driver can reset it; for the others the kernel refuses an eh_deadline. */
  private boolean resets(Tree.Mapping host) {
    String driver = host.get("driver").map(MachineTree::text).orElse("");
    return catalog
        .driver(driver, Catalog.DEFAULT_KERNEL)
        .map(each -> each.hooks().containsKey(EhHook.EH_HOST_RESET_HANDLER))
        .orElse(true);
  }

  /** A span of a transport stands in the template of the hosts that belong to it. */
  private Tree inTemplate(Tree tree, Knob knob, UnaryOperator<Tree.Mapping> change) {
    if (!(tree instanceof Tree.Mapping host) || !KnobPaths.has(transport(host), knob)) {
      return tree;
    }
    Tree template = host.get(TEMPLATE).orElse(new Tree.Mapping(List.of(), host.at()));
    return template instanceof Tree.Mapping mapping
        ? host.with(new Tree.Entry(TEMPLATE, mapping.at(), change.apply(mapping)))
        : tree;
  }

  private LldProfile.Transport transport(Tree.Mapping host) {
    Optional<Tree> own =
        host.get(TEMPLATE)
            .flatMap(
                each ->
                    each instanceof Tree.Mapping mapping
                        ? mapping.get("transport")
                        : Optional.empty());
    String said = own.map(MachineTree::text).orElse("");
    for (LldProfile.Transport each : LldProfile.Transport.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(said)) {
        return each;
      }
    }
    String driver = host.get("driver").map(MachineTree::text).orElse("");
    return catalog
        .driver(driver, Catalog.DEFAULT_KERNEL)
        .map(LldProfile::transport)
        .orElse(LldProfile.Transport.NONE);
  }

  private static String text(Tree tree) {
    return tree instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  private static Tree inList(Tree parent, String key, UnaryOperator<Tree> change) {
    if (!(parent instanceof Tree.Mapping mapping)
        || !(mapping.get(key).orElse(parent) instanceof Tree.Sequence list)) {
      return parent;
    }
    Tree changed = new Tree.Sequence(list.items().stream().map(change).toList(), list.at());
    return mapping.with(new Tree.Entry(key, list.at(), changed));
  }
}
