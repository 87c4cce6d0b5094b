package unjam.catalog;

import java.util.List;
import java.util.function.UnaryOperator;
import unjam.scsi.Knob;

/** Changes a machine as it is written: sets one knob for all that have it. */
final class MachineTree {

  private MachineTree() {}

  /** With the knob set where the author has not set it. */
  static Tree withDefault(Tree machine, Knob knob, String sysfs, Place at) {
    Tree.Entry entry = entry(knob, sysfs, at);
    return at(machine, knob, each -> each.get(entry.key()).isPresent() ? each : each.with(entry));
  }

  /**
   * With the knob set everywhere, whatever the author wrote.
   *
   * @throws IllegalArgumentException if the value is not of the form that sysfs takes
   */
  static Tree with(Tree machine, Knob knob, String sysfs, Place at) {
    Tree.Entry entry = entry(knob, sysfs, at);
    return at(machine, knob, each -> each.with(entry));
  }

  private static Tree.Entry entry(Knob knob, String sysfs, Place at) {
    String value = KnobKeys.value(knob, sysfs);
    return new Tree.Entry(KnobKeys.key(knob), at, new Tree.Scalar(value, true, at));
  }

  private static Tree at(Tree machine, Knob knob, UnaryOperator<Tree.Mapping> change) {
    UnaryOperator<Tree> here = tree -> tree instanceof Tree.Mapping m ? change.apply(m) : tree;
    return switch (knob.level()) {
      case MACHINE -> here.apply(machine);
      case HOST -> inList(machine, "hosts", here);
      case LUN -> inList(machine, "hosts", host -> inList(host, "disks", here));
    };
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
