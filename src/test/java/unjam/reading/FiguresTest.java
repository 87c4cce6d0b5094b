package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import unjam.projection.Timeline;
import unjam.projection.TraceWriter;
import unjam.reading.LatencyHistogram.Bucket;
import unjam.trace.Trace;

class FiguresTest {

  private static final long MS = 1_000_000;
  private final Trace trace = TraceWriter.lunResetCures("6.12");

  /** The healthy read on sdb: 0 to 4 ms, 4096 bytes. */
  @Test
  void aWindowCountsWhatEndedInIt() {
    DeviceStats stats = DeviceStats.of(trace);
    DeviceLoad load = stats.between(1, 0, 10 * MS);
    assertThat(load.reads()).isEqualTo(1);
    assertThat(load.readBytes()).isEqualTo(4096);
    assertThat(load.latencyMean()).isEqualTo(4 * MS);
    assertThat(load.utilisation()).isEqualTo(0.4);
    assertThat(load.perSecond(load.reads())).isEqualTo(100);
    assertThat(stats.between(1, 5 * MS, 10 * MS).ended()).isZero();
    assertThat(stats.between(9, 0, 10 * MS).ended()).isZero();
  }

  @Test
  void aDiskWithAStuckReadIsBusyAllTheTime() {
    DeviceLoad load = DeviceStats.of(trace).between(0, 1_000 * MS, 2_000 * MS);
    assertThat(load.ended()).isZero();
    assertThat(load.utilisation()).isEqualTo(1);
  }

  /** Nearest rank: of 1..100 the p-th percentile is p itself. */
  @Test
  void percentilesAreExact() {
    LatencyHistogram histogram =
        LatencyHistogram.ofLatencies(LongStream.rangeClosed(1, 100).map(i -> 101 - i).toArray());
    for (int p = 1; p <= 100; p++) {
      assertThat(histogram.percentile(p)).isEqualTo(p);
    }
    assertThat(histogram.percentile(99.9)).isEqualTo(100);
    assertThat(histogram.max()).isEqualTo(100);
    assertThat(LatencyHistogram.ofLatencies().percentile(50)).isZero();
    assertThatThrownBy(() -> histogram.percentile(0)).hasMessageContaining("above 0");
  }

  @Test
  void everyLatencyLiesInOneBar() {
    LatencyHistogram histogram = LatencyHistogram.ofLatencies(999, 1_000, 4_999_999, 5_000_000);
    assertThat(histogram.buckets().stream().mapToInt(Bucket::count).sum()).isEqualTo(4);
    assertThat(histogram.buckets().getFirst()).isEqualTo(new Bucket(0, 1_000, 1));
    assertThat(histogram.buckets().getLast()).isEqualTo(new Bucket(5 * MS, 10 * MS, 1));
  }

  @Test
  void theHistogramIsCutAtTheInstant() {
    Timeline timeline = Timeline.of(trace);
    assertThat(LatencyHistogram.of(timeline.ios(), 3 * MS, each -> true).count()).isZero();
    assertThat(LatencyHistogram.of(timeline.ios(), 4 * MS, each -> true).max()).isEqualTo(4 * MS);
    assertThat(LatencyHistogram.of(timeline.ios(), trace.endNanos(), each -> each.device() == 0)
        .max()).isEqualTo(30_649 * MS);
  }
}
