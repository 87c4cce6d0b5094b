package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import unjam.app.Runs;
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
    Latencies latencies = Latencies.of(Timeline.of(trace).ios());
    assertThat(latencies.at(Latencies.ALL, 3 * MS).count()).isZero();
    assertThat(latencies.at(Latencies.ALL, 4 * MS).max()).isEqualTo(4 * MS);
    assertThat(latencies.at(0, trace.endNanos()).max()).isEqualTo(30_649 * MS);
    assertThat(latencies.at(9, trace.endNanos()).count()).isZero();
  }

  @Test
  void anErrorIsCountedFromTheInstantAtWhichItIsTold() {
    Trace vain = TraceWriter.everyRungInVain();
    Latencies latencies = Latencies.of(Timeline.of(vain).ios());
    assertThat(latencies.errors(0, 0)).isZero();
    assertThat(latencies.errors(0, vain.endNanos())).isEqualTo(1);
    assertThat(latencies.errors(9, vain.endNanos())).isZero();
  }

  /** Against sorting, for every beginning of a row of numbers with many alike. */
  @Test
  void theFirstOfARowAreOrderedAsIfSorted() {
    long[] row = LongStream.range(0, 200).map(i -> i * 7_919 % 61 * (i % 3)).toArray();
    PrefixOrder order = new PrefixOrder(row);
    for (int n = 1; n <= row.length; n++) {
      long[] sorted = Arrays.stream(row, 0, n).sorted().toArray();
      for (int k = 0; k < n; k++) {
        assertThat(order.kth(n, k)).as("number %d of %d", k, n).isEqualTo(sorted[k]);
      }
      for (long value = -1; value < 125; value += 3) {
        long bound = value;
        assertThat(order.below(n, bound))
            .isEqualTo((int) Arrays.stream(sorted).filter(each -> each < bound).count());
      }
    }
  }

  @Test
  void aWindowIsTheDifferenceOfItsEnds() {
    DeviceStats stats = DeviceStats.of(Runs.trouble().trace());
    DeviceLoad all = stats.between(1, 0, 20_000 * MS);
    DeviceLoad early = stats.between(1, 0, 9_000 * MS);
    DeviceLoad late = stats.between(1, 9_000 * MS, 20_000 * MS);
    assertThat(all.ended()).isEqualTo(early.ended() + late.ended()).isPositive();
    assertThat(all.busy()).isEqualTo(early.busy() + late.busy());
    assertThat(all.latencySum()).isEqualTo(early.latencySum() + late.latencySum());
    assertThat(all.latencyMax()).isEqualTo(Math.max(early.latencyMax(), late.latencyMax()));
  }
}
