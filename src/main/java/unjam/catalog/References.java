package unjam.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import unjam.scenario.Stream;
import unjam.scenario.When;

/** The names in a scenario: each given once, each one used exists, and none waits for itself. */
final class References {

  /** A name where something else refers to it. */
  private record Mention(String name, Place at) {}

  /** A stream with the streams whose end it waits for. */
  private record Waiting(Place at, List<String> waitsFor) {}

  private static final int MOST_SHOWN = 10;
  private static final int MOST_FAULTS = 1_000;

  private final Problems problems;
  private final Map<String, Waiting> streams = new LinkedHashMap<>();
  private final Map<String, Place> faults = new TreeMap<>();
  private final Map<String, Place> soundFaults = new TreeMap<>();
  private final List<Mention> mentionedStreams = new ArrayList<>();
  private final List<Mention> mentionedFaults = new ArrayList<>();

  References(Problems problems) {
    this.problems = problems;
  }

  /**
   * A stream is defined here.
   *
   * @param startedAt when an intervention starts it, empty if it is there from the beginning
   */
  void stream(Stream stream, Optional<When> startedAt, Tree where) {
    List<String> waitsFor = new ArrayList<>();
    addStream(stream.start(), waitsFor);
    startedAt.ifPresent(when -> addStream(when, waitsFor));
    Place at = placeOf("label", where);
    Waiting first = streams.putIfAbsent(stream.label(), new Waiting(at, waitsFor));
    if (first != null && !stream.label().equals("?")) {
      twice(at, "stream labelled " + stream.label(), first.at());
    }
  }

  /**
   * A fault is defined here.
   *
   * @param sound whether it was read without a problem
   */
  void fault(String id, Tree where, boolean sound) {
    Place at = placeOf("id", where);
    if (faults.size() == MOST_FAULTS) {
      problems.add(at, "a scenario has at most " + MOST_FAULTS + " faults");
      return;
    }
    Place first = faults.putIfAbsent(id, at);
    if (first != null && !id.equals("?")) {
      twice(at, "fault with the id " + id, first);
    } else if (sound) {
      soundFaults.put(id, at);
    }
  }

  /** Where each fault is defined that was read without a problem, by its id. */
  Map<String, Place> soundFaults() {
    return soundFaults;
  }

  void mentionStream(String label, Place at) {
    mentionedStreams.add(new Mention(label, at));
  }

  void mentionFault(String id, Place at) {
    mentionedFaults.add(new Mention(id, at));
  }

  /** All names are known now. */
  void check(List<WhenReader.Mention> instants) {
    instants.forEach(each -> mentionStream(each.stream(), each.at()));
    for (Mention each : mentionedStreams) {
      checkExists(each, "stream", "streams", streams.keySet());
    }
    for (Mention each : mentionedFaults) {
      checkExists(each, "fault", "faults", faults.keySet());
    }
    TreeSet<String> done = new TreeSet<>();
    streams.keySet().forEach(each -> checkCycles(each, done));
  }

  private void twice(Place at, String what, Place first) {
    problems.add(
        at,
        "there is a " + what + " already, in line " + first.line() + "; give this another name");
  }

  private void checkExists(
      Mention mention, String what, String whats, Set<String> known) {
    if (!known.contains(mention.name())) {
      problems.add(
          mention.at(),
          "there is no " + what + " " + Text.quoted(mention.name()) + "; "
              + Text.suggestion(mention.name(), known, whats));
    }
  }

  /** Follows what a stream waits for, without recursion: a chain may be as long as the file. */
  private void checkCycles(String start, TreeSet<String> done) {
    LinkedHashMap<String, Integer> path = new LinkedHashMap<>();
    path.put(start, 0);
    while (!path.isEmpty()) {
      Map.Entry<String, Integer> here = path.lastEntry();
      List<String> waitsFor = waitsFor(here.getKey(), done);
      if (here.getValue() == waitsFor.size()) {
        done.add(here.getKey());
        path.remove(here.getKey());
        continue;
      }
      String target = waitsFor.get(here.getValue());
      path.put(here.getKey(), here.getValue() + 1);
      if (path.containsKey(target)) {
        List<String> all = List.copyOf(path.keySet());
        reportCycle(all.subList(all.indexOf(target), all.size()));
      } else {
        path.put(target, 0);
      }
    }
  }

  private List<String> waitsFor(String stream, TreeSet<String> done) {
    Waiting waiting = streams.get(stream);
    return waiting == null || done.contains(stream) ? List.of() : waiting.waitsFor();
  }

  private void reportCycle(List<String> cycle) {
    String first = cycle.getFirst();
    Waiting where = Objects.requireNonNull(streams.get(first));
    String shown = String.join(" after ", cycle.subList(0, Math.min(MOST_SHOWN, cycle.size())));
    int rest = cycle.size() - MOST_SHOWN;
    problems.add(
        where.at(),
        "stream " + first + " can never start, it waits for itself: " + shown
            + (rest > 0 ? " after " + rest + " more" : "") + " after " + first);
  }

  private static void addStream(When when, List<String> waitsFor) {
    switch (when) {
      case When.AfterStream(String stream, var _) -> waitsFor.add(stream);
      case When.At _, When.AfterKernelMessage _ -> { }
    }
  }

  private static Place placeOf(String key, Tree where) {
    return where instanceof Tree.Mapping mapping
        ? mapping.get(key).map(Tree::at).orElse(where.at())
        : where.at();
  }
}
