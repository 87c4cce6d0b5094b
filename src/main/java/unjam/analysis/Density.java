package unjam.analysis;

import java.util.ArrayList;
import java.util.List;
import unjam.trace.Trace;

/** How much happens in each part of a run. Built once. */
public final class Density {

  private static final int PARTS = 420;

  private Density() {}

  /**
   * Reads a trace.
   *
   * @return for equal parts of the run, 0 for nothing to 1 for the most that happens in any; by the
   *     logarithm of the number of events, so that quiet traffic is seen beside a storm
   */
  public static List<Double> of(Trace trace) {
    int[] count = new int[PARTS];
    long end = Math.max(1, trace.endNanos());
    for (int seq = 0; seq < trace.size(); seq++) {
      count[(int) Math.min(PARTS - 1, trace.nanos(seq) * (double) PARTS / end)]++;
    }
    double most = 1;
    for (int each : count) {
      most = Math.max(most, Math.log1p(each));
    }
    List<Double> parts = new ArrayList<>();
    for (int each : count) {
      parts.add(Math.log1p(each) / most);
    }
    return List.copyOf(parts);
  }
}
