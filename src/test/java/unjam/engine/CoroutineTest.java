package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A baton that is lost would hang the test, hence the timeout; no claim depends on it. */
@Timeout(120)
class CoroutineTest {

  private final EventQueue queue = new EventQueue();
  private final Coroutines coroutines = new Coroutines(queue);
  private final List<String> timeline = new ArrayList<>();

  @AfterEach
  void unwind() {
    coroutines.close();
  }

  @Test
  void aCoroutineRunsAtOnceUntilItFirstParks() {
    note("before");
    coroutines.start("worker", self -> {
      note(self.name() + " begins");
      self.sleep(10);
      note("worker ends");
    });
    note("after");
    runAll();
    assertThat(timeline)
        .containsExactly("0 before", "0 worker begins", "0 after", "10 worker ends");
  }

  @Test
  void twoSleepersInterleaveByTimeAndThenByTheOrderOfTheirSleeps() {
    coroutines.start("a", self -> sleepAndNote(self, 10, 6));
    coroutines.start("b", self -> sleepAndNote(self, 15, 4));
    runAll();
    // At 30 b is first: it went to sleep at 15, a at 20. At 60 likewise: 45 against 50.
    assertThat(timeline)
        .containsExactly(
            "10 a", "15 b", "20 a", "30 b", "30 a", "40 a", "45 b", "50 a", "60 b", "60 a");
  }

  @Test
  void sleepingForNothingLetsWhatIsAlreadyDueRunFirst() {
    queue.schedule(0, () -> note("event"));
    coroutines.start("a", self -> {
      self.sleep(0);
      note("a");
    });
    runAll();
    assertThat(timeline).containsExactly("0 event", "0 a");
  }

  @Test
  void timeSpentByACoroutineDelaysEverybody() {
    coroutines.start("busy", self -> {
      self.sleep(10);
      queue.spend(100);
      note("busy");
    });
    queue.schedule(50, () -> note("event"));
    runAll();
    assertThat(timeline).containsExactly("110 busy", "110 event");
  }

  @Test
  void aSleepBeyondTheClockLastsToItsEnd() {
    coroutines.start("a", self -> {
      self.sleep(10);
      self.sleep(Long.MAX_VALUE);
      note("woken");
    });
    runAll();
    assertThat(timeline).containsExactly(Long.MAX_VALUE + " woken");
  }

