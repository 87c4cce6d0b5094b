package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.Intervention;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Scope;

/** Machines that are a little larger or smaller; what hung on what is gone goes with it. */
public final class Topology {

  private static final int LETTERS = 26;
  private static final long STRIDE = 64 * 1024;

  private Topology() {}

  /**
   * One disk more, on a target of its own, like the last one of its host.
   *
   * @throws IllegalArgumentException if there is no such host, or it has no disk to copy
   */
  public static Scenario withDisk(Scenario scenario, int host) {
    Machine.Host to = host(scenario, host);
    if (to.disks().isEmpty()) {
      throw new IllegalArgumentException("host" + host + " has no disk to copy");
    }
    int target = to.disks().stream().mapToInt(each -> each.at().target()).max().orElse(-1) + 1;
    Disk like = to.disks().getLast();
    Hctl at = new Hctl(host, like.at().channel(), target, 0);
    List<Disk> disks = new ArrayList<>(to.disks());
    disks.add(placed(like, at, freeName(scenario)));
    return with(scenario, disks, host);
  }

  /** One host more, with the same driver and one disk like the first one. */
  public static Scenario withHost(Scenario scenario) {
    List<Machine.Host> hosts = new ArrayList<>(scenario.machine().hosts());
    int number = hosts.size();
    Machine.Host like = hosts.getFirst();
    Disk disk =
        placed(like.disks().getFirst(), new Hctl(number, 0, 0, 0), freeName(scenario));
    hosts.add(new Machine.Host(number, like.driver(), like.ehDeadline(), List.of(disk)));
    return scenario.withMachine(with(scenario.machine(), hosts));
  }

  /** Another driver for a host; a queue is not deeper than the driver takes commands. */
  public static Scenario withDriver(Scenario scenario, int host, LldProfile driver) {
    List<Machine.Host> hosts =
        scenario.machine().hosts().stream()
            .map(
                each ->
                    each.number() == host
                        ? new Machine.Host(
                            host, driver, each.ehDeadline(),
                            each.disks().stream()
                                .map(disk -> noDeeperThan(disk, driver.canQueue()))
                                .toList())
                        : each)
            .toList();
    return scenario.withMachine(with(scenario.machine(), hosts));
  }

  private static Disk noDeeperThan(Disk disk, int depth) {
    return new Disk(
        disk.at(), disk.name(), disk.sizeBytes(), disk.blockSize(), disk.service(),
        Math.min(disk.queueDepth(), depth), disk.scheduler(), disk.timeoutSeconds(),
        disk.ehTimeoutSeconds(), disk.maxRetries(), disk.maxMediumAccessTimeouts(),
        disk.allowRestart(), disk.removable(), disk.writeCache(), disk.state());
  }

  /** An application more that reads from a disk, a little at a time. */
  public static Scenario withReader(Scenario scenario, Hctl disk) {
    List<Stream> streams = new ArrayList<>(scenario.workload());
    int number = 1;
    while (hasStream(streams, "reader-" + number)) {
      number++;
    }
    streams.add(
        new Stream(
            "reader-" + number, disk, IoOp.READ, IoMode.DIRECT, 0, 4096, 1, SimTime.ZERO, STRIDE,
            100, SimTime.ofMillis(450), Optional.empty(), Optional.empty(), FailFast.NONE, false,
            new When.At(SimTime.ZERO)));
    return with(scenario, streams);
  }

  /**
   * One disk less, with the applications that use it and whatever was done to it alone. The last
   * disk of a host stays: a host without one shows nothing.
   */
  public static Scenario withoutDisk(Scenario scenario, Hctl disk) {
    Machine.Host of = host(scenario, disk.host());
    List<Disk> left = of.disks().stream().filter(each -> !each.at().equals(disk)).toList();
    if (left.isEmpty() || left.size() == of.disks().size()) {
      return scenario;
    }
    Predicate<Scope> gone = scope -> scope.equals(new Scope.Lun(disk));
    Scenario smaller = with(Stacking.withoutDisk(scenario, disk), left, disk.host());
    Scenario quiet =
        with(
            smaller,
            smaller.workload().stream().filter(each -> !each.device().equals(disk)).toList());
    return quiet
        .withFaults(quiet.faults().stream().filter(each -> !gone.test(each.scope())).toList())
        .withInterventions(
            quiet.interventions().stream().filter(each -> !isAbout(each, gone, disk)).toList());
  }

  private static boolean isAbout(Intervention done, Predicate<Scope> gone, Hctl disk) {
    return switch (done) {
      case Intervention.KnobWritten written -> gone.test(written.scope());
      case Intervention.FaultStarts starts -> gone.test(starts.rule().scope());
      case Intervention.WorkloadStarts starts -> starts.stream().device().equals(disk);
      case Intervention.FaultEnds ends -> false;
      case Intervention.WorkloadStops stops -> false;
      case Intervention.TargetsAsked asked -> false;
    };
  }

  private static Machine.Host host(Scenario scenario, int host) {
    return scenario.machine().hosts().stream()
        .filter(each -> each.number() == host)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no host" + host));
  }

  private static boolean hasStream(List<Stream> streams, String label) {
    return streams.stream().anyMatch(each -> each.label().equals(label));
  }

  /** sda to sdz, then sdaa and so on (drivers/scsi/sd.c: sd_format_disk_name). */
  private static String freeName(Scenario scenario) {
    List<String> taken =
        scenario.machine().hosts().stream()
            .flatMap(each -> each.disks().stream())
            .map(Disk::name)
            .toList();
    int index = 0;
    while (taken.contains(diskName(index))) {
      index++;
    }
    return diskName(index);
  }

  private static String diskName(int index) {
    StringBuilder name = new StringBuilder();
    for (int left = index; left >= 0; left = left / LETTERS - 1) {
      name.insert(0, (char) ('a' + left % LETTERS));
    }
    return "sd" + name;
  }

  private static Disk placed(Disk like, Hctl at, String name) {
    return new Disk(
        at, name, like.sizeBytes(), like.blockSize(), like.service(), like.queueDepth(),
        like.scheduler(), like.timeoutSeconds(), like.ehTimeoutSeconds(), like.maxRetries(),
        like.maxMediumAccessTimeouts(), like.allowRestart(), like.removable(), like.writeCache(),
        like.state());
  }

  private static Scenario with(Scenario scenario, List<Disk> disks, int host) {
    List<Machine.Host> hosts =
        scenario.machine().hosts().stream()
            .map(
                each ->
                    each.number() == host
                        ? new Machine.Host(host, each.driver(), each.ehDeadline(), disks)
                        : each)
            .toList();
    return scenario.withMachine(with(scenario.machine(), hosts));
  }

  private static Machine with(Machine machine, List<Machine.Host> hosts) {
    return new Machine(
        machine.hz(), machine.cpus(), machine.jiffiesAtZero(), machine.loggingLevel(), hosts);
  }

  private static Scenario with(Scenario scenario, List<Stream> workload) {
    return new Scenario(
        scenario.name(), scenario.title(), scenario.kernel(), scenario.seed(), scenario.until(),
        scenario.limits(), scenario.machine(), scenario.above(), workload, scenario.faults(),
        scenario.interventions());
  }
}
