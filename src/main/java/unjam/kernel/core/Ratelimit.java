package unjam.kernel.core;

import unjam.scsi.LogLevel;

/**
 * Lets at most ten messages through in five seconds (lib/ratelimit.c: ___ratelimit with the default
 * interval and burst).
 */
public final class Ratelimit {

  private static final int BURST = 10;
  private static final long INTERVAL_SECONDS = 5;

  private final Kernel kernel;
  private final String caller;
  private long begin = -1;
  private int printed;
  private int missed;

  /**
   * @param caller name of the function that prints, for the line that says how much was held back
   */
  public Ratelimit(Kernel kernel, String caller) {
    this.kernel = kernel;
    this.caller = caller;
  }

  /** Runs {@code message} unless too many have been printed lately. */
  public void print(Runnable message) {
    long now = kernel.jiffies();
    if (begin < 0 || now > begin + kernel.secondsToJiffies(INTERVAL_SECONDS)) {
      sayWhatWasHeldBack();
      begin = now;
      printed = 0;
      missed = 0;
    }
    if (printed < BURST) {
      printed++;
      message.run();
    } else {
      missed++;
    }
  }

  private void sayWhatWasHeldBack() {
    if (missed > 0) {
      kernel.printk(
          LogLevel.KERN_WARNING,
          Kernel.NONE,
          Kernel.NONE,
          Kernel.NONE,
          caller + ": " + missed + " callbacks suppressed");
    }
  }
}
