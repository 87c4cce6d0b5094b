package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import unjam.analysis.Mark;
import unjam.app.OpenRun;
import unjam.engine.SimTime;
import unjam.playback.PaceMap;
import unjam.playback.PaceMap.Glide;
import unjam.projection.Span;
import unjam.projection.SpanKind;
import unjam.trace.Trace;

/**
 * A run cut into pages that are turned as the playhead goes on. On a page stand the stretches in
 * which something happens; a silence between two of them is torn out. What happens is what the
 * automatic pace takes its time for; regular traffic is shown where nothing else is going on. Read
 * once for a run.
 */
final class PageIndex {

  /** Stretches on a page, beside the one before it. */
  private static final int MOST = 6;

  /** Room on a page, in weights. */
  private static final double ROOM = 13;

  /** What stands on a page of the usual size. */
  private static final double WANTED = 10;

  private static final double OF_A_PAGE = 0.2;
  private static final double OF_A_BAD_CUT = 0.4;

  private static final double HEAVIEST = 5;
  /** What traffic wants for each command, and at most. */
  private static final double OF_A_COMMAND = 0.25;

  private static final double TRAFFIC = 12;

  /** A stretch that is shown for longer is cut. */
  private static final long LONGEST_SHOWN = 45 * SimTime.NANOS_PER_SECOND;

  private static final double CUT = 8;

  /** So light a stretch is drawn into a heavy one beside it. */
  private static final double LIGHT = 1.5;

  /** Pages of traffic are turned no faster. */
  private static final long SHORTEST_SHOWN = 600 * SimTime.NANOS_PER_MILLI;

  /** Commands on a page of traffic, if that does not turn pages too fast. */
  private static final int COMMANDS = 60;

  /** Two stretches this near to each other, in parts of their length, are one. */
  private static final double NEAR = 0.25;

  /** How many events of a stretch are looked at to see what it is about. */
  private static final int LOOKED_AT = 400;

  /** How many events a command that ends well has, roughly. */
  private static final int EVENTS_OF_A_COMMAND = 20;

  private static final long MILLI = SimTime.NANOS_PER_MILLI;

  /**
   * A stretch in which something happens.
   *
   * @param from its first instant
   * @param to its last instant
   * @param weight how much room it wants
   * @param fine it is about single functions, not about milliseconds
   * @param before nanoseconds in which nothing happens before it
   * @param after nanoseconds in which nothing happens after it
   */
  record Stretch(long from, long to, double weight, boolean fine, long before, long after) {

    long length() {
      return to - from;
    }

    Stretch between(long earlier, long later) {
      return new Stretch(from, to, weight, fine, earlier, later);
    }

    /** The same, only there so that one sees what came before. */
    Stretch asContext() {
      return new Stretch(from, to, 0.8, fine, before, after);
    }
  }

  /**
   * A page.
   *
   * @param stretches in order
   * @param until the last instant for which it is shown
   */
  record Page(List<Stretch> stretches, long until) {}

  private final OpenRun run;
  private final PaceMap map;
  private final Trace trace;
  private final List<Page> pages = new ArrayList<>();

  private PageIndex(OpenRun run) {
    this.run = run;
    map = run.pace();
    trace = run.trace();
  }

  static PageIndex of(OpenRun run) {
    PageIndex index = new PageIndex(run);
    index.cut(spaced(index.merged(index.stretches())));
    return index;
  }

  List<Page> pages() {
    return pages;
  }

  /** The page for an instant. */
  Page at(long nanos) {
    int low = 0;
    int high = pages.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pages.get(middle).until() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return pages.get(low);
  }

  private List<Stretch> stretches() {
    List<Stretch> found = new ArrayList<>();
    long from = 0;
    for (Glide glide : map.glides()) {
      events(from, glide.from(), found);
      traffic(glide, found);
      from = glide.to();
    }
    events(from, trace.endNanos(), found);
    return found;
  }

  private long shown(long from, long to) {
    return map.presentedAt(to) - map.presentedAt(from);
  }

  private void events(long from, long until, List<Stretch> found) {
    long to = Math.max(from, Math.min(until, trace.endNanos()));
    long shown = shown(from, to);
    if (shown <= LONGEST_SHOWN) {
      double weight = Math.min(HEAVIEST, 1 + shown / 3e9);
      found.add(new Stretch(from, to, weight, isFine(from, to), 0, 0));
      return;
    }
    long parts = Math.ceilDiv(shown, LONGEST_SHOWN);
    long start = map.presentedAt(from);
    for (int i = 0; i < parts; i++) {
      long begin = i == 0 ? from : map.simulatedAt(start + shown * i / parts);
      long end = i == parts - 1 ? to : map.simulatedAt(start + shown * (i + 1) / parts);
      if (end > begin) {
        found.add(new Stretch(begin, end, CUT, false, 0, 0));
      }
    }
  }

  /** Whether a command goes down and comes up again within less than a millisecond here. */
  private boolean isFine(long from, long to) {
    if (to - from > MILLI) {
      return false;
    }
    int last = Math.min(trace.seqAt(to), trace.seqAt(from - 1) + LOOKED_AT);
    for (int seq = trace.seqAt(from - 1) + 1; seq <= last; seq++) {
      for (Span span : run.timeline().spans().ofCommand(trace.cmd(seq))) {
        if (span.kind() == SpanKind.IN_FLIGHT && span.start() >= from && span.end() < to) {
          return true;
        }
      }
    }
    return false;
  }

