package unjam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unjam.catalog.Catalog;
import unjam.catalog.ScenarioReader;
import unjam.catalog.ScenarioWriter;
import unjam.engine.SimTime;
import unjam.playback.Cursor;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultEnds;
import unjam.scenario.Intervention.FaultStarts;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.trace.MidLayerFact;
import unjam.trace.Trace;

class HandTest {

  private static final Scope SDA = new Scope.Lun(new Hctl(0, 0, 0, 0));
  private static final Scope HOST = new Scope.Host(0);
  private static final OpenRun HEALTHY =
      SimulationService.openNow(Catalog.ofClassPath(), "healthy").orElseThrow();

  private static Frame at(OpenRun run, long nanos) {
    return run.frame(Cursor.at(run.trace(), nanos));
  }

  private static List<Intervention> put(OpenRun run, long nanos, FaultKind kind, Scope scope) {
    Frame frame = at(run, nanos);
    return Hand.in(run.scenario(), frame).put(FaultPalette.draft(kind, frame, scope));
  }

  private static FaultRule only(List<Intervention> done) {
    assertThat(done).singleElement().isInstanceOf(FaultStarts.class);
    return ((FaultStarts) done.getFirst()).rule();
  }

  private static void keepsThePast(Trace before, Trace after, long nanos) {
    int seen = before.seqAt(nanos - 1);
    assertThat(after.seqAt(nanos - 1)).isEqualTo(seen);
    for (int seq = 0; seq <= seen; seq++) {
      assertThat(after.event(seq)).isEqualTo(before.event(seq));
    }
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void whateverIsPutSomewhereThePastStaysAsItWas(FaultKind kind) {
    OpenRun run = Runs.trouble();
    for (long nanos : new long[] {50_000, 120_000_000, 9_000_000_000L}) {
      Frame frame = at(run, nanos);
      Hand hand = Hand.in(run.scenario(), frame);
      OpenRun fork =
          Runs.run(run.scenario(), hand.put(FaultPalette.draft(kind, frame, HOST)));

      keepsThePast(run.trace(), fork.trace(), hand.nanos());
    }
  }

  /** The command is at the driver in this very nanosecond, and is seen there. */
  @Test
  void onAnEventsOwnInstantTheNextOneIsMeant() {
    Trace trace = HEALTHY.trace();
    int seq = trace.seqAt(1_000_000_000L);
    Frame on = HEALTHY.frame(Cursor.after(trace, seq));

    assertThat(Hand.instant(on)).isEqualTo(trace.nanos(seq) + 1);
    assertThat(Hand.instant(at(HEALTHY, 1_500_000_000L))).isEqualTo(1_500_000_000L);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BUS_RESET_FAILS", "LINK_CUT"})
  void whatIsPutCanBeSavedAndReadAgain(FaultKind kind) {
    Scenario scenario = HEALTHY.scenario();
    for (Intervention each : put(HEALTHY, 1_500_000_000L, kind, SDA)) {
      scenario = scenario.with(each);
    }
    Catalog catalog = Catalog.ofClassPath();
    String text = new ScenarioWriter(catalog).write(scenario);

    assertThat(new ScenarioReader(catalog).readText("test", text, List.of()).orThrow())
        .isEqualTo(scenario);
  }

  /** Its SAS adapter has no bus reset, and no link that the model knows of. */
  @Test
  void whatTheDriverDoesNotHaveIsNotOffered() {
    assertThat(FaultPalette.offered(at(HEALTHY, 0).state(), SDA))
        .hasSize(FaultKind.values().length - 2)
        .doesNotContain(FaultKind.BUS_RESET_FAILS, FaultKind.LINK_CUT);
  }

  @Test
  void theCableOfASataDiskCanBePulled() {
    OpenRun sata =
        Runs.run(
            """
            name: sata
            title: A healthy SATA disk
            until: 30s
            machine: {hosts: [{driver: ahci, disks: [{at: 0:0:0:0, name: sda}]}]}
            workload: [{label: r, device: 0:0:0:0, stride: 4KiB, repeat: 40, gap: 450ms}]
            """);
    assertThat(FaultPalette.offered(at(sata, 0).state(), SDA)).contains(FaultKind.LINK_CUT);
    OpenRun cut =
        Runs.run(sata.scenario(), put(sata, 2_000_000_000L, FaultKind.LINK_CUT, SDA));
    assertThat(at(cut, cut.trace().endNanos()).state().devices())
        .allMatch(device -> device.state() == SdevState.SDEV_DEL);
  }

  @Test
  void theNextCommandIsIgnoredOnce() {
    FaultRule rule = only(put(HEALTHY, 1_500_000_000L, FaultKind.IGNORE, SDA));

    assertThat(rule.id()).isEqualTo("ignore-sda");
    assertThat(rule.fault()).isEqualTo(new Fault.Mute());
    assertThat(rule.count()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void aMediumErrorLiesWhereTheDiskIsReadNext() {
    OpenRun fork =
        Runs.run(
            HEALTHY.scenario(),
            put(HEALTHY, 1_500_000_000L, FaultKind.MEDIUM_ERROR, SDA));

    assertThat(fork.answers().failed(0, 1_600_000_000L)).isEqualTo(1);
  }

  @Test
  void aLateAnswerIsLaterThanTheTimeout() {
    FaultRule rule = only(put(Runs.trouble(), 50_000_000, FaultKind.LATE, HOST));

    assertThat(rule.fault()).isEqualTo(new Fault.AnswersAfter(8_000_000_000L));
  }

  /** Used up, the first rule would go on hiding the second. */
  @Test
  void theSameOnceMoreHitsOnceMore() {
    OpenRun once =
        Runs.run(
            HEALTHY.scenario(), put(HEALTHY, 500_000_000L, FaultKind.UNIT_ATTENTION, SDA));
    List<Intervention> again = put(once, 1_500_000_000L, FaultKind.UNIT_ATTENTION, SDA);
    OpenRun twice = Runs.run(once.scenario(), again);

    assertThat(again).hasSize(2);
    assertThat(again.getFirst())
        .isEqualTo(
            new FaultEnds(
                new When.At(SimTime.ofMillis(1_500)), "unit-attention-sda"));
    assertThat(timesRetried(twice) - timesRetried(once)).isEqualTo(1);
  }

  private static long timesRetried(OpenRun run) {
    return run.trace().events().stream()
        .filter(each -> each.fact().toString().contains("UNIT_ATTENTION"))
        .filter(each -> each.fact() instanceof MidLayerFact.SenseChecked)
        .count();
  }

  /** Reads fall silent at 100 ms by the scenario's own rule, which is of the same kind. */
  @Test
  void whatIsSoonUsedUpDoesNotHideWhatComesLater() {
    OpenRun run = Runs.trouble();
    FaultRule rule = only(put(run, 20_000_000, FaultKind.IGNORE, SDA));

    assertThat(rule.until()).contains(new When.At(SimTime.ofMillis(100)));
  }

  /** All disks are slow already; sda is to be slower in another way. */
  @Test
  void aNarrowFaultStandsBeforeAWideOneOfItsKind() {
    OpenRun slow = Runs.run(HEALTHY.scenario(), put(HEALTHY, 0, FaultKind.SLOW, HOST));
    List<Intervention> done = put(slow, 1_000_000_000L, FaultKind.SLOW, SDA);

    assertThat(done).hasSize(3);
    assertThat(done.get(0)).isInstanceOf(FaultEnds.class);
    assertThat(((FaultStarts) done.get(1)).rule().id()).isEqualTo("slow-sda");
    assertThat(((FaultStarts) done.get(2)).rule().id()).isEqualTo("slow-host0-2");
  }

  @Test
  void namesAreUnique() {
    Scenario scenario = HEALTHY.scenario();
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < 12; i++) {
      Frame frame = at(HEALTHY, i * 10_000_000L);
      Hand hand = Hand.in(scenario, frame);
      for (Intervention each : hand.put(FaultPalette.draft(FaultKind.LATE, frame, HOST))) {
        scenario = scenario.with(each);
        if (each instanceof FaultStarts starts) {
          assertThat(names.add(starts.rule().id())).as(starts.rule().id()).isTrue();
        }
      }
    }
    assertThat(names).contains("late-host0", "late-host0-12");
  }

  @Test
  void whatIsWithdrawnTakesItsEndWithIt() {
    Scenario scenario = HEALTHY.scenario();
    for (Intervention each : put(HEALTHY, 1_000_000_000L, FaultKind.SILENT, SDA)) {
      scenario = scenario.with(each);
    }
    scenario = scenario.with(new FaultEnds(new When.At(SimTime.ofSeconds(2)), "silent-sda"));

    assertThat(Hand.without(scenario, List.of(0))).isEqualTo(HEALTHY.scenario());
    assertThat(Hand.without(scenario, List.of(1)).interventions()).hasSize(1);
  }

  /** The run of three healthy disks would end long before a command could time out. */
  @Test
  void aRunGoesOnUntilOneSeesWhatComesOfIt() {
    Document work = Document.opened(HEALTHY.scenario(), Optional.empty());
    List<Intervention> done = put(HEALTHY, 1_500_000_000L, FaultKind.IGNORE, SDA);
    Scenario longer = Horizon.reaching(work.scenario(), done);

    assertThat(Runs.run(longer, done).missed()).isNotEmpty();
    assertThat(longer.until().nanos()).isGreaterThan(180_000_000_000L);
  }
}
