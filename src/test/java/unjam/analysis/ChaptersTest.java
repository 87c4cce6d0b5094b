package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unjam.analysis.Chapter.Kind;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;

class ChaptersTest {

  private static OpenRun run(String scenario) {
    return SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow();
  }

  private static List<Kind> kinds(OpenRun run) {
    return run.chapters().stream().map(Chapter::kind).toList();
  }

  /** The story of the first start: silence, timeout, abort; and the retry goes the same way. */
  @Test
  void aSlowDiskIsSilentTwiceBeforeItsHostIsRecovered() {
    assertThat(kinds(Runs.opening()))
        .containsExactly(
            Kind.QUIET, Kind.SILENCE, Kind.TIMEOUT, Kind.ABORT, Kind.SILENCE, Kind.TIMEOUT,
            Kind.RECOVERY, Kind.RESTART, Kind.QUIET);
  }

  @Test
  void aHealthyRunIsOneChapter() {
    assertThat(kinds(run("healthy"))).containsExactly(Kind.QUIET);
  }

  /** Every read of an offline disk fails at once; that is one complaint, not one for each. */
  @Test
  void complaintsThatFollowEachOtherAreOneChapter() {
    assertThat(kinds(run("knob-mid-flight")))
        .containsOnlyOnce(Kind.COMPLAINT)
        .containsSubsequence(Kind.TIMEOUT, Kind.ABORT, Kind.QUIET, Kind.COMPLAINT);
  }

  @Test
  void commandsThatTimeOutTogetherAreOneChapter() {
    assertThat(kinds(run("many-stuck")))
        .containsExactly(Kind.SILENCE, Kind.TIMEOUT, Kind.ABORT, Kind.QUIET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seed-slow-disk", "two-hosts", "growing-slow", "queue-full-storm", "bad-sector",
        "zombie-disk", "start-unit", "cable-trouble", "healthy"
      })
  void everyInstantBelongsToOneChapter(String scenario) {
    OpenRun run = run(scenario);
    List<Chapter> chapters = run.chapters();

    assertThat(chapters.getFirst().from()).isZero();
    assertThat(chapters.getLast().to()).isEqualTo(run.trace().endNanos());
    for (int i = 1; i < chapters.size(); i++) {
      assertThat(chapters.get(i).from())
          .isEqualTo(chapters.get(i - 1).to())
          .isGreaterThan(chapters.get(i - 1).from());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed-slow-disk", "two-hosts", "growing-slow", "zombie-disk"})
  void aShutGateIsARecovery(String scenario) {
    OpenRun run = run(scenario);

    assertThat(run.passes().all()).isNotEmpty();
    for (EhPass pass : run.passes().all()) {
      assertThat(run.chapters())
          .filteredOn(each -> each.contains(pass.shut()))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.kind()).isEqualTo(Kind.RECOVERY);
                assertThat(each.host()).isEqualTo(pass.host());
              });
    }
  }
}
