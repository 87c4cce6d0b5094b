package unjam.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unjam.analysis.Chapter.Kind;
import unjam.engine.SimTime;
import unjam.trace.BlockFact;
import unjam.trace.Trace;

/**
 * Divides a run into chapters: marks begin them, and when the last command in trouble is done it is
 * quiet again.
 */
public final class Chapters {

  /** A shorter pause between two troubles is no quiet. */
  private static final long SHORTEST_QUIET = SimTime.NANOS_PER_SECOND;

  /**
   * So long after the last event of a trouble it is quiet; and what goes before a trouble by less
   * from the start belongs to it.
   */
  private static final long MARGIN = SimTime.NANOS_PER_MILLI;

  private final Trace trace;
  private final CommandEvents commands;
  private final List<Chapter> begun = new ArrayList<>();

  private Chapters(Trace trace, CommandEvents commands) {
    this.trace = trace;
    this.commands = commands;
  }

  /** All chapters in order, without a gap. */
  public static List<Chapter> of(
      Trace trace, MarkIndex marks, EhPasses passes, CommandEvents commands) {
    Chapters chapters = new Chapters(trace, commands);
    chapters.begin(Kind.QUIET, 0, -1, -1);
    chapters.troubles(passes);
    marks.all().forEach(chapters::mark);
    return chapters.divided();
  }

  private void begin(Kind kind, long from, int host, int device) {
    begun.add(new Chapter(kind, from, trace.endNanos(), host, device, false));
  }

  /** From an event on, until an instant, something is wrong. */
  private record Trouble(int seq, long until) {}

  /** The stretches in which something is wrong, and the quiet after each. */
  private void troubles(EhPasses passes) {
    long over = Long.MIN_VALUE;
    for (Trouble trouble : allTroubles(passes)) {
      long from = trace.nanos(trouble.seq());
      if (over == Long.MIN_VALUE || from - over > SHORTEST_QUIET) {
        quietAfter(over);
        begin(Kind.COMPLAINT, from, -1, trace.device(trouble.seq()));
      }
      over = Math.max(over, trouble.until());
    }
    if (trace.endNanos() - over > SHORTEST_QUIET) {
      quietAfter(over);
    }
  }

  private List<Trouble> allTroubles(EhPasses passes) {
    List<Trouble> all = new ArrayList<>();
    int[] since = Troubled.since(trace);
    for (int command = 0; command < since.length; command++) {
      if (since[command] >= 0) {
        int last = commands.seq(command, commands.count(command) - 1);
        all.add(new Trouble(since[command], trace.nanos(last)));
      }
    }
    passes.all().forEach(each -> all.add(new Trouble(each.shutSeq(), each.open())));
    all.sort(Comparator.comparingInt(Trouble::seq));
    return all;
  }

  private void quietAfter(long over) {
    if (over != Long.MIN_VALUE) {
      begin(Kind.QUIET, over + MARGIN, -1, -1);
    }
  }

  private void mark(Mark mark) {
    switch (mark.kind()) {
      case TIMEOUT -> {
        begin(Kind.SILENCE, sent(mark), -1, mark.device());
        begin(Kind.TIMEOUT, mark.nanos(), -1, mark.device());
      }
      case ABORT -> begin(Kind.ABORT, mark.nanos(), -1, mark.device());
      case HOST_STOPPED -> begin(Kind.RECOVERY, mark.nanos(), mark.host(), -1);
      case RESTART -> begin(Kind.RESTART, mark.nanos(), mark.host(), -1);
      case FAULT_BEGAN, FAULT_ENDED, KNOB_SET, EH_WOKEN, START_UNIT, LUN_RESET, TARGET_RESET,
          BUS_RESET, HOST_RESET, NOT_READY, OFFLINE, ERROR_TOLD, GIVEN_UP, ELSEWHERE, MARKED_DOWN,
          CAME_LATE, ARRAY_FROZEN, ARRAY_THAWED, REINSTATED, HELD, READ_ONLY -> { }
    }
  }

  /** When the command that has timed out was last sent. */
  private long sent(Mark timeout) {
    int seq = commands.lastUntil(timeout.command(), timeout.seq());
    while (seq >= 0 && !(trace.fact(seq) instanceof BlockFact.RequestStarted)) {
      seq = commands.lastUntil(timeout.command(), seq - 1);
    }
    return seq < 0 ? timeout.nanos() : trace.nanos(seq);
  }

  private List<Chapter> divided() {
    begun.sort(
        Comparator.comparingLong(Chapter::from).thenComparing(each -> each.kind().ordinal()));
    List<Chapter> all = new ArrayList<>();
    for (Chapter next : begun) {
      Chapter before = all.isEmpty() ? next : all.getLast();
      if (next.kind() == Kind.SILENCE && saysMore(before.kind())) {
        continue;
      }
      if (!all.isEmpty() && isNothing(before, next)) {
        all.removeLast();
        next = next.since(before.from());
      } else if (!all.isEmpty()) {
        all.set(all.size() - 1, before.until(next.from()));
      }
      boolean same = !all.isEmpty() && all.getLast().kind() == next.kind();
      if (same && isOne(all.getLast(), next)) {
        all.set(all.size() - 1, all.getLast().and(next));
      } else {
        all.add(next);
      }
    }
    return List.copyOf(all);
  }

  /** What takes no time, and what goes before a trouble from the start, is no chapter. */
  private static boolean isNothing(Chapter before, Chapter next) {
    long length = next.from() - before.from();
    return length == 0 || before.from() == 0 && before.kind() == Kind.QUIET && length < MARGIN;
  }

  /** While one is timed out or recovered, that another is silent is no chapter of its own. */
  private static boolean saysMore(Kind kind) {
    return switch (kind) {
      case TIMEOUT, RECOVERY -> true;
      case QUIET, SILENCE, COMPLAINT, ABORT, RESTART -> false;
    };
  }

  /** Two hosts that recover are two chapters; disks that time out together are one. */
  private static boolean isOne(Chapter one, Chapter next) {
    return one.host() == next.host();
  }
}
