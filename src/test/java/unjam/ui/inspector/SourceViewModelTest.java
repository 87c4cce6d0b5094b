package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import unjam.app.Frame;
import unjam.app.OpenRun;
import unjam.playback.Cursor;
import unjam.reading.SourceNotes;
import unjam.trace.KernelFunction;
import unjam.ui.Shows;
import unjam.ui.control.StepList;
import unjam.ui.inspector.SourcePicture.Call;
import unjam.ui.inspector.SourcePicture.Lens;

class SourceViewModelTest {

  private final SourceViewModel source = new SourceViewModel();

  private SourcePicture picture() {
    return source.pictureProperty().get();
  }

  private static List<StepList.Line> lit(StepList steps) {
    return steps.lines().stream().filter(StepList.Line::lit).toList();
  }

  @Test
  void whileTheErrorHandlerAsksThePanelIsInTheSendAndTheStageOnTheRung() {
    source.show(Shows.asking(), -1, Shows.ENGLISH);

    assertThat(picture().steps().title()).isEqualTo("scsi_send_eh_cmnd");
    assertThat(picture().steps().source()).isEqualTo("drivers/scsi/scsi_error.c");
    assertThat(picture().condition()).isEqualTo("TEST_UNIT_READY, timeout = 3 s");
    assertThat(picture().when()).startsWith("scsi_eh_0, since ");
    StepList brief = source.briefProperty().get();
    assertThat(brief.title()).isEqualTo("scsi_eh_target_reset");
    assertThat(lit(brief)).singleElement().satisfies(
        line -> assertThat(line.plain()).startsWith("It worked: ask each device"));
  }

  @Test
  void whoeverPollsMeanwhileDoesNotTakeThePanel() {
    Frame rung = Shows.asking();
    source.show(rung, -1, Shows.ENGLISH);
    SourcePicture before = picture();
    for (int i = 1; i < 20; i++) {
      source.show(Shows.at(rung.nanos() + i * 10_000_001L), -1, Shows.ENGLISH);

      assertThat(picture()).isEqualTo(before);
    }
  }

  @Test
  void standingOnAnEventShowsThatEvent() {
    OpenRun run = Shows.run();
    for (int seq = run.steps().start().seq() + 1; seq < run.trace().size(); seq += 97) {
      source.show(run.frame(Cursor.after(run.trace(), seq)), -1, Shows.ENGLISH);

      assertThat(picture().stack()).isNotEmpty();
      if (SourceNotes.in(Locale.ENGLISH).of(run.trace().function(seq)).isPresent()) {
        assertThat(picture().stack().getFirst().function()).isEqualTo(run.trace().function(seq));
      }
    }
  }

  @Test
  void aSelectedCommandKeepsThePanel() {
    Frame frame = Shows.silence();
    int victim = Shows.victim(frame).id();
    OpenRun run = frame.run();
    for (int seq = frame.at().seq() - 20; seq < frame.at().seq(); seq++) {
      source.show(run.frame(Cursor.after(run.trace(), seq)), victim, Shows.ENGLISH);

      assertThat(picture().steps().title()).isEqualTo("scsi_queue_rq");
      assertThat(picture().when()).contains("ran last at 0.");
    }
  }

  @Test
  void aCallerCanBeChosenAndLetGo() {
    source.show(Shows.asking(), -1, Shows.ENGLISH);
    source.choose(KernelFunction.SCSI_EH_TUR);

    assertThat(picture().steps().title()).isEqualTo("scsi_eh_tur");
    assertThat(picture().stack()).filteredOn(Call::shown)
        .singleElement().extracting(Call::name).isEqualTo("scsi_eh_tur");
    source.choose(KernelFunction.SCSI_EH_TUR);
    assertThat(picture().steps().title()).isEqualTo("scsi_send_eh_cmnd");
  }

  @Test
  void theStackGoesFromTheFunctionToTheThreadsLoop() {
    source.show(Shows.asking(), -1, Shows.ENGLISH);

    assertThat(picture().stack()).extracting(Call::name).containsExactly(
        "scsi_send_eh_cmnd", "scsi_eh_tur", "scsi_eh_test_devices", "scsi_eh_target_reset",
        "scsi_eh_ready_devs", "scsi_unjam_host", "scsi_error_handler");
    assertThat(picture().stack()).extracting(Call::step).doesNotContain("");
  }

  @Test
  void theLensNamesEveryVersionAndMarksTheOneThatRuns() {
    Frame frame = Shows.silence();
    source.show(frame, -1, Shows.ENGLISH);

    assertThat(picture().versions()).extracting(Lens::version)
        .containsExactly("5.10", "6.1", "6.12");
    assertThat(picture().versions()).filteredOn(Lens::running)
        .singleElement().extracting(Lens::version).isEqualTo(frame.kernel());
    assertThat(picture().versions()).extracting(Lens::difference).doesNotContain("");
  }

  @Test
  void goingThereByPlayingAndByJumpingShowsTheSame() {
    Frame rung = Shows.asking();
    for (long nanos = 0; nanos < rung.nanos(); nanos += 97_000_000L) {
      source.show(Shows.at(nanos), -1, Shows.ENGLISH);
    }
    source.show(rung, -1, Shows.ENGLISH);
    SourceViewModel jumped = new SourceViewModel();
    jumped.show(rung, -1, Shows.ENGLISH);

    assertThat(picture()).isEqualTo(jumped.pictureProperty().get());
    assertThat(source.briefProperty().get()).isEqualTo(jumped.briefProperty().get());
  }

  @Test
  void theWordsFollowTheLanguageAndTheKernelsOwnDoNot() {
    source.show(Shows.asking(), -1, Shows.ENGLISH);
    SourcePicture english = picture();
    source.show(Shows.asking(), -1, Shows.CHINESE);

    assertThat(picture().steps().title()).isEqualTo(english.steps().title());
    assertThat(picture().condition()).isEqualTo(english.condition());
    assertThat(picture().purpose()).isNotEqualTo(english.purpose());
  }

  @Test
  void beforeTheFirstEventItSaysThatNothingHasRun() {
    Frame start = Shows.run().frame(Shows.run().steps().start());
    source.show(start, -1, Shows.ENGLISH);

    assertThat(picture().steps().title()).isEqualTo(Shows.ENGLISH.of("source.nothing"));
    assertThat(picture().stack()).isEmpty();
    assertThat(source.briefProperty().get()).isEqualTo(StepList.NONE);
  }
}
