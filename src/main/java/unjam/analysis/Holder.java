package unjam.analysis;

import unjam.trace.ExecContext;

/** Who or what can have a command. */
public enum Holder {
  /** The process that wants it, in the kernel. */
  PROCESS,
  /** kblockd's worker. */
  KBLOCKD,
  KWORKER,
  HARD_IRQ,
  SOFTIRQ,
  /** The host's one worker for aborts; it sleeps while the driver waits for an answer. */
  ABORT_WORKER,
  /** The host's error-handler thread; it sleeps while it waits for an answer. */
  ERROR_HANDLER,
  /** The driver, the wire and the target. */
  DISK,
  /** A queue of the block layer, before it was ever sent. */
  SCHEDULER,
  /** Nobody: something turned it away, and it waits to be asked for again. */
  GATE,
  /** A queue of the block layer, to be sent again. */
  REQUEUE_LIST,
  /** Nobody: its abort waits for a delay, then for the worker. */
  ABORT_QUEUE,
  /** The host's list of failed commands, before the thread has begun. */
  EH_QUEUE;

  /** Whose code runs in a context. */
  public static Holder of(ExecContext context) {
    return switch (context.kind()) {
      case USER, SUBMITTER, ADMIN, ISCSID, MULTIPATHD -> PROCESS;
      case KBLOCKD -> KBLOCKD;
      case TARGET_RX, TARGET_TX, TARGET_LOGIN, TARGET_TMR -> DISK;
      case KWORKER, CONN_CLEANUP, BLOCK_SESSION, UNBLOCK_SESSION, RECOVERY_TIMEOUT, MD_RAID1,
              JBD2 ->
          KWORKER;
      case HARDIRQ -> HARD_IRQ;
      case SOFTIRQ -> SOFTIRQ;
      case ABORT_WORK -> ABORT_WORKER;
      case SCSI_EH -> ERROR_HANDLER;
    };
  }

  /** It is code that a processor runs. */
  public boolean isCode() {
    return switch (this) {
      case PROCESS, KBLOCKD, KWORKER, HARD_IRQ, SOFTIRQ, ABORT_WORKER, ERROR_HANDLER -> true;
      case DISK, SCHEDULER, GATE, REQUEUE_LIST, ABORT_QUEUE, EH_QUEUE -> false;
    };
  }
}
