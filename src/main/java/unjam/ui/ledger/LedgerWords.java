package unjam.ui.ledger;

import unjam.analysis.LedgerTerm.Kind;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.TextSize;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;

/** Says what the staircase means: names, settings, what each took, and the sum. */
final class LedgerWords {

  private static final double NUMBER = 12.5;

  private final TextLayer words;
  private final LedgerLayout at;
  private final LedgerPicture picture;
  private final Texts texts;

  LedgerWords(TextLayer words, LedgerLayout at, Texts texts) {
    this.words = words;
    this.at = at;
    this.texts = texts;
    picture = at.picture();
  }

  void say() {
    words.begin();
    double top = at.wide() ? 52 : 36;
    words.put("ledger-title", texts.of("ledger.title"), Anchor.LEFT, at.side(), top,
        "ledger-title");
    words.put("ledger-asks", picture.title(), Anchor.LEFT, at.side(), top + (at.wide() ? 34 : 24),
        Styles.BODY);
    words.put("ledger-stand", picture.stand(), Anchor.LEFT, at.side(), at.clockY(), Styles.LABEL);
    clock();
    heads();
    for (int i = 0; i < picture.rows().size(); i++) {
      row(i, picture.rows().get(i));
    }
    sum();
    words.end();
  }

  private void clock() {
    String now = TimeText.instant(picture.now()) + " s";
    double width = TextSize.width(now, at.wide() ? 34 : 24, TextSize.Voice.MONO);
    double x = Math.clamp(
        at.x(picture.now()), at.left() + width / 2, Math.max(at.left() + width, at.right()));
    words.put("ledger-clock", now, Anchor.MIDDLE, x, at.clockY(), "ledger-clock");
  }

  private void heads() {
    double y = at.headY();
    words.put("ledger-head-timer", texts.of("ledger.head.timer"), Anchor.LEFT, at.side(), y,
        Styles.CAPTION);
    words.put("ledger-head-owner", texts.of("ledger.head.owner"), Anchor.LEFT, at.ownerX(), y,
        Styles.CAPTION);
    words.put("ledger-head-set", texts.of("ledger.head.set"), Anchor.RIGHT, at.setX(), y,
        Styles.CAPTION);
    words.put("ledger-head-took", texts.of("ledger.head.took"), Anchor.LEFT, at.left(), y,
        Styles.CAPTION);
    if (at.hasSources()) {
      words.put("ledger-head-source", texts.of("ledger.head.source"), Anchor.LEFT, at.sourceX(),
          y, Styles.CAPTION);
    }
  }

  private void row(int index, LedgerRow row) {
    double upper = at.rowMiddle(index) - (at.wide() ? 4 : 2);
    double lower = upper + (at.wide() ? 17 : 13);
    double middle = at.rowMiddle(index) + 4;
    boolean later = row.from() > picture.now();
    words.put("ledger-name-" + index, row.name(), Anchor.LEFT, at.side(), upper, Styles.LABEL,
        later ? Styles.QUIET : Styles.PLAIN);
    words.put("ledger-knob-" + index, row.knob(), Anchor.LEFT, at.side(), lower,
        row.kind().knob().isPresent() ? Styles.FUNCTION : Styles.CAPTION);
    words.put("ledger-owner-" + index, row.owner(), Anchor.LEFT, at.ownerX(), middle,
        Styles.BODY);
    words.put("ledger-set-" + index, row.set(), Anchor.RIGHT, at.setX(), middle, Styles.NUMBER,
        Styles.LOUD);
    took(index, row, middle);
    if (at.hasSources()) {
      int colon = row.source().indexOf(':');
      words.put("ledger-function-" + index, row.source().substring(colon + 2), Anchor.LEFT,
          at.sourceX(), upper, Styles.FUNCTION);
      words.put("ledger-file-" + index, row.source().substring(0, colon), Anchor.LEFT,
          at.sourceX(), lower, Styles.CAPTION);
    }
  }

  /** Inside the bar if it fits there, else beside it, on the side with room. */
  private void took(int index, LedgerRow row, double y) {
    boolean now = row.isAt(picture.now());
    String took = now
        ? texts.of(
            "ledger.used", TimeText.span(picture.now() - row.from()),
            TimeText.span(row.to() - picture.now()))
        : row.late() > 0 && row.kind() != Kind.LATENESS && row.nominal() > row.from()
            ? texts.of(
                "ledger.late", TimeText.span(row.nominal() - row.from()),
                TimeText.span(row.late()))
            : TimeText.span(row.to() - row.from());
    double width = TextSize.width(took, NUMBER, TextSize.Voice.MONO);
    double right = at.x(row.to()) + 8;
    boolean beyond = right + width > at.right() + (at.wide() ? 50 : 80);
    words.put("ledger-took-" + index, took, beyond ? Anchor.RIGHT : Anchor.LEFT,
        beyond ? at.x(row.from()) - 8 : right, y, Styles.NUMBER,
        now ? Styles.SUBJECT : row.from() > picture.now() ? Styles.QUIET : Styles.LOUD,
        now ? Styles.PLAIN : Styles.ON_PAPER);
  }

  private void sum() {
    double y = at.sumY() + (at.wide() ? 38 : 32);
    double last = -1;
    for (int i = 0; i < picture.rows().size(); i++) {
      LedgerRow row = picture.rows().get(i);
      double x = (at.x(row.from()) + at.x(row.to())) / 2;
      String took = TimeText.span(row.to() - row.from());
      double half = TextSize.width(took, NUMBER, TextSize.Voice.MONO) / 2;
      if (at.x(row.to()) - at.x(row.from()) > 3 && x - half > last + 8) {
        words.put("ledger-part-" + i, took, Anchor.MIDDLE, x, y, Styles.NUMBER);
        last = x + half;
      }
    }
    words.put("ledger-until", texts.of("ledger.until"), Anchor.LEFT, at.side(), y, Styles.LABEL);
    double below = y + (at.wide() ? 30 : 24);
    words.put("ledger-rest", texts.of("ledger.rest", TimeText.span(picture.rest())), Anchor.LEFT,
        at.side(), below, Styles.CAPTION);
    words.put("ledger-total", TimeText.left(picture.to() - picture.from()), Anchor.RIGHT,
        at.setX(), y, "ledger-total");
    words.put("ledger-turn", texts.of("ledger.turn"), Anchor.LEFT, at.side(),
        at.triesY() + at.triesHeight() / 2 + 4, Styles.LABEL);
    words.put("ledger-told", picture.total(), Anchor.LEFT, at.left(), below, Styles.BODY);
  }
}
