package unjam.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/** Which devices the machine of a scenario has, for everything that names one. */
final class Devices {

  private final Machine machine;
  private final boolean known;
  private final Function<String, Optional<LldProfile>> drivers;
  private final TreeMap<Hctl, Disk> disks = new TreeMap<>();
  private final TreeMap<String, Above> above = new TreeMap<>();

  /**
   * Of one machine.
   *
   * @param known false if the machine itself was wrong; then nothing is said to be missing
   * @param drivers those of the catalog by their names
   */
  Devices(
      Machine machine, boolean known, Function<String, Optional<LldProfile>> drivers) {
    this.machine = machine;
    this.known = known;
    this.drivers = drivers;
    machine.hosts().forEach(host -> host.disks().forEach(disk -> disks.put(disk.at(), disk)));
  }

  Machine machine() {
    return machine;
  }

  /** Something lies above the disks. */
  void add(Above layer) {
    above.put(layer.name(), layer);
  }

  /** What lies above disks under a name. */
  Optional<Above> above(String name) {
    return Optional.ofNullable(above.get(name));
  }

  /** Names of what lies above disks. */
  SortedSet<String> namesAbove() {
    return above.navigableKeySet();
  }

  Optional<Disk> at(Hctl at) {
    return Optional.ofNullable(disks.get(at));
  }

  boolean isMissing(Hctl at) {
    return known && !disks.containsKey(at);
  }

  /** Whether a disk is called so. */
  boolean isDisk(String name) {
    return disks.values().stream().anyMatch(disk -> disk.name().equals(name));
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

  /**
   * Whether a disk's driver has a callback, or would have it if the host's template had not taken
   * it away: what is said about that callback is idle then, but no mistake.
   */
  boolean hasOrHad(Disk disk, EhHook hook) {
    LldProfile driver = hostOf(disk).driver();
    return driver.hooks().containsKey(hook)
        || drivers.apply(driver.name()).filter(each -> each.hooks().containsKey(hook)).isPresent();
  }

  /** The host that a disk hangs on. */
  Machine.Host hostOf(Disk disk) {
    return machine.hosts().get(disk.at().host());
  }
}
