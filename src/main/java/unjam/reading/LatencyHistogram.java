package unjam.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import unjam.projection.IoLog;
import unjam.projection.IoOutcome;

/** Latencies of IOs as applications saw them, in nanoseconds; percentiles are exact. */
public final class LatencyHistogram {

  /** Upper bounds of the buckets grow 1, 2, 5, 10, ... from a microsecond on. */
  private static final long[] STEPS = {1, 2, 5};

  /**
   * A bar.
   *
   * @param from shortest latency in it
   * @param to the first latency that is too long for it
   * @param count IOs in it
   */
  public record Bucket(long from, long to, int count) {}

  private final long[] sorted;

  private LatencyHistogram(long[] sorted) {
    this.sorted = sorted;
  }

  /** The IOs that had ended at an instant and satisfy a wish, such as being of one device. */
  public static LatencyHistogram of(IoLog ios, long until, Predicate<IoOutcome> wanted) {
    return ofLatencies(
        ios.endedUntil(until).stream()
            .filter(each -> each.latency() >= 0)
            .filter(wanted)
            .mapToLong(IoOutcome::latency)
            .toArray());
  }

  /** Any latencies, in any order. */
  public static LatencyHistogram ofLatencies(long... latencies) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return new LatencyHistogram(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /**
   * The smallest latency that so many percent of the IOs do not exceed; 0 if there is no IO.
   *
   * @param percent above 0, at most 100
   */
  public long percentile(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile is above 0 and at most 100: " + percent);
    }
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length - 1e-9);
    return sorted[Math.max(rank, 1) - 1];
  }

  public long max() {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
  }

  public long mean() {
    return sorted.length == 0 ? 0 : Math.round(Arrays.stream(sorted).average().orElse(0));
  }

  /** The bars from the shortest to the longest latency, empty ones between them included. */
  public List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    int at = 0;
    long from = 0;
    for (int i = 0; at < sorted.length; i++) {
      long to = bound(i);
      int start = at;
      while (at < sorted.length && (sorted[at] < to || to == Long.MAX_VALUE)) {
        at++;
      }
      if (at > start || !buckets.isEmpty()) {
        buckets.add(new Bucket(from, to, at - start));
      }
      from = to;
    }
    return buckets;
  }

  private static long bound(int i) {
    long bound = 1_000 * STEPS[i % STEPS.length];
    for (int decade = i / STEPS.length; decade > 0; decade--) {
      if (bound > Long.MAX_VALUE / 10) {
        return Long.MAX_VALUE;
      }
      bound *= 10;
    }
    return bound;
  }
}
