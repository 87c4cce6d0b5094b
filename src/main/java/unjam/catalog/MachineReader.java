package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import unjam.scenario.Disk;
import unjam.scenario.LldProfile;
import unjam.scenario.Machine;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.LogFacility;
import unjam.scsi.SdevState;
import unjam.scsi.ServiceTime;

/** Reads the machine of a scenario: clock, processors, hosts with their drivers, disks. */
final class MachineReader {

  /** Longest span that the kernel's own files take everywhere without overflow, in seconds. */
  static final int MOST_SECONDS = 1_000_000;

  private static final Integer[] HZ = {100, 250, 300, 1000};
  private static final Integer[] BLOCK_SIZES = {512, 1024, 2048, 4096};
  private static final String[] SCHEDULERS = {"none", "mq-deadline"};
  private static final SdevState[] STATES = {
    SdevState.SDEV_RUNNING, SdevState.SDEV_OFFLINE, SdevState.SDEV_TRANSPORT_OFFLINE,
    SdevState.SDEV_BLOCK, SdevState.SDEV_QUIESCE
  };
  private static final long MOST_JIFFIES = 1L << 62;
  private static final int MOST_HOSTS = 64;
  private static final int MOST_DISKS = 1_024;
  private static final Hctl NOWHERE = new Hctl(0, 0, 0, 0);

  private final DriverOfHost drivers;
  private final Problems problems;
  private final TreeMap<Hctl, Place> addresses = new TreeMap<>();
  private final TreeMap<String, Place> names = new TreeMap<>();
  private int disks;
  private boolean addressesKnown = true;

  MachineReader(DriverOfHost drivers, Problems problems) {
    this.drivers = drivers;
    this.problems = problems;
  }

  /** False if an address could not be read: then nobody can say which devices do not exist. */
  boolean addressesKnown() {
    return addressesKnown;
  }

  Machine read(Tree tree) {
    Fields f = Fields.of(tree, "machine", problems);
    int hz = f.value("hz", Values.choice(HZ, String::valueOf, Values::anyWhole), 250);
    int cpus = f.value("cpus", Values.count(1, 4_096), 2);
    long jiffies =
        f.value("jiffies_at_zero", Values.whole(0, MOST_JIFFIES), Machine.initialJiffies(hz));
    int logging = f.tree("logging_level").map(each -> loggingLevel(each, f)).orElse(0);
    List<Machine.Host> hosts = hosts(f);
    f.end();
    return new Machine(hz, cpus, jiffies, logging, hosts);
  }

  private int loggingLevel(Tree tree, Fields f) {
    if (!(tree instanceof Tree.Mapping)) {
      return f.parsed(tree, "logging_level", Values.count(0, (1 << 30) - 1), 0);
    }
    Fields each = Fields.of(tree, "logging_level", problems);
    int word = 0;
    for (LogFacility facility : LogFacility.values()) {
      word |=
          each.value(LogWord.key(facility), Values.count(0, 7), 0) << LogWord.shift(facility);
    }
    each.end();
    return word;
  }

  private List<Machine.Host> hosts(Fields f) {
    if (!f.has("hosts")) {
      f.missing("hosts", "hosts: [{driver: scsi_debug, disks: [{at: 0:0:0:0}]}]");
    }
    List<Tree> written = f.list("hosts");
    if (f.has("hosts") && written.isEmpty()) {
      f.wrong("hosts", "a machine has at least one host");
    }
    List<Machine.Host> hosts = new ArrayList<>();
    for (Tree tree : written) {
      if (hosts.size() == MOST_HOSTS) {
        problems.add(tree.at(), "a machine has at most " + MOST_HOSTS + " hosts");
        break;
      }
      hosts.add(host(hosts.size(), Fields.of(tree, "host", problems)));
    }
    return hosts;
  }

  private Machine.Host host(int number, Fields f) {
    LldProfile driver = drivers.read(f);
    Optional<Integer> deadline = f.value("eh_deadline", MachineReader::deadline, Optional.empty());
    if (deadline.isPresent() && !driver.hooks().containsKey(EhHook.EH_HOST_RESET_HANDLER)) {
      f.wrong(
          "eh_deadline",
          "the kernel refuses it (EINVAL) for " + driver.name()
              + ", which has no eh_host_reset_handler; write off, or leave it out");
    }
    List<Disk> all = new ArrayList<>();
    f.requiredTree("disks", "disks: [{at: " + number + ":0:0:0}]");
    for (Tree tree : f.list("disks")) {
      if (++disks > MOST_DISKS) {
        problems.add(tree.at(), "a machine has at most " + MOST_DISKS + " disks");
        break;
      }
      all.add(disk(Fields.of(tree, "disk", problems), number, driver));
    }
    if (driver.ehStrategy() == LldProfile.Strategy.ATA_SCSI_ERROR && all.size() > 1) {
      f.wrong("disks", "an ATA port has one disk; give each disk a host of its own");
    }
    f.end();
    return new Machine.Host(number, driver, deadline, all);
  }

