package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.kernel.Simulation;
import unjam.projection.Replay;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/**
 * Every scenario of the catalog on every kernel, and machines made up by chance: what must hold in
 * each run holds.
 */
class SimulatedRunsTest {

  private static final Catalog CATALOG = Catalog.ofClassPath();

  /** Seeks per trace: all of a short one, an even spread of a long one. */
  private static final int SEEKS = 100;

  /** Made-up machines on every kernel with every driver. */
  private static final int SEEDS = 25;

  /** Commands of the kernel itself, and read-ahead that outlives its IO. */
  private static final int WITHOUT_IO = 4;

  /** A scenario with the words that find it again. */
  record Situation(String name, Scenario scenario) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Situation> everySituation() {
    List<Situation> all = new ArrayList<>();
    for (String kernel : CATALOG.kernels()) {
      for (String name : CATALOG.scenarios()) {
        Scenario scenario =
            new ScenarioReader(CATALOG)
                .readFromCatalog(name, List.of("kernel=" + kernel))
                .orThrow();
        all.add(new Situation(name + " on " + kernel, scenario));
      }
      for (String driver : CATALOG.drivers()) {
        for (long seed = 0; seed < SEEDS; seed++) {
          all.add(
              new Situation(
                  "trouble " + seed + " on " + kernel + " with " + driver,
                  Trouble.of(seed, kernel, driver)));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void everyInvariantHolds(Situation situation) {
    assertThat(Invariants.check(Simulation.run(situation.scenario()).trace())).isEmpty();
  }

  /** Two independent ways to one truth. */
  @ParameterizedTest
  @MethodSource("everySituation")
  void theSimulatorAndTheTraceEndInTheSameState(Situation situation) {
    Simulation.Run run = Simulation.run(situation.scenario());
    assertThat(Timeline.of(run.trace()).endState()).isEqualTo(run.end());
  }

  @ParameterizedTest
  @MethodSource("everySituation")
  void seekingEqualsReadingOn(Situation situation) {
    Trace trace = Simulation.run(situation.scenario()).trace();
    Timeline timeline = Timeline.of(trace);
    Replay replay = Replay.of(trace);
    int step = Math.max(1, trace.size() / SEEKS);
    while (replay.next()) {
      int seq = replay.event().seq();
      if (seq % step == 0 || seq == trace.size() - 1) {
        StackState sought = timeline.after(seq);
        assertThat(sought).as("after event %d", seq).isEqualTo(replay.state());
        assertThat(sought.commands().size())
            .isLessThanOrEqualTo(sought.ios().size() * 2 + WITHOUT_IO);
      }
    }
  }
}
