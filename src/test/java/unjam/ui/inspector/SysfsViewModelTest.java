package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.ui.Played;
import unjam.ui.Shows;
import unjam.ui.inspector.SysfsRow.Kind;

class SysfsViewModelTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String TIMEOUT = "/sys/block/sda/device/timeout";

  private final SysfsViewModel sysfs = new SysfsViewModel();
  private final Played played = Played.of(Shows.run());

  private void at(long nanos) {
    played.send(new Action.JumpTo(nanos));
    show();
  }

  private void show() {
    sysfs.show(played.frame(), Shows.ENGLISH);
  }

  private SysfsRow row(String path) {
    return sysfs.rows().stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not among " + sysfs.rows()));
  }

  private List<String> paths() {
    return sysfs.rows().stream().map(SysfsRow::path).toList();
  }

  private void write(String path, String text) {
    assertThat(sysfs.edit(row(path))).isTrue();
    sysfs.draftProperty().set(text);
    played.send(sysfs.commit().orElseThrow());
    show();
  }

  @Test
  void theDiskThatThePictureIsAboutIsOpenAtFirst() {
    at(Shows.instant(Mark.Kind.TIMEOUT));

    assertThat(row(TIMEOUT).value()).isEqualTo("3");
    assertThat(row("/sys/block/sdb").kind()).isEqualTo(Kind.SHUT_FOLDER);
    assertThat(paths()).contains("/sys/class/scsi_host/host0/state");
  }

  @Test
  void aFolderStaysOpenWhileTimeMoves() {
    at(0);
    sysfs.toggle(row("/sys/block/sdb"));
    sysfs.toggle(row("/sys/block/sda"));
    at(5 * SECOND);

    assertThat(paths()).contains("/sys/block/sdb/inflight").doesNotContain(TIMEOUT);
  }

  @Test
  void whatChangedLastIsMarkedTheSameFromWhereverOneComes() {
    long stopped = Shows.instant(Mark.Kind.HOST_STOPPED);
    at(stopped);
    List<SysfsRow> played = List.copyOf(sysfs.rows());

    assertThat(row("/sys/class/scsi_host/host0/state").value()).isEqualTo("recovery");
    assertThat(row("/sys/class/scsi_host/host0/state").changed()).isTrue();
    assertThat(row(TIMEOUT).changed()).isFalse();
    at(59 * SECOND);
    at(stopped);
    assertThat(sysfs.rows()).isEqualTo(played);
    assertThat(sysfs.titleProperty().get()).contains("state changed last");
  }

  @Test
  void whatIsWrittenIsThereAtThisInstantAndNotBefore() {
    at(20 * SECOND);
    write(TIMEOUT, "7");

    assertThat(row(TIMEOUT).value()).isEqualTo("7");
    assertThat(row(TIMEOUT).changed()).isTrue();
    assertThat(row(TIMEOUT).kind()).isEqualTo(Kind.KNOB);
    at(20 * SECOND - 1);
    assertThat(row(TIMEOUT).value()).isEqualTo("3");
    played.send(new Action.Undo());
    at(30 * SECOND);
    assertThat(row(TIMEOUT).value()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "/sys/block/sda/device/timeout, abc, EINVAL, whole seconds",
    "/sys/block/sda/device/queue_depth, 0, EINVAL, from 1 to",
    "/sys/block/sda/device/state, blocked, EINVAL, running or offline",
    "/sys/class/scsi_disk/0:0:0:0/max_retries, 6, EINVAL, a number up to 5",
  })
  void whatTheKernelRefusesIsSaidBelowTheFileAtThatInstantOnly(
      String path, String text, String errno, String right) {
    at(20 * SECOND);
    String before = row(path).value();
    write(path, text);

    assertThat(row(path).refused()).isTrue();
    assertThat(row(path).note()).contains(errno, text, right);
    assertThat(row(path).value()).isEqualTo(before);
    at(21 * SECOND);
    assertThat(row(path).note()).isEmpty();
  }

  @Test
  void whileTheHostRecoversItsDeadlineCannotBeSet() {
    at(Shows.instant(Mark.Kind.LUN_RESET) + SECOND / 2);
    write("/sys/class/scsi_host/host0/eh_deadline", "10");

    assertThat(row("/sys/class/scsi_host/host0/eh_deadline").note())
        .contains("EBUSY", "in recovery");
  }

  @Test
  void whatIsOnlyReadCannotBeWrittenAndAWriteCanBeLeft() {
    at(SECOND);

    assertThat(sysfs.edit(row("/sys/block/sda/inflight"))).isFalse();
    assertThat(sysfs.edit(row(TIMEOUT))).isTrue();
    assertThat(sysfs.draftProperty().get()).isEqualTo("3");
    assertThat(row(TIMEOUT).kind()).isEqualTo(Kind.EDITED);
    assertThat(row(TIMEOUT).note()).contains("whole seconds");
    sysfs.cancel();
    assertThat(row(TIMEOUT).kind()).isEqualTo(Kind.KNOB);
    assertThat(sysfs.commit()).isEmpty();
  }

  @Test
  void aSearchShowsOnlyWhatIsLookedForWhereverItIs() {
    at(SECOND);
    sysfs.queryProperty().set(" TIMEOUT ");

    assertThat(paths())
        .contains(TIMEOUT, "/sys/block/sdc/device/eh_timeout")
        .doesNotContain("/sys/block/sda/inflight");
    sysfs.queryProperty().set("no such file");
    assertThat(paths()).isEmpty();
  }
}
