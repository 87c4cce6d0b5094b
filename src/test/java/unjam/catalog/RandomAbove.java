package unjam.catalog;

import java.util.List;
import java.util.Optional;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.Machine;
import unjam.scsi.Hctl;

/** Something above the disks of some machine. */
final class RandomAbove {

  private final Prng chance;

  RandomAbove(Prng chance) {
    this.chance = chance;
  }

  /** One layer above all disks, or none. */
  List<Above> of(Machine machine) {
    List<Hctl> disks =
        machine.hosts().stream().flatMap(host -> host.disks().stream()).map(Disk::at).toList();
    return disks.size() < 2 || coin() ? List.of() : List.of(some(disks));
  }

  private Above some(List<Hctl> disks) {
    return switch ((int) chance.nextLong(4)) {
      case 0 -> store(disks);
      case 1 -> new Above.Raid1("md0", disks.subList(0, 2), coin());
      case 2 -> new Above.Ext4("home", disks.getFirst(), 4_096 * chance.nextLong(1_000));
      default -> new Above.Multipath(
          "mpatha", disks, new Above.NoPath((int) chance.nextLong(9) - 1),
          SimTime.ofSeconds(1 + chance.nextLong(99)));
    };
  }

  private Above store(List<Hctl> disks) {
    return new Above.Store(
        "store", disks, maybe(), maybe(), 1 + (int) chance.nextLong(disks.size()),
        1 + (int) chance.nextLong(9));
  }

  private Optional<SimTime> maybe() {
    return coin() ? Optional.empty() : Optional.of(SimTime.ofNanos(1 + chance.nextLong(1L << 40)));
  }

  private boolean coin() {
    return chance.nextLong(2) == 0;
  }
}
