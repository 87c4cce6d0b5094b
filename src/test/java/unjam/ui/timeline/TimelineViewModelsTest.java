package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.playback.Pace;
import unjam.playback.Playback;
import unjam.ui.Shows;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;

class TimelineViewModelsTest {

  private final TransportViewModel transport = new TransportViewModel();
  private final ScrubberViewModel scrubber = new ScrubberViewModel();

  private void show(Frame frame, Pace pace) {
    transport.show(frame, Playback.at(frame.at()).with(pace), Shows.ENGLISH);
    scrubber.show(frame, Shows.ENGLISH);
  }

  private Lane lane(String id) {
    return scrubber.pictureProperty().get().page().lanes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theClockShowsMinutesSecondsMillisAndMicros() {
    show(Shows.at(31_204_617_250L), Pace.AUTOMATIC);

    assertThat(transport.clockProperty().get()).isEqualTo("00:31.204 617");
  }

  @Test
  void theCompressionIsAlwaysWritten() {
    show(Shows.silence(), Pace.AUTOMATIC);
    assertThat(transport.compressionProperty().get()).contains("gliding over");

    show(Shows.at(Shows.instant(Mark.Kind.TIMEOUT) + 10), Pace.AUTOMATIC);
    assertThat(transport.compressionProperty().get()).contains("glided over");

    show(Shows.silence(), new Pace.Constant(1_000_000));
    assertThat(transport.compressionProperty().get()).isEqualTo("1 s on the wall shows 1.00 ms");
  }

  @Test
  void theNextMarkIsNamedWithItsDistance() {
    show(Shows.silence(), Pace.AUTOMATIC);

    assertThat(transport.nextMarkProperty().get()).isEqualTo("the timer looks");
    assertThat(transport.nextNoteProperty().get()).contains("1.50 s");
  }

  @Test
  void theNextMarkDoesNotTellHowItWillEnd() {
    for (Mark mark : Shows.run().marks().all()) {
      show(Shows.at(mark.nanos() - 1), Pace.AUTOMATIC);
      assertThat(transport.nextMarkProperty().get())
          .isNotEmpty()
          .doesNotContain("not ready", "offline", "opens", "ends", "reset", "error");
    }
  }

  @Test
  void aDeadlineThatPassesUnseenCutsTheBar() {
    show(Shows.at(Mark.Kind.TIMEOUT), Pace.AUTOMATIC);

    assertThat(lane("sda").bars()).extracting(Bar::look)
        .contains(Look.IN_FLIGHT, Look.OVERDUE, Look.TIMED_OUT, Look.ABORTING);
  }

  @Test
  void theGateAndTheThreadHaveTheirLanes() {
    show(Shows.onTheFirstRung(), Pace.AUTOMATIC);

    assertThat(lane("host0").bars()).extracting(Bar::look).containsOnly(Look.SHUT);
    assertThat(lane("scsi_eh_0").bars()).extracting(Bar::text)
        .contains(Shows.ENGLISH.of("band.lun_reset"));
    assertThat(lane("sdb").bars()).extracting(Bar::look).contains(Look.WAITS);
  }

  @Test
  void barsOfOneLaneThatOverlapStandInDifferentRows() {
    for (Mark mark : Shows.run().marks().all()) {
      show(Shows.at(mark.nanos()), Pace.AUTOMATIC);
      for (Lane lane : scrubber.pictureProperty().get().page().lanes()) {
        for (Bar one : lane.bars()) {
          assertThat(lane.bars())
              .filteredOn(other -> other != one && other.row() == one.row())
              .noneMatch(other -> other.from() < one.to() && one.from() < other.to());
        }
      }
    }
  }

  @Test
  void aPlaceOnThePageIsTheInstantThatIsDrawnThere() {
    Frame frame = Shows.onTheFirstRung();
    show(frame, Pace.AUTOMATIC);
    long place = scrubber.pictureProperty().get().page().now();

    assertThat(Math.abs(scrubber.instantAt(place) - frame.nanos())).isLessThan(5_000_000);
  }
}
