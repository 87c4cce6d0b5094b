package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import unjam.trace.BlockFact.RequestStarted;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/**
 * Deadlines that passed unseen: a request's time is up, and the timer that looks at its queue comes
 * later (block/blk-timeout.c: blk_add_timer). No event marks such an instant, because nothing in
 * the kernel happens at it.
 */
public final class MissedDeadlines {

  /**
   * A request that is overdue.
   *
   * @param command id of its command
   * @param startSeq where its timer started
   * @param deadline instant at which its time is up, in nanoseconds
   * @param seenSeq the event in which the kernel noticed
   */
  public record Missed(int command, int startSeq, long deadline, int seenSeq) {}

  private MissedDeadlines() {}

  /** All of them, in the order in which they were noticed. */
  public static List<Missed> of(Trace trace) {
    List<Missed> found = new ArrayList<>();
    int[] started = new int[trace.commands()];
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.cmd(seq) < 0) {
        continue;
      }
      if (trace.fact(seq) instanceof RequestStarted) {
        started[trace.cmd(seq)] = seq;
      } else if (trace.fact(seq) instanceof TimeoutFact.TimedOut
          && trace.fact(started[trace.cmd(seq)]) instanceof RequestStarted start
          && start.deadline() < trace.nanos(seq)) {
        found.add(
            new Missed(trace.cmd(seq), started[trace.cmd(seq)], start.deadline(), seq));
      }
    }
    return List.copyOf(found);
  }
}
