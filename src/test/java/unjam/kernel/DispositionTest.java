package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.Opcode.READ_10;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.FailFast;
import unjam.scsi.HostByte;
import unjam.scsi.SamStatus;
import unjam.trace.KernelFunction;

/**
 * What becomes of a READ for every host byte and every status, if it gets it once and if it gets
 * it eight times (spec 2.2 and 2.3). An answer takes 4 ms; a device that was told to wait is asked
 * again three times, the last 16 ms later: 4 + 16 + 4 = 24 ms for one more try, 20 ms for each.
 */
class DispositionTest {

  private static Scenarios read(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4).read("r1");
  }

  private static String told(Story story) {
    return story.outcome("r1") + " " + story.dispatches("r1") + " " + story.latency("r1") + " "
        + story.count(KernelFunction.SCSI_EH_WAKEUP);
  }

  /** Answer, dispatches, milliseconds, passes of the error handler. R = 5 allows six dispatches. */
  @ParameterizedTest(name = "{0}: {1}, then {2}")
  @CsvSource({
    "DID_NO_CONNECT, EIO 1 4 0, EIO 1 4 0",
    "DID_BUS_BUSY, 4096 2 24 0, EIO 6 104 0",
    "DID_TIME_OUT, 4096 2 44 1, EIO 2 64 2",
    "DID_BAD_TARGET, EIO 1 4 0, EIO 1 4 0",
    "DID_ABORT, EIO 1 4 0, EIO 1 4 0",
    "DID_PARITY, 4096 2 24 0, EIO 6 104 0",
    "DID_ERROR, 4096 2 24 0, EIO 6 104 0",
    "DID_RESET, 4096 2 24 0, 4096 9 164 0",
    "DID_BAD_INTR, 4096 2 44 1, EIO 6 224 6",
    "DID_PASSTHROUGH, 4096 1 4 0, 4096 1 4 0",
    "DID_SOFT_ERROR, 4096 2 24 0, EIO 6 104 0",
    "DID_IMM_RETRY, 4096 2 24 0, 4096 9 164 0",
    "DID_REQUEUE, 4096 2 24 0, 4096 9 164 0",
    "DID_TRANSPORT_DISRUPTED, 4096 2 24 0, EIO 6 104 0",
    "DID_TRANSPORT_FAILFAST, ENOLINK 1 4 0, ENOLINK 1 4 0",
  })
  void aHostByteDecides(HostByte host, String once, String eightTimes) {
    for (String kernel : new String[] {"6.12", "6.1", "5.10"}) {
      assertThat(told(read(kernel).hostByte(host).only(READ_10).times(1).run()))
          .as("once on %s", kernel)
          .isEqualTo(once);
      assertThat(told(read(kernel).hostByte(host).only(READ_10).times(8).run()))
          .as("eight times on %s", kernel)
          .isEqualTo(eightTimes);
    }
  }

  /** Older than the kernels that know it: an unknown host byte is a case for the error handler. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"6.12, ENOLINK 1 4 0", "6.1, ENOLINK 1 4 0", "5.10, EIO 6 224 6"})
  void aMarginalPathIsNewIn61(String kernel, String eightTimes) {
    Story story =
        read(kernel).hostByte(HostByte.DID_TRANSPORT_MARGINAL).only(READ_10).times(8).run();

    assertThat(told(story)).isEqualTo(eightTimes);
    assertThat(story.log("hostbyte=0x14")).hasSize(1);
  }

  /** What is good but not GOOD is read anew at once, and nobody counts. */
  @ParameterizedTest(name = "{0}: {1}, then {2}")
  @CsvSource({
    "GOOD, 4096 1 4 0, 4096 1 4 0",
    "CONDITION_MET, 4096 2 8 0, 4096 9 36 0",
    "BUSY, 4096 2 24 0, 4096 9 164 0",
    "INTERMEDIATE, 4096 2 8 0, 4096 9 36 0",
    "INTERMEDIATE_CONDITION_MET, 4096 2 8 0, 4096 9 36 0",
    "RESERVATION_CONFLICT, EBADE 1 4 0, EBADE 1 4 0",
    "COMMAND_TERMINATED, 4096 2 8 0, 4096 9 36 0",
    "TASK_SET_FULL, 4096 2 24 0, 4096 9 164 0",
    "ACA_ACTIVE, EIO 1 4 0, EIO 1 4 0",
    "TASK_ABORTED, 4096 2 24 0, EIO 6 104 0",
  })
  void aStatusDecides(SamStatus status, String once, String eightTimes) {
    for (String kernel : new String[] {"6.12", "6.1", "5.10"}) {
      assertThat(told(read(kernel).status(status).only(READ_10).times(1).run()))
          .as("once on %s", kernel)
          .isEqualTo(once);
      assertThat(told(read(kernel).status(status).only(READ_10).times(8).run()))
          .as("eight times on %s", kernel)
          .isEqualTo(eightTimes);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "6.12, reservation conflict error", "6.1, critical nexus error",
    "5.10, blk_update_request: critical nexus error",
  })
  void aReservationConflictHasItsWords(String kernel, String words) {
    Story story = read(kernel).status(SamStatus.RESERVATION_CONFLICT).run();

    List<String> log = new ArrayList<>(story.log());
    assertThat(log.removeFirst()).isEqualTo("sd 0:0:0:0: reservation conflict");
    assertThat(log.getLast()).startsWith(words + ", dev sda, sector 2048");
  }

  /** Who may not retry hears of it after the first answer. */
  @ParameterizedTest(name = "{0}: dev {1}, transport {2}, driver {3}")
  @CsvSource({
    "DID_BUS_BUSY, 4096, EIO, 4096",
    "DID_PARITY, EIO, 4096, 4096",
    "DID_ERROR, 4096, 4096, EIO",
    "DID_SOFT_ERROR, 4096, 4096, EIO",
    "DID_IMM_RETRY, 4096, 4096, 4096",
    "DID_TRANSPORT_DISRUPTED, 4096, 4096, 4096",
    "DID_TIME_OUT, EIO, 4096, 4096",
  })
  void failFastBitsForbidSomeRetries(
      HostByte host, String dev, String transport, String driver) {
    assertThat(failFast(host, new FailFast(true, false, false))).isEqualTo(dev);
    assertThat(failFast(host, new FailFast(false, true, false))).isEqualTo(transport);
    assertThat(failFast(host, new FailFast(false, false, true))).isEqualTo(driver);
  }

  private static String failFast(HostByte host, FailFast bits) {
    return read("6.12")
        .failFast(bits)
        .hostByte(host)
        .only(READ_10)
        .times(1)
        .run()
        .outcome("r1");
  }

  /**
   * DID_RESET, BUSY and TASK SET FULL are tried again until (R + 1) * T = 6 s after the
   * allocation (S10).
   */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void whatIsNotCountedEndsWithTheRuntime(String kernel) {
    for (Scenarios storm :
        List.of(
            read(kernel).timeout(1).status(SamStatus.BUSY),
            read(kernel).timeout(1).status(SamStatus.TASK_SET_FULL),
            read(kernel).timeout(1).hostByte(HostByte.DID_REQUEUE),
            read(kernel).timeout(1).hostByte(HostByte.DID_IMM_RETRY))) {
      Story story = storm.run();

      assertThat(story.outcome("r1")).isEqualTo("EIO");
      assertThat(story.latency("r1")).isBetween(6_000L, 6_024L);
      assertThat(story.log().getFirst())
          .isEqualTo("sd 0:0:0:0: [sda] tag#0 timing out command, waited 6s");
      assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
    }
  }

  @Test
  void endlessRetriesHaveNoSuchLimit() {
    Story story =
        Scenarios.on("6.12")
            .timeout(1)
            .retries(-1)
            .until(9)
            .read("r1")
            .status(SamStatus.BUSY)
            .run();

    assertThat(story.outcome("r1")).isEqualTo("still waiting");
  }
}
