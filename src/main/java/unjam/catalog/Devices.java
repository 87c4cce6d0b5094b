package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import unjam.scenario.Disk;
import unjam.scenario.Machine;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/** Which devices the machine of a scenario has, for everything that names one. */
final class Devices {

  private final Machine machine;
  private final boolean known;
  private final TreeMap<Hctl, Disk> disks = new TreeMap<>();

  /**
   * Of one machine.
   *
   * @param known false if the machine itself was wrong; then nothing is said to be missing
   */
  Devices(Machine machine, boolean known) {
    this.machine = machine;
    this.known = known;
    machine.hosts().forEach(host -> host.disks().forEach(disk -> disks.put(disk.at(), disk)));
  }

  Machine machine() {
    return machine;
  }

  /** The disk at an address that a key names; empty, with a problem, if there is none. */
  Optional<Disk> disk(Hctl at, Fields f, String key) {
    if (!known || !f.has(key)) {
      return Optional.empty();
    }
    Disk disk = disks.get(at);
    if (disk == null) {
      f.wrong(key, "there is no disk at " + at + "; " + MachineReader.devices(machine));
    }
    return Optional.ofNullable(disk);
  }

  /** The disks that a scope covers; none, with a problem, if it covers nothing. */
  List<Disk> covered(Scope scope, Fields f, String key) {
    if (!known || !f.has(key)) {
      return List.of();
    }
    List<Disk> covered =
        disks.values().stream().filter(disk -> scope.covers(disk.at())).toList();
    if (covered.isEmpty()) {
      f.wrong(
          key, "there is no disk at " + Scopes.text(scope) + "; " + MachineReader.devices(machine));
    }
    return covered;
  }

  /** The host that a disk hangs on. */
  Machine.Host hostOf(Disk disk) {
    return machine.hosts().get(disk.at().host());
  }
}
