package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.scenario.Disk;
import unjam.scenario.Stream;

/**
 * Rule 7 for the kernel log: lines about background streams are counted, give or take one of each
 * kind, and have no order. A line is theirs if it names a device that only background streams use,
 * or a sector or block in their range.
 */
final class BystanderLines {

  private static final Pattern SECTOR = Pattern.compile("\\bdev (\\w+), sector (\\d+)");
  private static final Pattern CDB =
      Pattern.compile("\\[(\\w+)\\].*CDB: (?:Read|Write)\\((10|16)\\) ((?:[0-9a-f]{2} ?)+)");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9a-f]{2}\\b|\\d+");

  private final Trial trial;
  private final List<Predicate<String>> theirs = new ArrayList<>();

  BystanderLines(Trial trial) {
    this.trial = trial;
    Set<String> measured = new TreeSet<>();
    for (Stream stream : trial.scenario().workload()) {
      if (!stream.background()) {
        measured.add(stream.device().toString());
      }
    }
    for (Stream stream : trial.scenario().workload()) {
      if (stream.background()) {
        trial.scenario().machine().disk(stream.device()).ifPresent(disk ->
            theirs.add(measured.contains(stream.device().toString())
                ? line -> isInRange(line, disk, stream)
                : line -> names(line, disk)));
      }
    }
  }

  List<Observed.LogLine> others(List<Observed.LogLine> log) {
    return log.stream().filter(each -> !isTheirs(each)).toList();
  }

  List<Divergence> check() {
    Map<String, Integer> real = kinds(trial.recorded().log());
    Map<String, Integer> sim = kinds(trial.simulated().log());
    Set<String> kinds = new TreeSet<>(real.keySet());
    kinds.addAll(sim.keySet());
    List<Divergence> found = new ArrayList<>();
    for (String kind : kinds) {
      int recorded = real.getOrDefault(kind, 0);
      int printed = sim.getOrDefault(kind, 0);
      boolean few = trial.golden().logComplete() || printed < recorded;
      if (few && Math.abs(recorded - printed) > 1) {
        found.add(Divergence.plain(8, "kernel log about background streams",
            recorded + " times, give or take one: \"" + kind + "\"", String.valueOf(printed)));
      }
    }
    return found;
  }

  private Map<String, Integer> kinds(List<Observed.LogLine> log) {
    Map<String, Integer> kinds = new TreeMap<>(new HashMap<>());
    for (Observed.LogLine each : log) {
      if (isTheirs(each)) {
        kinds.merge(NUMBER.matcher(each.norm()).replaceAll("N"), 1, Integer::sum);
      }
    }
    return kinds;
  }

  private boolean isTheirs(Observed.LogLine line) {
    return theirs.stream().anyMatch(each -> each.test(line.line()));
  }

  private static boolean names(String line, Disk disk) {
    return line.contains(" " + disk.at() + ":") || line.contains("dev " + disk.name() + ",")
        || line.contains("[" + disk.name() + "]");
  }

  private static boolean isInRange(String line, Disk disk, Stream stream) {
    Matcher sector = SECTOR.matcher(line);
    if (sector.find()) {
      return sector.group(1).equals(disk.name())
          && covers(stream, Long.parseLong(sector.group(2)) * 512);
    }
    Matcher cdb = CDB.matcher(line);
    return cdb.find() && cdb.group(1).equals(disk.name())
        && covers(stream, Threads.lba(cdb.group(2), cdb.group(3)) * disk.blockSize());
  }

  private static boolean covers(Stream stream, long offset) {
    long steps = Math.max(stream.threads() - 1L, 0) + Math.max(stream.repeat() - 1L, 0);
    long last = stream.offset() + Math.abs(stream.stride()) * steps + stream.length();
    return offset >= stream.offset() && offset < Math.max(last, stream.offset() + 1);
  }
}
