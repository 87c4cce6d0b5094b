package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file system on one disk: what an error of a file costs, and what one of the journal costs. */
class Ext4Test {

  private static String home(String policy, String rest) {
    return """
        name: story
        title: A story
        until: 300s
        policy: %s
        machine:
          hosts:
            - {driver: scsi_debug, disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]}
        above:
          - {name: home, ext4: {on: 0:0:0:0, journal: 512MiB}}
        workload:
          - {label: w, device: home, op: write, offset: 1MiB, repeat: 2, gap: 60s}
          - {label: s, device: home, op: fsync, start: 1s}
          - {label: r, device: home, offset: 8MiB, start: 65s}
        """
            .formatted(policy)
        + rest;
  }

  /** 512 MiB is block 1048576: the first two blocks of the journal. */
  private static final String JOURNAL_IS_MUTE =
      "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: WRITE_10, lba: 1048576..1048591,"
          + " until: 20s}]\n";

  /** A commit is two writes, and the fsync is told when the second one is on the disk. */
  @Test
  void anFsyncWritesTheJournal() {
    Story story = Story.written(home("default", ""));

    assertThat(story.outcomes()).isEqualTo("r=4096 s=0 w=4096 w#1=4096");
    assertThat(story.latency("s")).isEqualTo(8);
    assertThat(story.dispatches("s")).isEqualTo(2);
  }

  /** With patience a silence of 20 s is a wait, and the file system does not even notice. */
  @Test
  void aPatientKernelHidesAHiccupOfTheJournal() {
    Story story = Story.written(home("default", JOURNAL_IS_MUTE));

    assertThat(story.outcomes()).isEqualTo("r=4096 s=0 w=4096 w#1=4096");
    assertThat(story.latency("s")).isBetween(30_000L, 33_000L);
  }

  /** 7 s, an abort, no retry: the same silence is an error, and all later IO fails at once. */
  @Test
  void aHastyKernelMakesTheFileSystemReadOnly() {
    Story story = Story.written(home("fail-fast", JOURNAL_IS_MUTE));

    assertThat(story.outcomes()).isEqualTo("r=EIO s=EIO w=4096 w#1=EIO");
    assertThat(story.log("EXT4-fs (sda)"))
        .containsExactly("EXT4-fs (sda): Remounting filesystem read-only");
    assertThat(story.latency("s")).isLessThan(10_000);
    assertThat(story.latency("w#1")).isLessThan(5);
  }

  /**
   * SB_RDONLY of 5.10 and 6.1 stops changes only; EXT4_FLAGS_SHUTDOWN of 6.12 stops reads as well,
   * but not in a 6.12 that has the correction of 6.14.2.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'\"5.10\"', r=4096 s=EIO w=4096 w#1=EROFS",
    "'\"6.1\"', r=4096 s=EIO w=4096 w#1=EROFS",
    "'\"6.12\"', r=EIO s=EIO w=4096 w#1=EIO",
    "'{version: \"6.12\", filesystem_error_stops_reads: false}', r=4096 s=EIO w=4096 w#1=EROFS"
  })
  void whatAFileSystemWithAnAbortedJournalAnswers(String kernel, String outcomes) {
    Story story =
        Story.written("kernel: " + kernel + "\n" + home("fail-fast", JOURNAL_IS_MUTE));

    assertThat(story.outcomes()).isEqualTo(outcomes);
  }

  /** Until somebody changes something nobody has noticed, and reads are served. */
  @Test
  void anAbortedJournalIsFoundByTheNextChange() {
    Story story =
        Story.written(
            home("fail-fast", "  - {label: early, device: home, offset: 9MiB, start: 30s}\n")
                + JOURNAL_IS_MUTE);

    assertThat(story.outcome("early")).isEqualTo("4096");
    assertThat(story.order("ext4_handle_error")).hasLineCount(1);
    assertThat(story.timeline("ext4_handle_error")).startsWith("60");
  }

  /** An error of a file is told to its writer; the file system goes on. */
  @Test
  void anErrorOfAFileIsOnlyTold() {
    Story story =
        Story.written(
            home("default", "faults: [{id: f, on: 0:0:0:0, medium_error: {}, lba: 2048..2055}]\n"));

    assertThat(story.outcomes()).isEqualTo("r=4096 s=0 w=EIO w#1=EIO");
    assertThat(story.log("EXT4-fs")).isEmpty();
  }
}
