package unjam.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;
import unjam.ui.Shows;
import unjam.ui.control.Carry.Place;
import unjam.ui.control.StageGrid;
import unjam.ui.control.StageLook;

class DropPlacesTest {

  private static final Place SDA = new Place("sda", new Scope.Lun(new Hctl(0, 0, 0, 0)));
  private static final Place SDC = new Place("sdc", new Scope.Lun(new Hctl(0, 0, 2, 0)));

  private final StagePicture picture = picture();
  private final StageLayout at =
      new StageLayout(
          new StageGrid(1328, 712, true, picture.look(), picture.disks()), picture.tracks(),
          picture.slots());

  private static StagePicture picture() {
    StageViewModel model = new StageViewModel();
    model.show(Shows.firstReadInTheDisk(), -1, -1, StageLook.PLAIN, Shows.ENGLISH);
    return model.pictureProperty().get();
  }

  private Optional<Place> at(double x, double y) {
    return DropPlaces.at(at, picture, x, y);
  }

  @Test
  void aDiskIsMeantByItsCapsuleAndByBothHalvesOfItsLine() {
    double middle = (at.capsuleLeft() + at.capsuleRight()) / 2;

    assertThat(at(middle, at.rowY(0))).contains(SDA);
    assertThat(at(middle, at.rowY(2))).contains(SDC);
    assertThat(at(at.downX(0) - 3, at.topY() + 20)).contains(SDA);
    assertThat(at(at.upX(2) + 3, at.topY() + 20)).contains(SDC);
  }

  @Test
  void theGateMeansTheHost() {
    assertThat(at(at.downX(1), at.gateY()))
        .contains(new Place("host0", new Scope.Host(0)));
  }

  @Test
  void thePaperBetweenMeansNothing() {
    assertThat(at((at.downX(2) + at.upX(2)) / 2, at.topY() + 20)).isEmpty();
    assertThat(at(1200, 300)).isEmpty();
  }
}
