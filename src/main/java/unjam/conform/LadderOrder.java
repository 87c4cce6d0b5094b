package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.scsi.Hctl;

/**
 * Rule 6: the same rungs with the same results on the same devices in the same order; the
 * error-handler threads woken equally often, with the same number of failed commands.
 *
 * <p>Both are compared host by host: one host's recovery has an order, two hosts' recoveries have
 * none between them. A rung whose landmark the recording could not see is not compared; what its
 * observer lost may be there on top.
 */
final class LadderOrder {

  private final Trial trial;
  private final Map<String, Integer> lost;
  private final List<Divergence> found = new ArrayList<>();

  private LadderOrder(Trial trial) {
    this.trial = trial;
    this.lost = new TreeMap<>(trial.golden().observerGaps());
  }

  static List<Divergence> check(Trial trial) {
    LadderOrder rule = new LadderOrder(trial);
    rule.ladders();
    if (trial.golden().observable("scsi_eh_wakeup")) {
      rule.wakeups();
    }
    return rule.found;
  }

  private void ladders() {
    Map<Integer, List<Observed.Rung>> real = byHost(trial.recorded().ladder());
    Map<Integer, List<Observed.Rung>> sim = byHost(trial.simulated().ladder());
    for (int host : together(real.keySet(), sim.keySet())) {
      ladder(host, real.getOrDefault(host, List.of()), sim.getOrDefault(host, List.of()));
    }
  }

  private Map<Integer, List<Observed.Rung>> byHost(List<Observed.Rung> ladder) {
    Map<Integer, List<Observed.Rung>> hosts = new TreeMap<>();
    for (Observed.Rung each : ladder) {
      if (trial.golden().observable(LadderSeen.landmark(each.rung()))) {
        hosts.computeIfAbsent(host(each), _ -> new ArrayList<>()).add(each);
      }
    }
    return hosts;
  }

  private int host(Observed.Rung rung) {
    if (!rung.device().isEmpty()) {
      return Hctl.parse(rung.device()).host();
    }
    return trial.stream(rung.io()).map(each -> each.device().host()).orElse(-1);
  }

  private void ladder(int host, List<Observed.Rung> real, List<Observed.Rung> sim) {
    List<Observed.Rung> climbed = new ArrayList<>(sim);
    for (int i = 0; i < Math.max(real.size(), climbed.size()); i++) {
      String expected = i < real.size() ? real.get(i).text() : "no more rung";
      while (i < climbed.size() && !climbed.get(i).text().equals(expected)
          && isLost(climbed.get(i))) {
        climbed.remove(i);
      }
      String done = i < climbed.size() ? climbed.get(i).text() : "no more rung";
      if (!expected.equals(done)) {
        found.add(new Divergence(6, "ladder of host " + host + ", step " + (i + 1), expected, done,
            i < real.size() ? real.get(i).millis() : Double.NaN, -1, -1));
        return;
      }
    }
  }

  /** Takes one of the probe hits that the recording lost, if there is one for this rung. */
  private boolean isLost(Observed.Rung rung) {
    return lost.merge(LadderSeen.landmark(rung.rung()), -1, Integer::sum) >= 0;
  }

  private void wakeups() {
    Map<Integer, List<Observed.Wakeup>> real = wakeupsByHost(trial.recorded().wakeups());
    Map<Integer, List<Observed.Wakeup>> sim = wakeupsByHost(trial.simulated().wakeups());
    for (int host : together(real.keySet(), sim.keySet())) {
      wakeups(host, real.getOrDefault(host, List.of()), sim.getOrDefault(host, List.of()));
    }
  }

  private static Map<Integer, List<Observed.Wakeup>> wakeupsByHost(List<Observed.Wakeup> all) {
    Map<Integer, List<Observed.Wakeup>> hosts = new TreeMap<>();
    all.forEach(each ->
        hosts.computeIfAbsent(each.host().orElse(0), _ -> new ArrayList<>()).add(each));
    return hosts;
  }

  private void wakeups(int host, List<Observed.Wakeup> real, List<Observed.Wakeup> sim) {
    String where = "scsi_eh_" + host;
    int gap = trial.golden().observerGaps().getOrDefault("scsi_eh_wakeup", 0);
    if (sim.size() < real.size() || sim.size() > real.size() + gap) {
      found.add(Divergence.plain(6, where, real.size() + " wake-ups", String.valueOf(sim.size())));
    }
    for (int i = 0; i < real.size() && real.size() == sim.size(); i++) {
      String wakeup = where + ", wake-up " + (i + 1);
      compare(wakeup, "host_failed", real.get(i).failed(), sim.get(i).failed());
      String context = real.get(i).context();
      if (!ContextEquality.same("scsi_eh_wakeup", context, sim.get(i).context())) {
        found.add(Divergence.plain(4, wakeup, context, sim.get(i).context()));
      }
    }
  }

  private void compare(String where, String what, OptionalInt real, OptionalInt sim) {
    if (real.isPresent() && sim.isPresent() && real.getAsInt() != sim.getAsInt()) {
      found.add(Divergence.plain(6, where, what + " " + real.getAsInt(),
          String.valueOf(sim.getAsInt())));
    }
  }

  private static Set<Integer> together(Set<Integer> left, Set<Integer> right) {
    Set<Integer> all = new TreeSet<>(left);
    all.addAll(right);
    return all;
  }
}
