package unjam.projection;

/** Where a command stands on its way through the stack. */
public enum Station {
  /** Ended; the application has not been told yet. */
  APPLICATION,
  /** Waits in the IO scheduler. */
  SCHEDULER,
  /** Was turned away by a gate and waits before the SCSI layer. */
  DISPATCH,
  /** In the mid-layer, on its way down. */
  MIDLAYER,
  /** The driver, the wire or the target has it. */
  DRIVER_AND_TARGET,
  /** The driver's interrupt hands it back. */
  IRQ,
  /** The mid-layer judges the answer. */
  SOFTIRQ,
  /** The mid-layer and the block layer finish it. */
  COMPLETION,
  /** On a requeue list: it will be sent again. */
  REQUEUED,
  /** Timed out; its abort waits for the delay or for the host's one worker. */
  ABORT_PENDING,
  /** The worker aborts it. */
  ABORTING,
  /** On the host's list of failed commands; the error handler has not begun with it. */
  EH_QUEUE,
  /** The error handler works on it. */
  EH_IN_HAND,
  /** The error handler is done with it; it waits for the end of the pass. */
  EH_DONE
}
