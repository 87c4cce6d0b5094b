package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.FaultBook.Status;
import unjam.app.FaultKind;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.Session;
import unjam.scenario.Scenario;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.Shows;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.scenario.DeedPicture.DeedRow;
import unjam.ui.scenario.FaultPicture.RuleRow;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.scenario.PolicyPicture.Leaning;
import unjam.ui.text.Texts;

class RailViewModelTest {

  private static final Scope SDA = new Scope.Lun(new Hctl(0, 0, 0, 0));

  private final RailViewModel rail = RailViewModel.ofCatalog();

  private static Session at(long nanos) {
    return Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH))
        .after(
            new Action.RunFinished(0, Shows.run()), new Action.Pause(), new Action.JumpTo(nanos));
  }

  private MachinePicture machine(Session session) {
    show(session, Shows.ENGLISH);
    return rail.machineProperty().get();
  }

  private void show(Session session, Texts texts) {
    rail.show(session, session.frame().orElseThrow(), texts);
  }

  @Test
  void aHealthyDiskSaysHowLongItsLastAnswerTook() {
    MachinePicture picture = machine(at(10_000_000));

    assertThat(picture.hosts()).singleElement().matches(host -> !host.shut());
    assertThat(picture.disks()).extracting(DiskRow::name).containsExactly("sda", "sdb", "sdc");
    assertThat(picture.disks()).allMatch(disk -> disk.health() == Health.RUNNING);
    assertThat(picture.disks().getFirst().note()).endsWith(" µs");
    assertThat(picture.disks()).noneMatch(DiskRow::selected);
  }

  @Test
  void aDiskThatOwesAnAnswerSaysForHowLong() {
    DiskRow sda = machine(at(2_500_000_000L)).disks().getFirst();

    assertThat(sda.note()).isEqualTo("silent 2 s");
  }

  @Test
  void inRecoveryTheVictimsWaitAndTheSickDiskIsLit() {
    MachinePicture picture = machine(at(Shows.instant(Mark.Kind.LUN_RESET) + 500_000_000L));

    assertThat(picture.hosts().getFirst().shut()).isTrue();
    assertThat(picture.hosts().getFirst().state()).isEqualTo("recovery");
    assertThat(picture.disks())
        .extracting(DiskRow::health)
        .containsExactly(Health.IN_RECOVERY, Health.STUCK, Health.STUCK);
    assertThat(picture.disks())
        .extracting(DiskRow::note)
        .containsExactly("1 in EH", "1 waits", "1 waits");
    assertThat(picture.disks()).extracting(DiskRow::selected).containsExactly(true, false, false);
  }

  @Test
  void theSelectedDiskIsLit() {
    Session session = at(10_000_000).after(new Action.SelectDevice(2));

    assertThat(machine(session).disks())
        .extracting(DiskRow::selected)
        .containsExactly(false, false, true);
  }

  @Test
  void settingsAreShownWithTheirUnitsAndWhatTheyEqual() {
    show(at(10_000_000), Shows.ENGLISH);
    PolicyPicture policy = rail.policyProperty().get();

    assertThat(policy.rows().getFirst().name()).isEqualTo("timeout");
    assertThat(policy.rows().getFirst().value()).isEqualTo("3 s");
    assertThat(policy.rows().get(3).value()).isEqualTo("off");
    assertThat(policy.leaning()).isEqualTo(Leaning.OWN);
    assertThat(policy.scope()).isEqualTo("all of host0");
  }

  /** Puts a fault there, as if it had been dropped, and runs the scenario again. */
  private Session dropped(Session session, FaultKind kind) {
    show(session, Shows.ENGLISH);
    Session now = session.after(rail.put(kind, SDA).toArray(new Action[0]));
    Scenario scenario = now.work().orElseThrow().scenario();
    OpenRun again = Runs.run(scenario, List.of());
    return now.after(new Action.Reran(now.request(), again));
  }

  @Test
  void theScenariosOwnFaultsAndThoseByHandAreToldApart() {
    Session session = dropped(at(120_500_000), FaultKind.UNIT_ATTENTION);
    show(session, Shows.ENGLISH);
    List<RuleRow> rules = rail.faultsProperty().get().rules();

    assertThat(rules)
        .extracting(RuleRow::title)
        .containsExactly(
            "READ ignored, always", "TUR ignored, always", "command gets Unit Attention, once");
    assertThat(rules).extracting(RuleRow::byHand).containsExactly(false, false, true);
    assertThat(rules).allMatch(rule -> rule.status() == Status.IN_FORCE);
    assertThat(rules.getLast().detail()).isEqualTo("sda, by hand");
  }

  @Test
  void aFaultToComeSaysWhenAndOneThatIsOverSaysSince() {
    show(at(50_000_000), Shows.ENGLISH);
    assertThat(rail.faultsProperty().get().rules().getFirst().detail())
        .isEqualTo("sda, from 0.100");

    show(at(Shows.run().trace().endNanos()), Shows.ENGLISH);
    RuleRow over = rail.faultsProperty().get().rules().getFirst();
    assertThat(over.status()).isEqualTo(Status.OVER);
    assertThat(over.detail()).startsWith("sda, cured at ");
  }

  @Test
  void whatWasDoneByHandIsListedAndCanBeTakenBack() {
    Session session = dropped(at(120_500_000), FaultKind.UNIT_ATTENTION);
    show(session, Shows.ENGLISH);
    List<DeedRow> rows = rail.deedsProperty().get().rows();

    assertThat(rows).extracting(DeedRow::time).containsExactly("0.120");
    assertThat(rows.getFirst().words()).isEqualTo("command gets Unit Attention, once: sda");
    Session back = session.after(rail.withdraw(rows.getFirst()).toArray(new Action[0]));
    assertThat(back.work().orElseThrow().scenario().interventions()).isEmpty();
    assertThat(back.canUndo()).isTrue();
  }

  @Test
  void whatCanBePutSomewhereDependsOnTheDriver() {
    show(at(0), Shows.ENGLISH);

    assertThat(rail.canPut(FaultKind.ABORT_FAILS, SDA)).isTrue();
    assertThat(rail.canPut(FaultKind.BUS_RESET_FAILS, SDA)).isFalse();
    assertThat(rail.places(FaultKind.IGNORE)).hasSize(4).contains(SDA, new Scope.Host(0));
    assertThat(rail.place(new Scope.Host(0))).isEqualTo("all of host0");
  }

  private Session wrote(Session session, Knob knob, String value) {
    show(session, Shows.ENGLISH);
    Session now = session.after(rail.write(knob, value).toArray(new Action[0]));
    OpenRun again = Runs.run(now.work().orElseThrow().scenario(), List.of());
    return now.after(new Action.Reran(now.request(), again));
  }

  @Test
  void whatTheKernelRefusesIsSaidUntilSomethingElseIsWritten() {
    Session refused = wrote(wrote(at(50_000_000), Knob.TIMEOUT, "7"), Knob.MAX_RETRIES, "9");
    show(refused, Shows.ENGLISH);
    assertThat(rail.policyProperty().get().refusal())
        .isEqualTo("The kernel refuses 9 for max_retries: EINVAL.");
    assertThat(rail.policyProperty().get().rows().get(2).value()).isEqualTo("5");

    show(wrote(refused, Knob.MAX_RETRIES, "2"), Shows.ENGLISH);
    assertThat(rail.policyProperty().get().refusal()).isEmpty();
    assertThat(rail.policyProperty().get().rows().get(2).value()).isEqualTo("2");
  }

  @Test
  void aBundleThatWasKeptIsNamedAndStillLeansWhereItLeans() {
    Session session = at(50_000_000);
    show(session, Shows.ENGLISH);
    Session now = session.after(rail.apply("fail-fast").toArray(new Action[0]));
    OpenRun again = Runs.run(now.work().orElseThrow().scenario(), List.of());
    Session applied = now.after(new Action.Reran(now.request(), again));
    show(applied, Shows.ENGLISH);
    Action.KeepPolicy keep = (Action.KeepPolicy) rail.keep("bold", "").getFirst();
    show(applied.after(new Action.PoliciesKept(List.of(keep.policy()))), Shows.ENGLISH);

    assertThat(rail.policyProperty().get().sentence()).isEqualTo("As kept under bold.");
    assertThat(rail.policyProperty().get().leaning()).isEqualTo(Leaning.FAIL_FAST);
  }

  @Test
  void aUnitMayBeTypedAndTheSameValueIsNotWrittenAgain() {
    show(at(50_000_000), Shows.ENGLISH);

    assertThat(rail.write(Knob.TIMEOUT, "3 s")).isEmpty();
    assertThat(rail.write(Knob.TIMEOUT, " 4s")).hasSize(1);
    assertThat(rail.write(Knob.EH_DEADLINE, "")).isEmpty();
  }

  @Test
  void theScopeIsTheSelectedDiskOnceThatIsChosen() {
    Session session = at(50_000_000).after(new Action.SelectDevice(1));
    show(session, Shows.ENGLISH);
    assertThat(rail.policyProperty().get().scope()).isEqualTo("all of host0");
    assertThat(rail.policyProperty().get().scopeIsFree()).isTrue();
    rail.changeScope();

    assertThat(rail.policyProperty().get().scope()).isEqualTo("sdb");
    assertThat(((Action.Intervene) rail.write(Knob.TIMEOUT, "9").getLast()).interventions())
        .hasSize(1);
  }

  @Test
  void aBundleIsRecognisedWhereItWasApplied() {
    Session session = at(50_000_000);
    show(session, Shows.ENGLISH);
    Session now = session.after(rail.apply("fail-fast").toArray(new Action[0]));
    OpenRun again = Runs.run(now.work().orElseThrow().scenario(), List.of());
    show(now.after(new Action.Reran(now.request(), again)), Shows.ENGLISH);

    assertThat(rail.policyProperty().get().leaning()).isEqualTo(Leaning.FAIL_FAST);
    assertThat(rail.deedsProperty().get().rows())
        .extracting(DeedRow::words)
        .containsExactly("fail-fast: 3 disks");
    assertThat(rail.whyNotKept("fail-fast")).contains("policy.name_taken");
    assertThat(rail.whyNotKept("../x")).contains("policy.no_name");
    assertThat(rail.whyNotKept("mine")).isEmpty();
  }
}