  @Test
  void aNegativeSpanIsRefused() {
    coroutines.start("a", self -> {
      assertThatThrownBy(() -> self.sleep(-1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a cannot wait for -1 ns");
      assertThatThrownBy(() -> self.await(new Completion(), -2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a cannot wait for -2 ns");
      note("refused");
    });
    assertThat(queue.size()).isZero();
    assertThat(timeline).containsExactly("0 refused");
  }

  @Test
  void aCoroutineMayStartAnother() {
    coroutines.start("outer", self -> {
      coroutines.start("inner", inner -> sleepAndNote(inner, 3, 2));
      note("outer goes on");
      sleepAndNote(self, 4, 1);
    });
    runAll();
    assertThat(timeline).containsExactly("0 outer goes on", "3 inner", "4 outer", "6 inner");
  }

  @Test
  void onlyItsOwnBodyCanParkACoroutine() {
    Coroutine sleeper = coroutines.start("sleeper", self -> self.sleep(10));
    assertThatThrownBy(() -> sleeper.sleep(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("sleeper can only be parked by its own body, not by ");
    assertThatThrownBy(() -> sleeper.await(new Completion()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(queue.size()).isOne();
  }

  @Test
  void theHookRunsEachTimeBeforeTheBodyGoesOn() {
    Completion done = new Completion();
    coroutines.start("a", self -> {
      self.onResume(() -> note("context of a"));
      self.sleep(10);
      note("a slept");
      self.await(done, 100);
      note("a waited");
      self.await(done);
      note("a did not park");
    });
    queue.schedule(20, done::complete);
    runAll();
    assertThat(timeline)
        .containsExactly(
            "10 context of a", "10 a slept", "20 context of a", "20 a waited",
            "20 a did not park");
  }

  @Test
  void aFailureIsThrownInTheLoopWithTimeAndName() {
    IllegalArgumentException cause = new IllegalArgumentException("no such rung");
    coroutines.start("scsi_eh_0", self -> {
      self.sleep(30_512 * SimTime.NANOS_PER_MILLI);
      throw cause;
    });
    assertThatThrownBy(this::runAll)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "coroutine scsi_eh_0 failed at 30.512 s: "
                + "java.lang.IllegalArgumentException: no such rung")
        .hasCause(cause);
    assertThat(coroutines.alive()).isZero();
  }

  @Test
  void aFailureBeforeTheFirstParkIsThrownByTheStart() {
    Error cause = new AssertionError("impossible");
    assertThatThrownBy(() -> coroutines.start("a", self -> {
          throw cause;
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("coroutine a failed at 0 s: java.lang.AssertionError: impossible")
        .hasCause(cause);
  }

  @Test
  void aFailureOfAnInnerCoroutinePassesThroughTheOneThatStartedIt() {
    coroutines.start("outer", self -> {
      self.sleep(5);
      coroutines.start("inner", inner -> {
        throw new IllegalStateException("broken");
      });
    });
    assertThatThrownBy(this::runAll)
        .hasMessageStartingWith("coroutine outer failed at 5 ns: ")
        .hasMessageContaining("coroutine inner failed at 5 ns: ")
        .hasRootCauseMessage("broken");
  }

  @Test
  void aFailureOfOneLeavesTheOthersRunning() {
    coroutines.start("a", self -> {
      self.sleep(10);
      throw new IllegalStateException("broken");
    });
    coroutines.start("b", self -> sleepAndNote(self, 20, 1));
    assertThatThrownBy(this::runAll).hasMessageContaining("broken");
    runAll();
    assertThat(timeline).containsExactly("20 b");
  }

  @Test
  void anExceededLimitIsNotDressedUpAsAFailure() {
    LimitExceeded exceeded = new LimitExceeded("events", 5, SimTime.ZERO);
    assertThatThrownBy(() -> coroutines.start("a", self -> {
          throw exceeded;
        }))
        .isSameAs(exceeded);
  }

  @Test
  void tenThousandCoroutinesTakeTurns() {
    int count = 10_000;
    long[] sum = new long[1];
    for (int i = 0; i < count; i++) {
      long number = i;
      coroutines.start("c" + i, self -> {
        self.sleep(1 + number % 100);
        sum[0] += number;
        self.sleep(count - number);
        sum[0] += queue.now();
      });
    }
    assertThat(coroutines.alive()).isEqualTo(count);
    runAll();
    assertThat(coroutines.alive()).isZero();
    // Numbers: n(n-1)/2 = 49,995,000. Ends: the sum over i of 1 + i % 100 + n - i
    // = 10,000 + 100 x 4,950 + n(n+1)/2 = 10,000 + 495,000 + 50,005,000.
    assertThat(sum[0]).isEqualTo(49_995_000L + 50_510_000L);
  }

  @Test
  void aThousandSleepsAreAThousandEvents() {
    coroutines.start("a", self -> sleepAndNote(self, 1, 1_000));
    runAll();
    assertThat(timeline).hasSize(1_000);
    assertThat(queue.size()).isZero();
    assertThat(queue.executed()).isEqualTo(1_000);
  }

  @Test
  void anInterruptOfTheHostThreadDisturbsNothingAndIsKept() {
    coroutines.start("a", self -> sleepAndNote(self, 1, 3));
    Thread.currentThread().interrupt();
    runAll();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(timeline).containsExactly("1 a", "2 a", "3 a");
  }

  private void sleepAndNote(Coroutine self, long nanos, int times) {
    for (int i = 0; i < times; i++) {
      self.sleep(nanos);
      note(self.name());
    }
  }

  private void note(String what) {
    timeline.add(queue.now() + " " + what);
  }

  private void runAll() {
    while (queue.runNext()) {
      assertThat(queue.executed()).as("a runaway").isLessThan(100_000);
    }
  }
}
