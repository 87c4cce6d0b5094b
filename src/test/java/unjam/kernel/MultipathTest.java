package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two paths behind two hosts; the first one has trouble. */
class MultipathTest {

  private static final String[] DM = {
    "multipath_clone_and_map", "multipath_end_io", "fail_path", "reinstate_path",
    "queue_if_no_path", "io_end"
  };

  private static String paths(String map, String rest) {
    return """
        name: story
        title: A story
        until: 400s
        machine:
          hosts:
            - {driver: scsi_debug, disks: [{at: 0:0:0:0, name: sda, size: 1GiB, service: 4ms}]}
            - {driver: scsi_debug, disks: [{at: 1:0:0:0, name: sdb, size: 1GiB, service: 4ms}]}
        above:
          - {name: mpatha, multipath: {paths: [0:0:0:0, 1:0:0:0]%s}}
        """
            .formatted(map)
        + rest;
  }

  private static final String READ = "workload: [{label: r, device: mpatha, offset: 1MiB}]\n";

  /** REQ_FAILFAST_TRANSPORT says nothing about timeouts: three of them, and only then the path. */
  @Test
  void aTimeoutIsRetriedInFullOnTheSamePath() {
    Story story =
        Story.written(
            paths("", READ + "faults: [{id: f, on: 0:0:0:0, mute: {}, opcode: READ_10}]\n"));

    assertThat(story.order(DM))
        .isEqualTo(
            """
            multipath_clone_and_map r sda FIRST
            multipath_end_io r sda IOERR
            fail_path sda 1
            multipath_clone_and_map r sdb ERROR
            multipath_end_io r sdb OK
            multipath_end_io r sdb
            io_end r 4096
            """);
    assertThat(story.timeouts("r")).isEqualTo(3);
    assertThat(story.latency("r")).isGreaterThan(90_000);
    assertThat(story.log("device-mapper"))
        .containsExactly("device-mapper: multipath: 254:0: Failing path 8:0.");
  }

  /** A transport that is disrupted is not retried below: the next path at once. */
  @Test
  void aDisruptedTransportCostsOnePathAndNoTime() {
    Story story =
        Story.written(
            paths(
                "",
                READ + "faults: [{id: f, on: 0:0:0:0,"
                    + " result: {host_byte: DID_TRANSPORT_FAILFAST}}]\n"));

    assertThat(story.latency("r")).isLessThan(20);
    assertThat(story.order("fail_path")).isEqualTo("fail_path sda 1\n");
  }

  /** A bad sector is bad on every path. */
  @Test
  void aMediumErrorIsPassedUp() {
    Story story =
        Story.written(
            paths(
                "",
                READ + "faults: [{id: f, on: 0:0:0:0, medium_error: {}, lba: 2048..2055}]\n"));

    assertThat(story.outcome("r")).isEqualTo("ENODATA");
    assertThat(story.order("fail_path")).isEmpty();
  }

  /**
   * The checker fails a path whose TEST UNIT READY is not answered; the read on it is not recalled.
   */
  @Test
  void failingAPathDoesNotRecallWhatIsOnIt() {
    Story story =
        Story.written(
            paths(
                "",
                """
                workload:
                  - {label: r, device: mpatha, offset: 1MiB, start: 1s}
                  - {label: later, device: mpatha, offset: 8MiB, start: 50s}
                faults: [{id: f, on: 0:0:0:0, mute: {}}]
                """));

    assertThat(story.timeline("fail_path")).matches("3[5-9]\\d{3} ms  fail_path sda 1\n");
    assertThat(story.latency("later")).isLessThan(20);
    assertThat(story.latency("r")).isGreaterThan(80_000);
  }

  /** libmultipath/propsel.c: select_checker takes device/timeout if nothing else is set. */
  @Test
  void theCheckerIsAsPatientAsItsDisk() {
    Story story =
        Story.written(
            paths("", READ + "faults: [{id: f, on: 0:0:0:0, mute: {}, from: 1s}]\n")
                .replace("service: 4ms", "service: 4ms, timeout: 7s"));

    assertThat(story.timeline("fail_path")).matches("1[2-4]\\d{3} ms  fail_path sda 1\n");
  }

  /** Two looks at the paths, and what was held is told an error. */
  @Test
  void noPathRetryHoldsForSoManyLooks() {
    Story story =
        Story.written(
            paths(
                ", no_path_retry: 2",
                READ + "faults: [{id: f, on: machine, result: {host_byte: DID_NO_CONNECT}}]\n"));

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.latency("r")).isBetween(5_000L, 15_000L);
    assertThat(story.order("queue_if_no_path")).hasLineCount(1);
  }

  /** Held until a path is back: the checker reinstates it within its interval. */
  @Test
  void queueIfNoPathHoldsUntilAPathIsBack() {
    Story story =
        Story.written(
            paths(
                ", no_path_retry: queue",
                READ + "faults: [{id: f, on: machine, result: {host_byte: DID_NO_CONNECT},"
                    + " until: 42s}]\n"));

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.latency("r")).isBetween(42_000L, 47_100L);
    assertThat(story.log("Reinstating path")).hasSize(2);
  }

  @Test
  void withoutQueueingTheLastPathsErrorIsTold() {
    Story story =
        Story.written(
            paths(
                "",
                READ + "faults: [{id: f, on: machine, result: {host_byte: DID_NO_CONNECT}}]\n"));

    assertThat(story.outcome("r")).isEqualTo("EIO");
    assertThat(story.latency("r")).isLessThan(20);
  }
}
