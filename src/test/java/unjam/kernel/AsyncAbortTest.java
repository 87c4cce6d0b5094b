package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.FailFast;
import unjam.trace.KernelFunction;

/**
 * A lost command and its one asynchronous abort (spec 3.2 to 3.4, S3).
 *
 * <p>Ticks of 4 ms, the wheel's slots at multiples from zero. A command of 30 s sets its queue's
 * timer at most 5 s ahead, plus 256 ticks: 1506 ticks. That lies in the level of 64-tick slots: the
 * timer fires at 24 * 64 = 1536 ticks = 6144 ms. Then it is set to the deadline itself, 7500 ticks,
 * in the level of 512: 15 * 512 = 7680 ticks = 30720 ms. Kernels with two passes wait a grace
 * period of 16 ms between them.
 */
class AsyncAbortTest {

  /** The abort runs a little later, on the worker; then the device is left alone for 16 ms. */
  @Test
  void aLostCommandIsAbortedAndTriedAgain() {
    Story story = Scenarios.on("6.12").read("r1").mute().times(1).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            0 ms  fault_ended fault1
            30736 ms  scsi_timeout r1 BLK_EH_DONE
            30748 ms  eh_abort_handler r1 SUCCESS
            30748 ms  scsi_queue_insert r1 EH_RETRY retries 1
            30764 ms  dispatch r1 READ_10
            30768 ms  io_end r1 4096
            """);
    assertThat(story.log()).isEmpty();
    assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
  }

  @Test
  void anOldKernelScansOnceAndDoesNotWaitForReaders() {
    Story story = Scenarios.on("5.10").read("r1").mute().times(1).run();

    assertThat(story.timeline("scsi_timeout", "eh_abort_handler", "io_end"))
        .isEqualTo(
            """
            30720 ms  scsi_timeout r1 BLK_EH_DONE
            30732 ms  eh_abort_handler r1 SUCCESS
            30752 ms  io_end r1 4096
            """);
  }

  /**
   * With ticks of 1 ms: 5 s ahead plus 1024 = 6024 ticks, in the level of 512: 12 * 512 = 6144.
   * Then 30000 ticks, also in the level of 512: 59 * 512 = 30208.
   */
  @Test
  void aFinerTickNoticesSooner() {
    Story story = Scenarios.on("6.12").hz(1000).read("r1").mute().times(1).run();

    assertThat(story.timeline("scsi_timeout"))
        .isEqualTo("30224 ms  scsi_timeout r1 BLK_EH_DONE\n");
  }

  @ParameterizedTest(name = "{0} counts {1}")
  @CsvSource({"6.12, 2 2 0 1", "6.1, 2 1 0 1", "5.10, 2 1 0 0"})
  void kernelsCountTheLostCommandDifferently(String kernel, String counters) {
    Story story = Scenarios.on(kernel).read("r1").mute().times(1).run();

    assertThat(story.counters("sda")).isEqualTo(counters);
  }

  /** Nothing of what it did to the first command helps the second life of the same request. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void aCommandIsAbortedOnceInItsLife(String kernel) {
    Story story = Scenarios.on(kernel).read("r1").mute().times(2).run();

    assertThat(story.order("scsi_timeout", "eh_abort_handler", "scsi_eh_scmd_add", "io_end"))
        .isEqualTo(
            """
            scsi_timeout r1 BLK_EH_DONE
            eh_abort_handler r1 SUCCESS
            scsi_timeout r1 BLK_EH_DONE
            scsi_eh_scmd_add r1
            io_end r1 4096
            """);
    assertThat(story.dispatches("r1")).isEqualTo(3);
  }

  @Test
  void anAbortThatFailsLeadsToTheErrorHandler() {
    Story story =
        Scenarios.on("6.12").read("r1").mute().times(1).fails(EH_ABORT_HANDLER).times(1).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            0 ms  fault_ended fault1
            30736 ms  scsi_timeout r1 BLK_EH_DONE
            30748 ms  eh_abort_handler r1 FAILED
            30748 ms  fault_ended fault2
            30748 ms  scsi_eh_scmd_add r1
            30764 ms  scsi_eh_wakeup failed 1
            30764 ms  eh_device_reset_handler r1 SUCCESS
            30764 ms  scsi_eh_tur r1 READY
            30764 ms  scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            30764 ms  scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            30768 ms  scsi_queue_insert r1 EH_RETRY retries 1
            30768 ms  scsi_run_host_queues
            30784 ms  dispatch r1 READ_10
            30788 ms  io_end r1 4096
            """);
    assertThat(story.log())
        .containsExactly("sd 0:0:0:0: Power-on or device reset occurred");
  }

  /** 6.12 asks for the callback first; before, the worker went and found none, 12 ms later. */
  @ParameterizedTest(name = "{0}: {1} ms")
  @CsvSource({"6.12, 30736", "6.1, 30748", "5.10, 30732"})
  void aDriverWithoutAbortSendsTheCommandToTheErrorHandler(String kernel, long millis) {
    Story story =
        Scenarios.on(kernel).without(EH_ABORT_HANDLER).read("r1").mute().times(1).run();

    assertThat(story.timeline("scsi_eh_scmd_add", "eh_abort_handler"))
        .isEqualTo(millis + " ms  scsi_eh_scmd_add r1\n");
  }

  /** All three expire in one scan. The slot of the wheel gives the last one first. */
  @Test
  void abortsOfAHostRunOneAfterAnother() {
    Story story =
        Scenarios.on("6.12")
            .takes(EH_ABORT_HANDLER, 500)
            .read("r")
            .threads(3, 0)
            .mute()
            .times(3)
            .run();

    assertThat(story.timeline("scsi_timeout", "eh_abort_handler", "io_end"))
        .isEqualTo(
            """
            30736 ms  scsi_timeout r BLK_EH_DONE
            30736 ms  scsi_timeout r.1 BLK_EH_DONE
            30736 ms  scsi_timeout r.2 BLK_EH_DONE
            30748 ms  eh_abort_handler r.2 SUCCESS
            31248 ms  eh_abort_handler r.1 SUCCESS
            31748 ms  eh_abort_handler r SUCCESS
            32268 ms  io_end r.2 4096
            32268 ms  io_end r.1 4096
            32268 ms  io_end r 4096
            """);
  }

  @ParameterizedTest(name = "retries {0}, dev {1} transport {2} driver {3}: {4}")
  @CsvSource({
    "0, false, false, false, EIO",
    "5, true, false, false, EIO",
    "5, false, true, false, 4096",
    "5, false, false, true, 4096",
    "-1, false, false, false, 4096"
  })
  void whoMayNotRetryFailsAfterTheAbort(
      int retries, boolean dev, boolean transport, boolean driver, String outcome) {
    Story story =
        Scenarios.on("6.12")
            .retries(retries)
            .read("r1")
            .failFast(new FailFast(dev, transport, driver))
            .mute()
            .times(1)
            .run();

    assertThat(story.outcome("r1")).isEqualTo(outcome);
    assertThat(story.log("hostbyte=DID_TIME_OUT")).hasSize(outcome.equals("EIO") ? 1 : 0);
    assertThat(story.state("sda")).isEqualTo("running");
  }

  /**
   * The driver asks for more time: a whole new timeout. At 1536 + 4 ticks the new deadline sets
   * the timer to 1540 + 1250 + 256 = 3046, which fires at 48 * 64 = 3072 ticks = 12288 ms; the scan
   * sees the request again, and 16 ms later so does the driver.
   */
  @Test
  void aDriverMayAskForMoreTimeForEver() {
    Story story =
        Scenarios.on("6.12").resetsTimers().timeout(5).until(30).read("r1").mute().run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            6160 ms  scsi_timeout r1 BLK_EH_RESET_TIMER
            12304 ms  scsi_timeout r1 BLK_EH_RESET_TIMER
            18448 ms  scsi_timeout r1 BLK_EH_RESET_TIMER
            24592 ms  scsi_timeout r1 BLK_EH_RESET_TIMER
            """);
    assertThat(story.outcome("r1")).isEqualTo("still waiting");
    assertThat(story.counters("sda")).isEqualTo("1 0 0 4");
  }
}
