package unjam.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.trace.EhFact;
import unjam.trace.EndState;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;

class TimelineTest {

  private final Trace cured = TraceWriter.lunResetCures("6.12");
  private final Timeline timeline = Timeline.of(cured);

  @Test
  void beforeTheFirstEventNothingExists() {
    StackState before = timeline.after(-1);
    assertThat(before.hosts()).isEmpty();
    assertThat(before.devices()).isEmpty();
    assertThat(before.commands()).isEmpty();
  }

  @Test
  void theMachineStandsInTheTraceItself() {
    StackState start = timeline.at(0);
    assertThat(start.host(0).orElseThrow().driver()).isEqualTo("scsi_debug");
    assertThat(start.devices()).extracting(DeviceView::disk).containsExactly("sda", "sdb");
    assertThat(start.device(0).orElseThrow().queueDepth()).isEqualTo(192);
  }

  /** 30 s timeout from 5 ms on: half of it is used after 15.005 s. */
  @Test
  void aCommandInFlightIsSlowOnceHalfOfItsTimeoutIsUsed() {
    assertThat(stateAt(1_000)).isEqualTo(CommandState.IN_FLIGHT);
    assertThat(stateAt(15_005)).isEqualTo(CommandState.IN_FLIGHT);
    assertThat(stateAt(15_006)).isEqualTo(CommandState.SLOW);
    assertThat(stateAt(30_599)).isEqualTo(CommandState.SLOW);
  }

  private CommandState stateAt(long millis) {
    StackState state = timeline.at(millis * 1_000_000);
    return state.stateOf(state.command(1).orElseThrow());
  }

  @Test
  void theLifeOfALostReadIsALineOfStations() {
    List<String> stations = new ArrayList<>();
    for (int seq = 0; seq < cured.size(); seq++) {
      String now =
          timeline.after(seq).command(1).map(each -> each.station() + " " + each.base()).orElse("");
      if (!now.isEmpty() && (stations.isEmpty() || !stations.getLast().equals(now))) {
        stations.add(now);
      }
    }
    assertThat(stations)
        .containsExactly(
            "SCHEDULER QUEUED",
            "MIDLAYER QUEUED",
            "MIDLAYER IN_FLIGHT",
            "DRIVER_AND_TARGET IN_FLIGHT",
            "DRIVER_AND_TARGET TIMED_OUT",
            "ABORT_PENDING TIMED_OUT",
            "ABORT_PENDING ABORTING",
            "ABORTING ABORTING",
            "EH_QUEUE ON_EH_LIST",
            "EH_IN_HAND ON_EH_LIST",
            "EH_DONE ON_EH_LIST",
            "REQUEUED REQUEUED",
            "MIDLAYER REQUEUED",
            "MIDLAYER IN_FLIGHT",
            "DRIVER_AND_TARGET IN_FLIGHT",
            "IRQ IN_FLIGHT",
            "SOFTIRQ IN_FLIGHT",
            "COMPLETION IN_FLIGHT",
            "APPLICATION DONE");
  }

  @Test
  void theHostIsBusyUntilTheErrorHandlerSendsTheCommandBack() {
    assertThat(hostAfter(TimeoutFact.TimedOut.class).busy()).isEqualTo(1);
    assertThat(hostAfter(EhFact.HostFailedCounted.class).failed()).isEqualTo(1);
    assertThat(hostAfter(EhFact.LadderBegan.class).state()).isEqualTo(ShostState.SHOST_RECOVERY);
    HostView sent = hostAfter(MidLayerFact.QueueInserted.class);
    assertThat(sent.busy()).isZero();
    assertThat(sent.failed()).isEqualTo(1);
    HostView restarted = hostAfter(EhFact.HostQueuesRan.class);
    assertThat(restarted.failed()).isZero();
    assertThat(restarted.state()).isEqualTo(ShostState.SHOST_RUNNING);
  }

  private HostView hostAfter(Class<? extends Fact> fact) {
    return timeline.after(first(cured, fact)).host(0).orElseThrow();
  }

  static int first(Trace trace, Class<? extends Fact> fact) {
    for (int seq = 0; seq < trace.size(); seq++) {
      if (fact.isInstance(trace.fact(seq))) {
        return seq;
      }
    }
    throw new AssertionError("no " + fact.getSimpleName() + " in the trace");
  }

