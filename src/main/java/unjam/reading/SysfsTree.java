package unjam.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.projection.CommandView;
import unjam.projection.Counters;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scsi.Hctl;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/** The files of sysfs and procfs that belong to the stack, as they read at an instant. */
public final class SysfsTree {

  private static final int COUNTER_BITS = 32;

  private final TreeMap<String, SysfsFile> files = new TreeMap<>();
  private final StackState state;
  private final boolean countsTimeouts;

  private SysfsTree(StackState state, boolean countsTimeouts) {
    this.state = state;
    this.countsTimeouts = countsTimeouts;
  }

  /**
   * The files at an instant.
   *
   * @param kernel version of the kernel: 5.10 has no {@code iotmo_cnt}
   */
  public static SysfsTree of(StackState state, String kernel) {
    SysfsTree tree = new SysfsTree(state, !kernel.equals("5.10"));
    int sessions = 0;
    for (HostView host : state.hosts()) {
      sessions += host.knobs().containsKey(Knob.RECOVERY_TMO) ? 1 : 0;
      tree.add(host, sessions);
    }
    state.devices().forEach(tree::add);
    tree.knobs(state.machineKnobs(), new Scope.Machine(), "", "");
    return tree;
  }

  /**
   * Those of a host.
   *
   * @param session number of its session, if it has one: they count from 1 in order of the hosts
   */
  private void add(HostView host, int session) {
    Scope scope = new Scope.Host(host.number());
    String folder = "/sys/class/scsi_host/host" + host.number() + "/";
    file(folder + "can_queue", Integer.toString(host.canQueue()), scope);
    file(folder + "host_busy", Integer.toString(host.busy()), scope);
    file(folder + "nr_hw_queues", Integer.toString(host.nrHwQueues()), scope);
    file(folder + "proc_name", host.driver(), scope);
    file(folder + "state", host.state().sysfs(), scope);
    host.knobs().forEach(
        (knob, value) -> {
          int number = knob.setting().isPresent() ? session : host.number();
          knob(knob, Integer.toString(number), value, scope);
        });
    host.ports().forEach(
        (port, word) -> {
          if (port.startsWith("rport-")) {
            file("/sys/class/fc_remote_ports/" + port + "/port_state", word, scope);
          }
        });
  }

  private void add(DeviceView device) {
    Scope scope = new Scope.Lun(device.at());
    String disk = "/sys/block/" + device.disk() + "/";
    String folder = disk + "device/";
    Counters counters = device.counters();
    Hctl at = device.at();
    device.knobs().forEach(
        (knob, value) -> {
          if (knob.level() == Knob.Level.TARGET) {
            knob(
                knob, knob.objectOf(at), value,
                new Scope.Target(at.host(), at.channel(), at.target()));
          }
        });
    knobs(device.knobs(), scope, device.disk(), device.at().toString());
    writable(Knob.STATE, device, scope, device.state().sysfs());
    writable(Knob.QUEUE_DEPTH, device, scope, Integer.toString(device.queueDepth()));
    file(folder + "device_busy", Integer.toString(device.inFlight()), scope);
    file(folder + "iocounterbits", Integer.toString(COUNTER_BITS), scope);
    file(folder + "iorequest_cnt", hex(counters.iorequest()), scope);
    file(folder + "iodone_cnt", hex(counters.iodone()), scope);
    file(folder + "ioerr_cnt", hex(counters.ioerr()), scope);
    if (countsTimeouts) {
      file(folder + "iotmo_cnt", hex(counters.iotmo()), scope);
    }
    file(disk + "size", Long.toString(device.sizeBytes() / 512), scope);
    file(disk + "queue/logical_block_size", Integer.toString(device.blockSize()), scope);
    file(disk + "inflight", inFlight(device.index()), scope);
    String timeout = device.knobs().get(Knob.TIMEOUT);
    if (timeout != null && !device.knobs().containsKey(Knob.IO_TIMEOUT)) {
      writable(Knob.IO_TIMEOUT, device, scope, timeout + "000");
    }
  }

  /** Reads and writes in flight, in columns of eight (block/genhd.c: part_inflight_show). */
  private String inFlight(int device) {
    List<CommandView> commands = state.inFlight(device);
    long reads = commands.stream().filter(each -> each.op() == IoOp.READ).count();
    return pad(reads) + " " + pad(commands.size() - reads);
  }

  private static String pad(long number) {
    String text = Long.toString(number);
    return " ".repeat(Math.max(0, 8 - text.length())) + text;
  }

  private static String hex(int number) {
    return "0x" + Integer.toHexString(number);
  }

  private void writable(Knob knob, DeviceView device, Scope scope, String value) {
    String object = knob.namedByHctl() ? device.at().toString() : device.disk();
    put(new SysfsFile(knob.path(object), value, Optional.of(knob), scope));
  }

  private void knobs(Map<Knob, String> knobs, Scope scope, String name, String hctl) {
    knobs.forEach(
        (knob, value) -> {
          if (knob.level() == Knob.Level.TARGET) {
            return;
          }
          String object = knob.namedByHctl() ? hctl : name;
          knob(knob, object, value, scope);
        });
  }

  private void knob(Knob knob, String object, String value, Scope scope) {
    put(
        new SysfsFile(
            knob.path(object), value, knob.isWritable() ? Optional.of(knob) : Optional.empty(),
            scope));
  }

  private void file(String path, String value, Scope scope) {
    put(new SysfsFile(path, value, Optional.empty(), scope));
  }

  private void put(SysfsFile file) {
    files.put(file.path(), file);
  }

  /** All files in order of their paths. */
  public List<SysfsFile> files() {
    return List.copyOf(files.values());
  }

  /** One file by its path. */
  public Optional<SysfsFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** Names of what a folder holds, folders with a slash at their end; empty for no such folder. */
  public List<String> list(String folder) {
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    Collection<String> names = new TreeSet<>();
    for (String path : files.tailMap(prefix).keySet()) {
      if (!path.startsWith(prefix)) {
        break;
      }
      String rest = path.substring(prefix.length());
      int slash = rest.indexOf('/');
      names.add(slash < 0 ? rest : rest.substring(0, slash + 1));
    }
    return new ArrayList<>(names);
  }
}
