package unjam.kernel.core;

/**
 * Small costs of a processor, in nanoseconds. They order what the kernel does and make it visible;
 * none of them decides anything. Real values depend on the machine, these are of its usual order.
 */
public final class Latency {

  /** What one recorded step of kernel code takes. */
  public static final long STEP = 250;
  /** From the system call to the block layer. */
  public static final long SYSCALL = 2_000;
  /** From raising a softirq to its handler. */
  public static final long SOFTIRQ = 1_500;
  /** From queueing work to a kworker that runs it. */
  public static final long WORK = 6_000;
  /** Between two items of one worker, long enough for others on its processor to run. */
  public static final long BETWEEN_WORKS = 8_000;
  /** From waking a thread to its running. */
  public static final long THREAD_WAKE = 25_000;
  /** An RCU grace period: four ticks at HZ=250, as recordings show in the median. */
  public static final long RCU_GRACE = 16_000_000;

  private Latency() {}
}
