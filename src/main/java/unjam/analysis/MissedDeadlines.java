package unjam.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact.RequestAborted;
import unjam.trace.BlockFact.RequestStarted;
import unjam.trace.Fact;
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
   * @param startSeq where its timer started, first or again
   * @param deadline instant at which its time is up, in nanoseconds
   * @param seenSeq the event in which the kernel noticed
   */
  public record Missed(int command, int startSeq, long deadline, int seenSeq) {}

  private MissedDeadlines() {}

  /** All of them, in the order in which they were noticed. */
  public static List<Missed> of(Trace trace) {
    List<Missed> found = new ArrayList<>();
    int commands = trace.commands();
    int[] started = new int[commands];
    long[] deadline = new long[commands];
    long[] timeout = new long[commands];
    Arrays.fill(deadline, Long.MAX_VALUE);
    for (int seq = 0; seq < trace.size(); seq++) {
      int cmd = trace.cmd(seq);
      if (cmd < 0) {
        continue;
      }
      Fact fact = trace.fact(seq);
      if (fact instanceof RequestStarted start) {
        started[cmd] = seq;
        deadline[cmd] = start.deadline();
        timeout[cmd] = start.timeoutNanos();
      } else if (fact instanceof RequestAborted) {
        deadline[cmd] = Long.MAX_VALUE;
      } else if (fact instanceof TimeoutFact.TimedOut timedOut) {
        if (deadline[cmd] < trace.nanos(seq)) {
          found.add(new Missed(cmd, started[cmd], deadline[cmd], seq));
        }
        boolean again = timedOut.answer() == TimerReturn.BLK_EH_RESET_TIMER;
        started[cmd] = seq;
        deadline[cmd] = again ? trace.nanos(seq) + timeout[cmd] : Long.MAX_VALUE;
      }
    }
    return List.copyOf(found);
  }
}
