package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.ui.timeline.LanePlan.Kind;

class ScrubberLayoutTest {

  private static List<LanePlan> lanes(Kind... kinds) {
    List<LanePlan> lanes = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      lanes.add(new LanePlan("lane" + i, "lane" + i, "", kinds[i], 0, List.of(i), -1));
    }
    return lanes;
  }

  private static final List<LanePlan> FIVE =
      lanes(Kind.DISK, Kind.DISK, Kind.DISK, Kind.GATE, Kind.THREAD);

  @Test
  void inTheSmallestWindowAllFiveLanesStay() {
    ScrubberLayout at = new ScrubberLayout(new Room(1280, 196, false, 1, false), FIVE);

    assertThat(at.fits()).isTrue();
    assertThat(at.laneHeight(0)).isGreaterThan(20);
    assertThat(at.laneY(4) + at.laneHeight(4)).isCloseTo(at.lanesBottom(), within(0.5));
  }

  @Test
  void theHeightOfTheDrawingsIsUsedAsInTheDrawings() {
    ScrubberLayout at = new ScrubberLayout(new Room(1920, 256, true, 1, false), FIVE);

    assertThat(at.overviewY()).isEqualTo(26);
    assertThat(at.ruler()).isEqualTo(75);
    assertThat(at.lanesTop()).isEqualTo(86);
    assertThat(at.lanesBottom()).isEqualTo(230);
  }

  @Test
  void lanesThatDoNotFitKeepAHeightThatCanBeRead() {
    ScrubberLayout at = new ScrubberLayout(new Room(1280, 120, false, 1, false), FIVE);

    assertThat(at.fits()).isFalse();
    for (int lane = 0; lane < FIVE.size(); lane++) {
      assertThat(at.laneHeight(lane)).isGreaterThan(13);
    }
  }

  @Test
  void aHeightIsTheLaneThatIsDrawnThere() {
    ScrubberLayout at = new ScrubberLayout(new Room(1920, 400, true, 1, false), FIVE);
    for (int lane = 0; lane < FIVE.size(); lane++) {
      assertThat(at.laneAt(at.laneY(lane) + at.laneHeight(lane) / 2)).isEqualTo(lane);
    }
    assertThat(at.laneAt(at.lanesTop() - 1)).isEqualTo(-1);
    assertThat(at.laneAt(at.lanesBottom() + 5)).isEqualTo(-1);
  }

  @Test
  void rowsOfOneLaneStayInIt() {
    ScrubberLayout at = new ScrubberLayout(new Room(1280, 196, false, 1, false), FIVE);
    int most = at.mostRows(0);
    for (int row = 0; row < most; row++) {
      assertThat(at.rowY(0, most, row))
          .isBetween(at.laneY(0) + 2, at.laneY(0) + at.laneHeight(0) - 2);
    }
    assertThat(at.rowY(0, most, 1) - at.rowY(0, most, 0)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theWholeRunAndItsInstantsBelongToEachOther() {
    ScrubberLayout at = new ScrubberLayout(new Room(1280, 196, false, 1, false), FIVE);
    for (long nanos = 0; nanos <= 9_000; nanos += 300) {
      assertThat(at.overviewInstant(at.overviewX(nanos, 9_000), 9_000)).isEqualTo(nanos);
    }
    assertThat(at.overviewInstant(0, 9_000)).isZero();
    assertThat(at.overviewInstant(1280, 9_000)).isEqualTo(9_000);
  }
}
