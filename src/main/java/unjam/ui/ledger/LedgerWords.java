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

  /** What a text has of paper on its left and right. */
  private static final double PAPER = 8;

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
    words.put("ledger-head-took", texts.of("ledger.head.took"), Anchor.LEFT,
        at.left() - PAPER / 2, y, Styles.CAPTION, Styles.ON_PAPER);
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

  /** Beside the bar, on the side with room; on the bar where there is none on either side. */
  private void took(int index, LedgerRow row, double y) {
    boolean now = row.isAt(picture.now());
    String took = took(row, now);
    double width = TextSize.width(took, NUMBER, TextSize.Voice.MONO);
    double from = at.x(row.from());
    double right = at.x(row.to()) + 8;
    boolean after = right + width <= at.right() + (at.wide() ? 50 : 80);
    boolean inside = !after && from - 8 - width < at.left();
    double x = after ? right : inside ? onBar(row, now, width + PAPER) : from - 8;
    words.put("ledger-took-" + index, took,
        after ? Anchor.LEFT : inside ? Anchor.MIDDLE : Anchor.RIGHT, x, y, Styles.NUMBER,
        now ? Styles.SUBJECT : row.from() > picture.now() ? Styles.QUIET : Styles.LOUD,
        now && (!inside || isClear(row, x, width)) ? Styles.PLAIN : Styles.ON_PAPER);
  }

  /** Nothing is filled there yet, and no line is crossed. */
  private boolean isClear(LedgerRow row, double x, double width) {
    return x - width / 2 > at.x(picture.now()) && x + width / 2 < at.x(row.nominal());
  }

  private String took(LedgerRow row, boolean now) {
    if (now) {
      return texts.of(
          "ledger.used", TimeText.span(picture.now() - row.from()),
          TimeText.span(row.to() - picture.now()));
    }
    return row.late() > 0 && row.kind() != Kind.LATENESS && row.nominal() > row.from()
        ? texts.of(
            "ledger.late", TimeText.span(row.nominal() - row.from()), TimeText.span(row.late()))
        : TimeText.span(row.to() - row.from());
  }

  /** The middle of the bar's longer part, so that the instant stays in sight. */
  private double onBar(LedgerRow row, boolean now, double width) {
    double from = at.x(row.from());
    double to = at.x(row.to());
    double nominal = at.x(row.nominal());
    double gone = now ? at.x(picture.now()) : from;
    double middle = gone - from > nominal - gone ? (from + gone) / 2 : (gone + nominal) / 2;
    double half = Math.min(width, to - from) / 2;
    return Math.clamp(middle, from + half, to - half);
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
    if (!picture.tries().isEmpty()) {
      words.put("ledger-turn", texts.of("ledger.turn"), Anchor.LEFT, at.side(),
          at.triesY() + at.triesHeight() / 2 + 4, Styles.LABEL);
    }
    words.put("ledger-told", picture.total(), Anchor.LEFT, at.left(), below, Styles.BODY);
  }
}
