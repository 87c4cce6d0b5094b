package unjam.playback;

import java.util.List;
import unjam.projection.CommandState;
import unjam.scsi.BlkStatus;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

/**
 * A kind of event to run to. Whether an event is of the kind stands in its own columns and those of
 * its neighbour, so a search reads a million events without making an object for any.
 */
public sealed interface Breakpoint {

  /** A function is entered; its return and what it says on the way are no news. */
  record InFunction(KernelFunction function) implements Breakpoint {
    @Override
    public boolean hits(Trace trace, int seq) {
      return trace.function(seq) == function
          && !(trace.fact(seq) instanceof CallFact.Returned)
          && !goesOn(trace, seq);
    }

    /** The event before has already said that it was entered. */
    private boolean goesOn(Trace trace, int seq) {
      return seq > 0
          && trace.function(seq - 1) == function
          && trace.cmd(seq - 1) == trace.cmd(seq)
          && trace.fact(seq - 1) instanceof CallFact.Entered
          && !(trace.fact(seq) instanceof CallFact.Entered);
    }
  }

  /**
   * A command gets into a state.
   *
   * @param state any but {@link CommandState#SLOW}, which comes with time and without an event
   */
  record CommandBecomes(CommandState state) implements Breakpoint {
    public CommandBecomes {
      if (state == CommandState.SLOW) {
        throw new IllegalArgumentException("a command gets slow without any event");
      }
    }

    @Override
    public boolean hits(Trace trace, int seq) {
      Fact fact = trace.fact(seq);
      return switch (state) {
        case QUEUED -> fact instanceof BlockFact.RequestAllocated;
        case IN_FLIGHT -> fact instanceof BlockFact.RequestStarted;
        case SLOW -> false;
        case TIMED_OUT ->
            fact instanceof TimeoutFact.TimedOut timedOut
                && timedOut.answer() == TimerReturn.BLK_EH_DONE;
        case ABORTING -> fact instanceof TimeoutFact.AbortWorkQueued;
        case ON_EH_LIST -> fact instanceof EhFact.EhAdded;
        case REQUEUED ->
            fact instanceof MidLayerFact.QueueInserted
                || fact instanceof MidLayerFact.RequeuedForPrep;
        case DONE -> fact instanceof BlockFact.RequestEnded ended && ends(ended, false);
        case FAILED -> fact instanceof BlockFact.RequestEnded ended && ends(ended, true);
      };
    }

    private static boolean ends(BlockFact.RequestEnded ended, boolean badly) {
      return ended.last() && badly == (ended.error() != BlkStatus.OK);
    }
  }

  /** A host gets into a state from another one. */
  record HostBecomes(ShostState state) implements Breakpoint {
    @Override
    public boolean hits(Trace trace, int seq) {
      return trace.fact(seq) instanceof MachineFact.HostStateSet set
          && set.next() == state
          && set.old() != state;
    }
  }

  /** A device gets into a state from another one. */
  record DeviceBecomes(SdevState state) implements Breakpoint {
    @Override
    public boolean hits(Trace trace, int seq) {
      return trace.fact(seq) instanceof MachineFact.DeviceStateSet set
          && set.legal()
          && set.next() == state
          && set.old() != state;
    }
  }

  /**
   * Anything happens to a device or to a command of it.
   *
   * @param device its index
   */
  record OnDevice(int device) implements Breakpoint {
    @Override
    public boolean hits(Trace trace, int seq) {
      return trace.device(seq) == device;
    }
  }

  /** A fact of this type is noted. */
  record OfFact(Class<? extends Fact> fact) implements Breakpoint {
    @Override
    public boolean hits(Trace trace, int seq) {
      return trace.fact(seq).getClass() == fact;
    }
  }

  /** Whether the event is of the kind. */
  boolean hits(Trace trace, int seq);

  /**
   * The first event that any of them waits for, or -1.
   *
   * @param from the first event that is looked at
   * @param to the last one
   */
  static int first(List<Breakpoint> any, Trace trace, int from, int to) {
    for (int seq = from; seq <= to; seq++) {
      if (isHit(any, trace, seq)) {
        return seq;
      }
    }
    return -1;
  }

  /**
   * The last event that any of them waits for, or -1.
   *
   * @param from the first event that is looked at
   * @param to the last one
   */
  static int last(List<Breakpoint> any, Trace trace, int from, int to) {
    for (int seq = to; seq >= from; seq--) {
      if (isHit(any, trace, seq)) {
        return seq;
      }
    }
    return -1;
  }

  /** Whether any of them waits for an event. */
  static boolean isHit(List<Breakpoint> any, Trace trace, int seq) {
    for (int i = 0; i < any.size(); i++) {
      if (any.get(i).hits(trace, seq)) {
        return true;
      }
    }
    return false;
  }
}
