package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.Opcode.READ_10;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.FailFast;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.SenseData;
import unjam.trace.KernelFunction;

/**
 * What becomes of a READ for sense data, if it gets it once and if it gets it eight times (spec
 * 2.4, 2.6, 2.7): answer, dispatches, milliseconds. Times as in {@link DispositionTest}.
 */
class SenseTest {

  private static Scenarios read(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4).read("r1");
  }

  private static String told(String kernel, String sense, int times) {
    Story story = read(kernel).sense(sense).only(READ_10).times(times).run();
    assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
    return story.outcome("r1") + " " + story.dispatches("r1") + " " + story.latency("r1");
  }

  @ParameterizedTest(name = "{0}: {1}, then {2}")
  @CsvSource({
    "0/00/00, 4096 2 8, 4096 9 36",
    "1/17/01, 4096 1 4, 4096 1 4",
    "2/04/00, EIO 1 4, EIO 1 4",
    "2/04/01, 4096 2 24, 4096 9 164",
    "2/04/02, EIO 1 4, EIO 1 4",
    "2/04/04, 4096 2 24, 4096 9 164",
    "2/04/09, 4096 2 24, 4096 9 164",
    "2/04/0b, EIO 1 4, EIO 1 4",
    "2/04/14, 4096 2 24, 4096 9 164",
    "2/04/1d, 4096 2 24, 4096 9 164",
    "2/3a/00, EIO 1 4, EIO 1 4",
    "3/11/00, ENODATA 1 4, ENODATA 1 4",
    "3/13/00, ENODATA 1 4, ENODATA 1 4",
    "3/14/00, ENODATA 1 4, ENODATA 1 4",
    "3/0c/00, 4096 2 24, EIO 6 104",
    "4/44/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "5/20/00, 4096 2 8, 4096 2 8",
    "5/21/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "5/24/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "5/10/01, EILSEQ 1 4, EILSEQ 1 4",
    "5/25/00, EIO 1 4, EIO 1 4",
    "6/28/00, 4096 2 24, 4096 9 164",
    "6/29/00, 4096 2 24, 4096 9 164",
    "6/2a/09, 4096 2 24, 4096 9 164",
    "6/3f/0e, 4096 2 24, 4096 9 164",
    "7/27/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "7/27/07, ENOSPC 1 4, ENOSPC 1 4",
    "8/00/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "9/00/00, EIO 1 4, EIO 1 4",
    "a/00/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "b/00/00, 4096 2 24, EIO 6 104",
    "b/10/01, EILSEQ 1 4, EILSEQ 1 4",
    "d/00/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
    "e/1d/00, EREMOTEIO 1 4, EREMOTEIO 1 4",
  })
  void senseDataDecides(String sense, String once, String eightTimes) {
    for (String kernel : new String[] {"6.12", "6.1", "5.10"}) {
      assertThat(told(kernel, sense, 1)).as("once on %s", kernel).isEqualTo(once);
      assertThat(told(kernel, sense, 8)).as("eight times on %s", kernel).isEqualTo(eightTimes);
    }
  }

  /** An ALUA transition is waited for in steps of a second; duration limits came with 6.12. */
  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource({
    "2/04/0a, 4096 9 8196, 4096 9 8196, EIO 1 4",
    "2/04/24, EIO 1 4, EIO 1 4, 4096 9 164",
    "b/2e/01, ETIME 1 4, EIO 6 104, EIO 6 104",
    "f/55/0a, ETIME 1 4, EIO 1 4, EIO 1 4",
  })
  void kernelsJudgeSomeSenseDataDifferently(
      String sense, String in612, String in61, String in510) {
    assertThat(told("6.12", sense, 8)).isEqualTo(in612);
    assertThat(told("6.1", sense, 8)).isEqualTo(in61);
    assertThat(told("5.10", sense, 8)).isEqualTo(in510);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "6/29/00 | Power-on or device reset occurred",
        "6/29/07 | Power-on or device reset occurred",
        "6/2a/01 | Mode parameters changed",
        "6/2a/06 | Asymmetric access state changed",
        "6/2a/09 | Capacity data has changed",
        "6/2a/05 | Parameters changed",
        "6/3f/03 | Inquiry data has changed",
      })
  void aUnitAttentionIsReported(String sense, String line) {
    Story story = read("6.12").sense(sense).only(READ_10).times(1).run();

    assertThat(story.log()).containsExactly("sd 0:0:0:0: " + line);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "6.12 | LUN assignments on this target have changed.",
        "6.1 | LUN assignments on this target have changed.",
        "5.10 | Warning! Received an indication that the LUN assignments on this target have"
            + " changed.",
      })
  void changedLunsAreReported(String kernel, String beginning) {
    Story story = read(kernel).sense("6/3f/0e").only(READ_10).times(1).run();

    assertThat(story.log())
        .containsExactly(
            "sd 0:0:0:0: " + beginning
                + " The Linux SCSI layer does not automatically remap LUN assignments.");
  }

  /** A disk whose medium can change fails the READ: the medium may be another one. */
  @Test
  void aUnitAttentionOfARemovableDiskIsAnError() {
    assertThat(read("6.12").removable().sense("6/28/00").times(1).run().outcome("r1"))
        .isEqualTo("EIO");
  }

  /** The first verdict asks whether it may be retried; the upper level does not. */
  @ParameterizedTest
  @CsvSource({"6/29/00", "2/04/01"})
  void failFastDoesNotForbidTheUpperLevelsRetries(String sense) {
    Story story =
        read("6.12").failFast(new FailFast(true, false, false)).sense(sense).times(1).run();

    assertThat(story.outcome("r1")).isEqualTo("4096");
    assertThat(story.dispatches("r1")).isEqualTo(2);
  }

  /** 5/20/00 once means that the disk knows no ten-byte commands: six bytes from now on. */
  @Test
  void aDiskThatRefusesTenBytesGetsSix() {
    Story story = read("6.12").sense("5/20/00").only(READ_10).times(1).read("r2").at(100).run();

    assertThat(story.order("dispatch"))
        .isEqualTo(
            """
            dispatch r1 READ_10
            dispatch r1 READ_6
            dispatch r2 READ_6
            """);
  }

  /** An error in sector 2050 of 2048 to 2055: 1024 bytes are good, but the bio fails as a whole. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "6.12, critical medium error", "6.1, critical medium error",
    "5.10, blk_update_request: critical medium error",
  })
  void whatLiesBeforeABadSectorIsGood(String kernel, String words) {
    SenseData sense = SenseData.parse("3/11/00").withInformation(2050);
    Story story =
        read(kernel)
            .fault(
                new Fault.Result(
                    HostByte.DID_OK, SamStatus.CHECK_CONDITION, Optional.of(sense),
                    Fault.Delivery.HARD_IRQ))
            .run();

    assertThat(story.outcome("r1")).isEqualTo("ENODATA");
    assertThat(story.log().getLast()).startsWith(words + ", dev sda, sector 2050 op 0x0:(READ)");
  }

  /** SG_IO: the call succeeds, the header carries status and sense, nothing is retried. */
  @Test
  void aPassthroughCommandCarriesItsSenseHome() {
    Story story =
        Scenarios.on("6.12")
            .io("sg", IoOp.READ, IoMode.SG_IO)
            .sense("6/29/00")
            .only(Opcode.READ_10)
            .run();

    assertThat(story.outcome("sg")).isEqualTo("0");
    assertThat(story.dispatches("sg")).isEqualTo(1);
  }
}
