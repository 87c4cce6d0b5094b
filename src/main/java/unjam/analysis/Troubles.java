package unjam.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;

/** When something was wrong: a command had a story, or a host stood still. Built once. */
public final class Troubles {

  private record Interval(long from, long to) {}

  private final int[] since;
  private final List<Interval> intervals;
  private final TreeMap<Integer, List<Long>> lateAnswers = new TreeMap<>();

  private Troubles(int[] since, List<Interval> intervals) {
    this.since = since;
    this.intervals = intervals;
  }

  /** Reads a trace. */
  public static Troubles of(Trace trace, CommandEvents commands, EhPasses passes) {
    int[] since = Troubled.since(trace);
    List<Interval> found = new ArrayList<>();
    for (int command = 0; command < since.length; command++) {
      int count = commands.count(command);
      if (since[command] >= 0 && count > 0) {
        found.add(
            new Interval(
                trace.nanos(commands.seq(command, 0)),
                trace.nanos(commands.seq(command, count - 1))));
      }
    }
    passes.all().forEach(each -> found.add(new Interval(each.shut(), each.open())));
    Troubles troubles = new Troubles(since, joined(found));
    troubles.lateAnswers(trace, commands);
    return troubles;
  }

  private static List<Interval> joined(List<Interval> all) {
    all.sort(Comparator.comparingLong(Interval::from));
    List<Interval> joined = new ArrayList<>();
    for (Interval each : all) {
      if (!joined.isEmpty() && joined.getLast().to() >= each.from()) {
        Interval last = joined.removeLast();
        joined.add(new Interval(last.from(), Math.max(last.to(), each.to())));
      } else {
        joined.add(each);
      }
    }
    return joined;
  }

  /** Only commands in trouble have an answer that comes too late. */
  private void lateAnswers(Trace trace, CommandEvents commands) {
    for (int command = 0; command < since.length; command++) {
      for (int n = 0; since[command] >= 0 && n < commands.count(command); n++) {
        int seq = commands.seq(command, n);
        if (trace.fact(seq) instanceof MidLayerFact.LateCompletionDropped) {
          lateAnswers
              .computeIfAbsent(command, each -> new ArrayList<>())
              .add(trace.nanos(seq));
        }
      }
    }
  }

  /** Whether a command has a story: it did not simply go down, come up and end well. */
  public boolean has(int command) {
    return command >= 0 && command < since.length && since[command] >= 0;
  }

  /** Instants of answers to a command that came too late and were dropped, in nanoseconds. */
  public List<Long> lateAnswers(int command) {
    return List.copyOf(lateAnswers.getOrDefault(command, List.of()));
  }

  /** Whether something was wrong at any instant between these two. */
  public boolean during(long from, long to) {
    int low = 0;
    int high = intervals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (intervals.get(middle).to() <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < intervals.size() && intervals.get(low).from() < to;
  }
}
