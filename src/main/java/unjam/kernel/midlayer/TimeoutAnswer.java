package unjam.kernel.midlayer;

import unjam.scsi.TimeoutAction;
import unjam.trace.KernelFunction;

/**
 * A driver's answer to a late command.
 *
 * @param action what it says
 * @param reason why, in a word or two of the driver's own
 * @param in the driver's function that said so
 * @param then what the driver does about it; runs once the answer is on record
 */
public record TimeoutAnswer(
    TimeoutAction action, String reason, KernelFunction in, Runnable then) {

  /** An answer that has no consequences. */
  public TimeoutAnswer(TimeoutAction action, String reason, KernelFunction in) {
    this(action, reason, in, () -> { });
  }
}