  static Optional<Integer> deadline(String text) {
    return text.equals("off")
        ? Optional.empty()
        : Optional.of(Values.seconds(0, MOST_SECONDS).apply(text));
  }

  private Disk disk(Fields f, int host, LldProfile driver) {
    Hctl at = address(f, host);
    int blockSize =
        f.value("block_size", Values.choice(BLOCK_SIZES, String::valueOf, Values::size), 512);
    Function<String, Integer> seconds = Values.seconds(1, MOST_SECONDS);
    int depth = Math.min(driver.cmdPerLun(), driver.canQueue());
    Disk disk =
        new Disk(
            at,
            name(f),
            size(f, blockSize),
            blockSize,
            f.tree("service")
                .map(each -> ServiceTimeReader.read(each, "service", false, problems))
                .orElse(new ServiceTime.Fixed(100_000)),
            f.value("queue_depth", text -> queueDepth(text, driver), depth),
            f.value("scheduler", Values.choice(SCHEDULERS, each -> each), "mq-deadline"),
            f.value("timeout", seconds, driver.defaultTimeoutSeconds()),
            f.value("eh_timeout", seconds, 10),
            f.value("max_retries", Values.count(-1, 5), 5),
            f.value("max_medium_access_timeouts", Values.count(0, Integer.MAX_VALUE), 2),
            f.value("allow_restart", Values::flag, false),
            f.value("removable", Values::flag, false),
            f.value("write_cache", Values::flag, true),
            f.value("state", Values.choice(STATES, SdevState::sysfs), SdevState.SDEV_RUNNING));
    f.end();
    return disk;
  }

  private static int queueDepth(String text, LldProfile driver) {
    long depth = Values.anyWhole(text);
    if (depth < 1 || depth > driver.canQueue()) {
      throw new IllegalArgumentException(
          "the kernel refuses " + text + " (EINVAL); write 1 to " + driver.canQueue()
              + ", the can_queue of " + driver.name());
    }
    return (int) depth;
  }

  private Hctl address(Fields f, int host) {
    int before = problems.count();
    Hctl at = f.required("at", Hctl::parse, "at: " + host + ":0:0:0", NOWHERE);
    if (problems.count() > before || !f.has("at")) {
      addressesKnown = false;
      return at;
    }
    if (at.host() != host) {
      f.wrong(
          "at",
          at + " is on host " + at.host() + ", but stands under host " + host
              + ", counted from 0 in the order listed");
    }
    Place first = addresses.putIfAbsent(at, f.at("at"));
    if (first != null) {
      f.wrong("at", "there is a disk at " + at + " already, in line " + first.line());
    }
    return at;
  }

  private String name(Fields f) {
    String name = f.value("name", Values::diskName, letters(disks - 1));
    Place first = names.putIfAbsent(name, f.at("name"));
    if (first != null) {
      f.wrong("name", "there is a disk named " + name + " already, in line " + first.line());
    }
    return name;
  }

  /** sda, sdb, ... sdz, sdaa, as the kernel counts (drivers/scsi/sd.c: sd_format_disk_name). */
  static String letters(int index) {
    String letter = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? "sd" + letter : letters(index / 26 - 1) + letter;
  }

  private static long size(Fields f, int blockSize) {
    long size = f.value("size", Values::size, 16L << 30);
    if (size < blockSize || size % blockSize != 0) {
      f.wrong(
          "size", size + " bytes are not whole blocks of " + blockSize + " bytes, at least one");
    }
    return size;
  }

  /** Which of the disks' names and addresses exist, for messages. */
  static String devices(Machine machine) {
    TreeSet<Hctl> all = new TreeSet<>();
    machine.hosts().forEach(host -> host.disks().forEach(disk -> all.add(disk.at())));
    return all.isEmpty()
        ? "the machine has no disk"
        : "the machine has " + Text.list(all.stream().map(Hctl::toString).toList());
  }
}
