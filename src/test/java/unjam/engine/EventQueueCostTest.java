package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the queue costs, in numbers that are the same on every machine: comparisons and bytes. */
class EventQueueCostTest {

  private static final int IN_FLIGHT_PER_SERVER = 16;
  private static final Runnable NOTHING = () -> {};

  @ParameterizedTest
  @ValueSource(ints = {6, 8, 10, 12, 14, 16, 18, 20})
  void anIoCostsAFewComparisonsPerDoublingOfTheIosInFlight(int doublings) {
    EventQueue queue = new EventQueue();
    int inFlight = 1 << doublings;
    StorageModel model = new StorageModel(queue, inFlight, inFlight / IN_FLIGHT_PER_SERVER);
    int ios = Math.max(100_000, inFlight);
    model.run(ios);
    long before = queue.comparisons();
    model.run(ios);
    double perIo = (double) (queue.comparisons() - before) / ios;
    assertThat(perIo).isLessThanOrEqualTo(limit(doublings));
  }

  @Test
  void eventsPerIoDoNotDependOnTheIosInFlight() {
    assertThat(eventsForTenThousandIos(64)).isEqualTo(eventsForTenThousandIos(64 * 64));
  }

  @Test
  void noStepSlowsDownWhenAllEventsFallOnOneInstant() {
    int doublings = 16;
    int events = 1 << doublings;
    EventQueue queue = new EventQueue();
    long[] handles = new long[events];
    long worst = 0;
    for (int i = 0; i < events; i++) {
      long before = queue.comparisons();
      handles[i] = queue.schedule(1_000, NOTHING);
      worst = Math.max(worst, queue.comparisons() - before);
    }
    assertThat(worst).as("comparisons of one schedule").isOne();
    Prng prng = new Prng(1);
    for (int i = 0; i < events / 2; i++) {
      long before = queue.comparisons();
      queue.cancel(handles[(int) prng.nextLong(events)]);
      worst = Math.max(worst, queue.comparisons() - before);
    }
    assertThat((double) worst).as("comparisons of one cancel").isLessThan(limit(doublings));
    long before = queue.comparisons();
    while (queue.runNext()) {
      worst = Math.max(worst, queue.comparisons() - before);
      before = queue.comparisons();
    }
    assertThat((double) worst).as("comparisons of one run").isLessThan(limit(doublings));
  }

  @Test
  void anEventAllocatesNothing() {
    EventQueue queue = new EventQueue();
    StorageModel model = new StorageModel(queue, 64, 4);
    model.run(200_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assertThat(bytesAllocatedBy(threads, NOTHING)).isZero();
    assertThat(bytesAllocatedBy(threads, () -> model.run(200_000))).isZero();
    assertThat(model.timeouts()).isPositive();
  }

  /** 3 log2(n) + 8: of a heap with four children, a walk down costs at most 2 log2(n). */
  private static double limit(int doublings) {
    return 3 * doublings + 8;
  }

  private static long eventsForTenThousandIos(int inFlight) {
    EventQueue queue = new EventQueue();
    StorageModel model = new StorageModel(queue, inFlight, inFlight / IN_FLIGHT_PER_SERVER);
    model.run(10_000);
    return queue.executed();
  }

  private static long bytesAllocatedBy(ThreadMXBean threads, Runnable work) {
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
