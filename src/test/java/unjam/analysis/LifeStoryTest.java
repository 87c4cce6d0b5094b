package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.StoryTurn.Again;
import unjam.analysis.StoryTurn.Line;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.reading.CommandStory;
import unjam.reading.StoryLine;
import unjam.trace.CallFact;
import unjam.trace.Fact;
import unjam.trace.MachineFact;

class LifeStoryTest {

  private static final OpenRun RUN = Runs.trouble();

  private static List<StoryTurn> life(int command) {
    return LifeStory.of(RUN.trace(), RUN.commands(), command);
  }

  /** The story of a command as it is told event by event, without the kernel's own lines. */
  private static List<StoryLine> story(int command) {
    return CommandStory.of(RUN.timeline(), command).stream()
        .filter(each -> !(RUN.trace().fact(each.seq()) instanceof MachineFact.Printed))
        .toList();
  }

  @Test
  void aLifeWithoutRepetitionsIsToldEventByEvent() {
    for (int command : List.of(0, RUN.missed().getFirst().command())) {
      List<StoryTurn> life = life(command);
      assertThat(life).allMatch(Line.class::isInstance);
      assertThat(life.stream().map(turn -> ((Line) turn).line()).toList())
          .startsWith(story(command).toArray(StoryLine[]::new))
          .hasSize(events(command));
    }
  }

  @Test
  void aCommandAtAShutGateAsksAgainAndAgainAndIsToldOnce() {
    int patient = 0;
    for (int command = 0; command < RUN.trace().commands(); command++) {
      if (RUN.commands().count(command) > RUN.commands().count(patient)) {
        patient = command;
      }
    }
    List<StoryTurn> turns = life(patient);

    assertThat(RUN.commands().count(patient)).isGreaterThan(1_000);
    assertThat(turns.size()).isLessThan(100);
    Again again =
        turns.stream().filter(Again.class::isInstance).map(Again.class::cast).findFirst()
            .orElseThrow();
    assertThat(again.times()).isGreaterThan(300);
    assertThat(again.untilNanos()).isGreaterThan(again.nanos());
    assertThat(told(turns)).isEqualTo(events(patient));
    assertThat(turns).extracting(StoryTurn::seq).isSorted();
  }

  /** Events about a command that are neither answers nor lines of the kernel's log. */
  private static int events(int command) {
    int count = 0;
    for (int n = 0; n < RUN.commands().count(command); n++) {
      Fact fact = RUN.trace().fact(RUN.commands().seq(command, n));
      boolean silent = fact instanceof CallFact.Returned || fact instanceof MachineFact.Printed;
      count += silent ? 0 : 1;
    }
    return count;
  }

  private static int told(List<StoryTurn> turns) {
    int told = 0;
    for (StoryTurn turn : turns) {
      told += turn instanceof Again again ? again.lines() * again.times() : 1;
    }
    return told;
  }
}
