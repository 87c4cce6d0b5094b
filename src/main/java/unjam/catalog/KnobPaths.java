package unjam.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unjam.scenario.Disk;
import unjam.scenario.Machine;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/** The sysfs files that a machine has, by their absolute paths. */
final class KnobPaths {

  /** One file: what it turns and whose it is. */
  record Target(Knob knob, Scope scope) {}

  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final List<String> patterns = new ArrayList<>();

  KnobPaths(Machine machine) {
    for (Knob knob : Knob.values()) {
      List<String> objects = new ArrayList<>();
      switch (knob.level()) {
        case MACHINE -> add(knob, new Scope.Machine(), "", objects);
        case HOST -> machine.hosts().forEach(
            host ->
                add(knob, new Scope.Host(host.number()), String.valueOf(host.number()), objects));
        case LUN -> machine.hosts().forEach(
            host -> host.disks().forEach(
                disk -> add(knob, new Scope.Lun(disk.at()), object(knob, disk), objects)));
      }
      List<String> distinct = objects.stream().distinct().toList();
      if (distinct.size() == 1) {
        patterns.add(knob.path(distinct.getFirst()));
      } else if (!distinct.isEmpty()) {
        patterns.add(knob.path("{" + Text.list(distinct).replace(", ", ",") + "}"));
      }
    }
  }

  /** How a knob's path names a disk. */
  static String object(Knob knob, Disk disk) {
    return knob.namedByHctl() ? disk.at().toString() : disk.name();
  }

  /** The absolute path of a knob of some part of the machine. */
  static String path(Knob knob, Scope scope, Machine machine) {
    return switch (scope) {
      case Scope.Host(int host) -> knob.path(String.valueOf(host));
      case Scope.Lun(var device) -> machine.disk(device)
          .map(disk -> knob.path(object(knob, disk)))
          .orElseThrow(() -> new IllegalArgumentException("there is no disk at " + device));
      case Scope.Machine _, Scope.Bus _, Scope.Target _ -> knob.path("");
    };
  }

  /** The file at this path; throws {@link IllegalArgumentException} saying which there are. */
  Target target(String path) {
    Target target = targets.get(path);
    if (target != null) {
      return target;
    }
    throw new IllegalArgumentException(
        "this machine has no file " + Text.quoted(path) + "; "
            + Text.nearest(path, targets.keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse("it has " + String.join(", ", patterns)));
  }

  private void add(Knob knob, Scope scope, String object, List<String> objects) {
    targets.put(knob.path(object), new Target(knob, scope));
    objects.add(object);
  }
}
