package unjam.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.lesson.Answer.Names;

/** Runs are put in order of a figure; those that are as good as equal may change places. */
class RankingTest {

  private static final Map<String, RunFacts> RUNS =
      Map.of("quick", facts("bad-sector"), "lost", facts("lost-command"));

  private static RunFacts facts(String scenario) {
    return new RunFacts(
        SimulationService.openNow(Catalog.ofClassPath(), scenario).orElseThrow().timeline());
  }

  private static Verdict verdict(String by, long within, String... said) {
    Judge judge = new Judge(RUNS.get("quick"), Judge.among(RUNS), List.of());
    Task.Rank rank = new Task.Rank(List.of("lost", "quick"), Phrase.quantity(by), within);
    return judge.verdict(rank, new Names(List.of(said)));
  }

  @Test
  void theShorterWaitComesFirst() {
    assertThat(verdict("longest wait", 0, "quick", "lost").right()).isTrue();
    assertThat(verdict("longest wait", 0, "lost", "quick").right()).isFalse();
    assertThat(verdict("longest wait", 0, "lost", "quick").about()).isEqualTo("quick");
  }

  @Test
  void equalRunsMayStandInAnyOrder() {
    assertThat(verdict("cost disks_offline", 0, "quick", "lost").right()).isTrue();
    assertThat(verdict("cost disks_offline", 0, "lost", "quick").right()).isTrue();
  }

  @Test
  void theAuthorSaysWhatIsAsGoodAsEqual() {
    long minute = 60_000_000_000L;
    assertThat(verdict("longest wait", minute, "lost", "quick").right()).isTrue();
  }

  @Test
  void aRunThatIsSaidTwiceOrNotAtAllIsWrong() {
    assertThat(verdict("cost disks_offline", 0, "lost", "lost").right()).isFalse();
    assertThat(verdict("cost disks_offline", 0, "lost").right()).isFalse();
  }
}
