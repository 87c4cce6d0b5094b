package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import unjam.app.Deeds.Deed;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultEnds;
import unjam.scenario.Intervention.KnobWritten;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

class DeedsTest {

  private static final When NOW = new When.At(SimTime.ofSeconds(1));
  private static final When LATER = new When.At(SimTime.ofSeconds(2));
  private static final Scope SDA = new Scope.Lun(new Hctl(0, 0, 0, 0));
  private static final Scope SDB = new Scope.Lun(new Hctl(0, 0, 1, 0));

  private static List<List<Integer>> deeds(Intervention... done) {
    Scenario scenario = Runs.trouble().scenario();
    return Deeds.of(scenario.withInterventions(List.of(done))).stream()
        .map(Deed::indices)
        .toList();
  }

  private static Intervention write(When when, Knob knob, Scope scope) {
    return new KnobWritten(when, knob, scope, "5");
  }

  @Test
  void theSettingsOfABundleBelongTogether() {
    assertThat(
            deeds(
                write(NOW, Knob.TIMEOUT, SDA), write(NOW, Knob.TIMEOUT, SDB),
                write(NOW, Knob.EH_TIMEOUT, SDA), write(LATER, Knob.MAX_RETRIES, SDA)))
        .isEqualTo(List.of(List.of(0, 1, 2), List.of(3)));
  }

  @Test
  void theSameFileWrittenAgainIsSomethingElse() {
    assertThat(deeds(write(NOW, Knob.TIMEOUT, SDA), write(NOW, Knob.TIMEOUT, SDA)))
        .isEqualTo(List.of(List.of(0), List.of(1)));
  }

  @Test
  void whatMakesWayBelongsToWhatTakesItsPlace() {
    assertThat(
            deeds(
                new FaultEnds(NOW, "old"),
                new Intervention.FaultStarts(
                    NOW, Runs.trouble().scenario().faults().getFirst()),
                new FaultEnds(LATER, "old")))
        .isEqualTo(List.of(List.of(0, 1), List.of(2)));
  }

  @Test
  void whatWaitsForAMessageHasNoInstantOfItsOwn() {
    When after = new When.AfterKernelMessage("reset", SimTime.ZERO);

    assertThat(
            Deeds.of(
                    Runs.trouble()
                        .scenario()
                        .withInterventions(List.of(write(after, Knob.TIMEOUT, SDA))))
                .getFirst()
                .nanos())
        .isEqualTo(OptionalLong.empty());
  }
}
