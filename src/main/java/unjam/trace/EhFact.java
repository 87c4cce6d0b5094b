package unjam.trace;

import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.ShostState;

/** The error handler: who is handed over, when it wakes, what it tries. Spans in nanoseconds. */
public sealed interface EhFact extends Fact {

  /** The command belongs to the error handler from now on. */
  record EhAdded(int retries) implements EhFact {}

  /** sd will count this pass's medium timeouts, once. */
  record MediumGateReset() implements EhFact {}

  /** The grace period is over: the command counts as failed. */
  record HostFailedCounted(int hostFailed, int hostBusy) implements EhFact {}

  /** Every command of the host has failed or finished: the thread is woken. */
  record EhWoken(int hostFailed, int hostBusy) implements EhFact {}

  /** The thread began its pass: sense data first. */
  record EhPassBegan(int hostFailed) implements EhFact {}

  /** The thread starts to climb. */
  record LadderBegan(int hostFailed) implements EhFact {}

  /**
   * A recovery callback of the driver was called; its answer follows as a {@link
   * CallFact.Returned}.
   *
   * @param of the command on the wire that an abort is for
   */
  record HookCalled(EhHook hook, Cdb of) implements EhFact {}

  /** After a successful bus or host reset the thread pauses. */
  record Settling(EhHook after, long nanos) implements EhFact {}

  /** "Are you ready?" begins; the answer follows. */
  record TurBegan() implements EhFact {}

  /** A START STOP UNIT is considered; the answer follows: 0 worked, 1 not. */
  record StartUnitBegan() implements EhFact {}

  /** The error handler's own command went out in the borrowed scsi_cmnd; the verdict follows. */
  record EhCommandSent(Cdb cdb, long timeoutNanos) implements EhFact {}

  /** sd had its say about a rung that worked. */
  record EhAction(Disposition before, Disposition after, int mediumTimeouts) implements EhFact {}

  /** A device is given up. */
  record Offlined() implements EhFact {}

  /** The pass is over for this command: it is cured or given up. */
  record EhFinished() implements EhFact {}

  /**
   * libata looked at what had failed and knows what to do.
   *
   * @param errors what it found, in words: {@code timeout}, {@code media error}
   * @param resets whether the link is to be reset
   */
  record AutopsyMade(String errors, boolean resets) implements EhFact {}

  /**
   * A link reset was begun; its answer follows as a {@link CallFact.Returned}.
   *
   * @param attempt of how many the driver makes, from 1
   * @param nanos how long the device has to become ready
   */
  record LinkResetCalled(int attempt, long nanos) implements EhFact {}

  /**
   * The driver resets its whole adapter without being asked, because a task management function
   * stayed unanswered (drivers/scsi/mpt3sas/mpt3sas_scsih.c: mpt3sas_scsih_issue_tm).
   *
   * @param within the callback that the function was sent for
   */
  record AdapterReset(EhHook within) implements EhFact {}

  /** Between two link resets the thread pauses. */
  record LinkPaused(long nanos) implements EhFact {}

  /** The device is asked who it is and set up again. */
  record Revalidated() implements EhFact {}

  /** A device is switched off for good: what is sent to it is refused from now on. */
  record DeviceDisabled() implements EhFact {}

  /** The done list is gone through. */
  record FlushBegan() implements EhFact {}

  /** The host dispatches again. */
  record HostQueuesRan(ShostState state) implements EhFact {}

  /** The thread sleeps until it is needed. */
  record EhSlept() implements EhFact {}
}
