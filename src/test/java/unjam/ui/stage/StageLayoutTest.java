package unjam.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.ui.control.StageGrid;
import unjam.ui.control.StageLook;

class StageLayoutTest {

  private static StageLayout layout(
      double width, double height, boolean wide, int disks, int slots) {
    List<Track> tracks =
        IntStream.range(0, disks).mapToObj(each -> new Track(0)).toList();
    return new StageLayout(
        new StageGrid(width, height, wide, StageLook.PLAIN, disks), tracks, slots);
  }

  @ParameterizedTest
  @CsvSource({"1020, 510, false", "1200, 620, false", "1552, 712, true", "2192, 1072, true"})
  void nothingLeavesItsHalfWhateverTheNumberOfDisks(double width, double height, boolean wide) {
    for (int disks = 1; disks <= 8; disks++) {
      StageLayout at = layout(width, height, wide, disks, 1);

      assertThat(at.downX(0)).isGreaterThan(at.bandX() + 50);
      assertThat(at.upX(0)).isLessThan(at.grid().split());
      assertThat(at.rowY(0) + at.capsuleHeight() / 2).isLessThan(height);
      assertThat(at.rowY(disks - 1) - at.capsuleHeight() / 2)
          .isGreaterThanOrEqualTo(at.grid().bandTop(4));
      assertThat(at.capsuleRight() - at.capsuleLeft()).isGreaterThan(100);
    }
  }

  @Test
  void aCommandMovesAlongItsLineWithoutJumps() {
    StageLayout at = layout(1020, 510, false, 3, 3);
    for (int lane = 0; lane < 3; lane++) {
      StageLayout.Point before = at.place(lane, Stop.START.ordinal(), 0);
      for (double place = Stop.START.ordinal() + 0.01;
          place < Stop.ANSWERED.ordinal() - 0.01;
          place += 0.01) {
        StageLayout.Point now = at.place(lane, place, 0);
        double distance = Math.hypot(now.x() - before.x(), now.y() - before.y());

        assertThat(distance).as("lane %d at %.2f", lane, place).isLessThan(24);
        before = now;
      }
    }
  }

  @Test
  void waitingCommandsStandAboveEachOther() {
    StageLayout at = layout(1020, 510, false, 3, 3);
    double queue = Stop.QUEUE.ordinal();

    assertThat(at.place(1, queue, 0).y() - at.place(1, queue, 1).y())
        .isGreaterThanOrEqualTo(2 * at.token());
    assertThat(at.place(1, queue, 0).y()).isLessThan(at.gateY());
  }
}
