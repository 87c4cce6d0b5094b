package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.Opcode.WRITE_10;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.LogFacility;

/** What each field of the logging level adds to the kernel log (spec 7.2). */
class LoggingTest {

  /** A READ that is lost twice, an SG_IO, and a WRITE that meets a bad sector. */
  private static List<String> log(String kernel, int level) {
    return Scenarios.on(kernel)
        .timeout(3)
        .ehTimeout(4)
        .loggingLevel(level)
        .read("r")
        .mute()
        .times(2)
        .io("sg", IoOp.READ, IoMode.SG_IO)
        .at(20_000)
        .write("w")
        .at(21_000)
        .sense("3/11/00")
        .only(WRITE_10)
        .run()
        .log();
  }

  private static int field(LogFacility facility, int value) {
    return value << 3 * facility.ordinal();
  }

  /** A field speaks when it is above the line's own level. */
  @ParameterizedTest(name = "{0} above {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR | 1 | scsi host0: scsi_eh_0: sleeping",
        "ERROR | 1 | scsi host0: scsi_eh_0: waking up 0/1/1",
        "ERROR | 2 | scsi host0: Total of 1 commands on 1 devices require eh work",
        "ERROR | 3 | sd 0:0:0:0: [sda] tag#0 abort scheduled",
        "ERROR | 3 | sd 0:0:0:0: [sda] tag#0 previous abort failed",
        "ERROR | 3 | sd 0:0:0:0: scsi_eh_0: Sending BDR",
        "ERROR | 5 | scsi host0: Waking error handler thread",
        "MLQUEUE | 1 | sd 0:0:0:0: [sda] tag#0 CDB: Test Unit Ready 00 00 00 00 00 00",
        "MLQUEUE | 3 | sd 0:0:0:0: unblocking device at zero depth",
        "MLCOMPLETE | 3 | sd 0:0:0:0: [sda] tag#0 scsi host busy 1 failed 1",
        "MLCOMPLETE | 4 | sd 0:0:0:0: Notifying upper driver of completion (result 0)",
        "HLQUEUE | 1 | sd 0:0:0:0: [sda] tag#0 sd_setup_read_write_cmnd: block=2048, count=8",
        "HLQUEUE | 2 | sd 0:0:0:0: [sda] tag#0 writing 8/8 512 byte blocks.",
        "HLQUEUE | 3 | sd 0:0:0:0: [sda] sd_open",
        "HLCOMPLETE | 1 | sd 0:0:0:0: [sda] tag#0 sd_done: completed 0 of 4096 bytes",
        "HLCOMPLETE | 1 | sd 0:0:0:0: [sda] tag#0 8 sectors total, 0 bytes done.",
        "IOCTL | 1 | sd 0:0:0:0: [sda] sd_ioctl: disk=sda, cmd=0x2285",
      })
  void aLineHasItsLevel(LogFacility facility, int level, String line) {
    for (String kernel : new String[] {"6.12", "6.1", "5.10"}) {
      assertThat(log(kernel, field(facility, level))).as(kernel).doesNotContain(line);
      assertThat(log(kernel, field(facility, level + 1))).as(kernel).contains(line);
      assertThat(log(kernel, field(facility, 7))).as(kernel).contains(line);
    }
  }

  /** Whoever has every completion printed does not get the failure twice. */
  @Test
  void completionsInTheLogReplaceTheFailure() {
    String failed = "FAILED Result: hostbyte=DID_OK";
    String done = "Done: SUCCESS Result: hostbyte=DID_OK driverbyte=DRIVER_OK cmd_age=0s";

    List<String> quiet = log("6.12", 0);
    assertThat(quiet).anyMatch(line -> line.contains(failed));
    assertThat(quiet).noneMatch(line -> line.contains(done));
    List<String> wordy = log("6.12", field(LogFacility.MLCOMPLETE, 1));
    assertThat(wordy).noneMatch(line -> line.contains(failed));
    assertThat(wordy).anyMatch(line -> line.contains(done));
  }

  /** One level in the field prints what failed, two print everything. */
  @Test
  void goodCompletionsNeedTwo() {
    String good = "Done: SUCCESS Result: hostbyte=DID_OK driverbyte=DRIVER_OK cmd_age=8s";
    int lines = log("6.12", field(LogFacility.MLCOMPLETE, 1)).size();

    assertThat(log("6.12", field(LogFacility.MLCOMPLETE, 2)))
        .hasSizeGreaterThan(lines)
        .anyMatch(line -> line.contains(good));
  }

  /** The hook of the timeout has no line of its own; nothing here scans or asks the driver. */
  @ParameterizedTest
  @CsvSource({"TIMEOUT", "SCAN", "LLQUEUE", "LLCOMPLETE"})
  void someFieldsAddNothing(LogFacility facility) {
    assertThat(log("6.12", field(facility, 7))).isEqualTo(log("6.12", 0));
  }

  /**
   * Ten failures in five seconds are printed; of the others only their number, with the first that
   * comes later. A failure every 104 ms: the 50th comes 5096 ms after the first.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "6.12, blk_print_req_error", "6.1, blk_print_req_error", "5.10, print_req_error"
  })
  void failuresAreRateLimited(String kernel, String printer) {
    Story story = Scenarios.on(kernel).read("r").repeat(60, 100).sense("4/44/00").run();

    assertThat(story.outcomes()).doesNotContain("4096");
    assertThat(story.log("FAILED Result")).hasSize(20);
    assertThat(story.log("critical target error")).hasSize(20);
    assertThat(story.log("suppressed"))
        .containsExactly(
            "scsi_io_completion_action: 39 callbacks suppressed",
            printer + ": 39 callbacks suppressed");
  }
}
