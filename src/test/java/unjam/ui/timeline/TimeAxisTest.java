package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.engine.SimTime;
import unjam.ui.timeline.Ruler.Tick;
import unjam.ui.timeline.TimeAxis.Piece;

class TimeAxisTest {

  private static final long MS = SimTime.NANOS_PER_MILLI;

  private static final TimeAxis AXIS =
      new TimeAxis(
          List.of(
              new Piece(0, 30 * MS, 100, 230), new Piece(2_990 * MS, 3_030 * MS, 290, 350),
              new Piece(4_200 * MS, 4_300 * MS, 410, 1_200)),
          100, 1_200);

  private static TimeAxis page(OpenRun run, long nanos, Room room) {
    PageIndex pages = PageIndex.of(run);
    return new AxisMaker(room).of(pages.at(nanos).stretches());
  }

  @Test
  void everyPlaceHasItsInstantAndTimeNeverRunsBackwards() {
    long before = -1;
    for (double x = AXIS.left(); x <= AXIS.right(); x += 0.5) {
      long nanos = AXIS.nanos(x);
      assertThat(nanos).isGreaterThanOrEqualTo(before);
      assertThat(AXIS.x(nanos)).isCloseTo(x, within(0.01));
      before = nanos;
    }
  }

  @Test
  void aTearHoldsTheTimeThatIsLeftOut() {
    assertThat(AXIS.tears()).extracting(Piece::from).containsExactly(30 * MS, 3_030 * MS);
    assertThat(AXIS.tears()).extracting(Piece::to).containsExactly(2_990 * MS, 4_200 * MS);
    assertThat(AXIS.shows(1_000 * MS)).isFalse();
    assertThat(AXIS.shows(1_000 * MS, 3_000 * MS)).isTrue();
    assertThat(AXIS.x(9_000 * MS)).isEqualTo(AXIS.right());
  }

  @ParameterizedTest
  @CsvSource({"1280, false, 1", "1920, true, 1", "2560, true, 1", "1920, true, 1.5"})
  void slicesAndTearsLieBesideEachOtherInTheRoomThereIs(
      double width, boolean wide, double scale) {
    Room room = new Room(width, 256, wide, scale, false);
    OpenRun run = Runs.opening();
    for (PageIndex.Page page : PageIndex.of(run).pages()) {
      TimeAxis axis = new AxisMaker(room).of(page.stretches());
      double x = room.left();
      for (Piece slice : axis.slices()) {
        assertThat(slice.left()).isGreaterThanOrEqualTo(x - 0.01);
        assertThat(slice.right() - slice.left()).isGreaterThan(50);
        assertThat(slice.to()).isGreaterThan(slice.from());
        x = slice.right();
      }
      assertThat(x).isCloseTo(room.right(), within(0.01));
      for (Piece tear : axis.tears()) {
        assertThat(tear.right() - tear.left()).isGreaterThan(55.9);
        assertThat(tear.to()).isGreaterThan(tear.from());
      }
    }
  }

  @Test
  void numbersOfARulerAreRoundAndDoNotTouch() {
    double letter = 6.9;
    for (long nanos : new long[] {0, 50_000, 1_500 * MS, 33_790 * MS, 75_000 * MS}) {
      TimeAxis axis = page(Runs.opening(), nanos, new Room(1920, 256, true, 1, false));
      List<Tick> ticks = Ruler.of(axis, letter);
      assertThat(ticks).hasSizeGreaterThanOrEqualTo(axis.slices().size());
      for (int i = 1; i < ticks.size(); i++) {
        double half = letter * (ticks.get(i).text().length() + ticks.get(i - 1).text().length());
        assertThat(ticks.get(i).x() - ticks.get(i - 1).x()).isGreaterThan(half / 2);
      }
    }
    assertThat(Ruler.of(TimeAxis.toScale(0, 1_000 * MS, 0, 500), letter))
        .extracting(Tick::text)
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ruler.text(33_776_004_000L, 1_000)).isEqualTo("33.776 004");
  }

  @Test
  void theWholeRunIsMeasuredInRoundSpans() {
    assertThat(Ruler.whole(7_660 * MS, 0, 1_600, 60)).extracting(Tick::text)
        .containsExactly(
            "0 s", "0.5 s", "1.0 s", "1.5 s", "2.0 s", "2.5 s", "3.0 s", "3.5 s", "4.0 s",
            "4.5 s", "5.0 s", "5.5 s", "6.0 s", "6.5 s", "7.0 s", "7.5 s");
    assertThat(Ruler.whole(7_660 * MS, 0, 1_600, 150)).extracting(Tick::text)
        .startsWith("0 s", "1 s", "2 s").endsWith("7 s");
    assertThat(Ruler.whole(3 * MS, 0, 1_000, 100)).extracting(Tick::text)
        .startsWith("0 s", "500 µs");
  }
}
