package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.Opcode.READ_10;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;

/**
 * A disk that answers TEST UNIT READY and nothing else is a zombie: sd counts its passes through
 * the error handler (spec 4.5, S4), and what later IO gets from a disk that is offline.
 */
class MediumAccessTest {

  private static Scenarios zombie(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4).read("r1").mute().only(READ_10);
  }

  /**
   * Attempt 1 is aborted. Attempts 2 and 3 go through the error handler and count: 3 (T + d) + 2
   * TEH with T + d of 4112 - 0, 8208 - 4140 and 12304 - 8244 ms.
   */
  @Test
  void theThirdSilenceTakesTheDiskOffline() {
    Story story = zombie("6.12").run();

    assertThat(
            story.timeline(
                "dispatch", "scsi_timeout", "eh_abort_handler", "eh_device_reset_handler",
                "scsi_eh_tur", "state", "io_end"))
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            4112 ms  scsi_timeout r1 BLK_EH_DONE
            4124 ms  eh_abort_handler r1 SUCCESS
            4140 ms  dispatch r1 READ_10
            8208 ms  scsi_timeout r1 BLK_EH_DONE
            8224 ms  eh_device_reset_handler r1 SUCCESS
            8224 ms  scsi_eh_tur r1 READY
            8244 ms  dispatch r1 READ_10
            12304 ms  scsi_timeout r1 BLK_EH_DONE
            12320 ms  eh_device_reset_handler r1 SUCCESS
            12320 ms  scsi_eh_tur r1 READY
            12324 ms  state sda offline
            12324 ms  io_end r1 EIO
            """);
    assertThat(story.log("Medium access"))
        .containsExactly(
            "sd 0:0:0:0: [sda] tag#0 Medium access timeout failure. Offlining disk!");
    assertThat(story.log("Device offlined")).isEmpty();
  }

  /**
   * A pass counts only if the command's host byte says DID_TIME_OUT. A failed abort leaves it 0,
   * so pass 1 is free; 6.12 without the callback sets it at once.
   */
  @ParameterizedTest(name = "{0}, abort {1}: {2} timeouts")
  @CsvSource({
    "6.12, works, 3", "6.12, fails, 3", "6.12, missing, 2",
    "6.1, works, 3", "6.1, fails, 3", "6.1, missing, 3",
    "5.10, works, 3", "5.10, fails, 3", "5.10, missing, 3",
  })
  void theAbortDecidesWhetherTheFirstPassCounts(String kernel, String abort, int timeouts) {
    Scenarios zombie = zombie(kernel);
    if (abort.equals("fails")) {
      zombie.fails(EH_ABORT_HANDLER);
    } else if (abort.equals("missing")) {
      zombie.without(EH_ABORT_HANDLER);
    }
    Story story = zombie.run();

    assertThat(story.timeouts("r1")).isEqualTo(timeouts);
    assertThat(story.state("sda")).isEqualTo("offline");
    assertThat(story.outcome("r1")).isEqualTo("EIO");
  }

  @ParameterizedTest(name = "at most {0}: {1} timeouts")
  @CsvSource({"0, 2", "1, 2", "2, 3", "4, 5", "5, 6"})
  void theLimitIsAKnob(int most, int timeouts) {
    Story story = zombie("6.12").mediumTimeouts(most).run();

    assertThat(story.timeouts("r1")).isEqualTo(timeouts);
    assertThat(story.state("sda")).isEqualTo("offline");
  }

  /** (R + 1) timeouts and the disk stays; every IO of another place clears the count. */
  @Test
  void otherIoThatCompletesClearsTheCount() {
    Story story = zombieSector(5).run();

    assertThat(story.timeouts("r1")).isEqualTo(6);
    assertThat(story.outcome("r1")).isEqualTo("EIO");
    assertThat(story.state("sda")).isEqualTo("running");
    assertThat(story.log("Medium access")).isEmpty();
  }

  /** With endless retries the READ ends with the disk, two passes after the other IO has ended. */
  @Test
  void aCommandThatMayBeRetriedForEverWaitsForTheOtherIo() {
    Story story = zombieSector(-1).run();

    assertThat(story.timeouts("r1")).isEqualTo(9);
    assertThat(story.state("sda")).isEqualTo("offline");
    assertThat(story.outcome("other#59")).isEqualTo("4096");
  }

  private static Scenarios zombieSector(int retries) {
    return Scenarios.on("6.12")
        .timeout(3)
        .ehTimeout(4)
        .retries(retries)
        .read("r1")
        .blocks(8, 8)
        .mute()
        .onBlocks(8, 15)
        .read("other")
        .blocks(1000, 8)
        .repeat(60, 500);
  }

  /** Whoever opens the disk later does not get it; a file that was open gets the IO refused. */
  @ParameterizedTest
  @CsvSource({"READ, DIRECT", "READ, BUFFERED", "READ, SG_IO", "WRITE, DIRECT", "FSYNC, DIRECT"})
  void anOfflineDiskIsNotOpened(IoOp op, IoMode mode) {
    Story story =
        Scenarios.on("6.12")
            .io("late", op, mode)
            .at(9_000)
            .writes(5_000, Knob.STATE, "offline")
            .run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            5000 ms  state sda offline
            9000 ms  open_failed late ENXIO
            """);
    assertThat(story.outcome("late")).isEqualTo("ENXIO");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "READ, DIRECT, EIO", "READ, BUFFERED, EIO", "READ, SG_IO, ENODEV",
    "WRITE, DIRECT, EIO", "WRITE, BUFFERED, 4096", "WRITE, SG_IO, ENODEV", "FSYNC, DIRECT, EIO",
  })
  void anOpenFileIsOfNoUseEither(IoOp op, IoMode mode, String outcome) {
    Story story =
        Scenarios.on("6.12")
            .io("io", op, mode)
            .repeat(2, 10_000)
            .writes(5_000, Knob.STATE, "offline")
            .run();

    assertThat(story.outcome("io")).isNotEqualTo("EIO");
    assertThat(story.outcome("io#1")).isEqualTo(outcome);
    assertThat(story.dispatches("io#1")).isZero();
  }

  /** It says so once, until the state changes. */
  @Test
  void refusedIoIsLoggedOnce() {
    Story story =
        Scenarios.on("6.12")
            .read("r")
            .repeat(8, 1_000)
            .writes(1_500, Knob.STATE, "offline")
            .writes(4_500, Knob.STATE, "running")
            .writes(5_500, Knob.STATE, "offline")
            .run();

    assertThat(story.outcomes())
        .isEqualTo("r=4096 r#1=4096 r#2=EIO r#3=EIO r#4=EIO r#5=4096 r#6=EIO r#7=EIO");
    assertThat(story.log("rejecting")).hasSize(2);
    assertThat(story.log("I/O error, dev sda")).hasSize(5);
  }
}
