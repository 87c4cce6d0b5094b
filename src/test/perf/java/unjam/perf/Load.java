package unjam.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.catalog.Catalog;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.SdevState;
import unjam.scsi.ServiceTime;

/** A busy, healthy machine: disks behind one host, every disk read by several processes. */
final class Load {

  private static final int DISKS = 4;
  private static final long SERVICE_NANOS = 100_000;

  private Load() {}

  /**
   * A scenario of {@code inFlight * repeat} reads.
   *
   * @param inFlight reads at once, a multiple of four
   * @param repeat reads of each process
   */
  static Scenario reads(int inFlight, int repeat) {
    return reads(DISKS, inFlight, repeat);
  }

  /**
   * A scenario of {@code inFlight * repeat} reads.
   *
   * @param count of disks
   * @param inFlight reads at once, a multiple of the disks
   * @param repeat reads of each process
   */
  static Scenario reads(int count, int inFlight, int repeat) {
    Catalog catalog = Catalog.ofClassPath();
    List<Disk> disks = new ArrayList<>();
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Hctl at = new Hctl(0, 0, i, 0);
      disks.add(
          new Disk(
              at, "sd" + (char) ('a' + i), 1L << 34, 512,
              new ServiceTime.Exponential(SERVICE_NANOS), 254, "none", 30, 10, 5, 2, false,
              false, true, SdevState.SDEV_RUNNING));
      streams.add(
          new Stream(
              "s" + i, at, IoOp.READ, IoMode.DIRECT, 0, 4096, inFlight / count, SimTime.ZERO,
              4096, repeat, SimTime.ZERO, Optional.empty(), Optional.empty(), FailFast.NONE,
              false, new When.At(SimTime.ZERO)));
    }
    return new Scenario(
        "load",
        "a busy, healthy machine",
        catalog.kernel("6.12").orElseThrow(),
        1,
        SimTime.ofSeconds(100_000),
        new Scenario.Limits(2_000_000_000L),
        new Machine(
            250,
            2,
            Machine.initialJiffies(250),
            0,
            List.of(
                new Machine.Host(
                    0,
                    catalog.driver("mpt3sas", "6.12").orElseThrow(),
                    Optional.empty(),
                    disks))),
        streams,
        List.of(),
        List.of());
  }
}
