package unjam.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unjam.analysis.Invariant;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.OpenRun;
import unjam.playback.Cursor;
import unjam.projection.TraceWriter;
import unjam.ui.Played;
import unjam.ui.Shows;
import unjam.ui.inspector.CheckRow.FactLink;
import unjam.ui.inspector.CheckRow.Verdict;

class ChecksViewModelTest {

  private static final long MS = 1_000_000;

  private final ChecksViewModel checks = new ChecksViewModel();

  private CheckRow row(Invariant invariant) {
    return checks.rows().stream()
        .filter(each -> each.invariant() == invariant)
        .findFirst()
        .orElseThrow();
  }

  /** A request ends at 4 ms and, which cannot be, again at 5 ms. */
  private static OpenRun forged() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    int cmd = writer.at(1).read("r", 0);
    writer.dispatch(cmd, 0).at(4).complete(cmd, 0, 0).at(5).complete(cmd, 0, 0);
    return OpenRun.of(Shows.run().scenario(), writer.freeze()).studied();
  }

  private void show(OpenRun run, long nanos) {
    checks.show(run.frame(Cursor.at(run.trace(), nanos)), Shows.ENGLISH);
  }

  @Test
  void aRunThatHasNotBeenCheckedSaysSo() {
    show(Shows.run(), 0);

    assertThat(checks.rows()).isEmpty();
    assertThat(checks.titleProperty().get()).isEqualTo("The run is being checked.");
  }

  @Test
  void aStatementSaysNothingUntilThereIsSomethingToLookAt() {
    OpenRun run = Shows.run().studied();
    show(run, Shows.instant(Mark.Kind.TIMEOUT) - 1);
    assertThat(row(Invariant.THE_LADDER_GOES_UP).verdict()).isEqualTo(Verdict.SILENT);
    assertThat(row(Invariant.AN_IO_ENDS_ONCE).verdict()).isEqualTo(Verdict.HOLDS);

    show(run, Shows.instant(Mark.Kind.LUN_RESET));
    assertThat(row(Invariant.THE_LADDER_GOES_UP).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(checks.rows()).hasSize(Invariant.values().length);
    assertThat(checks.brokenProperty().get()).isFalse();
  }

  @Test
  void aClickSaysHowOftenAndWhere() {
    show(Shows.run().studied(), Shows.run().trace().endNanos());
    checks.toggle(row(Invariant.NO_DISPATCH_IN_RECOVERY));

    assertThat(row(Invariant.NO_DISPATCH_IN_RECOVERY).details())
        .startsWith("Held against ")
        .endsWith("drivers/scsi/scsi_lib.c: scsi_host_queue_ready");
    checks.toggle(row(Invariant.NO_DISPATCH_IN_RECOVERY));
    assertThat(row(Invariant.NO_DISPATCH_IN_RECOVERY).details()).isEmpty();
  }

  @Test
  void whatDoesNotHoldStandsFirstAndLeadsToBothEvents() {
    OpenRun run = forged();
    show(run, 5 * MS - 1);
    assertThat(row(Invariant.A_REQUEST_ENDS_ONCE).verdict()).isEqualTo(Verdict.HOLDS);
    show(run, 5 * MS);

    CheckRow broken = row(Invariant.A_REQUEST_ENDS_ONCE);
    assertThat(broken.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(checks.rows().getFirst().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(checks.brokenProperty().get()).isTrue();
    assertThat(broken.found()).isEqualTo("command 0 ends again");
    List<Integer> seqs = broken.facts().stream().map(FactLink::seq).toList();
    assertThat(seqs).hasSize(2).isSorted();
    assertThat(run.trace().nanos(seqs.get(0))).isEqualTo(4 * MS);
    assertThat(run.trace().nanos(seqs.get(1))).isEqualTo(5 * MS);

    Played played = Played.of(run);
    for (Action action : checks.go(seqs.get(0))) {
      played.send(action);
    }
    assertThat(played.session().playback().at())
        .isEqualTo(Cursor.after(run.trace(), seqs.get(0)));
  }
}
