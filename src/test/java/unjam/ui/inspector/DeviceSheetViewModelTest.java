package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.projection.CommandView;
import unjam.projection.DeviceView;
import unjam.ui.Shows;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.inspector.DevicePicture.CommandLine;
import unjam.ui.inspector.DevicePicture.DiskLine;
import unjam.ui.text.Texts;

class DeviceSheetViewModelTest {

  private static final OpenRun RUN = Shows.run();
  private static final int VICTIM = RUN.missed().getFirst().command();

  private final DeviceSheetViewModel sheet = new DeviceSheetViewModel();

  private DevicePicture show(Frame frame, int selection) {
    sheet.show(frame, selection, Shows.ENGLISH);
    return now();
  }

  private DevicePicture now() {
    return sheet.pictureProperty().get();
  }

  private static String value(List<FieldLine> fields, String id) {
    return fields.stream()
        .filter(each -> each.id().equals(id))
        .map(FieldLine::value)
        .findFirst()
        .orElse("no such field");
  }

  private static Frame onTheHostReset() {
    return Shows.at(Shows.instant(Mark.Kind.HOST_RESET) + 500_000_000L);
  }

  @Test
  void itIsAboutTheDiskOfTheCommandInThePicture() {
    DevicePicture picture = show(Shows.silence(), -1);

    assertThat(picture.title()).isEqualTo("sda");
    assertThat(picture.state()).matches("silent for [12] s");
    assertThat(value(picture.queue(), "sdev-state")).isEqualTo("SDEV_RUNNING");
    assertThat(value(picture.queue(), "in-flight")).matches("1 of [0-9]+");
    assertThat(value(picture.queue(), "timer")).startsWith("looks in");
    assertThat(picture.commands()).extracting(CommandLine::id).containsExactly(VICTIM);
  }

  @Test
  void inRecoveryTheHostIsShutAndItsThreadIsAtWork() {
    DevicePicture picture = show(onTheHostReset(), VICTIM);

    assertThat(picture.health()).isEqualTo(Health.IN_RECOVERY);
    assertThat(value(picture.host(), "shost-state")).isEqualTo("SHOST_RECOVERY");
    assertThat(value(picture.host(), "host-failed")).isEqualTo("1");
    assertThat(picture.thread().orElseThrow().head()).startsWith("scsi_eh_0 (state D)");
    assertThat(picture.thread().orElseThrow().functions()).endsWith("scsi_error_handler");
    assertThat(picture.commands().getFirst().token().subject()).isTrue();
  }

  @Test
  void aMissingCallbackIsShownAsMissing() {
    List<FieldLine> hooks = show(Shows.at(0), -1).hooks();

    assertThat(hooks).extracting(FieldLine::name)
        .containsExactly(
            "eh_abort_handler", "eh_device_reset_handler", "eh_target_reset_handler",
            "eh_bus_reset_handler", "eh_host_reset_handler");
    assertThat(value(hooks, "hook-bus-reset")).isEqualTo("missing");
    assertThat(value(hooks, "hook-host-reset")).isEqualTo("present");
  }

  @Test
  void aBystanderIsHeldByTheGateOfItsHost() {
    Frame frame = onTheHostReset();
    CommandView bystander =
        frame.state().commands().stream().filter(each -> each.heldBy().isPresent()).findFirst()
            .orElseThrow();
    DevicePicture picture = show(frame, bystander.id());

    assertThat(picture.health()).isEqualTo(Health.STUCK);
    assertThat(value(picture.queue(), "gate")).isEqualTo("HOST_IN_RECOVERY");
    assertThat(value(picture.queue(), "waiting")).isEqualTo("1");
    assertThat(picture.others()).extracting(DiskLine::name).contains("sda");
  }

  @Test
  void anotherDiskCanBeChosenUntilSomebodyFollowsACommand() {
    Frame frame = onTheHostReset();
    DiskLine other = show(frame, -1).others().getFirst();
    sheet.choose(other.device());

    assertThat(now().title()).isEqualTo(other.name());
    assertThat(now().chosen()).isTrue();
    sheet.choose(-1);
    assertThat(now().title()).isEqualTo("sda");
    sheet.choose(other.device());
    assertThat(show(frame, VICTIM).title()).isEqualTo("sda");
    assertThat(now().chosen()).isFalse();
  }

  /** What sysfs counts is shown as one counts and as sysfs does. */
  @Test
  void countersAreThoseOfTheState() {
    Frame last = Shows.at(RUN.trace().endNanos());
    DevicePicture picture = show(last, VICTIM);
    DeviceView device = last.state().device(picture.device()).orElseThrow();
    int done = device.counters().iodone();

    assertThat(value(picture.counters(), "iodone_cnt"))
        .isEqualTo(done + "  0x" + Integer.toHexString(done));
    assertThat(value(picture.knobs(), "knob-timeout")).isEqualTo("3 s");
  }

  @Test
  void thereAreWordsForEveryInstantInBothLanguages() {
    for (Texts texts : List.of(Shows.ENGLISH, Shows.CHINESE)) {
      for (Mark mark : RUN.marks().all()) {
        sheet.show(Shows.at(mark.nanos()), -1, texts);
        assertThat(now().state()).isNotEmpty();
        assertThat(now().thread()).isPresent();
        assertThat(now().queue()).noneMatch(each -> each.value().isEmpty());
      }
    }
  }
}
