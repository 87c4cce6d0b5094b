package unjam.analysis;

import static unjam.analysis.Invariant.A_CLAIMED_COMMAND_IS_NOT_COMPLETED;
import static unjam.analysis.Invariant.A_REQUEST_ENDS_ONCE;
import static unjam.analysis.Invariant.NOTHING_AFTER_THE_END;
import static unjam.analysis.Invariant.NO_TIMEOUT_BEFORE_ITS_TIME;
import static unjam.analysis.Invariant.ONE_ABORT_PER_PREPARATION;
import static unjam.analysis.Invariant.RETRIES_NEVER_DECREASE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.FactFields;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** The life of every single command. */
final class CommandWatch extends Watch {

  /** What the mid-layer's end of a request runs through (scsi_lib.c: scsi_end_request). */
  private static final Set<KernelFunction> WITHIN_THE_END =
      EnumSet.of(KernelFunction.BLK_UPDATE_REQUEST, KernelFunction.BIO_ENDIO);

  /** The events at which something began to hold for a command; -1 while it does not. */
  private final int[] ended;

  private final int[] claimed;
  private final int[] abortTried;
  private final int[] started;
  private final int[] counted;

  private final int[] retries;
  private final long[] deadline;

  CommandWatch(Tally tally, Trace trace) {
    super(tally);
    ended = nowhere(trace);
    claimed = nowhere(trace);
    abortTried = nowhere(trace);
    started = nowhere(trace);
    counted = nowhere(trace);
    retries = new int[trace.commands()];
    deadline = new long[trace.commands()];
  }

  private static int[] nowhere(Trace trace) {
    int[] seqs = new int[trace.commands()];
    Arrays.fill(seqs, BY_ITSELF);
    return seqs;
  }

  @Override
  void see(TraceEvent event) {
    if (event.cmd() < 0 || event.cmd() >= retries.length) {
      return;
    }
    int cmd = event.cmd();
    if (ended[cmd] >= 0) {
      require(
          mayFollow(event), NOTHING_AFTER_THE_END, event, ended[cmd],
          () -> cmd(event) + " has ended, and now " + FactFields.name(event.fact()));
    }
    Fact fact = event.fact();
    if (fact instanceof BlockFact block) {
      see(event, cmd, block);
    } else if (fact instanceof MidLayerFact path) {
      see(event, cmd, path);
    } else if (fact instanceof TimeoutFact timeout) {
      see(event, cmd, timeout);
    } else if (fact instanceof EhFact.EhAdded(var count)) {
      claimed[cmd] = event.seq();
      counted(event, cmd, count);
    }
  }

  /**
   * Answers that come too late, what the kernel prints, calls from within the end itself, and
   * another machine that knows nothing of the end.
   */
  private static boolean mayFollow(TraceEvent event) {
    Fact fact = event.fact();
    return fact instanceof CallFact.Returned
        || fact instanceof MachineFact.Printed
        || fact instanceof MidLayerFact.DriverRan
        || fact instanceof MidLayerFact.Done
        || fact instanceof MidLayerFact.LateCompletionDropped
        || fact instanceof TargetFact
        || fact instanceof AboveFact
        || fact instanceof CallFact.Entered && WITHIN_THE_END.contains(event.function());
  }

  private void see(TraceEvent event, int cmd, BlockFact fact) {
    if (fact instanceof BlockFact.RequestEnded end && end.last()) {
      require(
          ended[cmd] < 0, A_REQUEST_ENDS_ONCE, event, ended[cmd],
          () -> cmd(event) + " ends again");
      ended[cmd] = event.seq();
    } else if (fact instanceof BlockFact.RequestAborted aborted) {
      deadline[cmd] = aborted.deadline();
      started[cmd] = event.seq();
    } else if (fact instanceof BlockFact.RequestStarted start) {
      deadline[cmd] = start.deadline();
      started[cmd] = event.seq();
      claimed[cmd] = BY_ITSELF;
    }
  }

  private void see(TraceEvent event, int cmd, MidLayerFact fact) {
    if (fact instanceof MidLayerFact.Prepared) {
      abortTried[cmd] = BY_ITSELF;
    } else if (fact instanceof MidLayerFact.Completed) {
      require(
          claimed[cmd] < 0, A_CLAIMED_COMMAND_IS_NOT_COMPLETED, event, claimed[cmd],
          () -> cmd(event) + " completes although its timeout has claimed it");
    } else if (fact instanceof MidLayerFact.Finished finished) {
      counted(event, cmd, finished.retries());
    } else if (fact instanceof MidLayerFact.QueueInserted inserted) {
      counted(event, cmd, inserted.retries());
      claimed[cmd] = BY_ITSELF;
    }
  }

  private void see(TraceEvent event, int cmd, TimeoutFact fact) {
    switch (fact) {
      case TimeoutFact.TimedOut timedOut -> {
        counted(event, cmd, timedOut.retries());
        require(
            event.nanos() >= deadline[cmd], NO_TIMEOUT_BEFORE_ITS_TIME, event, started[cmd],
            () ->
                cmd(event) + " is timed out at " + event.nanos() + " ns, its deadline is "
                    + deadline[cmd] + " ns");
      }
      case TimeoutFact.AbortScheduled scheduled -> {
        require(
            abortTried[cmd] < 0, ONE_ABORT_PER_PREPARATION, event, abortTried[cmd],
            () -> cmd(event) + " is to be aborted once more");
        abortTried[cmd] = event.seq();
        claimed[cmd] = event.seq();
      }
      case TimeoutFact.DriverAsked asked -> { }
      case TimeoutFact.AbortWorkQueued queued -> { }
      case TimeoutFact.AbortRan ran -> counted(event, cmd, ran.retries());
    }
  }

  private void counted(TraceEvent event, int cmd, int count) {
    require(
        count >= retries[cmd], RETRIES_NEVER_DECREASE, event, counted[cmd],
        () -> cmd(event) + " counts " + count + " retries after " + retries[cmd]);
    retries[cmd] = count;
    counted[cmd] = event.seq();
  }
}
