package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.OpenRun;
import unjam.reading.LatencyHistogram.Bucket;
import unjam.ui.Played;
import unjam.ui.Shows;
import unjam.ui.inspector.FiguresPicture.DiskLine;
import unjam.ui.inspector.FiguresPicture.FigureLine;

class FiguresViewModelTest {

  private static final long SECOND = 1_000_000_000L;

  private final FiguresViewModel figures = new FiguresViewModel();
  private final Played played = Played.of(Shows.run());

  private FiguresPicture at(long nanos) {
    played.send(new Action.JumpTo(nanos));
    figures.show(played.frame(), -1, Shows.ENGLISH);
    return figures.pictureProperty().get();
  }

  private static List<String> cells(FiguresPicture picture, int device) {
    return picture.disks().stream()
        .filter(each -> each.device() == device)
        .map(DiskLine::cells)
        .findFirst()
        .orElseThrow();
  }

  private static FigureLine line(FiguresPicture picture, String name) {
    return picture.lines().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRunThatHasNotBeenCountedThroughSaysSo() {
    OpenRun fresh = Shows.run();
    figures.show(fresh.frame(fresh.steps().start()), -1, Shows.ENGLISH);

    assertThat(figures.pictureProperty().get().known()).isFalse();
    assertThat(at(SECOND).known()).isTrue();
  }

  /** sdb is read twice a second, 4 KiB each time: 2.0 r/s and 8.0 kB/s. */
  @Test
  void aHealthyDiskIsAsBusyAsItsApplicationMakesIt() {
    assertThat(cells(at(3 * SECOND), 1).subList(0, 4))
        .containsExactly("sdb", "2.0", "0.0", "8.0");
    assertThat(cells(at(3 * SECOND), 2).subList(0, 3)).containsExactly("sdc", "0.0", "2.0");
  }

  @Test
  void aSilentDiskIsBusyAndAnswersNothing() {
    long silence = Shows.instant(Mark.Kind.TIMEOUT) - SECOND / 2;
    FiguresPicture picture = at(silence);

    assertThat(cells(picture, 0)).containsExactly("sda", "0.0", "0.0", "0.0", "0.0", "100.0");
    assertThat(picture.over().getFirst()).isEqualTo("sda, 1 in flight");
    assertThat(line(picture, "r/s").second()).isEqualTo("0.00");
    assertThat(line(picture, "r/s").start()).isNotEqualTo("0.00");
  }

  @Test
  void anotherDiskCanBeChosen() {
    at(3 * SECOND);
    figures.choose(2);

    assertThat(figures.pictureProperty().get().over().getFirst()).startsWith("sdc");
    assertThat(figures.pictureProperty().get().disks().get(2).chosen()).isTrue();
  }

  @Test
  void thePastIsPartOfTheWholeInEveryBar() {
    long end = Shows.run().trace().endNanos();
    for (long instant : new long[] {0, 3 * SECOND, 20 * SECOND, end}) {
      FiguresPicture picture = at(instant);
      for (Bucket bar : picture.bars().all()) {
        assertThat(picture.bars().past(bar)).isLessThanOrEqualTo(bar.count());
      }
    }
    FiguresPicture last = at(end);
    assertThat(last.bars().past()).isEqualTo(last.bars().all());
    assertThat(last.marks()).extracting(FigureLine::name)
        .containsExactly("p50", "p90", "p99", "max");
    assertThat(last.note()).contains("20 IOs so far");
  }
}
