package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_DEVICE_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_TARGET_RESET_HANDLER;
import static unjam.scsi.Opcode.READ_10;
import static unjam.scsi.Opcode.TEST_UNIT_READY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;

/** The error handler's own commands: TEST UNIT READY, START STOP, REQUEST SENSE (spec 4.2, 4.4). */
class EhCommandsTest {

  /** Both lives of the READ are lost; what the TEST UNIT READY gets is up to the test. */
  private static Scenarios lostTwice() {
    return Scenarios.on("6.12").timeout(3).ehTimeout(4).read("r1").mute().only(READ_10).times(2);
  }

  /**
   * The device reset leaves a unit attention. The first TEST UNIT READY takes it, unless it
   * gets something else; then the READ takes it: as an expected one it counts as a retry, while an
   * answer NOT READY has used up the expectation and the READ's comes back from the upper level.
   */
  @ParameterizedTest(name = "{0}: {1}, {2} retries")
  @CsvSource({
    "2/04/01, NEEDS_RETRY NEEDS_RETRY, 2",
    "2/3a/00, NEEDS_RETRY SUCCESS, 2",
    "4/00/00, SUCCESS, 3",
    "6/28/00, SUCCESS, 3",
  })
  void anAnswerThatIsNotFailedMeansReady(String sense, String answers, int retries) {
    Story story = lostTwice().sense(sense).only(TEST_UNIT_READY).run();

    assertThat(story.order("scsi_eh_tur")).isEqualTo("scsi_eh_tur r1 READY\n");
    assertThat(story.order("scsi_send_eh_cmnd").lines().map(l -> l.split(" ")[2]))
        .containsExactly(answers.split(" "));
    assertThat(story.order("scsi_queue_insert").lines().toList().getLast())
        .isEqualTo("scsi_queue_insert r1 EH_RETRY retries " + retries);
    assertThat(story.outcome("r1")).isEqualTo("4096");
  }

  /** BUSY asks for one more try; after the second the disk counts as ready. */
  @Test
  void busyIsReadyAfterTwoTries() {
    Story story = lostTwice().status(SamStatus.BUSY).only(TEST_UNIT_READY).run();

    assertThat(story.order("scsi_eh_tur", "scsi_send_eh_cmnd"))
        .isEqualTo(
            """
            scsi_eh_tur r1 READY
            scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            """);
  }

  /** Each refusal costs 100 ms = 25 ticks and one more: 8224 + 3 * 104 = 8536 ms. */
  @Test
  void aRefusedCommandIsOfferedAgainEvery100Milliseconds() {
    Story story =
        lostTwice()
            .refuses(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY)
            .only(TEST_UNIT_READY)
            .times(3)
            .run();

    assertThat(story.timeline("scsi_send_eh_cmnd"))
        .isEqualTo(
            """
            8224 ms  scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            8536 ms  scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            """);
  }

  /** 1000 ticks are used up in 39 steps of 25: 8224 + 39 * 104 = 12280 ms, and no abort follows. */
  @Test
  void aCommandThatIsNeverTakenFails() {
    Story story =
        lostTwice().refuses(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY).only(TEST_UNIT_READY).run();

    assertThat(story.timeline("eh_abort_handler", "eh_target_reset_handler"))
        .isEqualTo(
            """
            4124 ms  eh_abort_handler r1 SUCCESS
            12280 ms  eh_target_reset_handler r1 SUCCESS
            """);
  }

