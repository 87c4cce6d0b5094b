package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_HOST_RESET_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.HostByte;
import unjam.scsi.Knob;
import unjam.scsi.Opcode;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/** What sysfs takes, what it refuses, and from when on a value counts (spec 6). */
class KnobTest {

  /** One write to an idle disk: the value the file has then, or the refusal. */
  @ParameterizedTest(name = "{0} <- {1}: {2}")
  @CsvSource({
    "TIMEOUT, 60, 60", "TIMEOUT, 0, 0", "TIMEOUT, abc, EINVAL",
    "EH_TIMEOUT, 5, 5", "EH_TIMEOUT, -1, EINVAL", "EH_TIMEOUT, 99999999999, EINVAL",
    "IO_TIMEOUT, 5000, 5000", "IO_TIMEOUT, 0, EINVAL", "IO_TIMEOUT, -1, EINVAL",
    "QUEUE_DEPTH, 1, 1", "QUEUE_DEPTH, 192, 192", "QUEUE_DEPTH, 193, EINVAL",
    "QUEUE_DEPTH, 0, EINVAL", "QUEUE_DEPTH, 0x10, 16",
    "MAX_RETRIES, -1, -1", "MAX_RETRIES, 5, 5", "MAX_RETRIES, 6, EINVAL",
    "MAX_MEDIUM_ACCESS_TIMEOUTS, 0, 0", "MAX_MEDIUM_ACCESS_TIMEOUTS, -1, EINVAL",
    "ALLOW_RESTART, on, 1", "ALLOW_RESTART, 0, 0", "ALLOW_RESTART, 2, EINVAL",
    "STATE, running, running", "STATE, offline, offline", "STATE, blocked, EINVAL",
    "STATE, transport-offline, EINVAL",
    "EH_DEADLINE, 10, 10", "EH_DEADLINE, off, off", "EH_DEADLINE, -1, EINVAL",
    "LOGGING_LEVEL, 7, 7", "LOGGING_LEVEL, x, EINVAL",
  })
  void aFileTakesOrRefuses(Knob knob, String text, String then) {
    Story story = Scenarios.on("6.12").canQueue(192).read("r").at(50).writes(10, knob, text).run();

    String answer = "nothing written";
    for (var event : story.trace().events()) {
      if (event.function() != KernelFunction.SYSFS_WRITE) {
        continue;
      }
      answer =
          switch (event.fact()) {
            case MachineFact.KnobSet set -> set.value();
            case MachineFact.KnobRefused refused -> refused.errno().name();
            default -> answer;
          };
    }
    assertThat(answer).isEqualTo(then);
  }

  @Test
  void tooManyRetriesAreRefusedAloud() {
    Story story = Scenarios.on("6.12").read("r").writes(10, Knob.MAX_RETRIES, "6").run();

    assertThat(story.log())
        .containsExactly("sd 0:0:0:0: max_retries must be between -1 and 5");
  }

  @Test
  void aDeadlineIsRefusedByADriverThatCannotResetItsHost() {
    Story story =
        Scenarios.on("6.12")
            .without(EH_HOST_RESET_HANDLER)
            .read("r")
            .writes(10, Knob.EH_DEADLINE, "10")
            .run();

    assertThat(story.order("refused")).isEqualTo("refused EH_DEADLINE EINVAL\n");
  }

  /**
   * A command keeps the timeout that it was first sent with. r of 3 s is lost at 4112 ms; s,
   * sent after the write, has 8 s: 500 + 2000 = 2500 ticks, in the level of 64-tick slots: 40 *
   * 64 = 2560 ticks = 10240 ms and 16.
   */
  @Test
  void aTimeoutCountsForCommandsSentLater() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .read("s")
            .at(2_000)
            .mute()
            .times(2)
            .writes(1_000, Knob.TIMEOUT, "8")
            .run();

