package unjam.ui.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unjam.analysis.Ledger;
import unjam.analysis.LedgerTerm;
import unjam.analysis.LedgerTerm.Kind;
import unjam.scsi.Knob;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** Puts the terms of a ledger into lines; what cannot be seen is one sum at the end. */
final class LedgerRows {

  /** Shorter terms than this part of the whole are not drawn. */
  private static final int PARTS = 20_000;

  private static final String ABORT_TIMEOUT = "err_timeo.abort_timeout";
  private static final long MILLI = 1_000_000L;

  private final Texts texts;
  private final long least;

  LedgerRows(Texts texts, Ledger ledger) {
    this.texts = texts;
    least = Math.min(MILLI, Math.max(1, ledger.waited() / PARTS));
  }

  /** The lines; a timer's lateness belongs to the timer. */
  List<LedgerRow> of(Ledger ledger) {
    List<LedgerRow> rows = new ArrayList<>();
    for (LedgerTerm term : ledger.terms()) {
      boolean late = term.kind() == Kind.LATENESS && !rows.isEmpty()
          && rows.getLast().kind() == Kind.TIMER && rows.getLast().to() == term.from();
      if (late) {
        rows.add(later(rows.removeLast(), term.to()));
      } else if (term.nanos() >= least) {
        rows.add(row(term));
      }
    }
    return rows;
  }

  private static LedgerRow later(LedgerRow timer, long to) {
    return new LedgerRow(
        timer.kind(), timer.name(), timer.knob(), timer.owner(), timer.set(), timer.from(),
        timer.nominal(), to, timer.source());
  }

  private LedgerRow row(LedgerTerm term) {
    String key = term.kind().name().toLowerCase(Locale.ROOT);
    boolean bounded = term.nominal() >= 0 && term.kind() != Kind.SERVICE;
    long nominal = bounded ? Math.min(term.to(), term.from() + term.nominal()) : term.to();
    return new LedgerRow(
        term.kind(),
        texts.of("ledger.term." + key),
        knob(term, key),
        texts.of("ledger.owner." + owner(term.kind())),
        bounded ? TimeText.span(term.nominal()) : "",
        term.from(),
        nominal,
        term.to(),
        term.kind().source());
  }

  /** A driver that waits for an answer says how long it does. */
  private String knob(LedgerTerm term, String key) {
    if (term.nominal() >= 0 && asksTheTarget(term.kind())) {
      return ABORT_TIMEOUT;
    }
    return term.kind().knob()
        .map(Knob::shortName)
        .orElseGet(() -> texts.of("ledger.fixed." + key));
  }

  private static boolean asksTheTarget(Kind kind) {
    return kind == Kind.ABORT || kind == Kind.LUN_RESET || kind == Kind.TARGET_RESET;
  }

  private static String owner(Kind kind) {
    return switch (kind) {
      case ABOVE -> "above";
      case HELD -> "multipath";
      case BARRIER, SUPERBLOCK -> "array";
      case WAITS, TIMER, LATENESS -> "block";
      case SERVICE -> "disk";
      case ABORT_DELAY, ABORT_QUEUE, COMPLETION -> "midlayer";
      case ABORT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, EH_ABORT, LINK_RESET,
          LINK_PAUSE, SESSION ->
          "driver";
      case QUIET, SENSE, START_UNIT, BUS_SETTLING, SETTLING, TUR, HANDLER -> "handler";
    };
  }
}
