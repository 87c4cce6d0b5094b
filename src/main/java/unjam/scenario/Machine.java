package unjam.scenario;

import java.util.List;
import java.util.Optional;
import unjam.scsi.Hctl;

/**
 * The computer and what hangs on it.
 *
 * @param hz timer interrupts a second: 100, 250, 300 or 1000
 * @param cpus number of processors, at least 1
 * @param jiffiesAtZero the kernel's tick counter at time zero; fixes where the timer wheel's
 *     buckets lie
 * @param loggingLevel {@code scsi_logging_level}, ten 3-bit fields
 * @param hosts the Scsi_Hosts, numbered as listed
 */
public record Machine(
    int hz, int cpus, long jiffiesAtZero, int loggingLevel, List<Host> hosts) {

  /**
   * The kernel starts its tick counter five minutes before it wraps (include/linux/jiffies.h:
   * INITIAL_JIFFIES).
   */
  public static long initialJiffies(int hz) {
    return 0x1_0000_0000L - 300L * hz;
  }

  public Machine {
    if (hz != 100 && hz != 250 && hz != 300 && hz != 1000) {
      throw new IllegalArgumentException("hz is 100, 250, 300 or 1000, was " + hz);
    }
    if (cpus < 1) {
      throw new IllegalArgumentException("a machine has at least one cpu, was " + cpus);
    }
    hosts = List.copyOf(hosts);
  }

  public Optional<Disk> disk(Hctl at) {
    return hosts.stream()
        .flatMap(host -> host.disks().stream())
        .filter(disk -> disk.at().equals(at))
        .findFirst();
  }

  /**
   * One Scsi_Host.
   *
   * @param number its number, counted from 0 in the order listed
   * @param driver the low-level driver that runs it
   * @param ehDeadline {@code eh_deadline} in seconds, empty when off
   * @param disks its logical units
   */
  public record Host(
      int number, LldProfile driver, Optional<Integer> ehDeadline, List<Disk> disks) {

    public Host {
      disks = List.copyOf(disks);
    }
  }
}