    assertThat(story.timeline("scsi_timeout"))
        .isEqualTo(
            """
            4112 ms  scsi_timeout r BLK_EH_DONE
            10256 ms  scsi_timeout s BLK_EH_DONE
            """);
  }

  /** Even the second life of a request keeps it: 4140 + 3000 ms and not 30. */
  @Test
  void aRetryKeepsItsTimeout() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .mute()
            .times(2)
            .writes(1_000, Knob.IO_TIMEOUT, "30000")
            .run();

    assertThat(story.timeline("scsi_timeout"))
        .isEqualTo(
            """
            4112 ms  scsi_timeout r BLK_EH_DONE
            8208 ms  scsi_timeout r BLK_EH_DONE
            """);
  }

  /** From the next command of the error handler on: the target rung's takes a second. */
  @Test
  void anEhTimeoutCountsForTheNextRung() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r")
            .mute()
            .without(EH_BUS_RESET_HANDLER, EH_HOST_RESET_HANDLER)
            .writes(9_000, Knob.EH_TIMEOUT, "1")
            .run();

    assertThat(story.timeline("scsi_eh_tur", "state"))
        .isEqualTo(
            """
            8224 ms  scsi_eh_tur r NOT_READY
            12288 ms  scsi_eh_tur r NOT_READY
            13312 ms  state sda offline
            """);
  }

  /** The number of retries is fixed when a command is prepared. */
  @Test
  void retriesAreCountedAgainstTheOldLimit() {
    Story story =
        Scenarios.on("6.12")
            .read("before")
            .read("after")
            .at(200)
            .hostByte(HostByte.DID_ERROR)
            .during(0, 190)
            .hostByte(HostByte.DID_ERROR)
            .during(195, 300)
            .writes(10, Knob.MAX_RETRIES, "0")
            .run();

    assertThat(story.dispatches("before")).isEqualTo(6);
    assertThat(story.dispatches("after")).isEqualTo(1);
  }

  /** A count that is written while a disk is being recovered counts at the end of the pass. */
  @Test
  void theMediumLimitIsReadAtTheEndOfAPass() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r")
            .mute()
            .only(Opcode.READ_10)
            .writes(8_210, Knob.MAX_MEDIUM_ACCESS_TIMEOUTS, "1")
            .run();

    assertThat(story.timeouts("r")).isEqualTo(2);
    assertThat(story.state("sda")).isEqualTo("offline");
  }

  /** The command in the driver's hands goes on; what it gets when it comes back is the state. */
  @Test
  void anOfflineWriteDoesNotTouchWhatIsUnderWay() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r")
            .mute()
            .times(1)
            .writes(1_000, Knob.STATE, "offline")
            .run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r READ_10
            0 ms  fault_ended fault1
            1000 ms  state sda offline
            4112 ms  scsi_timeout r BLK_EH_DONE
            4124 ms  eh_abort_handler r SUCCESS
            4124 ms  scsi_queue_insert r EH_RETRY retries 1
            4140 ms  io_end r EIO
            """);
    assertThat(story.log().getFirst())
        .isEqualTo("sd 0:0:0:0: rejecting I/O to offline device");
  }

  /** Back to running: the queue runs, and the disk is asked who it is. */
  @Test
  void aDiskThatComesBackIsLookedAtAgain() {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .at(3_000)
            .writes(1_000, Knob.STATE, "offline")
            .writes(2_000, Knob.STATE, "running")
            .run();

    assertThat(story.order("dispatch", "state"))
        .startsWith(
            """
            state sda offline
            state sda running
            dispatch sda INQUIRY
            dispatch sda TEST_UNIT_READY
            dispatch sda READ_CAPACITY
            dispatch sda MODE_SENSE
            """)
        .endsWith("dispatch r READ_10\n");
    assertThat(story.outcome("r")).isEqualTo("4096");
  }

  /** At its next look at the disk the error handler lets the command go, and nobody retries it. */
  @Test
  void anOfflineDiskIsFinishedWithoutRetry() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r")
            .mute()
            .curedBy(EH_BUS_RESET_HANDLER)
            .writes(9_000, Knob.STATE, "offline")
            .run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.state("sda")).isEqualTo("offline");
  }
}
