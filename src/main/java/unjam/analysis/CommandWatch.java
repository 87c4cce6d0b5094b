package unjam.analysis;

import static unjam.analysis.Invariant.A_CLAIMED_COMMAND_IS_NOT_COMPLETED;
import static unjam.analysis.Invariant.A_REQUEST_ENDS_ONCE;
import static unjam.analysis.Invariant.NOTHING_AFTER_THE_END;
import static unjam.analysis.Invariant.NO_TIMEOUT_BEFORE_ITS_TIME;
import static unjam.analysis.Invariant.ONE_ABORT_PER_PREPARATION;
import static unjam.analysis.Invariant.RETRIES_NEVER_DECREASE;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** The life of every single command. */
final class CommandWatch extends Watch {

  /** What the mid-layer's end of a request runs through (scsi_lib.c: scsi_end_request). */
  private static final Set<KernelFunction> WITHIN_THE_END =
      EnumSet.of(KernelFunction.BLK_UPDATE_REQUEST, KernelFunction.BIO_ENDIO);

  private final BitSet ended = new BitSet();
  private final BitSet claimed = new BitSet();
  private final BitSet abortTried = new BitSet();
  private final int[] retries;
  private final long[] deadline;

  CommandWatch(List<Violation> violations, Trace trace) {
    super(violations);
    retries = new int[trace.commands()];
    deadline = new long[trace.commands()];
  }

  @Override
  void see(TraceEvent event) {
    if (event.cmd() < 0 || event.cmd() >= retries.length) {
      return;
    }
    int cmd = event.cmd();
    require(
        !ended.get(cmd) || mayFollow(event), NOTHING_AFTER_THE_END, event,
        cmd(event) + " has ended, and now " + event.fact());
    Fact fact = event.fact();
    if (fact instanceof BlockFact block) {
      see(event, cmd, block);
    } else if (fact instanceof MidLayerFact path) {
      see(event, cmd, path);
    } else if (fact instanceof TimeoutFact timeout) {
      see(event, cmd, timeout);
    } else if (fact instanceof EhFact.EhAdded(var count)) {
      claimed.set(cmd);
      counted(event, cmd, count);
    }
  }

  /** Answers that come too late, what the kernel prints, and calls from within the end itself. */
  private static boolean mayFollow(TraceEvent event) {
    Fact fact = event.fact();
    return fact instanceof CallFact.Returned
        || fact instanceof MachineFact.Printed
        || fact instanceof MidLayerFact.DriverRan
        || fact instanceof MidLayerFact.Done
        || fact instanceof MidLayerFact.LateCompletionDropped
        || fact instanceof CallFact.Entered && WITHIN_THE_END.contains(event.function());
  }

  private void see(TraceEvent event, int cmd, BlockFact fact) {
    if (fact instanceof BlockFact.RequestEnded end && end.last()) {
      require(!ended.get(cmd), A_REQUEST_ENDS_ONCE, event, cmd(event) + " ends again");
      ended.set(cmd);
    } else if (fact instanceof BlockFact.RequestStarted started) {
      deadline[cmd] = started.deadline();
      claimed.clear(cmd);
    }
  }

  private void see(TraceEvent event, int cmd, MidLayerFact fact) {
    if (fact instanceof MidLayerFact.Prepared) {
      abortTried.clear(cmd);
    } else if (fact instanceof MidLayerFact.Completed) {
      require(
          !claimed.get(cmd), A_CLAIMED_COMMAND_IS_NOT_COMPLETED, event,
          cmd(event) + " completes although its timeout has claimed it");
    } else if (fact instanceof MidLayerFact.Finished finished) {
      counted(event, cmd, finished.retries());
    } else if (fact instanceof MidLayerFact.QueueInserted inserted) {
      counted(event, cmd, inserted.retries());
      claimed.clear(cmd);
    }
  }

  private void see(TraceEvent event, int cmd, TimeoutFact fact) {
    switch (fact) {
      case TimeoutFact.TimedOut timedOut -> {
        counted(event, cmd, timedOut.retries());
        require(
            event.nanos() >= deadline[cmd], NO_TIMEOUT_BEFORE_ITS_TIME, event,
            cmd(event) + " is timed out at " + event.nanos() + " ns, its deadline is "
                + deadline[cmd] + " ns");
      }
      case TimeoutFact.AbortScheduled scheduled -> {
        require(
            !abortTried.get(cmd), ONE_ABORT_PER_PREPARATION, event,
            cmd(event) + " is to be aborted once more");
        abortTried.set(cmd);
        claimed.set(cmd);
      }
      case TimeoutFact.AbortWorkQueued queued -> { }
      case TimeoutFact.AbortRan ran -> counted(event, cmd, ran.retries());
    }
  }

  private void counted(TraceEvent event, int cmd, int count) {
    require(
        count >= retries[cmd], RETRIES_NEVER_DECREASE, event,
        cmd(event) + " counts " + count + " retries after " + retries[cmd]);
    retries[cmd] = count;
  }
}
