package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.scsi.Fault;
import unjam.scsi.Opcode;
import unjam.scsi.ServiceTime;
import unjam.trace.KernelFunction;

/**
 * A SAS host adapter (spec 5.2, S1 and S5): m = 1 s for a task management function that the
 * firmware answers, 30 s and a reset of the adapter of 20 s if it does not.
 */
class SasAdapterTest {

  private static Scenarios sas() {
    return Scenarios.on("6.12", "mpt3sas");
  }

  /** S1: the drive tries for 7 s and then says so. Linux does not try again. */
  @Test
  void aBadSectorCostsWhatTheDriveSpendsOnIt() {
    Story story =
        sas()
            .service(new ServiceTime.Fixed(7_000_000_000L))
            .read("r")
            .blocks(2_048, 8)
            .fault(new Fault.MediumError())
            .onBlocks(2_050, 2_050)
            .run();

    assertThat(story.outcome("r")).isEqualTo("ENODATA");
    assertThat(story.latency("r")).isEqualTo(7_000);
    assertThat(story.dispatches("r")).isEqualTo(1);
  }

  /**
   * S5 with a firmware that answers: 90 + 2d + 5m + T_hba = 90 + 2 * 1.6 + 5 + 20 s. Written out:
   * timeouts at 30736 and 63504 ms (slots of 2 s), one abort between them; device and target reset
   * of 1 s each, a TEST UNIT READY of 10 s and its abort, the adapter's reset of 20 s, 10 s of
   * settling, another TEST UNIT READY and its abort.
   */
  @Test
  void aMuteDiskBehindAFirmwareThatAnswers() {
    Story story =
        sas().read("r").mute().only(Opcode.READ_10).mute().only(Opcode.TEST_UNIT_READY).run();

    assertThat(
            story.timeline(
                "scsi_timeout", "eh_abort_handler", "eh_device_reset_handler",
                "eh_target_reset_handler", "eh_bus_reset_handler", "eh_host_reset_handler",
                "scsi_eh_tur", "settle", "state", "io_end"))
        .isEqualTo(
            """
            30736 ms  scsi_timeout r BLK_EH_DONE
            30748 ms  eh_abort_handler r SUCCESS
            63504 ms  scsi_timeout r BLK_EH_DONE
            63520 ms  eh_device_reset_handler r FAILED
            64520 ms  eh_target_reset_handler r SUCCESS
            65520 ms  scsi_eh_tur r NOT_READY
            75776 ms  eh_abort_handler r SUCCESS
            76776 ms  eh_host_reset_handler r SUCCESS
            96776 ms  settle 10000 ms
            107008 ms  scsi_eh_tur r NOT_READY
            117248 ms  eh_abort_handler r SUCCESS
            118248 ms  state sda offline
            118264 ms  io_end r EIO
            """);
  }

  /** S5 with m = 30 + 20 s each of five times: 90 + 2d + 5m + T_hba = 363 s. */
  @Test
  void aMuteDiskThatDoesNotEvenAnswerTheFirmware() {
    Story story = sas().read("r").mute().run();

    assertThat(story.latency("r")).isBetween(363_000L, 363_999L);
    assertThat(story.log("sending diag reset")).hasSize(6);
    assertThat(story.state("sda")).isEqualTo("offline");
  }

  /** R = 0: one timeout and one abort that needs the adapter's reset, 4124 ms and 30 + 20 s. */
  @Test
  void withoutRetriesTheAbortIsAllThereIs() {
    Story story = sas().timeout(3).retries(0).read("r").mute().run();

    assertThat(story.latency("r")).isEqualTo(54_124);
    assertThat(story.log("hostbyte=DID_TIME_OUT")).hasSize(1);
    assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
  }

  /**
   * The adapter is reset while a neighbour works: it waits up to 10 s for what is under way, takes
   * nothing new meanwhile, and afterwards every disk has a unit attention.
   */
  @Test
  void aNeighbourFeelsTheAdaptersReset() {
    Story story =
        sas()
            .timeout(3)
            .read("r")
            .mute()
            .during(0, 40_000)
            .disk("0:0:1:0")
            .timeout(30)
            .service(new ServiceTime.Fixed(800_000_000L))
            .read("mate")
            .at(33_800)
            .read("second")
            .at(34_700)
            .run();

    assertThat(story.latency("mate")).isEqualTo(800);
    assertThat(story.order("queuecommand_busy")).startsWith("queuecommand_busy second HOST_BUSY");
    assertThat(story.latency("second")).isBetween(54_124L - 34_700 + 800, 21_500L);
    assertThat(story.log("sd 0:0:1:0: Power-on")).hasSize(1);
  }

  /** What the neighbour has under way for longer than 10 s comes back as DID_RESET, for free. */
  @Test
  void aNeighboursLongCommandIsTakenAwayAndRepeated() {
    Story story =
        sas()
            .timeout(3)
            .read("r")
            .mute()
            .during(0, 40_000)
            .disk("0:0:1:0")
            .timeout(60)
            .service(new ServiceTime.Fixed(25_000_000_000L))
            .read("mate")
            .at(33_000)
            .run();

    assertThat(story.outcome("mate")).isEqualTo("4096");
    assertThat(story.timeouts("mate")).isZero();
    assertThat(story.dispatches("mate")).isEqualTo(3);
    assertThat(story.order("scsi_queue_insert").lines().toList().getLast())
        .endsWith("mate EH_RETRY retries 0");
  }

  /** The driver reports FAILED as long as the command it is about counts as under way. */
  @Test
  void theDeviceResetFailsThoughItWorked() {
    Story story =
        sas().timeout(3).ehTimeout(4).read("r").mute().only(Opcode.READ_10).times(2).run();

    assertThat(story.order("eh_device_reset_handler", "eh_target_reset_handler", "scsi_eh_tur"))
        .isEqualTo(
            """
            eh_device_reset_handler r FAILED
            eh_target_reset_handler r SUCCESS
            scsi_eh_tur r READY
            """);
    assertThat(story.log("device reset"))
        .anyMatch(line -> line.contains("device reset: FAILED"));
  }

  /** The firmware gives back what it terminated; the mid-layer no longer waits for it. */
  @Test
  void theAbortedCommandComesBackAndIsDropped() {
    Story story = sas().timeout(3).read("r").mute().only(Opcode.READ_10).times(1).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r READ_10
            0 ms  fault_ended fault1
            4112 ms  scsi_timeout r BLK_EH_DONE
            4124 ms  eh_abort_handler r SUCCESS
            5124 ms  late_answer r
            5124 ms  scsi_queue_insert r EH_RETRY retries 1
            5140 ms  dispatch r READ_10
            5144 ms  io_end r 4096
            """);
  }
}
