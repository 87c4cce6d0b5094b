package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import unjam.engine.SimTime;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/** What happens at an absolute instant stays between the IOs between which it was recorded. */
class AnchorsTest {

  // p#3 was recorded at 331.0 ms, the state was written at 423.2 ms, p#4 came at 436.7 ms
  private final Recording recording = Goldens.recording("6.1/20-offline-running");
  private final Scenario scenario = Goldens.scenario(recording);
  private final Anchors anchors = new Anchors(scenario, recording.golden());

  @Test
  void aWriteBetweenTheSameIosStays() {
    assertThat(anchors.move(scenario, startedEarlier(5))).isEmpty();
  }

  @Test
  void aWriteBehindAnIoThatCameEarlierMovesWithIt() {
    Optional<Anchors.Moved> moved = anchors.move(scenario, startedEarlier(20));
    assertThat(moved).hasValueSatisfying(each -> {
      assertThat(each.note())
          .isEqualTo("device/state = offline moved by -20.0 ms to stay between the same IOs");
      assertThat(((Intervention.KnobWritten) each.scenario().interventions().getFirst()).when())
          .isEqualTo(new When.At(SimTime.ofMicros(403_200)));
    });
  }

  @Test
  void oneMoveAtATimeUntilAllStandRight() {
    Observed early = startedEarlier(20);
    Scenario first = anchors.move(scenario, early).orElseThrow().scenario();
    Scenario second = anchors.move(first, early).orElseThrow().scenario();
    assertThat(anchors.move(second, early)).isEmpty();
  }

  @Test
  void nothingMovesFurtherThanALatencyMayDiffer() {
    assertThat(anchors.move(scenario, startedEarlier(101))).isEmpty();
  }

  @Test
  void theStartOfAFaultMovesAlike() {
    FaultRule rule = new FaultRule("fault-1", new Fault.Mute(),
        new Scope.Lun(Hctl.parse("0:0:0:0")), OptionalInt.empty(), Optional.empty(), 0,
        OptionalInt.empty(), Optional.of(new When.At(SimTime.ofMillis(430))), Optional.empty(),
        Optional.empty());
    Scenario faulty = scenario.withInterventions(List.of()).withFaults(List.of(rule));
    Anchors.Moved moved =
        new Anchors(faulty, recording.golden()).move(faulty, startedEarlier(20)).orElseThrow();
    assertThat(moved.note()).startsWith("the start of fault-1 moved by -20.0 ms");
    assertThat(moved.scenario().faults().getFirst().from())
        .contains(new When.At(SimTime.ofMillis(410)));
  }

  private Observed startedEarlier(double millis) {
    Observed perfect = Goldens.perfectRun(recording.golden());
    return new Altered(perfect).ios(perfect.ios().stream()
        .map(each -> new Observed.Io(each.name(),
            OptionalDouble.of(Math.max(0, each.startMillis().orElseThrow() - millis)),
            each.latencyMillis(), each.ret(), each.errno(), each.dispatches(), each.timeouts(),
            each.maxRetryCounter(), each.tolerance(), each.sg()))
        .toList());
  }
}
