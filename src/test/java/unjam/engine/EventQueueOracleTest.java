package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue against a sorted set of (time, number), through long random histories. */
class EventQueueOracleTest {

  private static final int STEPS = 40_000;

  private record Expected(long due, long number, long handle) {}

  private final EventQueue queue = new EventQueue();
  private final TreeSet<Expected> oracle =
      new TreeSet<>(Comparator.comparingLong(Expected::due).thenComparingLong(Expected::number));
  private final List<Expected> everScheduled = new ArrayList<>();
  private final List<Long> ran = new ArrayList<>();

  /** What one event in the history does when it runs, so that the vacant root is met as well. */
  private int stepsInsideAnEvent;

  /** From many events at few instants to events that never meet; from a short queue to a long. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 30", "2, 3, 30", "3, 100, 30", "4, 1000000, 30", "5, 1, 45", "6, 50, 45",
    "7, 1000000000, 45", "8, 20, 10",
  })
  void aRandomHistoryGoesAsTheOracleSays(long seed, long horizon, long shareScheduled) {
    Prng prng = new Prng(seed);
    for (int step = 0; step < STEPS; step++) {
      step(prng, horizon, shareScheduled);
      assertThat(queue.size()).isEqualTo(oracle.size());
    }
    while (!oracle.isEmpty()) {
      stepsInsideAnEvent = 0;
      runOne(prng, horizon, shareScheduled);
    }
    assertThat(queue.runNext()).isFalse();
    assertThat(queue.executed()).isEqualTo(ran.size());
  }

  private void step(Prng prng, long horizon, long shareScheduled) {
    long choice = prng.nextLong(100);
    if (choice < shareScheduled) {
      schedule(prng, horizon, shareScheduled);
    } else if (choice < 60) {
      cancelAny(prng);
    } else if (choice < 62) {
      queue.spend(prng.nextLong(horizon));
    } else if (choice < 70) {
      long next = oracle.isEmpty() ? Long.MAX_VALUE : oracle.first().due();
      assertThat(queue.nextTime()).isEqualTo(next);
    } else if (stepsInsideAnEvent == 0) {
      stepsInsideAnEvent = (int) prng.nextLong(4);
      runOne(prng, horizon, shareScheduled);
    }
  }

  private void schedule(Prng prng, long horizon, long shareScheduled) {
    long at = queue.now() + prng.nextLong(horizon) - horizon / 8;
    long number = everScheduled.size();
    long handle = queue.schedule(at, () -> {
      ran.add(number);
      for (; stepsInsideAnEvent > 0; stepsInsideAnEvent--) {
        step(prng, horizon, shareScheduled);
      }
    });
    Expected event = new Expected(Math.max(at, queue.now()), number, handle);
    everScheduled.add(event);
    oracle.add(event);
  }

  private void cancelAny(Prng prng) {
    if (everScheduled.isEmpty()) {
      return;
    }
    // Half of the time a recent one, which is likely to be pending still.
    int count = everScheduled.size();
    int window = prng.nextLong(2) == 0 ? Math.min(count, 50) : count;
    Expected event = everScheduled.get(count - 1 - (int) prng.nextLong(window));
    assertThat(queue.isPending(event.handle())).isEqualTo(oracle.contains(event));
    assertThat(queue.cancel(event.handle())).isEqualTo(oracle.remove(event));
  }

  private void runOne(Prng prng, long horizon, long shareScheduled) {
    if (oracle.isEmpty()) {
      stepsInsideAnEvent = 0;
      assertThat(queue.runNext()).isFalse();
      return;
    }
    Expected next = oracle.pollFirst();
    long before = queue.now();
    int alreadyRan = ran.size();
    assertThat(queue.runNext()).isTrue();
    assertThat(ran.get(alreadyRan)).isEqualTo(next.number());
    assertThat(ran).hasSize(alreadyRan + 1);
    assertThat(queue.now()).isGreaterThanOrEqualTo(Math.max(before, next.due()));
  }
}
