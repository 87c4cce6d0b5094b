package unjam.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.projection.CommandState;
import unjam.projection.CommandView;
import unjam.projection.StackState;
import unjam.scsi.ShostState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

class BreakpointTest {

  private final OpenRun run = Runs.trouble();
  private final Trace trace = run.trace();
  private final Steps steps = run.steps();

  /** Every event that it stops at, from the start to the end. */
  private List<Integer> forwards(Breakpoint at) {
    List<Integer> seqs = new ArrayList<>();
    Optional<Cursor> next = steps.next(List.of(at), steps.start());
    while (next.isPresent()) {
      seqs.add(next.get().seq());
      next = steps.next(List.of(at), next.get());
    }
    return seqs;
  }

  private List<Integer> backwards(Breakpoint at) {
    List<Integer> seqs = new ArrayList<>();
    Optional<Cursor> next = steps.previous(List.of(at), steps.end());
    while (next.isPresent()) {
      seqs.addFirst(next.get().seq());
      next = steps.previous(List.of(at), next.get());
    }
    return seqs;
  }

  private static Optional<CommandState> stateAfter(StackState state, int command) {
    return state.command(command).map(CommandView::base);
  }

  @Test
  void itStopsWhereAFunctionIsEnteredAndNotWhereItReturns() {
    List<Integer> stops = forwards(new Breakpoint.InFunction(KernelFunction.SCSI_QUEUE_RQ));

    assertThat(stops).isNotEmpty();
    for (int seq : stops) {
      assertThat(trace.function(seq)).isEqualTo(KernelFunction.SCSI_QUEUE_RQ);
      assertThat(trace.fact(seq)).isSameAs(CallFact.Entered.INSTANCE);
    }
    long entered =
        trace.events().stream()
            .filter(each -> each.function() == KernelFunction.SCSI_QUEUE_RQ)
            .filter(each -> each.fact() instanceof CallFact.Entered)
            .count();
    assertThat(stops).hasSize((int) entered);
  }

  @Test
  void itStopsJustAfterTheEvent() {
    Cursor stop =
        steps
            .next(
                List.of(new Breakpoint.InFunction(KernelFunction.SCSI_EH_SCMD_ADD)),
                steps.start())
            .orElseThrow();

    assertThat(trace.fact(stop.seq())).isInstanceOf(EhFact.EhAdded.class);
    assertThat(stop).isEqualTo(Cursor.after(trace, stop.seq()));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandState.class,
      mode = Mode.EXCLUDE,
      names = {"SLOW", "IN_FLIGHT", "DONE", "FAILED"})
  void aCommandIsInTheStateAfterTheStopAndWasNotBefore(CommandState state) {
    List<Integer> stops = forwards(new Breakpoint.CommandBecomes(state));

    assertThat(stops).isNotEmpty();
    for (int seq : stops) {
      int command = trace.cmd(seq);
      assertThat(stateAfter(run.timeline().after(seq), command)).contains(state);
      assertThat(stateAfter(run.timeline().after(seq - 1), command)).isNotEqualTo(
          Optional.of(state));
    }
  }

  /** The other way round: where a command gets into the state, it stops. */
  @Test
  void noTimeoutAbortOrHandOverIsMissed() {
    for (CommandState state :
        List.of(
            CommandState.TIMED_OUT, CommandState.ABORTING, CommandState.ON_EH_LIST,
            CommandState.REQUEUED)) {
      List<Integer> changes = new ArrayList<>();
      for (int command : run.missed().stream().map(each -> each.command()).toList()) {
        for (int n = 0; n < run.commands().count(command); n++) {
          int seq = run.commands().seq(command, n);
          boolean before = stateAfter(run.timeline().after(seq - 1), command)
              .equals(Optional.of(state));
          if (!before && stateAfter(run.timeline().after(seq), command)
              .equals(Optional.of(state))) {
            changes.add(seq);
          }
        }
      }
      assertThat(changes).as("%s", state).isNotEmpty();
      assertThat(forwards(new Breakpoint.CommandBecomes(state))).containsAll(changes);
    }
  }

  @Test
  void slownessHasNoEvent() {
    assertThatThrownBy(() -> new Breakpoint.CommandBecomes(CommandState.SLOW))
        .hasMessageContaining("without any event");
  }

  @Test
  void aHostGoesIntoRecoveryOnceAndComesOut() {
    List<Integer> in = forwards(new Breakpoint.HostBecomes(ShostState.SHOST_RECOVERY));
    List<Integer> out = forwards(new Breakpoint.HostBecomes(ShostState.SHOST_RUNNING));

    assertThat(in).hasSize(1);
    assertThat(out).hasSize(1);
    assertThat(in.getFirst()).isEqualTo(run.passes().all().getFirst().shutSeq());
    assertThat(out.getFirst()).isEqualTo(run.passes().all().getFirst().openSeq());
  }

  @Test
  void theSetUpIsNothingToStopAt() {
    assertThat(forwards(new Breakpoint.OnDevice(0))).first().satisfies(
        seq -> assertThat(seq).isGreaterThan(steps.start().seq()));
    assertThat(steps.previous(List.of(new Breakpoint.OnDevice(0)), steps.start())).isEmpty();
  }

  @Test
  void backwardsItStopsAtTheSameEvents() {
    for (Breakpoint each :
        List.of(
            new Breakpoint.InFunction(KernelFunction.SCSI_DISPATCH_CMD),
            new Breakpoint.CommandBecomes(CommandState.DONE),
            new Breakpoint.OnDevice(1),
            new Breakpoint.OfFact(EhFact.HookCalled.class))) {
      assertThat(backwards(each)).as("%s", each).isNotEmpty().isEqualTo(forwards(each));
    }
  }

  @Test
  void fromTheMiddleOfASilenceBackIsTheLastEventItself() {
    Breakpoint any = new Breakpoint.OfFact(EhFact.HookCalled.class);
    Cursor called = steps.next(List.of(any), steps.start()).orElseThrow();
    Cursor later = new Cursor(trace.nanos(called.seq() + 1) - 1, called.seq());

    assertThat(later).isEqualTo(Cursor.at(trace, later.nanos())).isNotEqualTo(called);
    assertThat(steps.previous(List.of(any), later)).contains(called);
    assertThat(steps.previous(List.of(any), called)).isNotEqualTo(Optional.of(called));
  }

  @Test
  void ofSeveralTheNearestStops() {
    Breakpoint timeout = new Breakpoint.CommandBecomes(CommandState.TIMED_OUT);
    Breakpoint offline = new Breakpoint.OfFact(EhFact.Offlined.class);
    Cursor first = steps.next(List.of(offline, timeout), steps.start()).orElseThrow();

    assertThat(steps.next(List.of(timeout), steps.start())).contains(first);
    assertThat(steps.next(List.of(offline), steps.start())).isEmpty();
    assertThat(steps.between(List.of(timeout), steps.start(), first)).contains(first);
    assertThat(steps.between(List.of(timeout), steps.start(), steps.previousEvent(first)))
        .isEmpty();
  }
}
