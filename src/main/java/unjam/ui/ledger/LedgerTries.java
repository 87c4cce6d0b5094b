package unjam.ui.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.analysis.LedgerTerm.Kind;
import unjam.app.Frame;
import unjam.app.PolicyBoard;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.ui.ledger.LedgerPicture.Try;

/** Which settings would make another sum: only those that had a say in this one. */
final class LedgerTries {

  private static final String OFF = "off";

  private LedgerTries() {}

  static List<Try> of(Frame frame, List<LedgerRow> rows) {
    PolicyBoard board =
        PolicyBoard.of(frame.state(), new Scope.Machine());
    List<Try> tries = new ArrayList<>();
    if (has(rows, Kind.TIMER)) {
      offer(board, Knob.TIMEOUT, "10", "30").ifPresent(tries::add);
      offer(board, Knob.MAX_RETRIES, "0", "5").ifPresent(tries::add);
    }
    if (has(rows, Kind.TUR) || has(rows, Kind.SENSE) || has(rows, Kind.START_UNIT)) {
      offer(board, Knob.EH_TIMEOUT, "3", "10").ifPresent(tries::add);
    }
    if (has(rows, Kind.LUN_RESET) || has(rows, Kind.HOST_RESET)) {
      offer(board, Knob.EH_DEADLINE, "10", OFF).ifPresent(tries::add);
    }
    return tries;
  }

  private static boolean has(List<LedgerRow> rows, Kind kind) {
    return rows.stream().anyMatch(each -> each.kind() == kind);
  }

  /** The first value, or the second if that is what is set. */
  private static Optional<Try> offer(
      PolicyBoard board, Knob knob, String first, String second) {
    return board
        .value(knob)
        .map(now -> new Try(knob, now, now.equals(first) ? second : first));
  }
}
