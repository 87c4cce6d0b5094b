package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.conform.Altered.of;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import unjam.scenario.Scenario;

/** Every comparison rule finds what breaks it, and only that. */
class ComparisonTest {

  private static final String LUN_RESET = "6.12/05-abort-fails-lun-reset-ok";

  private final Recording recording = Goldens.recording(LUN_RESET);
  private final Scenario scenario = Goldens.scenario(recording);
  private final Observed perfect = Goldens.perfectRun(recording.golden());

  @Test
  void whatWasRecordedHolds() {
    assertThat(compare(perfect)).isEmpty();
  }

  @Test
  void rule1FindsAMissingLandmark() {
    Divergence first = first(altered().without(of("r1", "scsi_eh_inc_host_failed")));
    assertThat(first.rule()).isEqualTo(1);
    assertThat(first.where()).isEqualTo("r1");
    assertThat(first.expected()).isEqualTo("scsi_eh_inc_host_failed r1");
    assertThat(first.found()).startsWith("eh_device_reset_handler");
  }

  @Test
  void rule1FindsTwoStepsInTheWrongOrder() {
    assertThat(first(altered().swapped(of("r1", "sd_done"), of("r1", "scsi_finish_command"))))
        .returns(1, Divergence::rule)
        .returns("scsi_finish_command r1", Divergence::expected)
        .returns("sd_done r1 ret=4096", Divergence::found);
  }

  @Test
  void rule1FindsAnotherReturnValue() {
    Observed other =
        altered().landmark(of("r1", "scsi_decide_disposition"), each -> each.with("ret", "FAILED"));
    assertThat(first(other).rule()).isEqualTo(1);
  }

  @Test
  void rule1FindsAResultWhereNoneWasRecorded() {
    Observed other =
        altered().landmark(
            each -> each.name().equals("scsi_done") && each.key("cdb").equals("READ_10"),
            each -> each.with("result", "0x00000002"));
    assertThat(rules(other)).containsExactly(1);
  }

  @Test
  void rule1FindsAnIoThatNeverEnds() {
    assertThat(rules(altered().without(of("r1", "io_end")))).containsExactly(1);
  }

  @Test
  void rule2FindsTwoStepsOfNoIoInTheWrongOrder() {
    Observed other =
        altered().swapped(of("", "scsi_eh_get_sense"), of("", "scsi_eh_ready_devs"));
    assertThat(first(other))
        .returns(2, Divergence::rule)
        .returns("scsi_eh_0", Divergence::where);
  }

  @Test
  void rule2FindsAnotherCountOfFailedCommands() {
    Observed other =
        altered().landmark(of("", "scsi_eh_ready_devs"), each -> each.with("failed", "2"));
    assertThat(rules(other)).containsExactly(2);
  }

  @Test
  void rule3FindsADispatchBeforeTheHostRestarted() {
    Observed other = altered().landmarks(list -> {
      Landmark restart = list.stream()
          .filter(of("", "scsi_run_host_queues")).findFirst().orElseThrow();
      list.remove(restart);
      list.add(list.size() - 1, restart);
    });
    assertThat(first(other))
        .returns(3, Divergence::rule)
        .extracting(Divergence::expected).asString().startsWith("scsi_run_host_queues before");
  }

  @Test
  void rule3FindsAWakeUpBeforeTheFailureWasCounted() {
    Observed other =
        altered().swapped(of("r1", "scsi_eh_inc_host_failed"), of("", "scsi_eh_wakeup"));
    assertThat(rules(other)).containsExactly(3);
  }

  @Test
  void rule4FindsAnotherContext() {
    Observed other =
        altered().landmark(of("r1", "scsi_timeout"), each -> Altered.in("softirq", each));
    assertThat(first(other))
        .returns(4, Divergence::rule)
        .returns("it in softirq", Divergence::found);
  }

  @Test
  void rule4TakesKblockdForTheSubmitterOnTheWayDown() {
    assertThat(compare(altered().landmark(
        of("r1", "scsi_dispatch_cmd"), each -> Altered.in("kblockd", each)))).isEmpty();
    assertThat(rules(altered().landmark(
        of("r1", "io_start"), each -> Altered.in("submitter", each)))).containsExactly(4);
  }

