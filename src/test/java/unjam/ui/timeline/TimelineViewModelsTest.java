package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Frame;
import unjam.ui.Shows;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Look;

class TimelineViewModelsTest {

  private final ScrubberViewModel scrubber = new ScrubberViewModel();

  private void show(Frame frame) {
    scrubber.show(Shows.session(frame.nanos()), frame, Shows.ENGLISH);
  }

  private Lane lane(String id) {
    return scrubber.pictureProperty().get().page().lanes().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeadlineThatPassesUnseenCutsTheBar() {
    show(Shows.at(Mark.Kind.TIMEOUT));

    assertThat(lane("sda").bars()).extracting(Bar::look)
        .contains(Look.IN_FLIGHT, Look.OVERDUE, Look.TIMED_OUT, Look.ABORTING);
  }

  @Test
  void theGateAndTheThreadHaveTheirLanes() {
    show(Shows.onTheFirstRung());

    assertThat(lane("host0").bars()).extracting(Bar::look).containsOnly(Look.SHUT);
    assertThat(lane("scsi_eh_0").bars()).flatExtracting(Bar::texts)
        .contains(Shows.ENGLISH.of("band.lun_reset"));
    assertThat(lane("sdb").bars()).extracting(Bar::look).contains(Look.WAITS);
  }

  @Test
  void barsOfOneLaneThatOverlapStandInDifferentRows() {
    for (Mark mark : Shows.run().marks().all()) {
      show(Shows.at(mark.nanos()));
      for (Lane lane : scrubber.pictureProperty().get().page().lanes()) {
        for (Bar one : lane.bars()) {
          assertThat(lane.bars())
              .filteredOn(other -> other.command() != one.command() && other.row() == one.row())
              .noneMatch(other -> other.from() < one.to() && one.from() < other.to());
        }
      }
    }
  }

  @Test
  void aPlaceOnThePageIsTheInstantThatIsDrawnThere() {
    Frame frame = Shows.onTheFirstRung();
    show(frame);
    TimeAxis axis = scrubber.pictureProperty().get().page().axis();

    assertThat(axis.nanos(axis.x(frame.nanos()))).isCloseTo(frame.nanos(), within(1_000L));
  }
}
