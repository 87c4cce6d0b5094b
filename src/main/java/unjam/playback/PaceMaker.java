package unjam.playback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import unjam.analysis.CommandEvents;
import unjam.analysis.MarkIndex;
import unjam.analysis.MissedDeadlines;
import unjam.analysis.Polls;
import unjam.analysis.Troubled;
import unjam.engine.SimTime;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.EhFact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.TargetFact;
import unjam.trace.Trace;

/**
 * Decides how long the automatic pace stays with what.
 *
 * <p>The story is told by few commands: the first one, which shows the path, and those that do not
 * simply end well. Their events get time on the wall, less each time the same function comes
 * again; the regular traffic of all others goes by as it falls. A silence takes time by its
 * logarithm, so that thirty seconds take only twice as long as thirty milliseconds.
 */
public final class PaceMaker {

  private static final double MS = SimTime.NANOS_PER_MILLI;

  /** What an event gets at least, so that an eye can follow. */
  private static final double SHORTEST = 80 * MS;

  /** What each tenfold of a gap adds. */
  private static final double PER_DECADE = 280 * MS;

  /** The decade that adds first. */
  private static final double UNIT = SimTime.NANOS_PER_MICRO;

  /** After an event the picture stands still for this simulated time before a silence begins. */
  private static final long STAND = 20 * SimTime.NANOS_PER_MICRO;

  private static final double STAND_SHOWN = 450 * MS;
  private static final double STAND_AT_MARK = 1_300 * MS;

  /** A silence of this length is glided over, in this time and so much more for each tenfold. */
  private static final long SHORTEST_GLIDE = 100 * SimTime.NANOS_PER_MILLI;

  private static final double GLIDE_SHOWN = 700 * MS;
  private static final double GLIDE_PER_DECADE = 500 * MS;

  /** How much of its time a function still gets, by how often it has been shown. */
  private static final double[] NOVELTY = {1, 1, 1, 0.7, 0.5, 0.4, 0.3};

  private static final double STALE = 0.15;
  private static final int STALE_AFTER = 24;

  /** So often shown, a function is regular traffic, whatever command it is about. */
  private static final int REGULAR_AFTER = 96;

  private final Trace trace;
  private final MarkIndex marks;
  private final boolean[] told;
  private final BitSet polls;
  private final int[] shown = new int[KernelFunction.values().length];
  private final List<Long> simulated = new ArrayList<>();
  private final List<Long> presented = new ArrayList<>();

  private PaceMaker(Trace trace, MarkIndex marks, boolean[] told, BitSet polls) {
    this.trace = trace;
    this.polls = polls;
    this.marks = marks;
    this.told = told;
  }

  /** The automatic pace of a trace. */
  public static PaceMap of(Trace trace, CommandEvents commands, MarkIndex marks) {
    boolean[] told = Troubled.commands(trace);
    if (told.length > 0) {
      told[0] = true;
    }
    return new PaceMaker(trace, marks, told, Polls.of(trace, commands)).map();
  }

  private PaceMap map() {
    TreeSet<Long> marked = new TreeSet<>();
    marks.all().forEach(each -> marked.add(each.nanos()));
    MissedDeadlines.of(trace).forEach(each -> marked.add(each.deadline()));
    corner(0, 0);
    long before = 0;
    for (int seq = 0; seq < trace.size(); seq++) {
      if (!matters(seq)) {
        continue;
      }
      double weight = novelty(trace.function(seq));
      for (Long between : List.copyOf(marked.subSet(before, false, trace.nanos(seq), false))) {
        go(before, between, marked.contains(before), 1);
        before = between;
      }
      go(before, trace.nanos(seq), marked.contains(before), weight);
      before = trace.nanos(seq);
    }
    go(before, trace.endNanos(), marked.contains(before), 1);
    long last = simulated.getLast();
    corner(last + STAND, presented.getLast() + (long) STAND_AT_MARK);
    return new PaceMap(array(simulated), array(presented), SHORTEST_GLIDE);
  }

  /** From one instant that matters to the next. */
  private void go(long from, long to, boolean atMark, double weight) {
    if (to <= from) {
      return;
    }
    double time = presented.getLast();
    long start = from;
    double stand = atMark ? STAND_AT_MARK : STAND_SHOWN;
    if (to - from > 2 * STAND) {
      time += stand * weight;
      start = from + STAND;
      corner(start, (long) time);
    } else if (atMark) {
      time += stand * weight;
    }
    if (to - start >= SHORTEST_GLIDE) {
      double tenfolds = StrictMath.log10((double) (to - start) / SHORTEST_GLIDE);
      corner(to, (long) (time + GLIDE_SHOWN + GLIDE_PER_DECADE * tenfolds));
      return;
    }
    double decades = StrictMath.log10(1 + (to - start) / UNIT);
    corner(to, (long) (time + weight * (SHORTEST + PER_DECADE * decades)));
  }

  private void corner(long nanos, long presentation) {
    simulated.add(nanos);
    presented.add(presentation);
  }

  private double novelty(KernelFunction function) {
    int times = shown[function.ordinal()]++;
    if (times < NOVELTY.length) {
      return NOVELTY[times];
    }
    return times < STALE_AFTER ? NOVELTY[NOVELTY.length - 1] : STALE;
  }

  private boolean matters(int seq) {
    if (shown[trace.function(seq).ordinal()] >= REGULAR_AFTER) {
      return false;
    }
    int command = trace.cmd(seq);
    if (command >= 0) {
      return told[command] && !polls.get(seq);
    }
    return switch (trace.fact(seq)) {
      case MachineFact fact -> trace.nanos(seq) > 0;
      case EhFact fact -> true;
      case IscsiFact fact -> true;
      case TargetFact fact -> trace.nanos(seq) > 0;
      case BlockFact.TimeoutScanned scanned -> scanned.expired() > 0;
      case IoFact.OpenWaits waits -> true;
      case IoFact.OpenFailed failed -> true;
      case AboveFact above -> true;
      default -> false;
    };
  }

  private static long[] array(List<Long> list) {
    long[] array = new long[list.size()];
    Arrays.setAll(array, list::get);
    return array;
  }
}
