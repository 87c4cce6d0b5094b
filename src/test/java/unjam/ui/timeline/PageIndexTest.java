package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unjam.analysis.Mark;
import unjam.app.OpenRun;
import unjam.app.Runs;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;

class PageIndexTest {

  private static final Room ROOM = new Room(1280, 196, false, 1, false);

  static Stream<OpenRun> runs() {
    return Stream.concat(
        Stream.of(Runs.trouble(), Runs.opening()),
        Stream.of("healthy", "two-hosts", "many-stuck", "queue-full-storm")
            .map(each -> SimulationService.openNow(Catalog.ofClassPath(), each).orElseThrow()));
  }

  private static TimeAxis axis(PageIndex pages, long nanos) {
    return new AxisMaker(ROOM).of(pages.at(nanos).stretches());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyInstantIsOnItsPage(OpenRun run) {
    PageIndex pages = PageIndex.of(run);
    long end = run.trace().endNanos();
    long until = -1;
    for (PageIndex.Page page : pages.pages()) {
      assertThat(page.until()).isGreaterThan(until);
      until = page.until();
    }
    for (int i = 0; i <= 500; i++) {
      long nanos = end / 500 * i;
      TimeAxis axis = axis(pages, nanos);
      assertThat(nanos).as("on %s", axis.slices()).isBetween(axis.first(), axis.last());
    }
  }

  /** What is torn out is silence: no decisive instant, and no deadline that passes unseen. */
  @ParameterizedTest
  @MethodSource("runs")
  void nothingDecisiveLiesInATear(OpenRun run) {
    PageIndex pages = PageIndex.of(run);
    List<Long> decisive =
        Stream.concat(
                run.marks().all().stream().map(Mark::nanos),
                run.missed().stream().map(each -> each.deadline()))
            .toList();
    for (long nanos : decisive) {
      assertThat(axis(pages, nanos).shows(nanos)).as("%d ns", nanos).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void aPageHasRoomForWhatIsOnIt(OpenRun run) {
    for (PageIndex.Page page : PageIndex.of(run).pages()) {
      assertThat(page.stretches()).hasSizeBetween(1, 7);
    }
  }
}
