package unjam.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.StackState;
import unjam.scenario.Intervention;
import unjam.scenario.Policy;
import unjam.scenario.When;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/**
 * The settings of a part of the machine at an instant: what their values are, which bundles they
 * equal, and what has to be written to change them. Immutable.
 */
public final class PolicyBoard {

  /** The settings that decide how long the stack goes on trying; those asked for most first. */
  public static final List<Knob> KNOBS =
      List.of(
          Knob.TIMEOUT, Knob.EH_TIMEOUT, Knob.MAX_RETRIES, Knob.EH_DEADLINE,
          Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, Knob.ALLOW_RESTART, Knob.QUEUE_DEPTH,
          Knob.RECOVERY_TMO, Knob.FAST_IO_FAIL_TMO, Knob.DEV_LOSS_TMO);

  private final Scope scope;
  private final List<DeviceView> devices;
  private final List<HostView> hosts;
  private final StackState state;

  private PolicyBoard(StackState state, Scope scope) {
    this.state = state;
    this.scope = scope;
    devices = state.devices().stream().filter(each -> scope.covers(each.at())).toList();
    hosts =
        state.hosts().stream()
            .filter(host -> devices.stream().anyMatch(each -> each.host() == host.number()))
            .toList();
  }

  /** The settings of all disks in a part of the machine, and of the hosts that these are behind. */
  public static PolicyBoard of(StackState state, Scope scope) {
    return new PolicyBoard(state, scope);
  }

  public Scope scope() {
    return scope;
  }

  /** How many disks are concerned. */
  public int disks() {
    return devices.size();
  }

  /** The values that the files of a setting hold, each once, in the order of the disks. */
  public List<String> values(Knob knob) {
    return files(knob).values().stream().distinct().toList();
  }

  /** The value of a setting that is the same everywhere. */
  public Optional<String> value(Knob knob) {
    List<String> values = values(knob);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /**
   * Every setting of a bundle has the bundle's value everywhere; what belongs to a transport that
   * is not there does not count.
   */
  public boolean equalTo(Policy policy) {
    return !devices.isEmpty()
        && policy.settings().entrySet().stream()
            .filter(each -> has(each.getKey()))
            .allMatch(each -> value(each.getKey()).filter(each.getValue()::equals).isPresent());
  }

  /**
   * The bundle that the settings equal: of several the one that says most, of these the first.
   *
   * @param known bundles to compare with
   */
  public Optional<Policy> fitting(List<Policy> known) {
    Optional<Policy> best = Optional.empty();
    for (Policy each : known) {
      if (equalTo(each) && says(each) > best.map(this::says).orElse(0L)) {
        best = Optional.of(each);
      }
    }
    return best;
  }

  /** Whether a file of this setting can be there at all: not every machine has every transport. */
  public boolean has(Knob knob) {
    return knob.setting().isEmpty() || !files(knob).isEmpty();
  }

  /** How many of a bundle's settings there are here. */
  private long says(Policy policy) {
    return policy.settings().keySet().stream().filter(this::has).count();
  }

  /** What an administrator does to give a setting this value everywhere. */
  public List<Intervention> write(Knob knob, String value, When when) {
    List<Intervention> writes = new ArrayList<>();
    for (Scope file : files(knob).keySet()) {
      writes.add(new Intervention.KnobWritten(when, knob, file, value));
    }
    return writes;
  }

  /** What an administrator does to give all settings of a bundle their values everywhere. */
  public List<Intervention> apply(Policy policy, When when) {
    List<Intervention> writes = new ArrayList<>();
    policy.settings().forEach(
        (knob, value) -> {
          if (knob.isWritable()) {
            writes.addAll(write(knob, value, when));
          }
        });
    return writes;
  }

  /** The settings as they are now; one that differs between disks is left out. */
  public Policy bundle(String name, String title) {
    Map<Knob, String> settings = new EnumMap<>(Knob.class);
    for (Knob knob : KNOBS) {
      value(knob).ifPresent(each -> settings.put(knob, each));
    }
    return new Policy(name, title, settings);
  }

  /** Every file of a setting in this part of the machine with what it holds. */
  private Map<Scope, String> files(Knob knob) {
    Map<Scope, String> files = new LinkedHashMap<>();
    switch (knob.level()) {
      case LUN -> {
        for (DeviceView each : devices) {
          deviceValue(each, knob).ifPresent(value -> files.put(new Scope.Lun(each.at()), value));
        }
      }
      case TARGET -> {
        for (DeviceView each : devices) {
          Scope port =
              new Scope.Target(each.at().host(), each.at().channel(), each.at().target());
          deviceValue(each, knob).ifPresent(value -> files.put(port, value));
        }
      }
      case HOST -> {
        for (HostView each : hosts) {
          String value = each.knobs().get(knob);
          if (value != null) {
            files.put(new Scope.Host(each.number()), value);
          }
        }
      }
      case MACHINE -> {
        String value = state.machineKnobs().get(knob);
        if (value != null) {
          files.put(new Scope.Machine(), value);
        }
      }
    }
    return files;
  }

  /** The kernel changes a queue's depth by itself, so what was written last is not what counts. */
  private static Optional<String> deviceValue(DeviceView device, Knob knob) {
    return switch (knob) {
      case QUEUE_DEPTH -> Optional.of(Integer.toString(device.queueDepth()));
      case STATE -> Optional.of(device.state().sysfs());
      case TIMEOUT, EH_TIMEOUT, IO_TIMEOUT, MAX_RETRIES, MAX_MEDIUM_ACCESS_TIMEOUTS,
          ALLOW_RESTART, EH_DEADLINE, LOGGING_LEVEL, RECOVERY_TMO, ABORT_TMO, LU_RESET_TMO,
          TGT_RESET_TMO, RECV_TMO, PING_TMO, FAST_IO_FAIL_TMO, DEV_LOSS_TMO ->
          Optional.ofNullable(device.knobs().get(knob));
    };
  }
}
