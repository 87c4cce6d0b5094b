package unjam.ui.ledger;

import java.util.List;
import unjam.scsi.Knob;

/**
 * What the ledger shows at an instant; instants in nanoseconds.
 *
 * @param title whose wait it is
 * @param stand where the command stands now
 * @param rows what is long enough to be seen, in order
 * @param rest how long everything else takes together
 * @param from when the application asked
 * @param to when it was told
 * @param total how long that is, and what it was told
 * @param now the instant
 * @param tries settings that would make another sum
 */
record LedgerPicture(
    String title,
    String stand,
    List<LedgerRow> rows,
    long rest,
    long from,
    long to,
    String total,
    long now,
    List<Try> tries) {

  static final LedgerPicture EMPTY =
      new LedgerPicture("", "", List.of(), 0, 0, 1, "", 0, List.of());

  LedgerPicture {
    rows = List.copyOf(rows);
    tries = List.copyOf(tries);
  }

  /**
   * Another setting that can be tried.
   *
   * @param knob which
   * @param now what it is
   * @param other what it would be
   */
  record Try(Knob knob, String now, String other) {}

  LedgerPicture at(long nanos, String standing) {
    return new LedgerPicture(title, standing, rows, rest, from, to, total, nanos, tries);
  }
}
