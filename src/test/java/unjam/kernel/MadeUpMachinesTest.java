package unjam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.catalog.ScenarioWriter;
import unjam.scenario.Scenario;
import unjam.trace.EndState;

/**
 * Situations that nobody thought of: nothing breaks off, what must hold in every run holds (see
 * {@link Story#of}), no IO is forgotten, and the same situation gives the same run.
 */
class MadeUpMachinesTest {

  private static final int SEEDS = 60;

  /**
   * Longest time in which nothing may happen while an IO waits: a queue's timer turns every few
   * seconds, and the error handler sleeps for ten.
   */
  private static final long LONGEST_SILENCE_SECONDS = 40;

  record Seed(String kernel, long number) {}

  static Stream<Seed> seeds() {
    List<Seed> all = new ArrayList<>();
    for (String kernel : new String[] {"5.10", "6.1", "6.12"}) {
      for (long number = 0; number < SEEDS; number++) {
        all.add(new Seed(kernel, number));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyIoEndsOrIsStillWorkedOn(Seed seed) {
    Scenario scenario = Chance.scenario(seed.number(), seed.kernel()).build();
    Story story = Story.of(scenario);

    List<String> waiting =
        story.end().ios().entrySet().stream()
            .filter(io -> !io.getValue().ended())
            .map(io -> io.getKey())
            .toList();
    long silentSince = story.trace().endNanos() / 1_000_000_000L;
    if (silentSince < Chance.UNTIL_SECONDS - LONGEST_SILENCE_SECONDS) {
      assertThat(waiting).as("forgotten in%n%s", text(scenario)).isEmpty();
      assertThat(story.end().hosts().values())
          .as("hosts at rest in%n%s", text(scenario))
          .allSatisfy(MadeUpMachinesTest::atRest);
    }
  }

  private static void atRest(EndState.Host host) {
    assertThat(host.hostBusy()).isZero();
    assertThat(host.hostFailed()).isZero();
    assertThat(host.state()).isEqualTo("running");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSituationGivesTheSameRun(Seed seed) {
    Scenario scenario = Chance.scenario(seed.number(), seed.kernel()).build();
    Simulation.Run first = Simulation.run(scenario);
    Simulation.Run second = Simulation.run(scenario);

    assertThat(second.end()).isEqualTo(first.end());
    assertThat(second.trace().ioNames()).isEqualTo(first.trace().ioNames());
    assertThat(second.trace().events())
        .as("second run of%n%s", text(scenario))
        .isEqualTo(first.trace().events());
  }

  private static String text(Scenario scenario) {
    return new ScenarioWriter(Scenarios.CATALOG).write(scenario);
  }
}