  /** While nothing is stuck the regular traffic is all there is to see. */
  private void traffic(Glide glide, List<Stretch> found) {
    if (run.troubles().during(glide.from(), glide.to())) {
      return;
    }
    int first = nextOfCommand(trace.seqAt(glide.from()) + 1, trace.seqAt(glide.to() - 1), 1);
    int last = nextOfCommand(trace.seqAt(glide.to() - 1), trace.seqAt(glide.from()) + 1, -1);
    if (first < 0 || last <= first) {
      return;
    }
    long from = trace.nanos(first);
    long length = trace.nanos(last) - from;
    long commands = (last - first) / EVENTS_OF_A_COMMAND;
    long parts =
        Math.clamp(
            shown(glide.from(), glide.to()) / SHORTEST_SHOWN, 1,
            (int) Math.max(1, Math.ceilDiv(commands, COMMANDS)));
    double weight = Math.min(TRAFFIC, 1 + OF_A_COMMAND * commands / parts);
    for (long i = 0; i < parts; i++) {
      long begin = from + length / parts * i;
      long end = i == parts - 1 ? from + length : from + length / parts * (i + 1);
      found.add(new Stretch(begin, end, weight, false, 0, 0));
    }
  }

  private int nextOfCommand(int seq, int until, int step) {
    for (int at = seq; step > 0 ? at <= until : at >= until; at += step) {
      if (trace.cmd(at) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private List<Stretch> merged(List<Stretch> all) {
    List<Stretch> merged = new ArrayList<>();
    for (Stretch each : all) {
      if (!merged.isEmpty() && belongTogether(merged.getLast(), each)) {
        Stretch before = merged.removeLast();
        merged.add(
            new Stretch(
                before.from(), each.to(), Math.max(before.weight(), each.weight()) + 0.5,
                before.fine(), 0, 0));
      } else {
        merged.add(each);
      }
    }
    return merged;
  }

  /** Whether the pause between two is short beside them, so that one scale does for both. */
  private static boolean belongTogether(Stretch one, Stretch other) {
    long pause = other.from() - one.to();
    boolean near = pause > 0 && pause < NEAR * (one.length() + other.length());
    boolean light =
        one.weight() + other.weight() <= CUT || Math.min(one.weight(), other.weight()) <= LIGHT;
    return near && light && one.fine() == other.fine();
  }

  private static List<Stretch> spaced(List<Stretch> all) {
    List<Stretch> spaced = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Stretch each = all.get(i);
      long before = i == 0 ? each.from() : each.from() - all.get(i - 1).to();
      long after = i == all.size() - 1 ? Long.MAX_VALUE : all.get(i + 1).from() - each.to();
      spaced.add(each.between(before, after));
    }
    return spaced;
  }

  /**
   * The best way to cut: pages with about the same on each, which begin where a story turns. What
   * is best for all up to a stretch is found from what is best for all before it.
   */
  private void cut(List<Stretch> all) {
    double[] best = new double[all.size() + 1];
    int[] firstOfLast = new int[all.size() + 1];
    for (int end = 1; end <= all.size(); end++) {
      best[end] = Double.MAX_VALUE;
      double weight = 0;
      for (int first = end - 1; first >= Math.max(0, end - MOST); first--) {
        weight += all.get(first).weight();
        if (first < end - 1
            && (weight > ROOM || isMereChangeOfScale(all.get(first), all.get(first + 1)))) {
          break;
        }
        double cost = best[first] + cost(all.get(first), first, weight);
        if (cost < best[end]) {
          best[end] = cost;
          firstOfLast[end] = first;
        }
      }
    }
    for (int end = all.size(); end > 0; end = firstOfLast[end]) {
      pages.addFirst(page(all, firstOfLast[end], end - 1, end == all.size()));
    }
  }

  /** Whether almost nothing lies between two: one does not see a silence there. */
  private static boolean isMereChangeOfScale(Stretch one, Stretch other) {
    long pause = other.before();
    return pause > 0 && pause < Math.max(one.length(), other.length()) / 100;
  }

  private double cost(Stretch first, int number, double weight) {
    double off = (weight - WANTED) / WANTED;
    return OF_A_PAGE + off * off + (number == 0 || turns(first) ? 0 : OF_A_BAD_CUT);
  }

  /** Whether a story turns here: a command is given up on, or a host stops. */
  private boolean turns(Stretch stretch) {
    return run.marks()
        .firstAfter(
            stretch.from() - 1,
            mark -> mark.kind() == Mark.Kind.TIMEOUT || mark.kind() == Mark.Kind.HOST_STOPPED)
        .filter(mark -> mark.nanos() <= stretch.to())
        .isPresent();
  }

  private Page page(List<Stretch> all, int first, int last, boolean end) {
    List<Stretch> on = new ArrayList<>();
    if (first > 0
        && all.get(first).before() > 0
        && !isMereChangeOfScale(all.get(first - 1), all.get(first))) {
      on.add(all.get(first - 1).asContext());
    }
    on.addAll(all.subList(first, last + 1));
    return new Page(on, end ? Long.MAX_VALUE : all.get(last).to());
  }
}
