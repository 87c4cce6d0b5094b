package unjam.perf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/** The processor time that the toolkit's two threads take for each frame. */
final class FrameCost {

  private static final String PAINTER = "QuantumRenderer-0";
  private static final int MOST = 1 << 16;
  private static final double NANOS_PER_MILLI = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long[] frames = new long[MOST];
  private int count;
  private long before = -1;
  private long painter = -1;

  /** A frame begins; to be called on the toolkit's thread. */
  synchronized void frame() {
    long now = threads.getCurrentThreadCpuTime() + ofPainter();
    if (before >= 0 && count < MOST) {
      frames[count++] = now - before;
    }
    before = now;
  }

  private long ofPainter() {
    if (painter < 0) {
      painter =
          Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
              .filter(each -> each != null && each.getThreadName().equals(PAINTER))
              .mapToLong(each -> each.getThreadId())
              .findFirst()
              .orElse(-1);
    }
    return painter < 0 ? 0 : threads.getThreadCpuTime(painter);
  }

  synchronized void forget() {
    count = 0;
    before = -1;
  }

  /** Median and the like of the frames since {@link #forget}. */
  synchronized String inWords() {
    long[] sorted = Arrays.copyOf(frames, count);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT, "%d frames, cpu ms: median %.1f, p90 %.1f, p99 %.1f, most %.1f; ", count,
        part(sorted, 0.5), part(sorted, 0.9), part(sorted, 0.99), part(sorted, 1));
  }

  private static double part(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / NANOS_PER_MILLI;
  }
}
