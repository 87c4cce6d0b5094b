package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.kernel.Simulation;
import unjam.projection.Replay;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/** Every scenario of the catalog on every kernel: what must hold in each run holds. */
class SimulatedRunsTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  /** Seeks per trace: all of a short one, an even spread of a long one. */
  private static final int SEEKS = 400;

  static Stream<Arguments> everyRun() {
    List<Arguments> runs = new ArrayList<>();
    for (String name : CATALOG.scenarios()) {
      for (String kernel : CATALOG.kernels()) {
        runs.add(Arguments.of(name, kernel));
      }
    }
    return runs.stream();
  }

  private static Simulation.Run run(String name, String kernel) {
    Scenario scenario =
        new ScenarioReader(CATALOG).readFromCatalog(name, List.of("kernel=" + kernel)).orThrow();
    return Simulation.run(scenario);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("everyRun")
  void everyInvariantHolds(String name, String kernel) {
    assertThat(Invariants.check(run(name, kernel).trace())).isEmpty();
  }

  /** Two independent ways to one truth. */
  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("everyRun")
  void theSimulatorAndTheTraceEndInTheSameState(String name, String kernel) {
    Simulation.Run run = run(name, kernel);
    assertThat(Timeline.of(run.trace()).endState()).isEqualTo(run.end());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("everyRun")
  void seekingEqualsReadingOn(String name, String kernel) {
    Trace trace = run(name, kernel).trace();
    Timeline timeline = Timeline.of(trace);
    Replay replay = Replay.of(trace);
    int step = Math.max(1, trace.size() / SEEKS);
    while (replay.next()) {
      int seq = replay.event().seq();
      if (seq % step == 0 || seq == trace.size() - 1) {
        StackState sought = timeline.after(seq);
        assertThat(sought).as("after event %d", seq).isEqualTo(replay.state());
        assertThat(sought.commands().size())
            .isLessThanOrEqualTo(replay.state().ios().size() * 2 + RESCANS);
      }
    }
  }

  /** Commands of the kernel itself and read-ahead that outlives its IO. */
  private static final int RESCANS = 4;
}
