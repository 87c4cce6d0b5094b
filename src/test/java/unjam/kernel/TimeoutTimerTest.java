package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.trace.BlockFact;
import unjam.trace.KernelFunction;
import unjam.trace.TraceEvent;

/** When a timeout is noticed: one timer per queue, on a wheel with coarse slots (spec 3.2). */
class TimeoutTimerTest {

  /** The lowest 63 ticks ahead are exact; each further level of the wheel is eight times wider. */
  private static long slot(long now, long expires) {
    long ahead = expires - now;
    int level = 0;
    while (ahead >= 63L << 3 * level) {
      level++;
    }
    long width = 1L << 3 * level;
    return (expires + width) / width * width;
  }

  /** Instant in ticks at which a lone command of a cold queue is found late. */
  private static long noticed(long now, int hz, int seconds) {
    long deadline = now + (long) seconds * hz;
    long step = 1;
    while (step < hz) {
      step *= 2;
    }
    long fires = slot(now, Math.min(deadline, now + 5L * hz) + step);
    while (fires < deadline) {
      fires = slot(fires, deadline);
    }
    return fires;
  }

  record Clock(int hz, long jiffies, int seconds) {}

  static Stream<Clock> clocks() {
    List<Clock> all = new ArrayList<>();
    for (int hz : new int[] {100, 250, 300, 1000}) {
      for (long jiffies : new long[] {1L << 24, (1L << 24) + 1, 4_294_937_296L, 123_456_789L}) {
        for (int seconds : new int[] {1, 3, 7, 30, 60, 180}) {
          all.add(new Clock(hz, jiffies, seconds));
        }
      }
    }
    return all.stream();
  }

  /** 5.10 scans once, so the instant of the timer is the instant of the timeout. */
  @ParameterizedTest
  @MethodSource("clocks")
  void aLoneCommandIsNoticedInItsSlot(Clock clock) {
    Story story =
        Scenarios.on("5.10")
            .hz(clock.hz())
            .jiffies(clock.jiffies())
            .timeout(clock.seconds())
            .read("r")
            .mute()
            .times(1)
            .run();

    TraceEvent timeout =
        story.trace().events().stream()
            .filter(event -> event.function() == KernelFunction.SCSI_TIMEOUT)
            .findFirst()
            .orElseThrow();
    long ticks = noticed(clock.jiffies(), clock.hz(), clock.seconds()) - clock.jiffies();
    long nanos = ticks * (1_000_000_000L / clock.hz());
    assertThat(timeout.nanos()).isBetween(nanos, nanos + 100_000);
    assertThat(ticks).isGreaterThanOrEqualTo((long) clock.seconds() * clock.hz());
  }

  /**
   * Other IO keeps the timer turning: the pending timer may be earlier than a new command's own.
   * "cold" alone would be noticed in its slot of 256 ms; with a READ every 200 ms before it the
   * queue's timer is already set, and from there the deadline is nearer and its slot finer.
   */
  @Test
  void aWarmTimerNoticesSooner() {
    Story cold = Scenarios.on("5.10").timeout(3).read("r").at(5_000).mute().times(1).run();
    Story warm =
        Scenarios.on("5.10")
            .timeout(3)
            .read("warm")
            .blocks(16, 8)
            .repeat(24, 200)
            .read("r")
            .at(5_000)
            .mute()
            .onBlocks(2_048, 2_055)
            .times(1)
            .run();

    long late = timedOut(cold) - 8_000;
    long lateWarm = timedOut(warm) - 8_000;
    assertThat(late).isBetween(0L, 1_300L);
    assertThat(lateWarm).isLessThan(late).isNotNegative();
  }

  private static long timedOut(Story story) {
    String line = story.timeline("scsi_timeout");
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  /** Timers that share a slot run last in, first out; so do the delayed aborts that follow. */
  @Test
  void timersOfOneSlotRunInReverse() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("a")
            .mute()
            .times(1)
            .disk("0:0:0:1")
            .timeout(3)
            .read("b")
            .mute()
            .times(1)
            .disk("0:0:0:2")
            .timeout(3)
            .read("c")
            .mute()
            .times(1)
            .run();

    assertThat(story.timeline("scsi_timeout", "eh_abort_handler"))
        .isEqualTo(
            """
            4112 ms  scsi_timeout c BLK_EH_DONE
            4112 ms  scsi_timeout b BLK_EH_DONE
            4112 ms  scsi_timeout a BLK_EH_DONE
            4124 ms  eh_abort_handler a SUCCESS
            4124 ms  eh_abort_handler b SUCCESS
            4124 ms  eh_abort_handler c SUCCESS
            """);
  }

  /**
   * One timer for all commands of a queue: it fires for the first deadline and is then set to the
   * next. r at 0, r.1 at 500 and r.2 at 1000 ms: 750, 875 and 1000 ticks. At 1024 all are late.
   */
  @Test
  void oneScanFindsAllThatAreLate() {
    Story together =
        Scenarios.on("5.10").timeout(3).read("r").threads(3, 500).mute().times(3).run();
    Story apart =
        Scenarios.on("5.10").timeout(3).read("r").threads(3, 1_500).mute().times(3).run();

    assertThat(together.timeline("scsi_timeout"))
        .isEqualTo(
            """
            4096 ms  scsi_timeout r BLK_EH_DONE
            4096 ms  scsi_timeout r.1 BLK_EH_DONE
            4096 ms  scsi_timeout r.2 BLK_EH_DONE
            """);
    assertThat(apart.timeline("scsi_timeout"))
        .isEqualTo(
            """
            4096 ms  scsi_timeout r BLK_EH_DONE
            4512 ms  scsi_timeout r.1 BLK_EH_DONE
            6016 ms  scsi_timeout r.2 BLK_EH_DONE
            """);
  }

  /** A queue whose commands all end in time lets its timer run out once and then rests. */
  @Test
  void anIdleQueueHasNoTimer() {
    Story story = Scenarios.on("6.12").timeout(3).read("r").repeat(3, 10).until(600).run();

    assertThat(story.count(KernelFunction.BLK_RQ_TIMED_OUT_TIMER)).isEqualTo(1);
    assertThat(
            story.trace().events().stream()
                .filter(event -> event.fact() instanceof BlockFact.TimeoutScanned)
                .map(event -> ((BlockFact.TimeoutScanned) event.fact()).expired()))
        .containsExactly(0);
  }
}
