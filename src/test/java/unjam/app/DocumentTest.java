package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.engine.SimTime;
import unjam.kernel.Simulation;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;

/** What a person does to the machine while playing can be undone, and keeps the past. */
class DocumentTest {

  private static final long AT = 2_000_000_000L;

  private final OpenRun run = Runs.trouble();
  private final Intervention shorter =
      new Intervention.KnobWritten(
          new When.At(SimTime.ofNanos(AT)), Knob.TIMEOUT, new Scope.Lun(new Hctl(0, 0, 0, 0)),
          "1");

  /** Does what the reducer wants to have done. */
  private static Session after(Session session, Action... actions) {
    Session now = session;
    for (Action action : actions) {
      Next next = SessionReducer.update(now, action);
      now = next.session();
      for (Effect effect : next.effects()) {
        if (effect instanceof Effect.Rerun rerun) {
          OpenRun again =
              OpenRun.of(rerun.scenario(), Simulation.run(rerun.scenario()).trace());
          now = after(now, new Action.Reran(rerun.request(), again));
        }
      }
    }
    return now;
  }

  private Session playedTo(long nanos) {
    return after(
        Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)),
        new Action.RunFinished(0, run), new Action.Pause(), new Action.JumpTo(nanos));
  }

  private static Scenario scenario(Session session) {
    return session.work().orElseThrow().scenario();
  }

  @Test
  void anInterventionIsInTheScenarioAndThePlayheadStays() {
    Session turned = after(playedTo(AT), new Action.Intervene(shorter));

    assertThat(scenario(turned).interventions()).containsExactly(shorter);
    // A write takes a process 250 ns: the playhead stands where it has taken effect.
    assertThat(turned.playback().at().nanos()).isEqualTo(AT + 250);
    assertThat(turned.frame().orElseThrow().state().devices().getFirst().knobs())
        .containsEntry(Knob.TIMEOUT, "1");
    assertThat(turned.work().orElseThrow().isUnsaved()).isTrue();
  }

  @Test
  void undoBringsTheOldRunBackAndRedoTheNewOne() {
    Session turned = after(playedTo(AT), new Action.Intervene(shorter));
    Session undone = after(turned, new Action.Undo());
    Session redone = after(undone, new Action.Redo());

    assertThat(scenario(undone)).isEqualTo(run.scenario());
    assertThat(undone.work().orElseThrow().isUnsaved()).isFalse();
    assertThat(undone.canUndo()).isFalse();
    assertThat(undone.canRedo()).isTrue();
    assertThat(undone.frame().orElseThrow().state())
        .isEqualTo(playedTo(AT + 250).frame().orElseThrow().state());
    assertThat(scenario(redone)).isEqualTo(scenario(turned));
    assertThat(redone.frame().orElseThrow().state())
        .isEqualTo(turned.frame().orElseThrow().state());
  }

  @Test
  void severalInterventionsAtOnceAreOneStep() {
    Session turned =
        after(
            playedTo(AT),
            new Action.Intervene(
                List.of(
                    shorter,
                    new Intervention.KnobWritten(
                        new When.At(SimTime.ofNanos(AT)), Knob.EH_TIMEOUT,
                        new Scope.Lun(new Hctl(0, 0, 0, 0)), "2"))));

    assertThat(scenario(turned).interventions()).hasSize(2);
    assertThat(scenario(after(turned, new Action.Undo())).interventions()).isEmpty();
  }

  @Test
  void somethingNewAfterAnUndoForgetsWhatWasUndone() {
    Session undone = after(playedTo(AT), new Action.Intervene(shorter), new Action.Undo());
    Session other =
        after(undone, new Action.Change(run.scenario().withSeed(99)));

    assertThat(other.canRedo()).isFalse();
    assertThat(scenario(other).seed()).isEqualTo(99);
  }

  @Test
  void aRunThatIsOvertakenByAnotherChangeIsNotShown() {
    Next first = SessionReducer.update(playedTo(AT), new Action.Intervene(shorter));
    Next second = SessionReducer.update(first.session(), new Action.Undo());
    OpenRun stale =
        OpenRun.of(scenario(first.session()), Simulation.run(scenario(first.session())).trace());

    Session now =
        after(second.session(), new Action.Reran(first.session().request(), stale));

    assertThat(now.open()).contains(run);
  }

  @Test
  void savingWhileGoingOnLeavesTheRestUnsaved() {
    Session turned = after(playedTo(AT), new Action.Intervene(shorter));
    Next asked = SessionReducer.update(turned, new Action.Save("/a/b.yaml"));
    Session more = after(asked.session(), new Action.Change(scenario(turned).withSeed(3)));
    Session saved = after(more, new Action.Saved("/a/b.yaml", scenario(turned)));

    assertThat(asked.effects())
        .isEqualTo(List.of(new Effect.Save("/a/b.yaml", scenario(turned))));
    assertThat(saved.work().orElseThrow().file()).contains("/a/b.yaml");
    assertThat(saved.work().orElseThrow().isUnsaved()).isTrue();
    assertThat(after(saved, new Action.Undo()).work().orElseThrow().isUnsaved()).isFalse();
  }
}
