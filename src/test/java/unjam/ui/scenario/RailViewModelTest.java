package unjam.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.Session;
import unjam.ui.Shows;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.scenario.MachinePicture.DiskRow;
import unjam.ui.scenario.PolicyPicture.Leaning;
import unjam.ui.text.Texts;

class RailViewModelTest {

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
}
