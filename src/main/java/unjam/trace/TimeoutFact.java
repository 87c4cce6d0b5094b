package unjam.trace;

import unjam.scsi.TimeoutAction;
import unjam.scsi.TimerReturn;

/** From the expired timer to the asynchronous abort. */
public sealed interface TimeoutFact extends Fact {

  /** The request's timeout handler ran. */
  record TimedOut(TimerReturn answer, int retries) implements TimeoutFact {}

  /** The driver was asked about the late command and said this, for this reason. */
  record DriverAsked(TimeoutAction action, String reason) implements TimeoutFact {}

  /** The abort will be tried after this delay. */
  record AbortScheduled(long delayNanos) implements TimeoutFact {}

  /** The delay is over: the abort waits for the host's one worker. */
  record AbortWorkQueued() implements TimeoutFact {}

  /** The worker began with this command. */
  record AbortRan(int retries) implements TimeoutFact {}
}
