package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CompletionTest {

  private static final long TIMEOUT = 100;

  private final EventQueue queue = new EventQueue();
  private final Coroutines coroutines = new Coroutines(queue);
  private final Completion completion = new Completion();
  private final List<String> timeline = new ArrayList<>();

  @AfterEach
  void unwind() {
    coroutines.close();
  }

  @Test
  void theWaiterGoesOnAtTheInstantOfTheCompletion() {
    startWaiter();
    queue.schedule(40, () -> {
      completion.complete();
      note("completer goes on first");
    });
    queue.schedule(40, () -> note("already due"));
    runAll();
    assertThat(timeline)
        .containsExactly("40 completer goes on first", "40 already due", "40 done");
  }

  @Test
  void aCompletionInTimeIsTrueAndCancelsTheTimer() {
    startWaiterWithTimeout();
    queue.schedule(40, completion::complete);
    runAll();
    assertThat(timeline).containsExactly("40 done true");
    assertThat(queue.now()).as("no timer ran at 100").isEqualTo(40);
  }

  @Test
  void aTimeoutIsFalseAndTheCompletionForgetsItsWaiter() {
    startWaiterWithTimeout();
    queue.schedule(140, completion::complete);
    runAll();
    assertThat(timeline).containsExactly("100 done false");
    assertThat(completion.isDone()).isTrue();
    assertThat(queue.executed()).as("timer and completer, no wake-up").isEqualTo(2);
  }

  @Test
  void atOneInstantTheTimerWinsIfItWasArmedFirst() {
    startWaiterWithTimeout();
    queue.schedule(TIMEOUT, completion::complete);
    runAll();
    assertThat(timeline).containsExactly("100 done false");
  }

  @Test
  void atOneInstantTheCompletionWinsIfItWasScheduledFirst() {
    queue.schedule(TIMEOUT, completion::complete);
    startWaiterWithTimeout();
    runAll();
    assertThat(timeline).containsExactly("100 done true");
  }

  @Test
  void whoAwaitsWhatIsDoneDoesNotPark() {
    completion.complete();
    startWaiter();
    startWaiterWithTimeout();
    assertThat(timeline).containsExactly("0 done", "0 done true");
    assertThat(queue.size()).isZero();
  }

  @Test
  void aTimeoutOfZeroLetsTheRestOfTheInstantHappen() {
    queue.schedule(0, completion::complete);
    coroutines.start("lucky", self -> note("lucky " + self.await(completion, 0)));
    coroutines.start("late", self -> note("late " + self.await(new Completion(), 0)));
    runAll();
    assertThat(timeline).containsExactly("0 late false", "0 lucky true");
  }

  @Test
  void completingTwiceWakesOnce() {
    startWaiter();
    completion.complete();
    completion.complete();
    runAll();
    assertThat(timeline).containsExactly("0 done");
    assertThat(queue.executed()).isOne();
  }

  @Test
  void aReinitedCompletionCanBeAwaitedAgain() {
    coroutines.start("waiter", self -> {
      for (int i = 0; i < 3; i++) {
        self.await(completion);
        note("round " + i);
        completion.reinit();
      }
    });
    for (int i = 1; i <= 3; i++) {
      queue.schedule(i * 10L, completion::complete);
    }
    runAll();
    assertThat(timeline).containsExactly("10 round 0", "20 round 1", "30 round 2");
    assertThat(completion.isDone()).isFalse();
  }

  @Test
  void aReinitAfterTheWakeUpDoesNotTakeItBack() {
    startWaiterWithTimeout();
    queue.schedule(40, () -> {
      completion.complete();
      completion.reinit();
    });
    runAll();
    assertThat(timeline).containsExactly("40 done true");
  }

  @Test
  void aCoroutineMayAwaitAgainAfterATimeout() {
    coroutines.start("waiter", self -> {
      note("first " + self.await(completion, 10));
      note("second " + self.await(completion, 10));
    });
    queue.schedule(15, completion::complete);
    runAll();
    assertThat(timeline).containsExactly("10 first false", "15 second true");
  }

  @Test
  void aSecondWaiterIsRefusedAndLeavesNoTimerBehind() {
    startWaiter();
    coroutines.start("second", self ->
        assertThatThrownBy(() -> self.await(completion, TIMEOUT))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("second cannot await what waiter already awaits"));
    assertThat(queue.size()).isZero();
    queue.schedule(40, completion::complete);
    runAll();
    assertThat(timeline).containsExactly("40 done");
  }

  @Test
  void aCoroutineMayCompleteWhatAnotherAwaits() {
    startWaiter();
    coroutines.start("completer", self -> {
      self.sleep(7);
      completion.complete();
      note("completer goes on");
    });
    runAll();
    assertThat(timeline).containsExactly("7 completer goes on", "7 done");
  }

  private void startWaiter() {
    coroutines.start("waiter", self -> {
      self.await(completion);
      note("done");
    });
  }

  private void startWaiterWithTimeout() {
    coroutines.start("waiter", self -> note("done " + self.await(completion, TIMEOUT)));
  }

  private void note(String what) {
    timeline.add(queue.now() + " " + what);
  }

  private void runAll() {
    while (queue.runNext()) {
      assertThat(queue.executed()).as("a runaway").isLessThan(10_000);
    }
  }
}