  /**
   * A TEST UNIT READY that times out has a small ladder of its own. The bus reset at 8192 ms =
   * 2048 ticks settles until 2048 + 2500 = 4548, 72 * 64 = 4608 ticks = 18432 ms.
   */
  @Test
  void aLostTestUnitReadyClimbsASmallLadder() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r1")
            .mute()
            .curedBy(EH_BUS_RESET_HANDLER)
            .fails(EH_ABORT_HANDLER, EH_TARGET_RESET_HANDLER, EH_DEVICE_RESET_HANDLER)
            .skip(1)
            .run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            4112 ms  scsi_timeout r1 BLK_EH_DONE
            4124 ms  eh_abort_handler r1 FAILED
            4124 ms  scsi_eh_scmd_add r1
            4140 ms  scsi_eh_wakeup failed 1
            4140 ms  eh_device_reset_handler r1 SUCCESS
            4140 ms  scsi_eh_tur r1 NOT_READY
            4140 ms  scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            8192 ms  eh_abort_handler r1 FAILED
            8192 ms  eh_device_reset_handler r1 FAILED
            8192 ms  eh_target_reset_handler r1 FAILED
            8192 ms  eh_bus_reset_handler r1 SUCCESS
            8192 ms  fault_ended fault1
            8192 ms  settle 10000 ms
            18432 ms  eh_target_reset_handler r1 FAILED
            18432 ms  eh_bus_reset_handler r1 SUCCESS
            18432 ms  settle 10000 ms
            28672 ms  scsi_eh_tur r1 READY
            28672 ms  scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            28672 ms  scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            28672 ms  scsi_queue_insert r1 EH_RETRY retries 1
            28672 ms  scsi_run_host_queues
            28688 ms  dispatch r1 READ_10
            28692 ms  io_end r1 4096
            """);
  }

  /**
   * Two resets leave two unit attentions. The first is expected and asks for one more try, the
   * second passes as an answer of a ready disk.
   */
  @Test
  void twoPendingUnitAttentionsCostTwoTries() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .ehTimeout(4)
            .read("r1")
            .mute()
            .curedBy(EH_TARGET_RESET_HANDLER)
            .run();

    assertThat(story.order("eh_target_reset_handler", "scsi_send_eh_cmnd", "scsi_queue_insert"))
        .isEqualTo(
            """
            scsi_queue_insert r1 EH_RETRY retries 1
            scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            eh_target_reset_handler r1 SUCCESS
            scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            scsi_queue_insert r1 EH_RETRY retries 2
            """);
    assertThat(story.log("Power-on or device reset occurred")).hasSize(2);
  }

  /** The verdict comes with the answer after 4 ms, the thread a grace period later. */
  @Test
  void aDiskThatNeedsToBeStartedIsStarted() {
    Story story =
        Scenarios.on("6.12")
            .allowRestart()
            .read("r1")
            .sense("2/04/02")
            .only(READ_10)
            .times(1)
            .run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            0 ms  fault_ended fault1
            4 ms  scsi_eh_scmd_add r1
            20 ms  scsi_eh_wakeup failed 1
            20 ms  scsi_eh_try_stu r1 0
            20 ms  scsi_send_eh_cmnd START_STOP SUCCESS
            20 ms  scsi_eh_tur r1 READY
            20 ms  scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            24 ms  scsi_queue_insert r1 EH_RETRY retries 1
            24 ms  scsi_run_host_queues
            40 ms  dispatch r1 READ_10
            44 ms  io_end r1 4096
            """);
  }

  @Test
  void aDiskThatCannotBeStartedIsResetAndTakenOffline() {
    Story story = Scenarios.on("6.12").allowRestart().read("r1").sense("2/04/02").run();

    assertThat(story.order("scsi_eh_try_stu", "eh_device_reset_handler", "scsi_eh_tur", "state"))
        .isEqualTo(
            """
            scsi_eh_try_stu r1 1
            eh_device_reset_handler r1 SUCCESS
            scsi_eh_tur r1 NOT_READY
            scsi_eh_tur r1 NOT_READY
            scsi_eh_tur r1 NOT_READY
            scsi_eh_try_stu r1 1
            scsi_eh_tur r1 NOT_READY
            state sda offline
            """);
    assertThat(story.log("FAILED Result:"))
        .singleElement()
        .asString()
        .contains("hostbyte=DID_OK driverbyte=DRIVER_OK");
  }

  @Test
  void aDiskThatMayNotBeStartedFailsItsIo() {
    Story story = Scenarios.on("6.12").read("r1").sense("2/04/02").run();

    assertThat(story.outcome("r1")).isEqualTo("EIO");
    assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
    assertThat(story.log("Add. Sense"))
        .containsExactly(
            "sd 0:0:0:0: [sda] tag#0 Add. Sense: Logical unit not ready, initializing command"
                + " required");
  }

  /** No sense to be had: the false check condition is ignored and the READ prepared anew. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"6.12", "6.1", "5.10"})
  void aCheckConditionWithoutSenseIsAskedForIt(String kernel) {
    Story story =
        Scenarios.on(kernel)
            .read("r1")
            .status(SamStatus.CHECK_CONDITION)
            .only(Opcode.READ_10)
            .times(1)
            .run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            0 ms  fault_ended fault1
            4 ms  scsi_eh_scmd_add r1
            20 ms  scsi_eh_wakeup failed 1
            20 ms  scsi_send_eh_cmnd REQUEST_SENSE SUCCESS
            24 ms  scsi_run_host_queues
            24 ms  dispatch r1 READ_10
            28 ms  io_end r1 4096
            """);
    assertThat(story.log()).isEmpty();
  }

  /** Nothing counts a retry; (5 + 1) * 3 s after its allocation the READ is given up. */
  @Test
  void onlyTheRuntimeLimitEndsCheckConditionsWithoutSense() {
    Story story =
        Scenarios.on("6.12")
            .timeout(3)
            .read("r1")
            .status(SamStatus.CHECK_CONDITION)
            .only(READ_10)
            .run();

    assertThat(story.outcome("r1")).isEqualTo("EIO");
    assertThat(story.latency("r1")).isBetween(18_000L, 18_030L);
    assertThat(story.log().getFirst())
        .isEqualTo("sd 0:0:0:0: [sda] tag#0 timing out command, waited 18s");
  }

  /**
   * drivers/scsi/scsi_error.c: scsi_eh_try_stu; before 5.17 the queue's timeout, since then the one
   * of all commands of the error handler.
   */
  @ParameterizedTest
  @CsvSource({"5.10,30", "6.1,10", "6.12,10"})
  void aStartUnitThatIsNotAnsweredCostsTheVersionsTimeout(String kernel, long seconds) {
    Story story =
        Scenarios.on(kernel)
            .allowRestart()
            .read("r1")
            .sense("2/04/02")
            .only(READ_10)
            .times(1)
            .mute()
            .only(Opcode.START_STOP)
            .run();

    assertThat(story.trace().events())
        .filteredOn(
            each ->
                each.fact() instanceof EhFact.EhCommandSent sent
                    && sent.cdb().opcode() == Opcode.START_STOP)
        .isNotEmpty()
        .allMatch(
            each ->
                each.fact() instanceof EhFact.EhCommandSent sent
                    && sent.timeoutNanos() == seconds * 1_000_000_000L);
  }
}
