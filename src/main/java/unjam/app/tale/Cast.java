package unjam.app.tale;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Names;
import unjam.app.OpenRun;
import unjam.projection.DeviceView;
import unjam.projection.HostView;
import unjam.projection.IoOutcome;
import unjam.projection.StackState;
import unjam.reading.ProcessTable;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;

/** Who is in a run, by the names that one calls them. */
final class Cast {

  /** So many are named one by one; of more only the first ones are. */
  private static final int NAMED = 6;

  private final StackState start;
  private final TreeMap<String, FaultRule> faults = new TreeMap<>();
  private final Set<String> applications = new LinkedHashSet<>();

  Cast(OpenRun run) {
    start = run.timeline().at(0);
    run.scenario().faults().forEach(each -> faults.put(each.id(), each));
    for (Intervention each : run.scenario().interventions()) {
      if (each instanceof Intervention.FaultStarts starts) {
        faults.put(starts.rule().id(), starts.rule());
      }
    }
    for (IoOutcome io : run.timeline().ios().all()) {
      if (!io.background()) {
        applications.add(ProcessTable.processOf(io.name()));
      }
    }
  }

  List<DeviceView> disks() {
    return start.devices();
  }

  List<HostView> hosts() {
    return start.hosts();
  }

  /** Applications that the story is about. */
  Set<String> applications() {
    return applications;
  }

  Optional<FaultRule> fault(String id) {
    return Optional.ofNullable(faults.get(id));
  }

  String disk(int device) {
    return start.device(device).map(DeviceView::disk).orElse("?");
  }

  /** The disks of a part of the machine, as a trace writes it; itself if it has none. */
  List<String> disksOf(String scope) {
    List<String> inside = new ArrayList<>();
    for (DeviceView each : start.devices()) {
      String at = each.at().toString();
      String word = scope.substring(scope.indexOf(' ') + 1);
      boolean host = scope.equals("host" + each.host());
      if (scope.equals("machine") || host || at.equals(word)
          || scope.indexOf(' ') > 0 && at.startsWith(word + ":")) {
        inside.add(each.disk());
      }
    }
    return inside.isEmpty() ? List.of(scope) : inside;
  }

  /** Names as one says them: one, two, and three. */
  static Object listing(Collection<String> names) {
    List<String> all = List.copyOf(names);
    if (all.size() <= 1) {
      return all.isEmpty() ? "" : all.getFirst();
    }
    if (all.size() > NAMED) {
      return Sentence.of(
          "tell.and_others", new Names(all.subList(0, NAMED - 2)), all.size() - NAMED + 2);
    }
    return Sentence.of(
        "tell.and", new Names(all.subList(0, all.size() - 1)), all.getLast());
  }
}
