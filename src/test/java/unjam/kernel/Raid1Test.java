package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An md array of two disks behind two hosts; the first one has trouble. */
class Raid1Test {

  private static final String[] MD = {
    "raid1_read_request", "raid1_end_read_request", "freeze_array", "fix_read_error",
    "unfreeze_array", "rdev_set_badblocks", "raid1_error", "raid_end_bio_io", "io_end"
  };

  private static String mirror(String legs, String rest) {
    return """
        name: story
        title: A story
        until: 900s
        machine:
          hosts:
            - {driver: scsi_debug, disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]}
            - {driver: scsi_debug, disks: [{at: 1:0:0:0, name: sdb, size: 1GiB, service: 4ms}]}
        above:
          - {name: md0, raid1: {legs: [0:0:0:0, 1:0:0:0]%s}}
        """
            .formatted(legs)
        + rest;
  }

  private static final String READ = "workload: [{label: r, device: md0, offset: 1MiB}]\n";
  private static final String SPOT =
      "faults: [{id: f, on: 0:0:0:0, medium_error: {}, lba: 2048..2055}]\n";

  /**
   * S1: the bad leg is read again, then the other one; the good data is written back and read once
   * more, all with the array frozen. Neither works, so the sector is one of the leg's bad blocks
   * and the read goes to the other leg.
   */
  @Test
  void withoutFailfastTheArrayStopsAndRepairsTheLeg() {
    Story story = Story.written(mirror("", READ + SPOT));

    assertThat(story.order(MD))
        .isEqualTo(
            """
            raid1_read_request r sda FIRST
            raid1_end_read_request r sda MEDIUM
            freeze_array r sda
            fix_read_error r sda REREAD
            fix_read_error r sda MEDIUM
            fix_read_error r sdb REREAD
            fix_read_error r sdb OK
            fix_read_error r sda REWRITE
            fix_read_error r sda IOERR
            rdev_set_badblocks sda
            fix_read_error r sda VERIFY
            fix_read_error r sda MEDIUM
            rdev_set_badblocks sda
            unfreeze_array r sda
            raid1_read_request r sdb ERROR
            raid1_end_read_request r sdb OK
            raid_end_bio_io r sdb
            io_end r 4096
            """);
  }

  /** A sector that a write heals: the leg keeps its place and serves the read itself. */
  @Test
  void aRepairedLegServesTheReadItself() {
    Story story =
        Story.written(
            mirror(
                "",
                READ + "faults: [{id: f, on: 0:0:0:0, medium_error: {}, lba: 2048..2055,"
                    + " count: 2}]\n"));

    assertThat(story.log("read error corrected"))
        .containsExactly("md/raid1:md0: read error corrected (8 sectors at 2048 on sda)");
    assertThat(story.order("raid_end_bio_io")).isEmpty();
    assertThat(story.outcome("r")).isEqualTo("4096");
  }

  /** DID_TIME_OUT is not retried with FAILFAST_DEV: T + d + A, then the other leg. */
  @Test
  void withFailfastTheFirstTimeoutCostsTheLegItsPlace() {
    Story story =
        Story.written(
            mirror(
                ", failfast: true",
                READ + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}]\n"));

    assertThat(story.timeline(MD))
        .isEqualTo(
            """
            0 ms  raid1_read_request r sda FIRST
            31740 ms  raid1_end_read_request r sda IOERR
            31740 ms  raid1_error sda 1
            31740 ms  raid1_read_request r sdb ERROR
            31744 ms  raid1_end_read_request r sdb OK
            31744 ms  raid_end_bio_io r sdb
            31744 ms  io_end r 4096
            """);
    assertThat(story.log("md/raid1:md0: Disk failure"))
        .containsExactly("md/raid1:md0: Disk failure on sda, disabling device.");
    assertThat(story.dispatches("r")).isEqualTo(2);
  }

