package unjam.lesson;

import java.util.List;
import java.util.TreeMap;
import unjam.trace.MachineFact;
import unjam.trace.Trace;

/** The disks of a run by their names. */
final class Disks {

  private final TreeMap<Integer, String> names = new TreeMap<>();

  Disks(Trace trace) {
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof MachineFact.DeviceAdded added) {
        names.put(trace.device(seq), added.disk());
      }
    }
  }

  /** Nothing for what is no disk. */
  String name(int device) {
    return names.getOrDefault(device, "");
  }

  /** The index of a disk, -1 if there is none of that name. */
  int index(String name) {
    return names.entrySet().stream()
        .filter(each -> each.getValue().equals(name))
        .mapToInt(each -> each.getKey())
        .findFirst()
        .orElse(-1);
  }

  List<String> all() {
    return List.copyOf(names.values());
  }
}
