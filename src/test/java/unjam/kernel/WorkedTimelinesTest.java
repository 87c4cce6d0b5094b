package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.trace.KernelFunction;

/**
 * What can be worked out on paper, in the scenarios of the catalog: T = 30 s, a timeout up to 2.1 s
 * late, one scenario for each canonical story and each row of the worst cases per driver.
 */
class WorkedTimelinesTest {

  private static Story story(String scenario) {
    return Story.of(
        new ScenarioReader(Catalog.ofClassPath())
            .readFromCatalog(scenario, List.of())
            .orThrow());
  }

  /** How it ends, after how long, in how many dispatches and timeouts. */
  @ParameterizedTest(name = "{0}: {1} is told {2} after {3} to {4} s")
  @CsvSource({
    "sas-bad-sector, bad, ENODATA, 7.0, 7.1, 1, 0",
    "sata-erc, bad, EIO, 7.0, 7.6, 1, 1",
    "sata-no-erc, bad, EIO, 180, 220, 6, 6",
    "lost-command, r, 4096, 30, 32.2, 2, 1",
    "lost-command-fail-fast, r, EIO, 7, 8.6, 1, 1",
    "zombie-disk, r, EIO, 90, 97, 3, 3",
    "zombie-sector, r, EIO, 180, 195, 6, 6",
    "deaf-to-resets, r, EIO, 90, 94, 1, 1",
    "sas-mute-disk, r, EIO, 115, 125, 2, 2",
    "sas-mute-firmware, r, EIO, 350, 370, 2, 2",
    "sata-cable-pulled, app#12, EIO, 10, 15, 0, 0",
    "sata-deaf-disk, r, EIO, 90, 92.5, 1, 1",
    "sata-mute-reads, r, EIO, 184, 220, 6, 6",
    "iscsi-fail-fast, app-a, EIO, 19, 21, 1, 2",
    "iscsi-stock, app-a, EIO, 195, 200, 1, 2",
    "iscsi-seed, app-a, EIO, 64, 68.5, 1, 2",
    "fc-port-gone, a#12, EIO, 29, 31.5, 0, 0",
    "queue-full-for-good, r, EIO, 180, 180.1, 1, 0",
    "virtio-mute-host, r, 4096, 120, 120.1, 1, 3"
  })
  void holds(
      String scenario, String io, String outcome, double from, double to, int sent, int timeouts) {
    Story story = story(scenario);

    assertThat(story.outcome(io)).isEqualTo(outcome);
    assertThat(story.latency(io) / 1e3).isBetween(from, to);
    assertThat(story.timeouts(io)).isEqualTo(timeouts);
    assertThat(story.dispatches(io)).isGreaterThanOrEqualTo(sent);
  }

  /** The sums of the SAS adapter: 90 + 2d + 5m + 20 s with m = 1 s and m = 30 + 20 s. */
  @Test
  void aMuteDiskCostsFiveTaskManagementFunctionsAndOneAdapter() {
    assertThat(story("sas-mute-disk").latency("r")).isBetween(118_000L, 120_000L);
    Story silent = story("sas-mute-firmware");
    assertThat(silent.log("sending diag reset")).hasSize(6);
    assertThat(silent.state("sda")).isEqualTo("offline");
    assertThat(silent.state("sdb")).isEqualTo("running");
  }

  /** Three of the four waits are for an answer to TEST UNIT READY, two are for a settling bus. */
  @Test
  void sixtySecondsOfAskingWhetherItIsReady() {
    Story story = story("deaf-to-resets");

    assertThat(story.order("scsi_eh_tur").lines())
        .hasSize(4)
        .allMatch(line -> line.endsWith("NOT_READY"));
    assertThat(story.order("settle").lines()).hasSize(2);
    assertThat(story.state("sda")).isEqualTo("offline");
  }

  /** What answers elsewhere on the disk clears the count of sd's medium-access rule. */
  @Test
  void aSilentSectorDoesNotTakeTheDiskOffline() {
    Story story = story("zombie-sector");

    assertThat(story.state("sda")).isEqualTo("running");
    assertThat(story.log("Medium access timeout failure")).isEmpty();
  }

  /** fast_io_fail_tmo, then the other path; nobody is told and no error handler runs. */
  @Test
  void aPulledCableCostsFiveSecondsUnderMultipath() {
    Story story = story("fc-multipath-pull");

    assertThat(story.outcomes()).doesNotContain("EIO");
    assertThat(story.longest("app")).isBetween(4_500L, 5_500L);
    assertThat(story.count(KernelFunction.SCSI_EH_WAKEUP)).isZero();
    assertThat(story.order("multipath_end_io").lines())
        .filteredOn(line -> line.endsWith(" IOERR"))
        .hasSize(1);
  }

  /** REQ_FAILFAST_TRANSPORT ends nothing early where no transport has failed: 6 (T + d). */
  @Test
  void aSlowPathCostsAllItsTimeouts() {
    Story story = story("fc-slow-path");

    assertThat(story.timeouts("r")).isGreaterThanOrEqualTo(6);
    assertThat(story.latency("r")).isBetween(180_000L, 200_000L);
    assertThat(story.outcome("r")).isEqualTo("4096");
  }

  /** Two reads of the bad leg, one of the other, the copy written back and read. */
  @Test
  void aMirrorRepairsABadSectorWhileItIsFrozen() {
    Story story = story("raid1-bad-sector");

    assertThat(story.outcome("r")).isEqualTo("4096");
    assertThat(story.latency("r")).isBetween(14_000L, 14_300L);
    assertThat(story.longest("app")).isBetween(6_500L, 7_300L);
    assertThat(story.outcomes()).doesNotContain("EIO");
  }

  /** Nothing waits for a timeout where the drive says so itself. */
  @Test
  void theNeighboursOfABadSasSectorDoNotNotice() {
    assertThat(story("sas-bad-sector").longest("good")).isLessThan(10);
  }

  /** 5 s of quiet, 5 s for the NOP, then two minutes of replacement_timeout: 130 s. */
  @Test
  void aCutNetworkIsToldAfterTheReplacementTimeout() {
    assertThat(story("iscsi-cable-cut").longest("app-a")).isBetween(127_000L, 133_000L);
  }
}
