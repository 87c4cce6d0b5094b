package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.trace.Trace;

/** A trace and everything that is indexed of it stay small: a million events fit a laptop. */
class MemoryPerEventTest {

  private static final int READS = 20_000;

  /** Log, checkpoints, spans and outcomes together: at most 96 bytes an event. */
  @Test
  void aTraceAndItsIndexTakeAtMost96BytesAnEvent() {
    assertThat(bytesPerEvent(64)).isLessThanOrEqualTo(96);
  }

  /** So many in flight that every checkpoint is large. */
  @Test
  void thousandsInFlightDoNotChangeThat() {
    assertThat(bytesPerEvent(5_000)).isLessThanOrEqualTo(96);
  }

  /** The smallest of a few readings: whatever else the Java machine does only adds to them. */
  private static long bytesPerEvent(int inFlight) {
    List<Long> readings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long before = usedBytes();
      Trace trace = TraceWriter.busy(64, inFlight, READS);
      Timeline timeline = Timeline.of(trace);
      readings.add((usedBytes() - before) / trace.size());
      Reference.reachabilityFence(timeline);
    }
    return readings.stream().min(Long::compare).orElseThrow();
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
