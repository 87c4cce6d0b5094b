package unjam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {

  private final EventQueue queue = new EventQueue();
  private final List<String> timeline = new ArrayList<>();

  @Test
  void eventsRunInTheOrderOfTheirTimes() {
    at(30, "c");
    at(10, "a");
    at(20, "b");
    runAll();
    assertThat(timeline).containsExactly("10 a", "20 b", "30 c");
  }

  @Test
  void eventsOfOneInstantRunInTheOrderOfTheirInsertion() {
    for (int i = 0; i < 100; i++) {
      at(5, "e" + i);
    }
    runAll();
    assertThat(timeline).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(timeline.get(i)).isEqualTo("5 e" + i);
    }
  }

  @Test
  void anEventForThePastRunsNowAfterWhatIsAlreadyDue() {
    queue.schedule(50, () -> {
      at(10, "late comer");
      note("first");
    });
    at(50, "second");
    runAll();
    assertThat(timeline).containsExactly("50 first", "50 second", "50 late comer");
  }

  @Test
  void anEventMayScheduleItsSuccessorForTheSameInstant() {
    queue.schedule(5, () -> at(5, "child"));
    at(5, "sibling");
    at(6, "later");
    runAll();
    assertThat(timeline).containsExactly("5 sibling", "5 child", "6 later");
  }

  @Test
  void aCancelledEventNeverRuns() {
    at(10, "a");
    long b = at(20, "b");
    at(30, "c");
    assertThat(queue.cancel(b)).isTrue();
    assertThat(queue.size()).isEqualTo(2);
    runAll();
    assertThat(timeline).containsExactly("10 a", "30 c");
  }

  @Test
  void anEventIsCancelledOnce() {
    long handle = at(10, "a");
    assertThat(queue.isPending(handle)).isTrue();
    assertThat(queue.cancel(handle)).isTrue();
    assertThat(queue.isPending(handle)).isFalse();
    assertThat(queue.cancel(handle)).isFalse();
  }

  @Test
  void anEventThatHasRunCannotBeCancelled() {
    long handle = at(10, "a");
    runAll();
    assertThat(queue.isPending(handle)).isFalse();
    assertThat(queue.cancel(handle)).isFalse();
  }

  @Test
  void theRunningEventIsNoLongerPending() {
    long[] handle = new long[1];
    handle[0] = queue.schedule(10, () -> {
      note("pending " + queue.isPending(handle[0]));
      note("cancelled " + queue.cancel(handle[0]));
      note("size " + queue.size());
    });
    at(20, "other");
    queue.runNext();
    assertThat(timeline).containsExactly("10 pending false", "10 cancelled false", "10 size 1");
  }

  @Test
  void anEventMayCancelAnyOther() {
    List<Long> handles = new ArrayList<>();
    queue.schedule(1, () -> handles.forEach(queue::cancel));
    for (int i = 0; i < 50; i++) {
      handles.add(at(2 + i % 7, "e" + i));
    }
    at(9, "survivor");
    runAll();
    assertThat(timeline).containsExactly("9 survivor");
  }

  @Test
  void aHandleIsNeverConfusedWithALaterEventOfTheSameSlot() {
    long first = at(10, "first");
    queue.cancel(first);
    long second = at(10, "second");
    assertThat(second).isNotEqualTo(first);
    assertThat(queue.isPending(first)).isFalse();
    assertThat(queue.cancel(first)).isFalse();
    assertThat(queue.isPending(second)).isTrue();
    runAll();
    assertThat(timeline).containsExactly("10 second");
  }

  @Test
  void zeroAndWhatWasNeverGivenOutAreNoHandles() {
    at(10, "a");
    assertThat(queue.cancel(0)).isFalse();
    assertThat(queue.isPending(-1)).isFalse();
    assertThat(queue.isPending(Long.MAX_VALUE)).isFalse();
    assertThat(queue.isPending(Long.MIN_VALUE)).isFalse();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void anEmptyQueueHasNothingNext() {
    assertThat(queue.nextTime()).isEqualTo(Long.MAX_VALUE);
    assertThat(queue.runNext()).isFalse();
    assertThat(queue.size()).isZero();
    assertThat(queue.executed()).isZero();
    assertThat(queue.now()).isZero();
  }

  @Test
  void theNextTimeIsKnownBetweenAndDuringEvents() {
    queue.schedule(10, () -> note("next " + queue.nextTime()));
    queue.schedule(20, () -> {
      at(25, "new");
      note("next " + queue.nextTime());
    });
    at(30, "last");
    assertThat(queue.nextTime()).isEqualTo(10);
    runAll();
    assertThat(timeline).containsExactly("10 next 20", "20 next 25", "25 new", "30 last");
    assertThat(queue.nextTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void spentTimeMakesWhatFallsDueMeanwhileRunLateAndInOrder() {
    queue.schedule(10, () -> {
      queue.spend(100);
      note("busy until here");
    });
    at(60, "b");
    at(50, "a");
    at(200, "c");
    runAll();
    assertThat(timeline).containsExactly("110 busy until here", "110 a", "110 b", "200 c");
  }

  @Test
  void anEventScheduledAfterSpendingComesAfterWhatIsOverdue() {
    queue.schedule(10, () -> {
      queue.spend(100);
      at(20, "asked for 20");
    });
    at(50, "overdue");
    runAll();
    assertThat(timeline).containsExactly("110 overdue", "110 asked for 20");
  }

  @Test
  void anOverdueEventShowsWhenItWasDue() {
    at(50, "overdue");
    queue.spend(70);
    assertThat(queue.nextTime()).isEqualTo(50);
    assertThat(queue.now()).isEqualTo(70);
  }

  @Test
  void timeIsNeverSpentBackwardsOrBeyondTheClock() {
    queue.spend(5);
    assertThatThrownBy(() -> queue.spend(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot spend -1 ns at 5 ns");
    assertThatThrownBy(() -> queue.spend(Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot spend 9223372036854775807 ns at 5 ns");
    assertThat(queue.now()).isEqualTo(5);
  }

  @Test
  void executedEventsAreCountedAndCancelledOnesAreNot() {
    at(10, "a");
    queue.cancel(at(20, "b"));
    queue.schedule(30, () -> note("number " + queue.executed()));
    runAll();
    assertThat(timeline).containsExactly("10 a", "30 number 2");
    assertThat(queue.executed()).isEqualTo(2);
  }

  @Test
  void aFailingEventLeavesTheRestInOrder() {
    queue.schedule(10, () -> {
      throw new IllegalStateException("broken");
    });
    at(20, "b");
    at(15, "a");
    assertThatThrownBy(queue::runNext).hasMessage("broken");
    assertThat(queue.size()).isEqualTo(2);
    runAll();
    assertThat(timeline).containsExactly("15 a", "20 b");
  }

  @Test
  void aQueueThatIsFullMayGrowInTheMiddleOfAnEvent() {
    int fillsTheFirstArrays = 64;
    for (int i = 0; i < fillsTheFirstArrays; i++) {
      at(100 + i, "e" + i);
    }
    queue.schedule(10, () -> {
      at(1_000, "far");
      at(1_001, "farther");
      at(11, "near");
    });
    runAll();
    assertThat(timeline).hasSize(fillsTheFirstArrays + 3);
    assertThat(timeline).startsWith("11 near", "100 e0").endsWith("1000 far", "1001 farther");
  }

  @Test
  void theEndOfTheClockCanBeReached() {
    at(Long.MAX_VALUE, "end");
    runAll();
    assertThat(timeline).containsExactly(Long.MAX_VALUE + " end");
  }

  private long at(long time, String what) {
    return queue.schedule(time, () -> note(what));
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
