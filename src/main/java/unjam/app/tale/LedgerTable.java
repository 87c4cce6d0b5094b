package unjam.app.tale;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import unjam.analysis.Ledger;
import unjam.analysis.LedgerTerm;
import unjam.app.Narration.Moment;
import unjam.app.Narration.Sentence;
import unjam.app.Narrator.Span;
import unjam.app.Narrator.Word;

/** The terms of the longest wait, those that count. */
final class LedgerTable {

  /** Of more only the longest are shown. */
  private static final int MOST = 40;

  private final Ledger ledger;

  LedgerTable(Ledger ledger) {
    this.ledger = ledger;
  }

  /** When it began, its name, what it is set to, how long it took, and where that is decided. */
  List<List<String>> rows(Voice voice) {
    return counting().stream().map(each -> row(each, voice)).toList();
  }

  /** A thousandth of the whole counts, or what is among the longest. */
  private List<LedgerTerm> counting() {
    long least = ledger.waited() / 1_000;
    List<Long> longest =
        ledger.terms().stream()
            .map(LedgerTerm::nanos)
            .sorted(Comparator.reverseOrder())
            .toList();
    long among = longest.size() > MOST ? longest.get(MOST - 1) : 0;
    return ledger.longerThan(Math.max(least, among)).stream().limit(MOST).toList();
  }

  private static List<String> row(LedgerTerm term, Voice voice) {
    String key = term.kind().name().toLowerCase(Locale.ROOT);
    return List.of(
        plain(voice, new Moment(term.from())),
        voice.say(Sentence.of("ledger.term." + key)),
        term.nominal() < 0 ? "" : plain(voice, new Span(term.nominal())),
        plain(voice, new Span(term.nanos())),
        plain(voice, new Word("report.code", term.kind().source())));
  }

  private static String plain(Voice voice, Object value) {
    return voice.say(Sentence.of("report.plain", value));
  }
}
