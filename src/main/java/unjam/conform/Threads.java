package unjam.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scenario.Stream;

/**
 * Rule 11: threads of one stream that start together are interchangeable. Before anything is
 * compared, the simulated threads get the names of those recorded threads whose part they play.
 *
 * <p>Who plays whose part: the k-th to be aborted is the k-th to be aborted, else the k-th to come
 * to the error handler, else the k-th to be dispatched. If sequences then still differ, but the
 * multisets of sequences do not, the threads are paired by their sequences instead.
 */
final class Threads {

  private static final Pattern SECTOR = Pattern.compile("\\bsector (\\d+)");
  private static final Pattern CDB =
      Pattern.compile("CDB: (Read|Write)\\((10|16)\\) ((?:[0-9a-f]{2} ?)+)");

  private final Scenario scenario;
  private final Map<String, String> recordedName = new HashMap<>();

  private Threads(Scenario scenario) {
    this.scenario = scenario;
  }

  static Threads of(Scenario scenario, Golden golden, Observed simulated) {
    Threads threads = new Threads(scenario);
    for (Stream stream : scenario.workload()) {
      if (isGroup(stream)) {
        threads.pair(stream, golden, simulated);
      }
    }
    return threads;
  }

  static boolean isGroup(Stream stream) {
    return stream.threads() > 1 && stream.stagger().nanos() == 0 && !stream.background();
  }

  /** What a recording would call an IO of the simulated run. */
  String recordedName(String simulated) {
    return recordedName.getOrDefault(simulated, simulated);
  }

  private void pair(Stream stream, Golden golden, Observed simulated) {
    List<Integer> real = order(stream, golden.seen().landmarks());
    List<Integer> sim = order(stream, simulated.landmarks());
    if (!sameSequences(stream, real, sim, golden, simulated)) {
      List<Integer> bySequence = bySequence(stream, real, golden, simulated);
      sim = bySequence.isEmpty() ? sim : bySequence;
    }
    for (int k = 0; k < real.size(); k++) {
      name(stream, sim.get(k), real.get(k), golden, simulated);
    }
  }

  private void name(
      Stream stream, int sim, int real, Golden golden, Observed simulated) {
    Set<String> names = new LinkedHashSet<>();
    golden.seen().ios().forEach(each -> names.add(each.name()));
    simulated.ios().forEach(each -> names.add(each.name()));
    String from = stream.ioName(sim, 0);
    String to = stream.ioName(real, 0);
    recordedName.put(from, to);
    for (String name : names) {
      if (name.startsWith(from + "#")) {
        recordedName.put(name, to + name.substring(from.length()));
      }
    }
  }

  /**
   * Threads in order of their first abort, then of their coming to the error handler, then of
   * dispatch.
   */
  private static List<Integer> order(Stream stream, List<Landmark> landmarks) {
    Map<String, Integer> threads = new TreeMap<>();
    for (int i = 0; i < stream.threads(); i++) {
      threads.put(stream.ioName(i, 0), i);
    }
    Set<Integer> order = new LinkedHashSet<>();
    List<Predicate<Landmark>> signs =
        List.of(
            each -> each.context().equals("abort-work"),
            each -> each.name().equals("scsi_eh_scmd_add"),
            each -> each.name().equals("scsi_dispatch_cmd"),
            each -> each.name().equals("io_start"));
    for (Predicate<Landmark> sign : signs) {
      for (Landmark each : landmarks) {
        Integer thread = threads.get(each.io().replaceFirst("#\\d+$", ""));
        if (thread != null && sign.test(each)) {
          order.add(thread);
        }
      }
    }
    order.addAll(threads.values());
    return new ArrayList<>(order);
  }

