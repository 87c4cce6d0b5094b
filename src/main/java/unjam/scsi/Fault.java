package unjam.scsi;

import java.util.Optional;

/**
 * What a simulated target or driver can do wrong. Where, when and to which commands it happens is
 * said beside it by the scenario; spans are in nanoseconds.
 */
public sealed interface Fault {

  /** The command is accepted and never answered. */
  record Mute() implements Fault {}

  /** Every command is kept, and answered when the fault ends: the disk stands still. */
  record Holds() implements Fault {}

  /**
   * A transport whose commands are sent by a worker hands this one to the network so many ticks
   * after it was queued.
   */
  record SentLate(int ticks) implements Fault {
    public SentLate {
      if (ticks < 0) {
        throw new IllegalArgumentException("a worker cannot be early: " + ticks);
      }
    }
  }

  /** The answer takes this much longer than a healthy one. */
  record Slow(ServiceTime extra) implements Fault {}

  /** The answer comes, healthy, this long after the command was sent, whatever the timeout says. */
  record AnswersAfter(long nanos) implements Fault {
    public AnswersAfter {
      if (nanos < 0) {
        throw new IllegalArgumentException("an answer cannot come before its command: " + nanos);
      }
    }
  }

  /**
   * The medium cannot be read or written at the rule's LBA range: sense 3/11/00 or 3/0c/00 naming
   * the block.
   */
  record MediumError() implements Fault {}

  /**
   * The command completes with this result.
   *
   * @param host host byte set by the driver
   * @param status status byte of the target
   * @param sense sense data left in the buffer, if any, whatever the status
   * @param delivery where the driver completes it
   */
  record Result(HostByte host, SamStatus status, Optional<SenseData> sense, Delivery delivery)
      implements Fault {}

  /**
   * The way to the device is cut: a cable pulled, a port switched off. The driver's hardware tells
   * it, and tells again when the way is there once more.
   */
  record LinkDown() implements Fault {}

  /** {@code queuecommand} refuses the command. */
  record QueuecommandReturns(MlqueueReturn value) implements Fault {}

  /**
   * A recovery callback answers FAILED.
   *
   * @param hook which callback
   * @param takesNanos how long it works before it says so
   */
  record HookFails(EhHook hook, long takesNanos) implements Fault {
    public HookFails {
      if (takesNanos < 0) {
        throw new IllegalArgumentException("a callback cannot take negative time: " + takesNanos);
      }
    }
  }

  /** Where a driver hands over a result that it makes up. */
  enum Delivery {
    /** After the normal service time, from the driver's hard irq. */
    HARD_IRQ,
    /** Before {@code queuecommand} returns, in the submitting context. */
    INSIDE_QUEUECOMMAND,
    /** From a timer softirq, one jiffy after {@code queuecommand} returned. */
    TIMER_SOFTIRQ
  }
}
