package unjam.kernel.lld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import unjam.engine.Prng;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scsi.EhHook;
import unjam.scsi.SenseData;

/** The logical units behind all adapters, and how far a recovery callback reaches among them. */
final class Targets {

  private final Map<ScsiDevice, LogicalUnit> units = new LinkedHashMap<>();
  private final Map<ScsiHost, Adapter> adapters = new LinkedHashMap<>();
  private final TreeSet<String> writtenSinceSync = new TreeSet<>();

  void add(ScsiDevice device, Prng prng) {
    units.put(device, new LogicalUnit(device, prng));
    if (!adapters.containsKey(device.host())) {
      String driver = device.host().template().name();
      int before =
          (int) adapters.keySet().stream()
              .filter(host -> host.template().name().equals(driver))
              .count();
      adapters.put(device.host(), new Adapter(before));
    }
  }

  LogicalUnit unit(ScsiDevice device) {
    LogicalUnit unit = units.get(device);
    if (unit == null) {
      throw new IllegalStateException("no logical unit behind " + device);
    }
    return unit;
  }

  Adapter adapter(ScsiHost host) {
    Adapter adapter = adapters.get(host);
    if (adapter == null) {
      throw new IllegalStateException("no adapter for host " + host.number());
    }
    return adapter;
  }

  /** Whether a callback that is called for one device has an effect on another. */
  static boolean reaches(EhHook hook, ScsiDevice called, ScsiDevice other) {
    return switch (hook) {
      case EH_ABORT_HANDLER, EH_DEVICE_RESET_HANDLER -> other == called;
      case EH_TARGET_RESET_HANDLER -> other.at().sameTarget(called.at());
      case EH_BUS_RESET_HANDLER -> other.at().sameChannel(called.at());
      case EH_HOST_RESET_HANDLER ->
          other.host() == called.host()
              || called.host().template().hostResetReachesAllHosts()
                  && other.host().template().name().equals(called.host().template().name());
    };
  }

  boolean anyReached(EhHook hook, ScsiDevice called, Predicate<ScsiDevice> which) {
    return units.keySet().stream()
        .anyMatch(device -> reaches(hook, called, device) && which.test(device));
  }

  /** Every unit that the callback reaches will tell this once. */
  void raise(EhHook hook, ScsiDevice called) {
    SenseData attention = called.host().template().unitAttention().get(hook);
    if (attention != null) {
      for (LogicalUnit unit : units.values()) {
        if (reaches(hook, called, unit.device())) {
          unit.raise(attention);
        }
      }
    }
  }

  /** Something was written that a flush has yet to make safe. */
  void written(ScsiDevice device) {
    writtenSinceSync.add(cache(device));
  }

  /** A flush was asked for; answers whether there was something to do. */
  boolean synced(ScsiDevice device) {
    return writtenSinceSync.remove(cache(device));
  }

  /** scsi_debug remembers for all its disks together (scsi_debug.c: write_since_sync). */
  private static String cache(ScsiDevice device) {
    boolean shared = device.host().template().hostResetReachesAllHosts();
    return shared ? device.host().template().name() : device.at().toString();
  }
}
