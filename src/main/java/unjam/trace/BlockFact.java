package unjam.trace;

import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;

/** The block layer's part: requests, queues, the timer of a queue. Spans in nanoseconds. */
public sealed interface BlockFact extends Fact {

  /**
   * A request exists for an IO.
   *
   * @param io index of the IO it serves, or -1 for the kernel's own commands
   * @param op what it asks
   * @param sector first 512-byte sector
   * @param bytes length
   * @param failFast what it does not want to be retried for
   * @param passthrough carries a ready-made CDB
   * @param admin sent by the kernel itself, for example to look at a device again
   */
  record RequestAllocated(
      int io, IoOp op, long sector, int bytes, FailFast failFast, boolean passthrough,
      boolean admin)
      implements BlockFact {}

  /** A gate turned the request away; it stays queued. */
  record Refused(Gate gate) implements BlockFact {}

  /** The request's own clock starts. */
  record RequestStarted(int tag, long timeoutNanos, long deadline) implements BlockFact {}

  /** The request is back on a queue, its tag free again. */
  record Requeued(boolean refused) implements BlockFact {}

  /** kblockd put requeued requests back and runs the queue. */
  record RequeueWorkRan(int requests) implements BlockFact {}

  /** The driver wants the request handled as late now, whatever its timeout says. */
  record RequestAborted(long deadline) implements BlockFact {}

  /** The queue will be run again after a pause. */
  record QueueRunDelayed(long nanos) implements BlockFact {}

  /**
   * The one timer of a request queue is set.
   *
   * @param inNanos as asked for
   * @param slackNanos what the timer wheel adds
   * @param expiresAt instant at which it will fire
   */
  record TimerArmed(long inNanos, long slackNanos, long expiresAt) implements BlockFact {}

  /** The queue's timer fired. */
  record TimerFired() implements BlockFact {
    public static final TimerFired INSTANCE = new TimerFired();
  }

  /** All requests in flight were looked at; so many are past their deadline. */
  record TimeoutScanned(int expired) implements BlockFact {}

  /** The block layer was told of so many bytes with this status; {@code last}: nothing is left. */
  record RequestEnded(BlkStatus error, int bytes, boolean last) implements BlockFact {}

  /**
   * What can keep a request from the driver (drivers/scsi/scsi_lib.c: scsi_queue_rq and its
   * callees).
   */
  enum Gate {
    NO_TAG,
    DEVICE_DEPTH,
    DEVICE_BLOCKED_COUNTER,
    DEVICE_STATE,
    HOST_IN_RECOVERY,
    HOST_BLOCKED_COUNTER,
    QUEUECOMMAND
  }
}