  @Test
  void theThreadSaysWhichRungItIsOnAndWhatItWaitsFor() {
    EhView reset = hostAfter(EhFact.HookCalled.class, 1).eh();
    assertThat(reset.step()).isEqualTo(EhStep.LUN_RESET);
    assertThat(reset.rung()).isEqualTo(EhStep.LUN_RESET);
    EhView asks = hostAfter(EhFact.EhCommandSent.class, 0).eh();
    assertThat(asks.step()).isEqualTo(EhStep.TUR);
    assertThat(asks.rung()).isEqualTo(EhStep.LUN_RESET);
    assertThat(asks.untilNanos() - asks.sinceNanos()).isEqualTo(10_000_000_000L);
    assertThat(asks.calls()).extracting(EhCall::step).containsExactly(EhStep.TUR, EhStep.TUR);
    assertThat(timeline.at(cured.endNanos()).host(0).orElseThrow().eh().awake()).isFalse();
  }

  private HostView hostAfter(Class<? extends Fact> fact, int skip) {
    int left = skip;
    for (int seq = 0; seq < cured.size(); seq++) {
      if (fact.isInstance(cured.fact(seq)) && left-- == 0) {
        return timeline.after(seq).host(0).orElseThrow();
      }
    }
    throw new AssertionError("not enough of " + fact.getSimpleName());
  }

  @Test
  void theAbortOfAnUnansweredTurIsNoRungOfTheLadder() {
    Trace trace = TraceWriter.everyRungInVain();
    Timeline vain = Timeline.of(trace);
    List<String> steps = new ArrayList<>();
    for (HostBand band : vain.spans().ofHost(0, 0, trace.endNanos())) {
      steps.add(band.rung() + " " + band.step());
    }
    assertThat(steps)
        .containsSubsequence(
            "LUN_RESET LUN_RESET", "LUN_RESET TUR", "LUN_RESET ABORT", "LUN_RESET TUR",
            "BUS_RESET BUS_RESET", "BUS_RESET SETTLING", "BUS_RESET TUR", "OFFLINE OFFLINE",
            "ASLEEP FLUSH");
    StackState end = vain.at(trace.endNanos());
    assertThat(end.device(0).orElseThrow().state()).isEqualTo(SdevState.SDEV_OFFLINE);
    assertThat(end.commands()).isEmpty();
  }

  @Test
  void aFinishedCommandLeavesNothingInTheState() {
    StackState end = timeline.at(cured.endNanos());
    assertThat(end.commands()).isEmpty();
    assertThat(end.ios()).isEmpty();
    StackState told = timeline.after(first(cured, IoFact.IoEnded.class) - 1);
    assertThat(told.command(0).orElseThrow().base()).isEqualTo(CommandState.DONE);
    assertThat(told.command(0).orElseThrow().status()).contains(BlkStatus.OK);
  }

  /** Kernel 5.10 has no iotmo_cnt; 6.12 counts a timeout as done. */
  @Test
  void timeoutsAreCountedAsEachKernelCountsThem() {
    assertThat(countersOfSda("5.10")).isEqualTo(new Counters(2, 1, 0, 0));
    assertThat(countersOfSda("6.1")).isEqualTo(new Counters(2, 1, 0, 1));
    assertThat(countersOfSda("6.12")).isEqualTo(new Counters(2, 2, 0, 1));
  }

  private static Counters countersOfSda(String kernel) {
    Trace trace = TraceWriter.lunResetCures(kernel);
    return Timeline.of(trace).at(trace.endNanos()).device(0).orElseThrow().counters();
  }

  @Test
  void theEndStateIsSaidInTheSimulatorsWords() {
    EndState end = timeline.endState();
    assertThat(end.ios().get("lost")).isEqualTo(new EndState.Io(true, 4096, Errno.OK, 2, 1, 1));
    assertThat(end.hosts().get(0)).isEqualTo(new EndState.Host("running", 0, 0));
    assertThat(end.devices().get("0:0:0:0"))
        .isEqualTo(new EndState.Device("running", 192, 2, 2, 0, 1, List.of()));
  }

  @Test
  void anInstantBetweenTwoEventsIsTheStateAfterTheEarlierOne() {
    StackState at = timeline.at(10_000_000_000L);
    assertThat(at.nanos()).isEqualTo(10_000_000_000L);
    assertThat(at.at(cured.nanos(at.seq()))).isEqualTo(timeline.after(at.seq()));
    assertThat(cured.nanos(at.seq() + 1)).isGreaterThan(10_000_000_000L);
  }

  @Test
  void thereIsNoStateAfterAnEventThatDoesNotExist() {
    assertThatThrownBy(() -> timeline.after(cured.size()))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("has no state after event " + cured.size());
  }
}
