package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rule 3: across contexts, only what one causes in the other has an order. It is asked of the
 * simulated run alone:
 *
 * <ul>
 *   <li>per IO: io_start before its first dispatch; each abort handler after a scsi_timeout of its
 *       own; each scsi_eh_inc_host_failed after a scsi_eh_scmd_add of its own, and after the abort
 *       handler if one ran for this timeout; scsi_end_request with bytes before io_end;
 *   <li>per host: every counted failure before the wake-up it leads to, the wake-up before the
 *       sense round, the done list before the restart, the restart before the next dispatch of any
 *       command of that host.
 * </ul>
 */
final class AcrossContexts {

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Map<Integer, String> passes = new TreeMap<>();
  private final Map<Integer, Integer> failedSinceWakeup = new TreeMap<>();
  private int woken;

  private AcrossContexts(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    AcrossContexts rule = new AcrossContexts(trial);
    for (Landmark each : trial.simulated().landmarks()) {
      if (!each.io().isEmpty()) {
        rule.ofIo(each);
      }
      rule.ofHost(each);
    }
    return rule.found;
  }

  private void ofIo(Landmark at) {
    String io = at.io();
    switch (at.name()) {
      case "scsi_dispatch_cmd" -> demand(count(io, "io_start") > 0, at, "io_start");
      case "scmd_eh_abort_handler" ->
          demand(count(io, "scsi_timeout") > count(io, at.name()), at, "scsi_timeout");
      case "scsi_eh_scmd_add" -> added(at);
      case "scsi_eh_inc_host_failed" ->
          demand(count(io, "scsi_eh_scmd_add") > count(io, at.name()), at, "scsi_eh_scmd_add");
      case "scsi_end_request" ->
          demand(at.key("bytes").equals("0") || !ended.contains(io), at, "no io_end");
      case "io_end" -> ended.add(io);
      case "io_start" -> ended.remove(io);
      default -> { }
    }
    counts.computeIfAbsent(io, _ -> new HashMap<>()).merge(at.name(), 1, Integer::sum);
  }

  /**
   * A command that timed out and was aborted in vain comes to the error handler after its abort
   * handler.
   */
  private void added(Landmark at) {
    if (at.context().equals("abort-work")) {
      demand(count(at.io(), "scmd_eh_abort_handler") > 0, at, "scmd_eh_abort_handler");
    }
  }

  private int count(String io, String landmark) {
    return counts.getOrDefault(io, Map.of()).getOrDefault(landmark, 0);
  }

  private void ofHost(Landmark at) {
    int host = trial.host(at);
    String pass = passes.getOrDefault(host, "");
    switch (at.name()) {
      case "scsi_eh_inc_host_failed" -> failedSinceWakeup.merge(host, 1, Integer::sum);
      case "scsi_eh_wakeup" -> woken(at);
      case "scsi_eh_get_sense" -> {
        demand(pass.equals("scsi_eh_wakeup"), at, "scsi_eh_wakeup");
        passes.put(host, at.name());
      }
      case "scsi_eh_flush_done_q" -> passes.put(host, at.name());
      case "scsi_run_host_queues" -> {
        demand(pass.equals("scsi_eh_flush_done_q"), at, "scsi_eh_flush_done_q");
        passes.put(host, at.name());
      }
      case "scsi_dispatch_cmd" ->
          demand(!pass.equals("scsi_eh_flush_done_q"), at, "scsi_run_host_queues");
      default -> { }
    }
  }

  /** A wake-up names no device; the list of wake-ups tells the host. */
  private void woken(Landmark at) {
    List<Observed.Wakeup> wakeups = trial.simulated().wakeups();
    int host = woken < wakeups.size() ? wakeups.get(woken).host().orElse(0) : 0;
    woken++;
    demand(failedSinceWakeup.getOrDefault(host, 0) > 0, at, "scsi_eh_inc_host_failed");
    failedSinceWakeup.remove(host);
    passes.put(host, at.name());
  }

  /** What the recording could not see a simulator need not show either. */
  private void demand(boolean holds, Landmark at, String before) {
    if (!holds && trial.golden().observable(before)) {
      found.add(new Divergence(3, at.io().isEmpty() ? at.context() : at.io(),
          before + " before " + at.text(), "it too early", at.millis(), -1, at.index()));
    }
  }
}
