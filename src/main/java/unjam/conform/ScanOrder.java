package unjam.conform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of several commands that expire in one scan comes first: the scan goes by tags, and which
 * command got which tag is chance. Their aborts run in reverse order of the scan (rule 11: a
 * timer-wheel bucket is last in, first out).
 *
 * <p>So where recording and run show the same commands in a scan, and both abort them in reverse of
 * it, the k-th of the scan is laid along the k-th in the contexts that rule 2 orders. Where one of
 * them does not abort in reverse, names are compared as they stand. Each IO's own sequence (rule 1)
 * is never laid along another's.
 */
final class ScanOrder {

  /** One scan takes less; two scans of a queue are further apart. */
  private static final double ONE_SCAN = 10;

  private final List<Renaming> renamings = new ArrayList<>();

  /** From this place of the trace on, these IOs stand for those. */
  private record Renaming(int from, Map<String, String> names) {}

  /** Commands that expired together, in order of the scan. */
  private record Scan(int index, List<String> ios, boolean reversed) {}

  ScanOrder(Trial trial) {
    List<Scan> recorded = scans(trial.recorded().landmarks());
    for (Scan done : scans(trial.simulated().landmarks())) {
      recorded.stream()
          .filter(scan -> scan.reversed && done.reversed)
          .filter(scan -> new TreeSet<>(scan.ios).equals(new TreeSet<>(done.ios)))
          .findFirst()
          .ifPresent(scan -> {
            recorded.remove(scan);
            renamings.add(new Renaming(done.index, names(done, scan)));
          });
    }
  }

  private static Map<String, String> names(Scan done, Scan recorded) {
    Map<String, String> names = new TreeMap<>();
    for (int k = 0; k < done.ios.size(); k++) {
      names.put(done.ios.get(k), recorded.ios.get(k));
    }
    return names;
  }

  /** A simulated landmark under the name of the IO that plays its part in the recording. */
  Landmark laidAlong(Landmark simulated) {
    for (Renaming each : renamings.reversed()) {
      if (each.from <= simulated.index() && each.names.containsKey(simulated.io())) {
        return simulated.named(each.names.get(simulated.io()));
      }
    }
    return simulated;
  }

  private static List<Scan> scans(List<Landmark> landmarks) {
    List<Scan> scans = new ArrayList<>();
    Map<String, List<Landmark>> open = new TreeMap<>();
    for (Landmark each : landmarks) {
      if (each.name().equals("scsi_timeout")) {
        List<Landmark> scan = open.computeIfAbsent(each.device(), _ -> new ArrayList<>());
        if (!scan.isEmpty() && each.millis() - scan.getLast().millis() > ONE_SCAN) {
          close(scan, landmarks, scans);
          scan.clear();
        }
        scan.add(each);
      }
    }
    open.values().forEach(scan -> close(scan, landmarks, scans));
    return scans;
  }

  private static void close(List<Landmark> scan, List<Landmark> landmarks, List<Scan> scans) {
    List<String> ios = scan.stream().map(Landmark::io).toList();
    if (ios.size() < 2 || new TreeSet<>(ios).size() < ios.size()) {
      return;
    }
    LinkedHashSet<String> aborted = new LinkedHashSet<>();
    for (Landmark each : landmarks) {
      if (each.index() > scan.getLast().index() && each.name().equals("scmd_eh_abort_handler")
          && ios.contains(each.io())) {
        aborted.add(each.io());
      }
    }
    scans.add(new Scan(scan.getFirst().index(), ios,
        List.copyOf(aborted).equals(ios.reversed())));
  }
}
