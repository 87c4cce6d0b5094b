package unjam.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.analysis.MissedDeadlines.Missed;
import unjam.app.OpenRun;
import unjam.app.Runs;

class PaceMapTest {

  private static final long SECOND = 1_000_000_000L;

  private final OpenRun run = Runs.trouble();
  private final PaceMap map = run.pace();

  @Test
  void itNeverRunsBackwards() {
    long before = -1;
    for (long wall = 0; wall <= map.length(); wall += SECOND / 200) {
      long now = map.simulatedAt(wall);

      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void thereAndBackIsNeverLater() {
    for (long wall = 0; wall <= map.length(); wall += SECOND / 200) {
      long instant = map.simulatedAt(wall);

      assertThat(map.presentedAt(instant)).isLessThanOrEqualTo(wall);
    }
  }

  @Test
  void itCoversTheWholeTrace() {
    assertThat(map.simulatedAt(0)).isZero();
    assertThat(map.simulatedAt(map.length())).isGreaterThanOrEqualTo(run.trace().endNanos());
  }

  @Test
  void everyMarkIsShownLongEnoughToBeSeen() {
    for (Mark mark : run.marks().all()) {
      long shown = map.presentedAt(mark.nanos() + 50_000) - map.presentedAt(mark.nanos());

      assertThat(shown).as("wall time at %s", mark).isGreaterThan(SECOND / 5);
    }
  }

  @Test
  void silencesOfSecondsPassInAFewSecondsAndAreWritten() {
    assertThat(map.glides()).isNotEmpty();
    for (PaceMap.Glide glide : map.glides()) {
      assertThat(map.presentedAt(glide.to()) - map.presentedAt(glide.from()))
          .isLessThan(3 * SECOND);
      assertThat(map.glideUntil(glide.from() + 1)).contains(glide);
    }
  }

  /** The disk is silent for longer than its deadline, and nothing happens at the deadline. */
  @Test
  void aDeadlineThatPassesUnseenInterruptsTheSilence() {
    assertThat(run.missed()).isNotEmpty();
    for (Missed missed : run.missed()) {
      assertThat(map.glides())
          .noneMatch(glide -> glide.from() < missed.deadline() && missed.deadline() < glide.to());
    }
  }

  /** Requests that wait at the gate are asked thousands of times; that is no news. */
  @Test
  void theOpeningSceneTakesAboutAMinute() {
    assertThat(Runs.opening().pace().length()).isBetween(30 * SECOND, 120 * SECOND);
  }
}
