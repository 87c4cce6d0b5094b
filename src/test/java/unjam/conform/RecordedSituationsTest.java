package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.analysis.Invariants;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;

/** In every situation that was recorded, what must hold in each run holds. */
class RecordedSituationsTest {

  static List<Path> recordings() {
    return Goldens.all();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void everyInvariantHoldsAndBothEndStatesAreEqual(Path directory) {
    Recording recording =
        Goldens.recording(Goldens.DIRECTORY.relativize(directory).toString());
    Simulation.Run run = Simulation.run(Goldens.scenario(recording));
    assertThat(Invariants.check(run.trace())).isEmpty();
    assertThat(Timeline.of(run.trace()).endState()).isEqualTo(run.end());
  }
}
