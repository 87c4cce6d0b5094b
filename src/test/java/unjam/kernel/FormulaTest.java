package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.scsi.EhHook.EH_ABORT_HANDLER;
import static unjam.scsi.EhHook.EH_BUS_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_DEVICE_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_HOST_RESET_HANDLER;
import static unjam.scsi.EhHook.EH_TARGET_RESET_HANDLER;
import static unjam.scsi.Opcode.READ_10;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.scsi.FailFast;

/**
 * The formulas of spec 11.1 with the defaults: T = 30 s, R = 5, E = 10 s. With ticks of 4 ms a
 * timeout lies d = 0 to 2.1 s late, with ticks of 1 ms 0 to 0.6 s; both have the grace period of
 * 16 ms in them. A is what an abort takes, TEH a pass of the error handler.
 */
class FormulaTest {

  private static final FailFast DEV = new FailFast(true, false, false);

  private static Scenarios disk(int hz) {
    return Scenarios.on("6.12").hz(hz).read("r");
  }

  /**
   * S3: (T + d) + 0.01 + A + X with A = 0.5 s. At 250 ticks 30736 + 12 + 500 + 16 + 4 ms, at 1000
   * 30224 + 11 + 500 + 8 + 4: the worker, the abort, two pauses, the answer.
   */
  @ParameterizedTest(name = "{0} ticks: {1} ms")
  @CsvSource({"250, 31268", "1000, 30747"})
  void oneLostCommand(int hz, long millis) {
    Story story = disk(hz).takes(EH_ABORT_HANDLER, 500).mute().times(1).run();

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.latency("r")).isEqualTo(millis);
  }

  /** (T + d) + 0.01 + A, and no second try. */
  @ParameterizedTest
  @ValueSource(ints = {250, 1000})
  void failFastAndAnAbortThatWorks(int hz) {
    Story story = disk(hz).failFast(DEV).takes(EH_ABORT_HANDLER, 500).mute().run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.latency("r")).isBetween(30_510L, 30_510 + 2_100L);
    assertThat(story.dispatches("r")).isEqualTo(1);
  }

  /**
   * 2 (T + d) + 0.01 + A + 2 TEH: after a failed abort the host byte says nothing yet, and the
   * first pass lets the command go round again.
   */
  @Test
  void failFastAndAnAbortThatFails() {
    Story story = disk(250).failFast(DEV).mute().only(READ_10).fails(EH_ABORT_HANDLER).run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.dispatches("r")).isEqualTo(2);
    assertThat(story.latency("r")).isBetween(60_000L, 64_300L);
    assertThat(story.state("sda")).isEqualTo("running");
  }

  /** R = 0 and a failed abort: (T + d) + 0.01 + A + TEH, the disk is healed and the IO is lost. */
  @Test
  void noRetriesAndAnAbortThatFails() {
    Story story = disk(250).retries(0).mute().only(READ_10).fails(EH_ABORT_HANDLER).run();

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.latency("r")).isBetween(30_000L, 32_200L);
    assertThat(story.order("scsi_eh_tur")).isEqualTo("scsi_eh_tur r READY\n");
  }

  /** S4: 3 (T + d) + 0.01 + A + 2 TEH: 90 to 96 s, then offline; later IO fails at once. */
  @ParameterizedTest
  @ValueSource(ints = {250, 1000})
  void aZombieDisk(int hz) {
    Story story = disk(hz).mute().only(READ_10).read("late").at(200_000).run();

    assertThat(story.timeouts("r")).isEqualTo(3);
    assertThat(story.latency("r")).isBetween(90_000L, 96_400L);
    assertThat(story.state("sda")).isEqualTo("offline");
    assertThat(story.outcome("late")).isEqualTo("ENXIO");
  }

  /** The same with another place of the disk alive: (R + 1) (T + d) + A + R TEH, 180 to 195 s. */
  @Test
  void aZombieSector() {
    Story story =
        disk(250)
            .blocks(8, 8)
            .mute()
            .onBlocks(8, 15)
            .read("other")
            .blocks(1_000, 8)
            .repeat(60, 4_000)
            .run();

    assertThat(story.timeouts("r")).isEqualTo(6);
    assertThat(story.latency("r")).isBetween(180_000L, 195_000L);
    assertThat(story.state("sda")).isEqualTo("running");
  }

  /** Everything fails at once: (T + d) + 0.01. */
  @Test
  void nothingAnswers() {
    Story story =
        disk(250)
            .mute()
            .fails(
                EH_ABORT_HANDLER, EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER,
                EH_BUS_RESET_HANDLER, EH_HOST_RESET_HANDLER)
            .run();

    assertThat(story.latency("r")).isBetween(30_010L, 32_200L);
    assertThat(story.state("sda")).isEqualTo("offline");
  }

  /**
   * Callbacks work, TEST UNIT READY never does: TEH = 10 + 10 + 20 + 20 = 60 s for one disk, k *
   * 40 + 20 for k. The first abort fails, so that the first timeout is the last. Each of the 10 s
   * is a slot of 256 ms late at most.
   */
  @ParameterizedTest(name = "{0} disks: {1} s")
  @CsvSource({"1, 60", "2, 100", "3, 140"})
  void callbacksWorkButTheDiskStaysDeaf(int disks, long seconds) {
    Scenarios deaf = disk(250).mute().fails(EH_ABORT_HANDLER).times(1);
    for (int lun = 1; lun < disks; lun++) {
      deaf.disk("0:0:0:" + lun).read("r" + lun).mute().fails(EH_ABORT_HANDLER).times(1);
    }
    Story story = deaf.run();

    String ends = story.timeline("scsi_eh_wakeup", "scsi_run_host_queues");
    long woken = Long.parseLong(ends.substring(0, ends.indexOf(' ')));
    String last = ends.lines().toList().getLast();
    long over = Long.parseLong(last.substring(0, last.indexOf(' ')));
    assertThat(over - woken)
        .isBetween(seconds * 1_000 - 300, seconds * 1_000 + (4L * disks + 2) * 256);
  }

  /** eh_deadline = q: q, what runs when it expires, the host reset, 10 s, and E for each disk. */
  @Test
  void aDeadlineShortensThePass() {
    Story story = disk(250).deadline(15).mute().fails(EH_ABORT_HANDLER).times(1).run();

    long pass = story.latency("r") - 30_736;
    assertThat(pass).isBetween(15_000L, 15_000 + 10_000 + 10_000 + 10_000 + 1_000L);
    assertThat(story.order("eh_bus_reset_handler")).isEmpty();
  }

  /** N commands of one disk: one scan finds them, the last abort begins (N - 1) * A later. */
  @Test
  void abortsAreSerial() {
    Story story = disk(250).threads(8, 0).takes(EH_ABORT_HANDLER, 1_000).mute().times(8).run();

    String aborts = story.timeline("eh_abort_handler");
    assertThat(aborts.lines().findFirst().orElseThrow()).startsWith("30748 ms");
    assertThat(aborts.lines().toList().getLast()).startsWith(30_748 + 7_000 + " ms");
    assertThat(story.latency("r")).isBetween(38_748L, 38_800L);
  }

  /**
   * The first abort fails at once; the thread waits until the other seven have been tried: 30748 +
   * 7 * 1000 ms.
   */
  @Test
  void theErrorHandlerWaitsForAllAborts() {
    Story story =
        disk(250)
            .threads(8, 0)
            .takes(EH_ABORT_HANDLER, 1_000)
            .mute()
            .times(8)
            .fails(EH_ABORT_HANDLER)
            .times(1)
            .run();

    assertThat(story.timeline("scsi_eh_scmd_add")).startsWith("30748 ms");
    assertThat(story.timeline("scsi_eh_wakeup")).isEqualTo("37748 ms  scsi_eh_wakeup failed 1\n");
  }
}
