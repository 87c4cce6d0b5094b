package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY;
import static unjam.scsi.MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY;
import static unjam.scsi.MlqueueReturn.SCSI_MLQUEUE_TARGET_BUSY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.Knob;
import unjam.scsi.SamStatus;
import unjam.scsi.ServiceTime;

/** The gates on the way down: depth, tags, the three counters that hold a queue (spec 1.2, 1.4). */
class QueueTest {

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void aDiskOfDepthOneGetsOneCommandAtATime(String kernel) {
    Story story = Scenarios.on(kernel).depth(1).read("r").threads(4, 0).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r READ_10
            4 ms  dispatch r.1 READ_10
            4 ms  io_end r 4096
            8 ms  dispatch r.2 READ_10
            8 ms  io_end r.1 4096
            12 ms  dispatch r.3 READ_10
            12 ms  io_end r.2 4096
            16 ms  io_end r.3 4096
            """);
  }

  /** The commands of both disks share the host's only tag. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void aHostWithOneTagServesItsDisksInTurn(String kernel) {
    Story story =
        Scenarios.on(kernel)
            .canQueue(1)
            .read("r")
            .threads(2, 0)
            .disk("0:0:0:1")
            .read("q")
            .threads(2, 0)
            .run();

    assertThat(story.order("dispatch").lines()).hasSize(4);
    assertThat(story.outcomes()).isEqualTo("q=4096 q.1=4096 r=4096 r.1=4096");
    long last = Math.max(story.latency("q.1"), story.latency("r.1"));
    assertThat(last).isEqualTo(16);
  }

  /** A depth written while commands wait lets them go with the next completion. */
  @Test
  void aGreaterDepthLetsTheWaitingGo() {
    Story story =
        Scenarios.on("6.12")
            .depth(1)
            .service(new ServiceTime.Fixed(100_000_000))
            .read("r")
            .threads(5, 0)
            .writes(150, Knob.QUEUE_DEPTH, "4")
            .run();

    assertThat(story.timeline("dispatch"))
        .isEqualTo(
            """
            0 ms  dispatch r READ_10
            100 ms  dispatch r.1 READ_10
            200 ms  dispatch r.2 READ_10
            200 ms  dispatch r.3 READ_10
            200 ms  dispatch r.4 READ_10
            """);
  }

  /**
   * A refusal for the host's sake holds the host until seven attempts have been made with nothing
   * under way, most of them 8 ms apart.
   */
  @ParameterizedTest(name = "{0}: {1} ms")
  @CsvSource({"6.12, 44", "6.1, 52"})
  void aBusyHostIsAskedSevenTimes(String kernel, long millis) {
    Story story = Scenarios.on(kernel).read("r").refuses(SCSI_MLQUEUE_HOST_BUSY).times(1)
        .read("s").read("t").run();

    assertThat(story.order("queuecommand_busy")).isEqualTo("queuecommand_busy r HOST_BUSY\n");
    assertThat(story.latency("r")).isEqualTo(millis);
    assertThat(story.latency("t")).isEqualTo(millis);
  }

  /** Three attempts for a device; for a target none, if it has no limit of its own. */
  @Test
  void aBusyTargetIsAskedAgainAtOnce() {
    Story device =
        Scenarios.on("6.12").read("r").refuses(SCSI_MLQUEUE_DEVICE_BUSY).times(1).run();
    Story target =
        Scenarios.on("6.12").read("r").refuses(SCSI_MLQUEUE_TARGET_BUSY).times(1).run();

    assertThat(target.latency("r")).isLessThan(device.latency("r"));
    assertThat(target.latency("r")).isEqualTo(4);
    assertThat(device.dispatches("r")).isEqualTo(target.dispatches("r"));
  }

  /** A refusal is no failure: it costs no retry and no counter but the request's. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void aRefusalIsNotCountedAsARetry(String kernel) {
    Story story =
        Scenarios.on(kernel)
            .retries(0)
            .read("r")
            .refuses(SCSI_MLQUEUE_DEVICE_BUSY)
            .times(20)
            .run();

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.order("queuecommand_busy").lines()).hasSize(20);
    assertThat(story.order("scsi_queue_insert")).isEmpty();
    assertThat(story.device("sda").ioerrCnt()).isZero();
  }

  /**
   * BUSY holds the disk while another command of it is under way; that one is lost, so everybody
   * waits for its abort: 4124 ms and the three attempts.
   */
  @ParameterizedTest(name = "{0}: {1} ms")
  @CsvSource({"6.12, 4144", "6.1, 4144", "5.10, 4128"})
  void busyBehindALostCommandWaitsForItsAbort(String kernel, long millis) {
    Story story =
        Scenarios.on(kernel)
            .timeout(3)
            .read("lost")
            .mute()
            .times(1)
            .read("busy")
            .at(100)
            .status(SamStatus.BUSY)
            .times(1)
            .read("third")
            .at(150)
            .run();

    assertThat(story.order("scsi_queue_insert"))
        .isEqualTo(
            """
            scsi_queue_insert busy DEVICE_BUSY retries 0
            scsi_queue_insert lost EH_RETRY retries 1
            """);
    assertThat(story.latency("lost")).isEqualTo(millis);
    assertThat(story.latency("busy")).isEqualTo(millis - 100);
    assertThat(story.latency("third")).isEqualTo(millis - 150);
  }

  /** The neighbour's disk is not held. */
  @Test
  void aBusyDiskDoesNotHoldItsNeighbour() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("lost")
            .mute()
            .times(1)
            .read("busy")
            .at(100)
            .status(SamStatus.BUSY)
            .times(1)
            .disk("0:0:0:1")
            .read("mate")
            .at(200)
            .run();

    assertThat(story.latency("mate")).isEqualTo(4);
    assertThat(story.latency("busy")).isGreaterThan(4_000);
  }

  /**
   * TASK SET FULL lowers the depth by one after eleven reports of the same depth that lie in
   * different 64 ms; each attempt is 20 ms after the last.
   */
  @Test
  void taskSetFullLowersTheDepth() {
    Story story =
        Scenarios.on("6.12").depth(8).timeout(1).read("r").status(SamStatus.TASK_SET_FULL).run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.device("sda").queueDepth()).isLessThan(8).isPositive();
  }

  /** The elevator goes up through the disk and begins again below. */
  @Test
  void theSchedulerSortsWhatWaits() {
    Story story =
        Scenarios.on("6.12")
            .depth(1)
            .read("first")
            .blocks(1_000, 8)
            .read("high")
            .blocks(9_000, 8)
            .at(1)
            .read("low")
            .blocks(16, 8)
            .at(2)
            .read("middle")
            .blocks(5_000, 8)
            .at(3)
            .run();

    assertThat(story.order("dispatch").replaceAll("(?m)^dispatch | READ_10$", ""))
        .isEqualTo("first\nmiddle\nhigh\nlow\n");
  }

  @Test
  void withoutASchedulerOrderIsKept() {
    Story story =
        Scenarios.on("6.12")
            .depth(1)
            .scheduler("none")
            .read("first")
            .blocks(1_000, 8)
            .read("high")
            .blocks(9_000, 8)
            .at(1)
            .read("low")
            .blocks(16, 8)
            .at(2)
            .run();

    assertThat(story.order("dispatch").replaceAll("(?m)^dispatch | READ_10$", ""))
        .isEqualTo("first\nhigh\nlow\n");
  }
}