  /**
   * Six tries of the mid-layer for the read, three for the repair until the disk is offline, and
   * others at the barrier so long (spec 10: up to another T_user per page, unless the leg is
   * offline by then).
   */
  @Test
  void thePatientMirrorStandsStillForTheRepair() {
    Story story =
        Story.written(
            mirror(
                "",
                """
                workload:
                  - {label: r, device: md0, offset: 1MiB}
                  - {label: other, device: md0, offset: 8MiB, repeat: 140, gap: 2s}
                faults:
                  - {id: f, on: 0:0:0:0, mute: {}, opcode: READ_10, lba: 2048..2055}
                """));

    assertThat(story.latency("r")).isBetween(270_000L, 285_000L);
    assertThat(story.state("sda")).isEqualTo("offline");
    assertThat(story.log("md: super_written")).containsExactly("md: super_written gets error=-5");
    assertThat(story.log("Operation continuing"))
        .containsExactly("md/raid1:md0: Operation continuing on 1 devices.");
  }

  /** A write is told when the slowest leg has it. */
  @Test
  void aWriteWaitsForBothLegs() {
    Story story =
        Story.written(
            mirror(
                "",
                "workload: [{label: w, device: md0, op: write, offset: 1MiB}]\n"
                    + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: WRITE_10, count: 1}]\n"));

    assertThat(story.outcome("w")).isEqualTo("4096");
    assertThat(story.latency("w")).isBetween(30_000L, 32_100L);
  }

  /** Nobody is left to read from: the last leg stays, and its error is passed up. */
  @Test
  void theLastLegIsNeverFailed() {
    Story story =
        Story.written(
            mirror(
                ", failfast: true",
                READ + "faults: [{id: f, on: machine, medium_error: {}, lba: 2048..2055}]\n"));

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.log("Disk failure")).hasSize(1);
  }

  private static final String LOSES_A_LEG =
      """
      faults:
        - {id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}
        - {id: sb, on: 1:0:0:0, %s, opcode: WRITE_10, lba: 8..15, count: %d}
      """;

  /** drivers/md/md.c: md_write_start. Reads go on meanwhile. */
  @Test
  void aWriteWaitsUntilTheLossOfALegIsWrittenDown() {
    Story story =
        Story.written(
            mirror(
                ", failfast: true",
                """
                workload:
                  - {label: r, device: md0, offset: 1MiB}
                  - {label: w, device: md0, op: write, offset: 1MiB, start: 33s}
                  - {label: other, device: md0, offset: 8MiB, start: 33s}
                """
                    + LOSES_A_LEG.formatted("slow: {extra: 5s}", 1)));

    assertThat(story.order("md_write_start")).isEqualTo("md_write_start w sda\n");
    assertThat(story.latency("w")).isBetween(3_700L, 3_800L);
    assertThat(story.latency("other")).isEqualTo(4);
  }

  /**
   * The last leg gives its superblock up early, cannot be put out for it, and is written again with
   * all patience: a second silence is retried by the mid-layer (drivers/md/md.c: super_written).
   */
  @Test
  void theSuperblockOfTheLastLegIsWrittenAgainWithoutFailfast() {
    Story story =
        Story.written(
            mirror(", failfast: true", READ + LOSES_A_LEG.formatted("mute: {}", 2)));

    assertThat(story.order("md_super_write"))
        .isEqualTo("md_super_write sdb SUPERBLOCK\nmd_super_write sdb SUPERBLOCK\n");
    assertThat(story.order("super_written"))
        .isEqualTo("super_written sdb IOERR\nsuper_written sdb OK\n");
    assertThat(story.log("md: super_written")).containsExactly("md: super_written gets error=-5");
    assertThat(story.log("Disk failure")).hasSize(1);
  }

  /** conf->bio_end_io_list: an answer that a crash could take back is not given. */
  @Test
  void aWriteWithABadBlockEndsWhenTheBlockIsWrittenDown() {
    Story story =
        Story.written(
            mirror(
                "",
                """
                workload: [{label: w, device: md0, op: write, offset: 1MiB}]
                faults:
                  - {id: f, on: 0:0:0:0, medium_error: {}, lba: 2048..2055}
                  - {id: sb, on: 1:0:0:0, slow: {extra: 5s}, lba: 8..15}
                """));

    assertThat(story.outcome("w")).isEqualTo("4096");
    assertThat(story.order("rdev_set_badblocks").lines()).isNotEmpty();
    assertThat(story.latency("w")).isBetween(5_000L, 6_000L);
  }
}