  @Test
  void rule4TakesAnySoftOrHardInterruptForScsiDone() {
    assertThat(compare(altered().landmark(
        each -> each.name().equals("scsi_done") && each.key("cdb").equals("READ_10"),
        each -> Altered.in("softirq", each)))).isEmpty();
  }

  @Test
  void rule5FindsAnotherNumberOfDispatchesTimeoutsAndRetries() {
    assertThat(rules(altered().io("r1", each -> Altered.counted(each, 3, 1, 1))))
        .containsExactly(5);
    assertThat(rules(altered().io("r1", each -> Altered.counted(each, 2, 2, 1))))
        .containsExactly(5);
    assertThat(rules(altered().io("r1", each -> Altered.counted(each, 2, 1, 0))))
        .containsExactly(5);
  }

  @Test
  void rule6FindsAnExtraRungAndAnotherResult() {
    assertThat(first(altered().ladder(list -> list.add(list.getLast()))))
        .returns(6, Divergence::rule)
        .returns("no more rung", Divergence::expected);
    assertThat(first(altered().ladder(list -> list.set(0, failedNoMore(list.getFirst())))))
        .returns(6, Divergence::rule)
        .returns("abort of READ_10 FAILED on 0:0:0:0", Divergence::expected)
        .returns("abort of READ_10 SUCCESS on 0:0:0:0", Divergence::found);
  }

  @Test
  void rule6FindsAnotherWakeUp() {
    assertThat(rules(altered().wakeups(list -> list.add(list.getFirst())))).containsExactly(6);
    assertThat(rules(altered().wakeups(list ->
        list.set(0, new Observed.Wakeup(0, "softirq", OptionalInt.of(0), OptionalInt.of(2),
            OptionalInt.of(2)))))).containsExactly(6);
  }

  @Test
  void rule7FindsAnotherErrnoAndReturnValue() {
    assertThat(first(altered().io("r1", each -> Altered.told(each, -1, "EIO"))))
        .returns(7, Divergence::rule)
        .returns("OK", Divergence::expected)
        .returns("EIO", Divergence::found);
    assertThat(rules(altered().io("r1", each -> Altered.told(each, 512, "OK"))))
        .containsExactly(7);
  }

  @Test
  void rule7FindsAnotherFinalStateAndAnotherCounter() {
    assertThat(rules(altered().ends("0:0:0:0",
        new Observed.DeviceEnd("offline", OptionalInt.of(192), "running")))).containsExactly(7);
    assertThat(rules(altered().ends("0:0:0:0",
        new Observed.DeviceEnd("running", OptionalInt.of(191), "running")))).containsExactly(7);
    assertThat(rules(altered().ends("0:0:0:0",
        new Observed.DeviceEnd("running", OptionalInt.of(192), "recovery")))).containsExactly(7);
    assertThat(rules(altered().counter("0:0:0:0", "iotmo_cnt", 1))).containsExactly(7);
  }

  @Test
  void rule7FindsAStateChangeThatWasNot() {
    Observed other = altered().stateChanges(list ->
        list.add(new Observed.StateChange(1, "admin", "0:0:0:0", "RUNNING", "OFFLINE", true)));
    assertThat(rules(other)).containsExactly(7);
  }

  @Test
  void rule8FindsALineTooManyALineTooFewAndAnotherContext() {
    Observed.LogLine extra = Altered.line("scsi_eh_0", "sd 0:0:0:0: scsi_eh_0: Sending BDR");
    assertThat(first(altered().log(list -> list.add(extra))))
        .returns(8, Divergence::rule)
        .returns("\"sd 0:0:0:0: scsi_eh_0: Sending BDR\"", Divergence::found);
    assertThat(rules(altered().log(List::removeFirst))).containsExactly(8);
    assertThat(rules(altered().log(list ->
        list.set(0, Altered.line("softirq", list.getFirst().line()))))).contains(8);
  }

  @Test
  void rule9FindsALatencyBeyondItsTolerance() {
    // recorded: 4147.85 ms, tolerance 476 ms
    assertThat(compare(altered().io("r1", each -> Altered.took(each, 4147.85 + 475)))).isEmpty();
    assertThat(first(altered().io("r1", each -> Altered.took(each, 4147.85 + 477))))
        .returns(9, Divergence::rule)
        .returns("4147.9 ms, give or take 476.0 ms", Divergence::expected);
  }

