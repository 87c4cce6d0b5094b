package unjam.analysis;

import java.util.BitSet;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/**
 * Events that repeat what is known: a request that waits at a gate is offered again and again, and
 * turned away again and again. The first refusal is news, the others are not.
 */
public final class Polls {

  private Polls() {}

  /** The seqs of all such events. */
  public static BitSet of(Trace trace, CommandEvents commands) {
    BitSet polls = new BitSet(trace.size());
    boolean[] waiting = new boolean[trace.commands()];
    for (int seq = 0; seq < trace.size(); seq++) {
      int command = trace.cmd(seq);
      if (command < 0) {
        continue;
      }
      if (waiting[command] && isRefusal(trace, commands, seq)) {
        polls.set(seq);
      }
      Fact fact = trace.fact(seq);
      if (fact instanceof BlockFact.Requeued requeued && requeued.refused()) {
        waiting[command] = true;
      } else if (fact instanceof BlockFact.RequestStarted) {
        waiting[command] = false;
      }
    }
    return polls;
  }

  private static boolean isRefusal(Trace trace, CommandEvents commands, int seq) {
    Fact fact = trace.fact(seq);
    if (fact instanceof BlockFact.Refused
        || fact instanceof BlockFact.Requeued requeued && requeued.refused()) {
      return true;
    }
    if (trace.function(seq) != KernelFunction.SCSI_QUEUE_RQ || !(fact instanceof CallFact)) {
      return false;
    }
    int next = commands.after(trace.cmd(seq), seq);
    return next >= 0 && isRefusal(trace, commands, next);
  }
}
