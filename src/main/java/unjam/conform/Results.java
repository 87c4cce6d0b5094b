package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.scsi.Hctl;

/**
 * Rule 7: errno and return value of every IO (for SG_IO the header's status fields too), device
 * state changes, final device and host state and counter deltas are equal. Of a background stream
 * only the number of failed IOs, give or take one.
 *
 * <p>Where the number of dispatches is free - background streams, and IOs that the total-runtime
 * limit ended - the device's counters may differ by as many as those dispatches do, no more. An IO
 * that only one side has breaks rule 12 if the simulator made it up and rule 7 if it never asked.
 */
final class Results {

  private static final String TIMEOUT_COUNTER = "iotmo_cnt";

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();

  private Results(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    Results rule = new Results(trial);
    trial.measuredIos().forEach(rule::io);
    rule.bystanders();
    rule.stateChanges();
    rule.finals();
    rule.counters();
    return rule.found;
  }

  private void io(String name) {
    Optional<Observed.Io> real = trial.recorded().io(name);
    Optional<Observed.Io> sim = trial.simulated().io(name);
    if (real.isEmpty()) {
      found.add(Divergence.plain(12, name, "no such IO", "one"));
    } else if (sim.isEmpty()) {
      found.add(Divergence.plain(7, name, "an IO that is told " + real.get().errno(), "none"));
    } else {
      compare(real.get(), sim.get());
    }
  }

  private void compare(Observed.Io real, Observed.Io sim) {
    if (!real.errno().equals(sim.errno())) {
      found.add(Divergence.plain(7, real.name(), told(real), told(sim)));
    } else if (real.ret().isPresent() && !real.ret().equals(sim.ret())) {
      found.add(Divergence.plain(7, real.name(), "return value " + real.ret().getAsLong(),
          sim.ret().isPresent() ? String.valueOf(sim.ret().getAsLong()) : "none"));
    }
    if (real.startMillis().isEmpty() && sim.startMillis().isPresent()) {
      found.add(Divergence.plain(7, real.name(), "that the file cannot be opened",
          "an IO that starts at " + sim.startMillis().getAsDouble() + " ms"));
    }
    if (real.sg().isPresent() && !real.sg().equals(sim.sg())) {
      found.add(Divergence.plain(7, real.name() + ", SG_IO header", real.sg().get().text(),
          sim.sg().map(Observed.SgHeader::text).orElse("none")));
    }
  }

  private static String told(Observed.Io io) {
    return io.errno().isEmpty() ? "an IO that does not end" : io.errno();
  }

  private void bystanders() {
    trial.scenario().workload().stream().filter(each -> each.background()).forEach(stream -> {
      long real = failed(trial.recorded(), stream.label());
      long sim = failed(trial.simulated(), stream.label());
      if (Math.abs(real - sim) > 1) {
        found.add(Divergence.plain(7, "background stream " + stream.label(),
            real + " failed IOs, give or take one", String.valueOf(sim)));
      }
    });
  }

  private long failed(Observed side, String label) {
    return side.ios().stream()
        .filter(each -> each.failed()
            && trial.stream(each.name()).map(of -> of.label().equals(label)).orElse(false))
        .count();
  }

  private void stateChanges() {
    if (!trial.golden().observable("scsi_device_set_state")) {
      return;
    }
    Map<String, List<Observed.StateChange>> real = byDevice(trial.recorded().stateChanges());
    Map<String, List<Observed.StateChange>> sim = byDevice(trial.simulated().stateChanges());
    Set<String> devices = new TreeSet<>(real.keySet());
    devices.addAll(sim.keySet());
    for (String device : devices) {
      changes(device, real.getOrDefault(device, List.of()), sim.getOrDefault(device, List.of()));
    }
  }

  private static Map<String, List<Observed.StateChange>> byDevice(
      List<Observed.StateChange> changes) {
    Map<String, List<Observed.StateChange>> devices = new TreeMap<>();
    changes.forEach(each ->
        devices.computeIfAbsent(each.device(), _ -> new ArrayList<>()).add(each));
    return devices;
  }

  private void changes(
      String device, List<Observed.StateChange> real, List<Observed.StateChange> sim) {
    for (int i = 0; i < Math.max(real.size(), sim.size()); i++) {
      String expected = i < real.size() ? real.get(i).text() : "no more";
      String done = i < sim.size() ? sim.get(i).text() : "no more";
      String where = device + ", state change " + (i + 1);
      if (!expected.equals(done)) {
        found.add(Divergence.plain(7, where, expected, done));
        return;
      }
      if (!ContextEquality.same("", real.get(i).context(), sim.get(i).context())) {
        found.add(Divergence.plain(4, where, real.get(i).context(), sim.get(i).context()));
      }
    }
  }

  private void finals() {
    trial.recorded().finals().forEach((device, real) -> {
      Observed.DeviceEnd sim = trial.simulated().finals().get(device);
      if (sim == null) {
        found.add(Divergence.plain(7, device, "a device", "none"));
        return;
      }
      same(device + ", final state", real.state(), sim.state());
      if (!real.hostState().isEmpty()) {
        same(device + ", final host state", real.hostState(), sim.hostState());
      }
      if (real.queueDepth().isPresent()) {
        same(device + ", final queue_depth", real.queueDepth().getAsInt(),
            sim.queueDepth().orElse(-1));
      }
    });
  }

  private void same(String where, Object real, Object sim) {
    if (!real.equals(sim)) {
      found.add(Divergence.plain(7, where, real.toString(), sim.toString()));
    }
  }

  private void counters() {
    trial.recorded().counters().forEach((device, counters) -> {
      Map<String, Long> sim = trial.simulated().counters().getOrDefault(device, Map.of());
      counters.forEach((name, real) -> {
        long difference = sim.getOrDefault(name, 0L) - real;
        long free = freeDispatches(device, name.equals(TIMEOUT_COUNTER));
        if (difference < Math.min(0, free) || difference > Math.max(0, free)) {
          found.add(Divergence.plain(7, device + ", " + name, real.toString(),
              String.valueOf(real + difference)));
        }
      });
    });
  }

  /**
   * By how many dispatches (or timeouts) the simulator is ahead in IOs whose number of them is
   * free.
   */
  private long freeDispatches(String device, boolean timeouts) {
    return dispatches(trial.simulated(), device, timeouts)
        - dispatches(trial.recorded(), device, timeouts);
  }

  private long dispatches(Observed side, String device, boolean timeouts) {
    Hctl at = Hctl.parse(device);
    return side.ios().stream()
        .filter(each -> trial.stream(each.name()).map(of -> of.device().equals(at)).orElse(false))
        .filter(each ->
            trial.isBackground(each.name()) || trial.endedByRuntimeLimit(each.name()))
        .mapToLong(each ->
            timeouts ? each.timeouts().orElse(0) : each.dispatches().orElse(1))
        .sum();
  }
}