  private static boolean sameSequences(
      Stream stream, List<Integer> real, List<Integer> sim, Golden golden, Observed simulated) {
    for (int k = 0; k < real.size(); k++) {
      if (!sequence(stream, real.get(k), golden.seen(), golden)
          .equals(sequence(stream, sim.get(k), simulated, golden))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Simulated threads whose sequences are the recorded ones in turn; empty if the multisets differ.
   */
  private static List<Integer> bySequence(
      Stream stream, List<Integer> real, Golden golden, Observed simulated) {
    List<Integer> open = order(stream, simulated.landmarks());
    List<Integer> paired = new ArrayList<>();
    for (int thread : real) {
      List<String> wanted = sequence(stream, thread, golden.seen(), golden);
      for (Integer each : open) {
        if (sequence(stream, each, simulated, golden).equals(wanted)) {
          paired.add(each);
          open.remove(each);
          break;
        }
      }
    }
    return open.isEmpty() ? paired : Collections.emptyList();
  }

  private static List<String> sequence(
      Stream stream, int thread, Observed side, Golden golden) {
    String name = stream.ioName(thread, 0);
    return side.landmarks().stream()
        .filter(each -> each.io().equals(name) || each.io().startsWith(name + "#"))
        .filter(each -> !each.optional() && Vocabulary.isMust(each.name())
            && golden.observable(each.name()))
        .map(each -> each.named(each.io().substring(name.length())).text())
        .toList();
  }

  /**
   * A recorded line of the log with the places of interchangeable IOs replaced by the IOs' names.
   */
  String recordedLine(String line) {
    return placed(line, false);
  }

  /** A simulated line likewise, under the names that the recording uses. */
  String simulatedLine(String line) {
    return placed(line, true);
  }

  private String placed(String line, boolean simulated) {
    String text = line;
    for (Stream stream : scenario.workload()) {
      Disk disk = scenario.machine().disk(stream.device()).orElse(null);
      if (isGroup(stream) && disk != null && line.contains(disk.name())) {
        text = SECTOR.matcher(text).replaceAll(match ->
            Matcher.quoteReplacement(
                at(stream, Long.parseLong(match.group(1)) * 512, simulated, match)));
        text = CDB.matcher(text).replaceAll(match ->
            Matcher.quoteReplacement(
                at(stream, lba(match.group(2), match.group(3)) * disk.blockSize(), simulated,
                    match)));
      }
    }
    return text;
  }

  private String at(Stream stream, long offset, boolean simulated, MatchResult match) {
    for (int thread = 0; thread < stream.threads(); thread++) {
      for (int repetition = 0; repetition < Math.min(stream.repeat(), 1000); repetition++) {
        if (stream.offset() + (thread + (long) repetition) * stream.stride() == offset) {
          String io = stream.ioName(thread, repetition);
          return "place of " + (simulated ? recordedName(io) : io);
        }
      }
    }
    return match.group();
  }

  /** First block of a READ or WRITE of 10 or 16 bytes, from its bytes in hexadecimal. */
  static long lba(String length, String bytes) {
    String[] cdb = bytes.trim().split(" ");
    int count = length.equals("10") ? 4 : 8;
    long lba = 0;
    for (int i = 2; i < Math.min(2 + count, cdb.length); i++) {
      lba = lba << 8 | Integer.parseInt(cdb[i], 16);
    }
    return lba;
  }

  /**
   * Aborts of one group whose delays ended in one scan run in reverse order of the scan, since a
   * timer-wheel bucket is emptied last in, first out. Asked of the simulator where the recording
   * shows it.
   */
  static List<Divergence> check(Trial trial) {
    List<Divergence> found = new ArrayList<>();
    for (Stream stream : trial.scenario().workload()) {
      if (isGroup(stream) && isReversed(stream, trial.recorded())
          && !isReversed(stream, trial.simulated())) {
        found.add(Divergence.plain(11, "threads of " + stream.label(),
            "aborts in reverse order of the timeout scan", "another order"));
      }
    }
    return found;
  }

  private static boolean isReversed(Stream stream, Observed side) {
    List<String> scanned = firsts(stream, side, "scsi_timeout");
    List<String> aborted = firsts(stream, side, "scmd_eh_abort_handler");
    return aborted.size() > 1 && aborted.reversed().equals(scanned);
  }

  private static List<String> firsts(Stream stream, Observed side, String landmark) {
    Set<String> ios = new LinkedHashSet<>();
    for (Landmark each : side.landmarks()) {
      if (each.name().equals(landmark) && isThreadOf(stream, each.io())) {
        ios.add(each.io());
      }
    }
    return List.copyOf(ios);
  }

  private static boolean isThreadOf(Stream stream, String io) {
    return io.equals(stream.label()) || io.startsWith(stream.label() + ".")
        || io.startsWith(stream.label() + "#");
  }
}
