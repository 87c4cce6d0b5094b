package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_DEVICE_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_HOST_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_TARGET_RESET_HANDLER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.EhHook;
import unjam.scsi.ServiceTime;
import unjam.trace.KernelFunction;

/** Who else suffers: other disks of the host, of the target, of another host (spec 4.1 to 4.7). */
class BlastRadiusTest {

  private static final EhHook[] ALL = EhHook.values();

  private static Scenarios disks(String kernel) {
    return Scenarios.on(kernel).timeout(3).ehTimeout(4);
  }

  /**
   * While the host is recovered nothing new is sent to its disks; they did nothing wrong and wait.
   * The bus reset touched the mate too: its next command gets a unit attention.
   */
  @Test
  void aHealthyDiskOfTheSameHostWaitsForTheRecovery() {
    Story story =
        disks("6.12")
            .read("bad")
            .mute()
            .disk("0:0:0:1")
            .read("mate")
            .at(7_000)
            .repeat(4, 1_000)
            .disk("1:0:0:0")
            .read("far")
            .at(7_000)
            .repeat(4, 1_000)
            .run();

    assertThat(story.timeline("scsi_eh_scmd_add", "scsi_run_host_queues", "dispatch"))
        .isEqualTo(
            """
            0 ms  dispatch bad READ_10
            4140 ms  dispatch bad READ_10
            7000 ms  dispatch mate READ_10
            7000 ms  dispatch far READ_10
            8004 ms  dispatch mate#1 READ_10
            8004 ms  dispatch far#1 READ_10
            8208 ms  scsi_eh_scmd_add bad
            9008 ms  dispatch far#2 READ_10
            10012 ms  dispatch far#3 READ_10
            45056 ms  scsi_run_host_queues
            45056 ms  dispatch mate#2 READ_10
            45072 ms  dispatch mate#2 READ_10
            46076 ms  dispatch mate#3 READ_10
            """);
    assertThat(story.latency("mate#2")).isEqualTo(45_076 - 9_008 - 1);
    assertThat(story.log("sd 0:0:0:1"))
        .containsExactly("sd 0:0:0:1: Power-on or device reset occurred");
  }

  /** No error handler is needed for a successful abort, and nobody else notices. */
  @Test
  void anAsynchronousAbortDoesNotDisturbOthers() {
    Story story =
        disks("6.12")
            .takes(EH_ABORT_HANDLER, 2_000)
            .read("bad")
            .mute()
            .times(1)
            .disk("0:0:0:1")
            .read("mate")
            .repeat(10, 1_000)
            .run();

    assertThat(story.outcomes().replaceAll("\\S+=4096 ?", "")).isEmpty();
    for (int i = 1; i < 10; i++) {
      assertThat(story.latency("mate#" + i)).isEqualTo(4);
    }
  }

  /** The thread wakes when as many commands have failed as the host holds. */
  @Test
  void theErrorHandlerWaitsForWhatIsStillUnderWay() {
    Story story =
        disks("6.12")
            .without(EH_ABORT_HANDLER)
            .read("bad")
            .mute()
            .times(1)
            .disk("0:0:0:1")
            .timeout(30)
            .service(new ServiceTime.Fixed(9_000_000_000L))
            .read("slow")
            .run();

    assertThat(story.timeline("scsi_eh_scmd_add", "scsi_eh_wakeup", "io_end"))
        .isEqualTo(
            """
            4112 ms  scsi_eh_scmd_add bad
            9000 ms  scsi_eh_wakeup failed 1
            9000 ms  io_end slow 4096
            9024 ms  io_end bad 4096
            """);
  }

  /**
   * Queues whose timers share a slot are scanned in reverse, and so the list of failed commands is
   * in reverse; the device rung goes by devices, the target rung by the list. Each TEST UNIT READY
   * costs 4096 ms.
   */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void everyMuteDiskCostsItsTestUnitReady(String kernel) {
    Story story =
        disks(kernel)
            .read("r1")
            .mute()
            .disk("0:0:0:1")
            .timeout(3)
            .ehTimeout(4)
            .read("r2")
            .mute()
            .disk("0:0:1:0")
            .timeout(3)
            .ehTimeout(4)
            .read("r3")
            .mute()
            .without(EH_BUS_RESET_HANDLER)
            .run();

    assertThat(
            story.timeline(
                "scsi_eh_wakeup", "eh_device_reset_handler", "eh_target_reset_handler",
                "eh_host_reset_handler", "scsi_eh_tur", "state", "io_end"))
        .isEqualTo(
            """
            8224 ms  scsi_eh_wakeup failed 3
            8224 ms  eh_device_reset_handler r1 SUCCESS
            8224 ms  scsi_eh_tur r1 NOT_READY
            12288 ms  eh_device_reset_handler r2 SUCCESS
            12288 ms  scsi_eh_tur r2 NOT_READY
            16384 ms  eh_device_reset_handler r3 SUCCESS
            16384 ms  scsi_eh_tur r3 NOT_READY
            20480 ms  eh_target_reset_handler r3 SUCCESS
            20480 ms  eh_target_reset_handler r2 SUCCESS
            20480 ms  scsi_eh_tur r3 NOT_READY
            24576 ms  scsi_eh_tur r2 NOT_READY
            28672 ms  scsi_eh_tur r1 NOT_READY
            32768 ms  eh_host_reset_handler r3 SUCCESS
            43008 ms  scsi_eh_tur r3 NOT_READY
            47104 ms  scsi_eh_tur r2 NOT_READY
            51200 ms  scsi_eh_tur r1 NOT_READY
            55296 ms  state sdc offline
            55296 ms  state sdb offline
            55296 ms  state sda offline
            55296 ms  io_end r3 EIO
            55296 ms  io_end r2 EIO
            55296 ms  io_end r1 EIO
            """);
  }

