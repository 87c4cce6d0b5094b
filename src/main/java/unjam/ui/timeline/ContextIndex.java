package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unjam.app.Frame;
import unjam.trace.ExecContext;
import unjam.trace.Trace;
import unjam.ui.control.Glyphs;

/**
 * When each execution context ran. The trace has instants, not spans of work: events of one context
 * that follow each other closely are one run of it. Read once.
 */
final class ContextIndex {

  /** A lane of contexts; the error-handler thread has one of its own. */
  enum Who {
    PROCESS("runner.user", Glyphs.Runner.PROCESS),
    HARD_IRQ("runner.hardirq", Glyphs.Runner.HARD_IRQ),
    SOFTIRQ("runner.softirq", Glyphs.Runner.SOFTIRQ),
    KBLOCKD("runner.kblockd", Glyphs.Runner.KWORKER),
    WORKER("runner.kworker", Glyphs.Runner.KWORKER),
    ABORTER("runner.abort-work", Glyphs.Runner.KWORKER);

    private final String key;
    private final Glyphs.Runner glyph;

    Who(String key, Glyphs.Runner glyph) {
      this.key = key;
      this.glyph = glyph;
    }

    Glyphs.Runner glyph() {
      return glyph;
    }

    /** Under which its name is found. */
    String key() {
      return key;
    }

    static int of(ExecContext context) {
      return switch (context.kind()) {
        case USER, SUBMITTER, ADMIN, ISCSID, MULTIPATHD -> PROCESS.ordinal();
        case HARDIRQ -> HARD_IRQ.ordinal();
        case SOFTIRQ -> SOFTIRQ.ordinal();
        case KBLOCKD -> KBLOCKD.ordinal();
        case MD_RAID1, JBD2 -> WORKER.ordinal();
        case KWORKER, CONN_CLEANUP, BLOCK_SESSION, UNBLOCK_SESSION, RECOVERY_TIMEOUT ->
            WORKER.ordinal();
        case ABORT_WORK -> ABORTER.ordinal();
        case SCSI_EH -> -1;
        // The other machine has processors of its own.
        case TARGET_RX, TARGET_TX, TARGET_LOGIN, TARGET_TMR -> -1;
      };
    }
  }

  /** When somebody ran. */
  record Run(long from, long to) {}

  private static final class Runs {
    private long[] from = new long[64];
    private long[] to = new long[64];
    private int size;

    void event(long nanos) {
      if (size > 0 && nanos - to[size - 1] <= Frame.RUNS_ON) {
        to[size - 1] = nanos;
        return;
      }
      if (size == from.length) {
        from = Arrays.copyOf(from, size * 2);
        to = Arrays.copyOf(to, size * 2);
      }
      from[size] = nanos;
      to[size++] = nanos;
    }

    /** The first run that ends at an instant or later. */
    int firstUntil(long nanos) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (to[middle] < nanos) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final List<Runs> lanes = new ArrayList<>();

  private ContextIndex() {
    for (Who who : Who.values()) {
      lanes.add(new Runs());
    }
  }

  static ContextIndex of(Trace trace) {
    ContextIndex index = new ContextIndex();
    for (int seq = 0; seq < trace.size(); seq++) {
      int who = Who.of(trace.context(seq));
      if (who >= 0) {
        index.lanes.get(who).event(trace.nanos(seq));
      }
    }
    return index;
  }

  /** Whether this one ever ran. */
  boolean has(Who who) {
    return lanes.get(who.ordinal()).size > 0;
  }

  /** How often it ran between two instants. */
  int count(Who who, long from, long to) {
    Runs runs = lanes.get(who.ordinal());
    return runs.firstUntil(to) - runs.firstUntil(from);
  }

  /** When it ran between two instants, in order. */
  List<Run> of(Who who, long from, long to) {
    Runs runs = lanes.get(who.ordinal());
    List<Run> found = new ArrayList<>();
    for (int i = runs.firstUntil(from); i < runs.size && runs.from[i] <= to; i++) {
      found.add(new Run(runs.from[i], runs.to[i]));
    }
    return found;
  }
}
