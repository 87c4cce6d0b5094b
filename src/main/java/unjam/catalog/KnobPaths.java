package unjam.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unjam.scenario.Disk;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scsi.Hctl;
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
      if (!knob.isWritable()) {
        continue;
      }
      switch (knob.level()) {
        case MACHINE -> add(knob, new Scope.Machine(), "", objects);
        case HOST -> machine.hosts().stream()
            .filter(host -> has(host.driver().transport(), knob))
            .forEach(
                host ->
                    add(
                        knob, new Scope.Host(host.number()), object(knob, host, machine),
                        objects));
        case TARGET -> machine.hosts().stream()
            .filter(host -> has(host.driver().transport(), knob))
            .forEach(
                host ->
                    host.disks().forEach(
                        disk -> add(knob, port(disk.at()), knob.objectOf(disk.at()), objects)));
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

  /** Whether hosts of a transport have a knob. */
  static boolean has(LldProfile.Transport transport, Knob knob) {
    if (knob.setting().isEmpty()) {
      return true;
    }
    return transport
        == (knob.level() == Knob.Level.TARGET
            ? LldProfile.Transport.FC
            : LldProfile.Transport.ISCSI);
  }

  private static Scope port(Hctl at) {
    return new Scope.Target(at.host(), at.channel(), at.target());
  }

  /** How a knob's path names a host: by its number, or by that of its session. */
  private static String object(Knob knob, Machine.Host host, Machine machine) {
    if (knob.setting().isEmpty()) {
      return String.valueOf(host.number());
    }
    long session =
        machine.hosts().stream()
            .filter(each -> each.number() <= host.number())
            .filter(each -> each.driver().transport() == LldProfile.Transport.ISCSI)
            .count();
    return String.valueOf(session);
  }

  /** How a knob's path names a disk. */
  static String object(Knob knob, Disk disk) {
    return knob.namedByHctl() ? disk.at().toString() : disk.name();
  }

  /** The absolute path of a knob of some part of the machine. */
  static String path(Knob knob, Scope scope, Machine machine) {
    return switch (scope) {
      case Scope.Host(int host) ->
          knob.path(object(knob, machine.hosts().get(host), machine));
      case Scope.Target target when knob.level() == Knob.Level.TARGET ->
          knob.path(knob.objectOf(new Hctl(target.host(), target.channel(), target.target(), 0)));
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