  /**
   * r1 is cured at 8224 ms, but waits for the end of the recovery at 45056. Then its disk has a
   * unit attention from the neighbour's resets: no reason to fail, had it not been under way for
   * longer than (R + 1) * T. With R = 20 that is 63 s instead of 18.
   */
  @Test
  void aNeighboursRecoveryMayCostACuredCommandItsTime() {
    Story impatient = curedBesideMute(5).run();
    Story patient = curedBesideMute(20).run();

    assertThat(impatient.outcomes()).isEqualTo("r1=EIO r2=EIO");
    assertThat(impatient.log("waited 18s")).hasSize(2);
    assertThat(patient.outcomes()).isEqualTo("r1=4096 r2=EIO");
    assertThat(patient.state("sda") + " " + patient.state("sdb")).isEqualTo("running offline");
    assertThat(patient.count(KernelFunction.SCSI_EH_WAKEUP)).isEqualTo(1);
  }

  private static Scenarios curedBesideMute(int retries) {
    return disks("6.12")
        .retries(retries)
        .read("r1")
        .mute()
        .curedBy(EH_DEVICE_RESET_HANDLER)
        .disk("0:0:1:0")
        .timeout(3)
        .ehTimeout(4)
        .read("r2")
        .mute();
  }

  /** Two commands of one disk: the reset is for the first, one TEST UNIT READY for both. */
  @Test
  void commandsOfOneDiskShareItsRungs() {
    Story story =
        disks("6.12")
            .read("r")
            .threads(3, 0)
            .mute()
            .times(3)
            .fails(EH_ABORT_HANDLER)
            .times(3)
            .run();

    assertThat(story.order("scsi_eh_wakeup", "eh_device_reset_handler", "scsi_eh_tur", "io_end"))
        .isEqualTo(
            """
            scsi_eh_wakeup failed 3
            eh_device_reset_handler r.2 SUCCESS
            scsi_eh_tur r.2 READY
            io_end r.2 4096
            io_end r.1 4096
            io_end r 4096
            """);
  }

  /**
   * A failed target reset leaves its commands in the list, turned round; the bus rung of one
   * channel is for all its targets at once.
   */
  @Test
  void afterAFailedTargetResetTheListIsTurnedRound() {
    Story story =
        disks("6.12")
            .read("r")
            .threads(3, 0)
            .mute()
            .times(3)
            .fails(EH_ABORT_HANDLER, EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER)
            .run();

    assertThat(story.order("eh_target_reset_handler", "eh_bus_reset_handler", "scsi_queue_insert"))
        .isEqualTo(
            """
            eh_target_reset_handler r.2 FAILED
            eh_bus_reset_handler r SUCCESS
            scsi_queue_insert r EH_RETRY retries 1
            scsi_queue_insert r.1 EH_RETRY retries 1
            scsi_queue_insert r.2 EH_RETRY retries 1
            """);
  }

  /** Two hosts recover at the same time, each with its own thread. */
  @Test
  void hostsRecoverIndependently() {
    Story story =
        disks("6.12")
            .read("r1")
            .mute()
            .disk("1:0:0:0")
            .timeout(3)
            .ehTimeout(4)
            .read("r2")
            .mute()
            .fails(ALL)
            .run();

    assertThat(story.outcomes()).isEqualTo("r1=EIO r2=EIO");
    assertThat(story.latency("r2")).isEqualTo(4_140);
    assertThat(story.latency("r1")).isEqualTo(45_056);
  }

  /** The emulated adapter resets every host of its driver; the mate of the other host gets a UA. */
  @Test
  void aHostResetOfTheEmulatedDiskReachesItsOtherHosts() {
    Story story =
        disks("6.12")
            .read("bad")
            .mute()
            .curedBy(EH_HOST_RESET_HANDLER)
            .skipsSettleDelay()
            .disk("1:0:0:0")
            .read("far")
            .at(25_000)
            .run();

    assertThat(story.log("sd 1:0:0:0"))
        .containsExactly("sd 1:0:0:0: Power-on or device reset occurred");
    assertThat(story.outcome("far")).isEqualTo("4096");
    assertThat(story.dispatches("far")).isEqualTo(2);
  }

  /** A target reset touches the LUNs of its target and no other. */
  @Test
  void aTargetResetTouchesItsTarget() {
    Story story =
        disks("6.12")
            .read("bad")
            .mute()
            .curedBy(EH_TARGET_RESET_HANDLER)
            .disk("0:0:0:1")
            .read("lun")
            .at(20_000)
            .disk("0:0:1:0")
            .read("target")
            .at(20_000)
            .run();

    assertThat(story.dispatches("lun")).isEqualTo(2);
    assertThat(story.dispatches("target")).isEqualTo(1);
  }
}
