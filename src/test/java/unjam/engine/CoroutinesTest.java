package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a run: whatever is parked is unwound, and no thread stays. */
@Timeout(120)
class CoroutinesTest {

  private final EventQueue queue = new EventQueue();
  private final Coroutines coroutines = new Coroutines(queue);
  private final List<String> timeline = new ArrayList<>();

  @Test
  void closingRunsTheFinallyBlocksInTheOrderOfTheStarts() {
    Completion never = new Completion();
    startWithFinally("sleeper", self -> self.sleep(1_000));
    startWithFinally("waiter", self -> self.await(never));
    startWithFinally("impatient", self -> self.await(new Completion(), 9));
    coroutines.close();
    assertThat(timeline).containsExactly("sleeper leaves", "waiter leaves", "impatient leaves");
  }

  @Test
  void closingLeavesNoThreadAndNoEvent() {
    Completion never = new Completion();
    List<Coroutine> started = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      started.add(coroutines.start("sleeper" + i, self -> self.sleep(1_000)));
      started.add(coroutines.start("waiter" + i, self -> self.await(new Completion(), 1_000)));
      started.add(coroutines.start("ended" + i, self -> {}));
    }
    started.add(coroutines.start("last", self -> self.await(never)));
    assertThat(started).filteredOn(Coroutine::hasThread).hasSize(201);
    coroutines.close();
    assertThat(started).noneMatch(Coroutine::hasThread);
    assertThat(coroutines.alive()).isZero();
    assertThat(queue.size()).isZero();
    assertThat(queue.runNext()).isFalse();
  }

  @Test
  void anEndedCoroutineHasNoThreadEvenBeforeTheClose() {
    Coroutine worker = coroutines.start("worker", self -> self.sleep(5));
    assertThat(worker.hasThread()).isTrue();
    queue.runNext();
    assertThat(worker.hasThread()).isFalse();
  }

  @Test
  void aBodyCannotSwallowTheEndByCatchingExceptions() {
    startWithFinally("stubborn", self -> {
      while (true) {
        try {
          self.sleep(10);
        } catch (Exception ignored) {
          timeline.add("swallowed");
        }
      }
    });
    coroutines.close();
    assertThat(timeline).containsExactly("stubborn leaves");
  }

  @Test
  void whoTriesToWaitWhileBeingUnwoundIsUnwoundFurther() {
    coroutines.start("tidy", self -> {
      try {
        self.sleep(10);
      } finally {
        try {
          self.sleep(10);
          timeline.add("slept");
        } finally {
          timeline.add("tidied up");
        }
      }
    });
    coroutines.close();
    assertThat(timeline).containsExactly("tidied up");
    assertThat(queue.size()).isZero();
  }

  @Test
  void theHookRunsBeforeTheBodyIsUnwound() {
    coroutines.start("a", self -> {
      self.onResume(() -> timeline.add("context of a"));
      try {
        self.sleep(10);
      } finally {
        timeline.add("a leaves");
      }
    });
    coroutines.close();
    assertThat(timeline).containsExactly("context of a", "a leaves");
  }

  @Test
  void aCompletionAfterTheCloseWakesNobody() {
    Completion completion = new Completion();
    coroutines.start("waiter", self -> self.await(completion));
    coroutines.close();
    completion.complete();
    assertThat(queue.size()).isZero();
  }

  @Test
  void aWakeUpThatIsUnderWayIsTakenBackByTheClose() {
    Completion completion = new Completion();
    startWithFinally("waiter", self -> {
      self.await(completion, 100);
      timeline.add("went on");
    });
    completion.complete();
    coroutines.close();
    assertThat(timeline).containsExactly("waiter leaves");
    assertThat(queue.size()).isZero();
  }

  @Test
  void failuresWhileClosingAreAllReportedAndStopNothing() {
    startFailingFinally("first");
    startWithFinally("second", self -> self.sleep(10));
    startFailingFinally("third");
    assertThatThrownBy(coroutines::close)
        .hasMessageContaining("coroutine first failed at 0 s")
        .satisfies(thrown -> assertThat(thrown.getSuppressed())
            .singleElement()
            .satisfies(third -> assertThat(third).hasMessageContaining("coroutine third failed")));
    assertThat(timeline).containsExactly("second leaves");
    assertThat(coroutines.alive()).isZero();
  }

  @Test
  void aClosedRunStartsNothingAndMayBeClosedAgain() {
    coroutines.close();
    coroutines.close();
    assertThatThrownBy(() -> coroutines.start("late", self -> timeline.add("ran")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot start late: the run has been closed");
    assertThat(timeline).isEmpty();
  }

  @Test
  void aCoroutineCannotCloseTheRunItIsPartOf() {
    Coroutine bystander = coroutines.start("bystander", self -> self.sleep(10));
    coroutines.start("a", self ->
        assertThatThrownBy(coroutines::close)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("the run cannot be closed by its coroutine a"));
    assertThat(bystander.hasThread()).isTrue();
    coroutines.close();
    assertThat(bystander.hasThread()).isFalse();
  }

  @Test
  void aDrivenLoopRunsToItsEndBeforeTheCallReturns() {
    Coroutines.drive(() -> {
      startWithFinally("a", self -> self.sleep(10));
      while (queue.runNext()) {
        timeline.add("ran at " + queue.now());
      }
      Coroutines.drive(() -> timeline.add("nested"));
      coroutines.close();
    });
    assertThat(timeline).containsExactly("a leaves", "ran at 10", "nested");
  }

  @Test
  void whatADrivenLoopThrowsIsThrownByTheCall() {
    LimitExceeded exceeded = new LimitExceeded("events", 5, SimTime.ZERO);
    AssertionError error = new AssertionError("impossible");
    assertThatThrownBy(() -> Coroutines.drive(() -> {
          throw exceeded;
        }))
        .isSameAs(exceeded);
    assertThatThrownBy(() -> Coroutines.drive(() -> {
          throw error;
        }))
        .isSameAs(error);
  }

  private void startWithFinally(String name, Consumer<Coroutine> body) {
    coroutines.start(name, self -> {
      try {
        body.accept(self);
      } finally {
        timeline.add(name + " leaves");
      }
    });
  }

  private void startFailingFinally(String name) {
    coroutines.start(name, self -> {
      try {
        self.sleep(10);
      } finally {
        fail(name);
      }
    });
  }

  private static void fail(String name) {
    throw new IllegalStateException(name + " broke while leaving");
  }
}
