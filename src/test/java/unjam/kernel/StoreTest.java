package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A replicated store above three hosts with a disk each, of which the first is silent. */
class StoreTest {

  private static final String[] ABOVE = {
    "store_asks", "store_hears", "store_gives_up", "store_hears_late", "store_has_data",
    "store_has_written", "store_marks_down", "io_end"
  };

  private static String three(String store, String rest) {
    return """
        name: story
        title: A story
        until: 400s
        machine:
          hosts:
            - {driver: scsi_debug, disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]}
            - {driver: scsi_debug, disks: [{at: 1:0:0:0, name: sdb, size: 1GiB, service: 4ms}]}
            - {driver: scsi_debug, disks: [{at: 2:0:0:0, name: sdc, size: 1GiB, service: 4ms}]}
        above:
          - {name: store, store: {copies: [0:0:0:0, 1:0:0:0, 2:0:0:0]%s}}
        """
            .formatted(store)
        + rest;
  }

  private static final String READ = "workload: [{label: r, device: store}]\n";
  private static final String MUTE = "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}]\n";

  /** Another copy after 200 ms: the reader has forgotten sda long before the kernel has. */
  @Test
  void aHedgedReadLeavesItsFirstCommandWithTheKernel() {
    Story story =
        Story.written(
            three(
                ", hedge: 200ms",
                READ + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: READ_10, count: 1}]\n"));

    assertThat(story.timeline(ABOVE))
        .isEqualTo(
            """
            0 ms  store_asks r sda FIRST
            200 ms  store_asks r sdb HEDGE
            204 ms  store_hears r sdb OK
            204 ms  store_gives_up r sda buffer 1
            204 ms  store_has_data r sdb
            204 ms  io_end r 4096
            31760 ms  store_hears_late r sda OK buffer 1
            """);
    assertThat(story.timeouts("r")).isEqualTo(1);
    assertThat(story.dispatches("r")).isEqualTo(3);
  }

  /** What the reader has given up climbs the ladder all the same, and the disk is lost. */
  @Test
  void givingUpAboveSparesTheKernelNothing() {
    Story story = Story.written(three(", hedge: 200ms", READ + MUTE));

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.state("sda")).isEqualTo("offline");
    assertThat(story.timeline("store_hears_late")).contains("r sda IOERR buffer 1");
  }

  /** Without a time of its own the store waits as long as the kernel does. */
  @Test
  void aPatientStoreReadsElsewhereOnlyWhenItIsToldAnError() {
    Story story = Story.written(three("", READ + MUTE));

    assertThat(story.order(ABOVE))
        .isEqualTo(
            """
            store_asks r sda FIRST
            store_hears r sda IOERR
            store_asks r sdb ERROR
            store_hears r sdb OK
            store_has_data r sdb
            io_end r 4096
            """);
    assertThat(story.latency("r")).isGreaterThan(90_000);
  }

  /** Two reads time out, the third asks sdb at once. */
  @Test
  void aCopyThatFailsInARowIsAskedNoMore() {
    Story story =
        Story.written(
            three(
                ", timeout: 2s, down_after: 2",
                "workload: [{label: r, device: store, repeat: 3, stride: 4KiB}]\n" + MUTE));

    assertThat(
            story.timeline("store_asks", "store_gives_up", "store_marks_down", "io_end"))
        .isEqualTo(
            """
            0 ms  store_asks r sda FIRST
            2000 ms  store_gives_up r sda buffer 1
            2000 ms  store_asks r sdb TIMEOUT
            2004 ms  io_end r 4096
            2004 ms  store_asks r#1 sda FIRST
            4004 ms  store_gives_up r#1 sda buffer 1
            4004 ms  store_marks_down sda 2
            4004 ms  store_asks r#1 sdb TIMEOUT
            4008 ms  io_end r#1 4096
            4008 ms  store_asks r#2 sdb FIRST
            4012 ms  io_end r#2 4096
            """);
  }

  /** Two of three have it: nobody waits for the third, and nobody gives it up. */
  @Test
  void aWriteIsToldWhenItsQuorumIsReached() {
    Story story =
        Story.written(
            three(
                ", write_quorum: 2",
                "workload: [{label: w, device: store, op: write}]\n"
                    + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: WRITE_10, count: 1}]\n"));

    assertThat(story.latency("w")).isEqualTo(4);
    assertThat(story.timeline("store_has_written", "store_hears", "io_end"))
        .isEqualTo(
            """
            4 ms  store_hears w sdb OK
            4 ms  store_hears w sdc OK
            4 ms  store_has_written w sdc 2
            4 ms  io_end w 4096
            31760 ms  store_hears w sda OK
            """);
  }

  /** All three must have it, so the slowest one is waited for, up to the store's own time. */
  @Test
  void aWriteToAllFailsWhenOneOfThemIsSilent() {
    Story story =
        Story.written(
            three(
                ", write_quorum: 3, timeout: 2s",
                "workload: [{label: w, device: store, op: write}]\n"
                    + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: WRITE_10}]\n"));

    assertThat(story.outcome("w")).isEqualTo("EIO");
    assertThat(story.latency("w")).isEqualTo(2_000);
  }

  /** No copy answers in time: EIO, never ETIMEDOUT. */
  @Test
  void whenNobodyIsLeftTheReaderIsToldAnError() {
    Story story =
        Story.written(
            three(
                ", timeout: 1s",
                READ + "faults: [{id: f, on: machine, mute: {}, opcode: READ_10}]\n"));

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.latency("r")).isEqualTo(3_000);
  }
}
