package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import unjam.analysis.CommandEvents;
import unjam.analysis.EhPass;
import unjam.analysis.Troubled;
import unjam.app.OpenRun;

/** When something was wrong: some command had a story, or a host stood still. Read once. */
final class TroubledTimes {

  private record Interval(long from, long to) {}

  private final BitSet commands;
  private final List<Interval> intervals;

  private TroubledTimes(BitSet commands, List<Interval> intervals) {
    this.commands = commands;
    this.intervals = intervals;
  }

  static TroubledTimes of(OpenRun run) {
    boolean[] troubled = Troubled.commands(run.trace());
    BitSet commands = new BitSet(troubled.length);
    List<Interval> found = new ArrayList<>();
    CommandEvents events = run.commands();
    for (int command = 0; command < troubled.length; command++) {
      if (troubled[command] && events.count(command) > 0) {
        commands.set(command);
        found.add(
            new Interval(
                run.trace().nanos(events.seq(command, 0)),
                run.trace().nanos(events.seq(command, events.count(command) - 1))));
      }
    }
    for (EhPass pass : run.passes().all()) {
      found.add(new Interval(pass.shut(), pass.open()));
    }
    return new TroubledTimes(commands, joined(found));
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

  /** Whether a command has a story. */
  boolean is(int command) {
    return command >= 0 && commands.get(command);
  }

  /** Whether something was wrong at any instant between these two. */
  boolean during(long from, long to) {
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
