package unjam.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.Runs;

class PlaybackTest {

  private static final long FRAME = 16_666_667;

  private final OpenRun run = Runs.trouble();

  private Playback start(Pace pace) {
    return Playback.at(run.steps().start()).with(pace).started();
  }

  private Playback ticked(Playback player, long wall) {
    return player.ticked(wall, run.pace(), run.trace());
  }

  @Test
  void aPausedPlayerStandsStill() {
    Playback paused = start(Pace.AUTOMATIC).paused();

    assertThat(ticked(paused, FRAME)).isEqualTo(paused);
  }

  @Test
  void aConstantPaceIsConstantEvenWhereAFrameIsShorterThanANanosecond() {
    Playback player = start(new Pace.Constant(1_000));
    for (int frame = 0; frame < 600; frame++) {
      player = ticked(player, FRAME);
    }

    // 600 frames of 16.67 ms are 10 s; a microsecond a second makes 10 microseconds.
    assertThat(player.at().nanos()).isBetween(9_999L, 10_001L);
  }

  @Test
  void constantPacesSpanSevenOrdersOfMagnitude() {
    List<Pace.Constant> all = Pace.constants();

    assertThat(all.getLast().nanosPerSecond() / all.getFirst().nanosPerSecond())
        .isEqualTo(10_000_000L);
    assertThat(all.getLast().faster()).isEqualTo(all.getLast());
    assertThat(all.getFirst().slower()).isEqualTo(all.getFirst());
  }

  @Test
  void theAutomaticPaceFollowsItsMapHoweverLongFramesTake() {
    Playback small = start(Pace.AUTOMATIC);
    Playback large = start(Pace.AUTOMATIC);
    for (int i = 0; i < 200; i++) {
      small = ticked(ticked(ticked(ticked(small, 5_000_000), 5_000_000), 5_000_000), 5_000_000);
      large = ticked(large, 20_000_000);
      long difference =
          Math.abs(
              run.pace().presentedAt(small.at().nanos())
                  - run.pace().presentedAt(large.at().nanos()));

      assertThat(difference).as("after %d frames", i).isLessThan(10_000_000);
    }
    assertThat(small.at().nanos()).isEqualTo(run.pace().simulatedAt(4_000_000_000L));
  }

  @Test
  void itStopsAtTheEnd() {
    Playback player = start(new Pace.Constant(Pace.FASTEST));
    for (int frame = 0; frame < 2_000 && player.playing(); frame++) {
      player = ticked(player, FRAME);
    }

    assertThat(player.playing()).isFalse();
    assertThat(player.at()).isEqualTo(run.steps().end());
  }

  @Test
  void aHiccupOfTheMachineIsNotShownAsTime() {
    Playback player = ticked(start(new Pace.Constant(1_000_000_000)), 60_000_000_000L);

    assertThat(player.at().nanos()).isEqualTo(Playback.LONGEST_TICK);
  }
}
