package unjam.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.reading.StoryTurn.Again;
import unjam.reading.StoryTurn.Line;

class StoryTurnTest {

  private static final OpenRun RUN = Runs.trouble();

  @Test
  void aStoryWithoutRepetitionsIsToldLineByLine() {
    List<StoryLine> story = CommandStory.of(RUN.timeline(), 0);

    assertThat(StoryTurn.of(story)).hasSameSizeAs(story).allMatch(Line.class::isInstance);
  }

  @Test
  void aCommandAtAShutGateAsksAgainAndAgainAndIsToldOnce() {
    List<StoryLine> longest = List.of();
    for (int command = 0; command < RUN.trace().commands(); command++) {
      List<StoryLine> story = CommandStory.of(RUN.timeline(), command);
      longest = story.size() > longest.size() ? story : longest;
    }
    List<StoryTurn> turns = StoryTurn.of(longest);

    assertThat(longest.size()).isGreaterThan(1_000);
    assertThat(turns.size()).isLessThan(100);
    Again again =
        turns.stream().filter(Again.class::isInstance).map(Again.class::cast).findFirst()
            .orElseThrow();
    assertThat(again.times()).isGreaterThan(300);
    assertThat(again.untilNanos()).isGreaterThan(again.nanos());
    assertThat(told(turns)).isEqualTo(longest.size());
    assertThat(turns).extracting(StoryTurn::seq).isSorted();
  }

  private static int told(List<StoryTurn> turns) {
    int told = 0;
    for (StoryTurn turn : turns) {
      told += turn instanceof Again again ? again.lines() * again.times() : 1;
    }
    return told;
  }
}
