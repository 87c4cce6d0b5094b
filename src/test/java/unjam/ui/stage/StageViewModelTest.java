package unjam.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Frame;
import unjam.app.Runs;
import unjam.playback.Cursor;
import unjam.playback.Steps;
import unjam.trace.Trace;
import unjam.ui.Shows;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.StageLook;
import unjam.ui.control.TokenShape;

class StageViewModelTest {

  private final StageViewModel stage = new StageViewModel();

  private StagePicture show(Frame frame) {
    stage.show(frame, -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    return stage.pictureProperty().get();
  }

  @Test
  void aHealthyReadIsInItsDiskAndItsRingIsAlmostFull() {
    StagePicture picture = show(Shows.firstReadInTheDisk());

    StagePicture.OnPath read =
        picture.tokens().stream().filter(each -> each.lane() == 0).findFirst().orElseThrow();
    assertThat(read.at()).isEqualTo(Stop.DISK.ordinal());
    assertThat(read.shape()).isEqualTo(TokenShape.IN_FLIGHT);
    assertThat(read.timeLeft()).isGreaterThan(0.99);
    assertThat(picture.running()).isEmpty();
    assertThat(picture.gates()).singleElement().matches(gate -> !gate.shut());
  }

  @Test
  void theSentenceNamesWhatTheDiskDoesNotDo() {
    show(Shows.silence());

    assertThat(stage.sentenceProperty().get()).contains("sda").contains("does not answer");
    assertThat(stage.hintProperty().get()).isEqualTo(Shows.ENGLISH.of("hint.timeout"));
    assertThat(stage.hintActionProperty().get())
        .isEqualTo(new Action.JumpTo(Shows.instant(Mark.Kind.TIMEOUT)));
  }

  @Test
  void aTimedOutCommandLeavesAGhostAtTheDisk() {
    StagePicture picture = show(Shows.at(Mark.Kind.TIMEOUT));

    assertThat(picture.tokens())
        .anyMatch(
            each ->
                each.lane() == 0
                    && each.shape() == TokenShape.GHOST
                    && each.at() == Stop.DISK.ordinal());
  }

  @Test
  void whileTheHostRecoversItsGateIsShutAndHealthyDisksWait() {
    StagePicture picture = show(Shows.onTheFirstRung());

    assertThat(picture.gates()).singleElement().matches(StagePicture.Gate::shut);
    assertThat(picture.lanes()).extracting(StagePicture.Lane::health)
        .containsExactly(Health.IN_RECOVERY, Health.STUCK, Health.STUCK);
    assertThat(picture.tokens())
        .filteredOn(each -> each.shape() == TokenShape.WAITS)
        .extracting(StagePicture.OnPath::lane)
        .containsExactly(1, 2);
    assertThat(picture.ehAsks()).contains(new StagePicture.EhAsks(0, 0, "RESET", true));
  }

  @Test
  void aResetOfTheHostStopsAtTheAdapter() {
    long instant = Shows.instant(Mark.Kind.HOST_RESET);

    assertThat(show(Shows.at(instant + 1_000_000)).ehAsks())
        .contains(new StagePicture.EhAsks(0, 0, "RESET", false));
    assertThat(show(Shows.at(instant + 1_000_000)).lanes())
        .noneMatch(StagePicture.Lane::subject);
  }

  @Test
  void stationsCarryTheNamesOfTheTracesKernel() {
    String oldKernel = "kernel: \"5.10\"\n" + ONE_READ;
    Frame frame = Runs.run(oldKernel).frame(new Cursor(0, -1));

    assertThat(show(frame).stops()).extracting(StagePicture.StopName::name)
        .contains("scsi_mq_done", "scsi_softirq_done")
        .doesNotContain("scsi_complete");
  }

  @Test
  void aCommandNeverGoesBackwardsOnItsLine() {
    Trace trace = Shows.run().trace();
    double before = -1;
    for (long nanos = 0; nanos <= trace.nanos(80); nanos += 100) {
      List<StagePicture.OnPath> first =
          show(Shows.at(nanos)).tokens().stream().filter(each -> each.command() == 0).toList();
      for (StagePicture.OnPath each : first) {
        assertThat(each.at()).as("at %d ns", nanos).isGreaterThanOrEqualTo(before);
        before = each.at();
      }
    }
    assertThat(before).isEqualTo(Stop.ANSWERED.ordinal());
  }

  @Test
  void howOneGotThereDoesNotMatter() {
    Steps steps = Shows.run().steps();
    Cursor stepped = steps.start();
    for (int i = 0; i < 400; i++) {
      stepped = steps.nextEvent(stepped);
    }
    StagePicture byStepping = show(Shows.run().frame(stepped));
    show(Shows.onTheFirstRung());

    assertThat(show(Shows.at(stepped.nanos()))).isEqualTo(byStepping);
  }

  @Test
  void everyInstantHasASentenceInEveryLanguage() {
    for (Mark mark : Shows.run().marks().all()) {
      for (long after : new long[] {0, 1_000, 5_000_000}) {
        stage.show(
            Shows.at(mark.nanos() + after), -1, -1, StageLook.PLAIN, Shows.CHINESE);
        assertThat(stage.sentenceProperty().get()).isNotBlank().hasSizeLessThan(60);
        stage.show(
            Shows.at(mark.nanos() + after), -1, -1, StageLook.PLAIN, Shows.ENGLISH);
        assertThat(stage.sentenceProperty().get()).isNotBlank().hasSizeLessThan(105);
        assertThat(stage.reasonProperty().get()).isNotBlank().hasSizeLessThan(105);
      }
    }
  }

  private static final String ONE_READ =
      """
      name: one
      title: One read
      seed: 1
      until: 1s
      machine:
        hosts:
          - driver: scsi_debug
            disks:
              - {at: 0:0:0:0, name: sda}
      workload:
        - {label: a, device: 0:0:0:0, op: read, length: 4KiB}
      """;
}
