package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_DEVICE_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_HOST_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_TARGET_RESET_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.EhHook;

/**
 * The rungs of the error handler, one after another (spec 4.3).
 *
 * <p>A command of 3 s, ticks of 4 ms: the timer is set to 750 + 256 = 1006 ticks and fires at 16 *
 * 64 = 1024 ticks = 4096 ms; the second pass of the scan follows 16 ms later. The error handler
 * wakes a grace period after the second timeout, at 8224 ms = 2056 ticks. Its TEST UNIT READY may
 * take 4 s = 1000 ticks: 3056, in the level of 64-tick slots, is 48 * 64 = 3072 ticks = 12288 ms.
 * A settle of 10 s = 2500 ticks from 4096 is 6596, 104 * 64 = 6656 ticks = 26624 ms.
 */
class LadderTest {

  private static final EhHook[] RUNGS = {
    EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER, EH_BUS_RESET_HANDLER, EH_HOST_RESET_HANDLER
  };

  /** A disk that swallows everything; the first abort is the asynchronous one. */
  private static Scenarios muteDisk(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4).read("r1").mute();
  }

  /** What each reset and each TEST UNIT READY costs when only the last rung helps. */
  @Test
  void everyRungIsClimbedUntilTheDiskAnswers() {
    Story story = muteDisk("6.12").curedBy(EH_HOST_RESET_HANDLER).run();

    assertThat(story.timeline())
        .isEqualTo(
            """
            0 ms  dispatch r1 READ_10
            4112 ms  scsi_timeout r1 BLK_EH_DONE
            4124 ms  eh_abort_handler r1 SUCCESS
            4124 ms  scsi_queue_insert r1 EH_RETRY retries 1
            4140 ms  dispatch r1 READ_10
            8208 ms  scsi_timeout r1 BLK_EH_DONE
            8208 ms  scsi_eh_scmd_add r1
            8224 ms  scsi_eh_wakeup failed 1
            8224 ms  eh_device_reset_handler r1 SUCCESS
            8224 ms  scsi_eh_tur r1 NOT_READY
            8224 ms  scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            12288 ms  eh_abort_handler r1 SUCCESS
            12288 ms  eh_target_reset_handler r1 SUCCESS
            12288 ms  scsi_eh_tur r1 NOT_READY
            12288 ms  scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            16384 ms  eh_abort_handler r1 SUCCESS
            16384 ms  eh_bus_reset_handler r1 SUCCESS
            16384 ms  settle 10000 ms
            26624 ms  scsi_eh_tur r1 NOT_READY
            26624 ms  scsi_send_eh_cmnd TEST_UNIT_READY FAILED
            30720 ms  eh_abort_handler r1 SUCCESS
            30720 ms  eh_host_reset_handler r1 SUCCESS
            30720 ms  fault_ended fault1
            30720 ms  settle 10000 ms
            40960 ms  scsi_eh_try_stu r1 1
            40960 ms  scsi_eh_tur r1 READY
            40960 ms  scsi_send_eh_cmnd TEST_UNIT_READY NEEDS_RETRY
            40960 ms  scsi_send_eh_cmnd TEST_UNIT_READY SUCCESS
            40960 ms  scsi_queue_insert r1 EH_RETRY retries 2
            40960 ms  scsi_run_host_queues
            40976 ms  dispatch r1 READ_10
            40980 ms  io_end r1 4096
            """);
  }

  /** From the wake-up at 8224 (5.10: 8208): TURs of 4 s and settles of 10 s, in slots of 256 ms. */
  @ParameterizedTest(name = "{0}: {1} cures at {2} ms")
  @CsvSource({
    "6.12, EH_DEVICE_RESET_HANDLER, 8248",
    "6.12, EH_TARGET_RESET_HANDLER, 12308",
    "6.12, EH_BUS_RESET_HANDLER, 26644",
    "6.12, EH_HOST_RESET_HANDLER, 40980",
    "6.1, EH_DEVICE_RESET_HANDLER, 8248",
    "6.1, EH_HOST_RESET_HANDLER, 40980",
    "5.10, EH_DEVICE_RESET_HANDLER, 8232",
    "5.10, EH_BUS_RESET_HANDLER, 26644",
  })
  void theLadderEndsAtTheRungThatHelps(String kernel, EhHook rung, long millis) {
    Story story = muteDisk(kernel).curedBy(rung).run();

    assertThat(story.outcome("r1")).isEqualTo("4096");
    assertThat(story.latency("r1")).isEqualTo(millis);
    assertThat(story.state("sda")).isEqualTo("running");
    assertThat(story.dispatches("r1")).isEqualTo(3);
    String resets =
        story.order(
            "eh_device_reset_handler", "eh_target_reset_handler", "eh_bus_reset_handler",
            "eh_host_reset_handler");
    assertThat(resets.lines()).hasSize(java.util.List.of(RUNGS).indexOf(rung) + 1);
  }

  /** A reset that fails costs nothing: no settle, no TEST UNIT READY. */
  @ParameterizedTest(name = "{0} gives up at {1} ms with {2} {3}")
  @CsvSource({
    "6.12, 4140, DID_TIME_OUT, DRIVER_OK",
    "6.1, 4140, DID_TIME_OUT, DRIVER_OK",
    "5.10, 4124, DID_OK, DRIVER_TIMEOUT",
  })
  void whenEveryCallbackFailsTheDiskIsTakenOffline(
      String kernel, long millis, String hostByte, String driverByte) {
    Story story = muteDisk(kernel).fails(EH_ABORT_HANDLER).fails(RUNGS).run();

    assertThat(story.order())
        .isEqualTo(
            """
            dispatch r1 READ_10
            scsi_timeout r1 BLK_EH_DONE
            eh_abort_handler r1 FAILED
            scsi_eh_scmd_add r1
            scsi_eh_wakeup failed 1
            eh_device_reset_handler r1 FAILED
            eh_target_reset_handler r1 FAILED
            eh_bus_reset_handler r1 FAILED
            eh_host_reset_handler r1 FAILED
            state sda offline
            scsi_run_host_queues
            io_end r1 EIO
            """);
    assertThat(story.latency("r1")).isEqualTo(millis);
    String errors = kernel.equals("5.10") ? "blk_update_request: I/O error" : "I/O error";
    int priority = kernel.equals("5.10") ? 0 : 2;
    assertThat(story.log())
        .containsExactly(
            "sd 0:0:0:0: Device offlined - not ready after error recovery",
            "sd 0:0:0:0: [sda] tag#0 FAILED Result: hostbyte=" + hostByte + " driverbyte="
                + driverByte + " cmd_age=4s",
            "sd 0:0:0:0: [sda] tag#0 CDB: Read(10) 28 00 00 00 08 00 00 00 08 00",
            errors + ", dev sda, sector 2048 op 0x0:(READ) flags 0x800 phys_seg 1 prio class "
                + priority);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1", "5.10"})
  void aDriverWithoutAnyCallbackLosesTheDiskAtOnce(String kernel) {
    Story story = muteDisk(kernel).without(EH_ABORT_HANDLER).without(RUNGS).run();

    assertThat(story.order("eh_abort_handler", "scsi_eh_tur", "state", "settle", "io_end"))
        .isEqualTo(
            """
            state sda offline
            io_end r1 EIO
            """);
    assertThat(story.dispatches("r1")).isEqualTo(1);
  }

  @ParameterizedTest(name = "without {0}")
  @CsvSource({
    "EH_DEVICE_RESET_HANDLER", "EH_TARGET_RESET_HANDLER", "EH_BUS_RESET_HANDLER"
  })
  void aMissingRungIsSteppedOver(EhHook missing) {
    Story story = muteDisk("6.12").without(missing).curedBy(EH_HOST_RESET_HANDLER).run();

    assertThat(story.order()).doesNotContain(missing.name().toLowerCase());
    assertThat(story.order("eh_host_reset_handler")).contains("SUCCESS");
    assertThat(story.outcome("r1")).isEqualTo("4096");
    int settles = missing == EH_BUS_RESET_HANDLER ? 1 : 2;
    assertThat(story.order("settle").lines()).hasSize(settles);
  }

  @Test
  void withoutAHostResetTheBusResetIsTheLastRung() {
    Story story = muteDisk("6.12").without(EH_HOST_RESET_HANDLER).run();

    assertThat(story.timeline("eh_bus_reset_handler", "settle", "scsi_eh_tur", "state"))
        .isEqualTo(
            """
            8224 ms  scsi_eh_tur r1 NOT_READY
            12288 ms  scsi_eh_tur r1 NOT_READY
            16384 ms  eh_bus_reset_handler r1 SUCCESS
            16384 ms  settle 10000 ms
            26624 ms  scsi_eh_tur r1 NOT_READY
            30720 ms  state sda offline
            """);
  }

  /** 8224 + four TURs: 12288, 16384, 20480 ms and then the cure. */
  @Test
  void aDriverMaySkipTheSettleDelays() {
    Story story = muteDisk("6.12").skipsSettleDelay().curedBy(EH_HOST_RESET_HANDLER).run();

    assertThat(story.order("settle")).isEmpty();
    assertThat(story.latency("r1")).isEqualTo(20_500);
  }

  /** The pass that begins at 8224 spends 0.3 s in the device reset. */
  @Test
  void aSlowResetIsWaitedFor() {
    Story story =
        muteDisk("6.12")
            .takes(EH_DEVICE_RESET_HANDLER, 300)
            .curedBy(EH_DEVICE_RESET_HANDLER)
            .run();

    assertThat(story.timeline("eh_device_reset_handler", "scsi_eh_tur", "io_end"))
        .isEqualTo(
            """
            8224 ms  eh_device_reset_handler r1 SUCCESS
            8524 ms  scsi_eh_tur r1 READY
            8548 ms  io_end r1 4096
            """);
  }
}
