package unjam.reading;

import java.util.ArrayList;
import java.util.List;

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

  private final PrefixOrder latencies;
  private final int count;

  /** The first so many of some latencies. */
  LatencyHistogram(PrefixOrder latencies, int count) {
    this.latencies = latencies;
    this.count = count;
  }

  /** Any latencies, in any order. */
  public static LatencyHistogram ofLatencies(long... latencies) {
    return new LatencyHistogram(new PrefixOrder(latencies), latencies.length);
  }

  public int count() {
    return count;
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
    if (count == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(percent / 100 * count - 1e-9);
    return latencies.kth(count, Math.max(rank, 1) - 1);
  }

  public long max() {
    return count == 0 ? 0 : latencies.kth(count, count - 1);
  }

  /** The bars from the shortest to the longest latency, empty ones between them included. */
  public List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    int before = 0;
    long from = 0;
    for (int i = 0; before < count; i++) {
      long to = bound(i);
      int until = to == Long.MAX_VALUE ? count : latencies.below(count, to);
      if (until > before || !buckets.isEmpty()) {
        buckets.add(new Bucket(from, to, until - before));
      }
      before = until;
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
