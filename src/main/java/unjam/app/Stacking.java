package unjam.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import unjam.engine.SimTime;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;

/**
 * What lies above the disks of a scenario, added and taken away. What comes of it may be impossible
 * (a mirror of one disk); whoever reads it says so.
 */
public final class Stacking {

  private static final long STRIDE = 64 * 1024;
  private static final int PAGE = 4096;

  /** What can lie above disks. */
  public enum Kind {
    STORE("store"),
    RAID1("md"),
    MULTIPATH("mpath"),
    EXT4("mnt");

    private final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  private Stacking() {}

  /** Something new above these disks, with its usual settings and a reader of its own. */
  public static Scenario with(Scenario scenario, Kind kind, List<Hctl> disks) {
    int number = 0;
    while (isNamed(scenario, kind.name + number)) {
      number++;
    }
    String name = kind.name + number;
    Above layer =
        switch (kind) {
          case STORE ->
              new Above.Store(
                  name, disks, Optional.empty(), Optional.empty(),
                  Math.max(1, disks.size()) / 2 + 1, 3);
          case RAID1 -> new Above.Raid1(name, disks, false);
          case MULTIPATH ->
              new Above.Multipath(name, disks, Above.NoPath.FAIL, SimTime.ofSeconds(5));
          case EXT4 -> {
            Hctl on = disks.isEmpty() ? new Hctl(0, 0, 0, 0) : disks.getFirst();
            long size =
                scenario.machine().disk(on).map(Disk::sizeBytes).orElse(2L * PAGE * PAGE);
            yield new Above.Ext4(name, on, size / 2 / PAGE * PAGE);
          }
        };
    List<Above> above = new ArrayList<>(scenario.above());
    above.add(layer);
    Scenario more = with(scenario, above, scenario.workload());
    return disks.isEmpty() ? more : withReader(more, layer);
  }

  private static boolean isNamed(Scenario scenario, String name) {
    return scenario.above().stream().anyMatch(each -> each.name().equals(name));
  }

  private static Scenario withReader(Scenario scenario, Above layer) {
    List<Stream> streams = new ArrayList<>(scenario.workload());
    streams.add(
        new Stream(
            label(streams, "reader-" + layer.name()), layer.disks().getFirst(),
            Optional.of(layer.name()), IoOp.READ, IoMode.DIRECT, 0, PAGE, 1, SimTime.ZERO,
            STRIDE, 100, SimTime.ofMillis(450), Optional.empty(), Optional.empty(),
            FailFast.NONE, false, new When.At(SimTime.ZERO)));
    return with(scenario, scenario.above(), streams);
  }

  private static String label(List<Stream> streams, String wish) {
    String label = wish;
    int number = 2;
    while (isLabel(streams, label)) {
      label = wish + "-" + number++;
    }
    return label;
  }

  private static boolean isLabel(List<Stream> streams, String label) {
    return streams.stream().anyMatch(each -> each.label().equals(label));
  }

  /** Without it; the applications that asked it are gone with it. */
  public static Scenario without(Scenario scenario, String name) {
    return with(
        scenario,
        scenario.above().stream().filter(each -> !each.name().equals(name)).toList(),
        scenario.workload().stream()
            .filter(each -> !each.above().equals(Optional.of(name)))
            .toList());
  }

  /** With whatever lies above a disk taken off it; what has too few disks then goes. */
  static Scenario withoutDisk(Scenario scenario, Hctl disk) {
    Scenario changed = scenario;
    for (Above each : scenario.above()) {
      if (each.disks().contains(disk)) {
        List<Hctl> left = new ArrayList<>(each.disks());
        left.removeAll(Collections.singleton(disk));
        changed =
            switch (each) {
              case Above.Store store when left.size() > 1 ->
                  replaced(
                      changed, store.name(),
                      now ->
                          new Above.Store(
                              store.name(), left, store.timeout(), store.hedge(),
                              Math.min(store.writeQuorum(), left.size()), store.downAfter()));
              case Above.Multipath map when !left.isEmpty() ->
                  replaced(
                      changed, map.name(),
                      now ->
                          new Above.Multipath(
                              map.name(), left, map.noPath(), map.pollingInterval()));
              case Above.Store _, Above.Multipath _, Above.Raid1 _, Above.Ext4 _ ->
                  without(changed, each.name());
            };
      }
    }
    return changed;
  }

  /** A mirror whose legs carry the flag failfast, or do not. */
  public static Scenario withFailFast(Scenario scenario, String name, boolean failFast) {
    return replaced(
        scenario, name,
        each ->
            each instanceof Above.Raid1 raid
                ? new Above.Raid1(raid.name(), raid.disks(), failFast)
                : each);
  }

  /** A map that does something else when no path is left. */
  public static Scenario withNoPath(Scenario scenario, String name, Above.NoPath noPath) {
    return replaced(
        scenario, name,
        each ->
            each instanceof Above.Multipath map
                ? new Above.Multipath(map.name(), map.disks(), noPath, map.pollingInterval())
                : each);
  }

  private static Scenario replaced(
      Scenario scenario, String name, UnaryOperator<Above> change) {
    return with(
        scenario,
        scenario.above().stream()
            .map(each -> each.name().equals(name) ? change.apply(each) : each)
            .toList(),
        scenario.workload());
  }

  private static Scenario with(Scenario scenario, List<Above> above, List<Stream> workload) {
    return new Scenario(
        scenario.name(), scenario.title(), scenario.kernel(), scenario.seed(),
        scenario.until(), scenario.limits(), scenario.machine(), above, workload,
        scenario.faults(), scenario.interventions());
  }
}
