package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.Knob;

/**
 * How long the error handler may try before it goes to the host reset (spec 3.6). Timeouts and
 * TEST UNIT READYs as in {@link LadderTest}: 4112 and 8208 ms (5.10: 4096 and 8192), then steps of
 * 4 s.
 */
class DeadlineTest {

  private static final String[] RUNGS = {
    "eh_device_reset_handler", "eh_target_reset_handler", "eh_bus_reset_handler",
    "eh_host_reset_handler"
  };

  private static Scenarios muteDisk(String kernel, int deadline) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4).deadline(deadline).read("r1").mute();
  }

  /**
   * The clock starts at a timeout, and a successful abort stops it: from 8208 on, 3 s are over
   * when the first TEST UNIT READY fails at 12288, 5 s at 16384; 20 s at 28208, after the bus
   * rung's TEST UNIT READY began at 26624: only the host reset is left anyway.
   */
  @ParameterizedTest(name = "{0} s: {1}")
  @CsvSource({
    "3, 12288 ms  eh_host_reset_handler, 2",
    "5, 16384 ms  eh_host_reset_handler, 3",
    "20, 30720 ms  eh_host_reset_handler, 4",
  })
  void whenTheTimeIsUpTheHostIsReset(int deadline, String hostReset, int resets) {
    for (String kernel : new String[] {"6.12", "6.1"}) {
      Story story = muteDisk(kernel, deadline).run();

      assertThat(story.timeline(RUNGS).lines()).hasSize(resets);
      assertThat(story.timeline(RUNGS)).endsWith(hostReset + " r1 SUCCESS\n");
      assertThat(story.state("sda")).isEqualTo("offline");
    }
  }

  /**
   * 5.10 does not stop the clock after a successful abort: it runs from 4096. 3 s are over before
   * the error handler wakes at 8208; 5 s at the end of its first TEST UNIT READY; 20 s after the
   * bus reset has settled at 26624, which leaves that rung without its TEST UNIT READY.
   */
  @ParameterizedTest(name = "{0} s: {1}")
  @CsvSource({
    "3, 8208 ms  eh_host_reset_handler, 1",
    "5, 12288 ms  eh_host_reset_handler, 2",
    "20, 26624 ms  eh_host_reset_handler, 4",
  })
  void anOldKernelsClockKeepsRunning(int deadline, String hostReset, int resets) {
    Story story = muteDisk("5.10", deadline).run();

    assertThat(story.timeline(RUNGS).lines()).hasSize(resets);
    assertThat(story.timeline(RUNGS)).endsWith(hostReset + " r1 SUCCESS\n");
  }

  /** Not even the asynchronous abort. The settle: 1035 + 2500 ticks, 56 * 64 = 14336 ms. */
  @Test
  void noTimeAtAllLeavesOnlyTheHostReset() {
    Story story = muteDisk("6.12", 0).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            4112 ms  scsi_timeout r1 BLK_EH_DONE
            4124 ms  scsi_eh_scmd_add r1
            4140 ms  scsi_eh_wakeup failed 1
            4140 ms  eh_host_reset_handler r1 SUCCESS
            4140 ms  settle 10000 ms
            14336 ms  scsi_eh_try_stu r1 1
            14336 ms  scsi_eh_tur r1 NOT_READY
            14336 ms  scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            18432 ms  eh_abort_handler r1 SUCCESS
            18432 ms  state sda offline
            18432 ms  scsi_run_host_queues
            18432 ms  io_end r1 EIO
            """);
  }

  /**
   * Aborts of 2 s each. At 8112 ms the time is up: the second abort has worked, but comes back
   * too late for its command to be tried again, and the third is not begun.
   */
  @Test
  void abortsStopWhenTheTimeIsUp() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .deadline(4)
            .takes(EH_ABORT_HANDLER, 2_000)
            .read("r")
            .threads(3, 0)
            .mute()
            .times(3)
            .run();

    assertThat(story.timeline("scsi_timeout", "eh_abort_handler", "scsi_eh_scmd_add"))
        .isEqualTo(
            """
            4112 ms  scsi_timeout r BLK_EH_DONE
            4112 ms  scsi_timeout r.1 BLK_EH_DONE
            4112 ms  scsi_timeout r.2 BLK_EH_DONE
            4124 ms  eh_abort_handler r.2 SUCCESS
            6124 ms  eh_abort_handler r.1 SUCCESS
            8124 ms  scsi_eh_scmd_add r.1
            8124 ms  scsi_eh_scmd_add r
            """);
    assertThat(story.outcomes()).isEqualTo("r=4096 r.1=4096 r.2=4096");
  }

  @Test
  void aDeadlineMayBeSetWhileNothingIsRecovered() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r1")
            .mute()
            .writes(5_000, Knob.EH_DEADLINE, "3")
            .writes(9_000, Knob.EH_DEADLINE, "off")
            .run();

    assertThat(story.order("refused")).isEqualTo("refused EH_DEADLINE EBUSY\n");
    assertThat(story.timeline("eh_host_reset_handler"))
        .isEqualTo("12288 ms  eh_host_reset_handler r1 SUCCESS\n");
  }
}
