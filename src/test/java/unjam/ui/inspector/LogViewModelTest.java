package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.app.OpenRun;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.playback.Cursor;
import unjam.reading.LogLine;
import unjam.ui.Played;
import unjam.ui.Shows;

class LogViewModelTest {

  private final LogViewModel log = new LogViewModel();

  @Test
  void itHoldsWhatHadBeenPrintedThenAndNoMore() {
    List<LogLine> all = Shows.run().log().lines();
    for (LogLine line : all) {
      log.show(Shows.at(line.nanos() - 1), Shows.ENGLISH);

      assertThat(log.lines()).doesNotContain(line);
      log.show(Shows.at(line.nanos()), Shows.ENGLISH);
      assertThat(log.lines()).contains(line).startsWith(all.getFirst());
    }
  }

  @Test
  void goingBackTakesLinesAway() {
    log.show(Shows.at(Shows.run().trace().endNanos()), Shows.ENGLISH);
    log.show(Shows.at(0), Shows.ENGLISH);

    assertThat(log.lines()).isEmpty();
    assertThat(log.titleProperty().get()).isEqualTo(Shows.ENGLISH.of("log.nothing"));
  }

  @Test
  void aClickGoesToTheInstantOfItsLine() {
    List<LogLine> all = Shows.run().log().lines();
    LogLine line = all.get(all.size() / 2);
    Played played = Played.of(Shows.run());
    log.go(line).forEach(played::send);
    log.show(played.frame(), Shows.ENGLISH);

    assertThat(log.lines().getLast()).isEqualTo(line);
    assertThat(played.session().playback().playing()).isFalse();
  }

  @Test
  void linesOfATargetsKernelAreSaidToBeItsOwn() {
    OpenRun run = SimulationService.openNow(Catalog.ofClassPath(), "iscsi-seed").orElseThrow();
    log.show(run.frame(Cursor.at(run.trace(), 0)), Shows.ENGLISH);
    assertThat(log.noteProperty().get()).isEqualTo(Shows.ENGLISH.of("log.note"));

    log.show(run.frame(Cursor.at(run.trace(), run.trace().endNanos())), Shows.ENGLISH);
    assertThat(log.noteProperty().get()).isEqualTo(Shows.ENGLISH.of("log.note.both"));
  }
}