  @Test
  void rule10FindsAWaitOutsideItsTimer() {
    // async-abort-delay: nominal 8 ms, granularity 4 ms, noise 24 ms; recorded 21.6 ms
    assertThat(compare(altered().waits("async-abort-delay", 14, 0))).isEmpty();
    assertThat(rules(altered().waits("async-abort-delay", 16, 0))).containsExactly(10);
    assertThat(rules(altered().waits("async-abort-delay", -15, 0))).containsExactly(10);
    assertThat(rules(altered().waits("request-timeout", 400, 0))).containsExactly(10);
  }

  @Test
  void rule10FindsAQueueTimerArmedForTheDeadlineAtOnce() {
    assertThat(first(altered().waits("request-timeout", 0, 3000)))
        .returns(10, Divergence::rule)
        .returns("a queue timer armed for 4024.0 ms", Divergence::expected);
  }

  @Test
  void rule12FindsALandmarkTooMany() {
    assertThat(compare(altered().twice(of("r1", "sd_eh_action"))))
        .hasSize(2)
        .allMatch(each -> each.rule() == 12)
        .extracting(Divergence::where).containsExactly("scsi_eh_0", "r1");
    assertThat(first(altered().twice(of("", "scsi_eh_flush_done_q"))).rule()).isEqualTo(12);
  }

  @Test
  void rule12FindsAnIoThatNobodyAskedFor() {
    Observed other = altered().ios(
        List.of(perfect.ios().getFirst(), perfect.ios().getFirst().named("r2")));
    assertThat(rules(other)).containsExactly(12);
  }

  @Test
  void rule12LetsPassWhatIsOutsideTheVocabulary() {
    Observed other = altered().landmarks(list -> list.add(2,
        new Landmark(99, 4, "kblockd", "scsi_noretry_cmd", "r1", "0:0:0:0",
            Map.of("ret", "0"), false)));
    assertThat(compare(other)).isEmpty();
  }

  @Test
  void anObserverGapExcusesSoManyOfOneName() {
    Observed twice = altered().twice(of("r1", "sd_done"));
    Golden gap = new Golden(recording.golden().seen(), true, true,
        Map.of("sd_done", 1), recording.golden().notObservable(), Optional.empty(),
        Set.of(), OptionalDouble.empty());
    assertThat(Comparison.of(scenario, gap, twice)).isEmpty();
    Observed thrice = new Altered(twice).twice(of("r1", "sd_done"));
    assertThat(Comparison.of(scenario, gap, thrice)).isNotEmpty();
  }

  @Test
  void whatCouldNotBeSeenIsNotCompared() {
    Golden blind = new Golden(recording.golden().seen(), true, true, Map.of(),
        Set.of("sd_done"), Optional.empty(), Set.of(), OptionalDouble.empty());
    assertThat(Comparison.of(scenario, blind, altered().without(of("r1", "sd_done")))).isEmpty();
    assertThat(Comparison.of(scenario, blind, altered().twice(of("r1", "sd_done")))).isEmpty();
  }

  @Test
  void theEarliestStepComesFirst() {
    Observed late = altered().without(of("r1", "scsi_end_request"));
    Observed both = new Altered(late).without(of("", "scsi_eh_get_sense"));
    assertThat(compare(both)).extracting(Divergence::rule).startsWith(2, 1);
  }

  private Altered altered() {
    return new Altered(perfect);
  }

  private List<Divergence> compare(Observed run) {
    return Comparison.of(scenario, recording.golden(), run);
  }

  private Divergence first(Observed run) {
    List<Divergence> divergences = compare(run);
    assertThat(divergences).isNotEmpty();
    return divergences.getFirst();
  }

  private List<Integer> rules(Observed run) {
    return compare(run).stream().map(Divergence::rule).distinct().toList();
  }

  private static Observed.Rung failedNoMore(Observed.Rung rung) {
    return new Observed.Rung(rung.millis(), rung.context(), rung.rung(), "SUCCESS", rung.io(),
        rung.device(), rung.of());
  }
}
