package unjam.ui.sweep;

import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.TextSize;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** Says what the map or the curve means: the settings, every value, the ends of the scale. */
final class SweepWords {

  private static final double AIR = 6;

  private final TextLayer words;
  private final SweepLayout at;
  private final SweepPicture picture;
  private final Texts texts;

  SweepWords(TextLayer words, SweepLayout at, Texts texts) {
    this.words = words;
    this.at = at;
    this.texts = texts;
    picture = at.picture();
  }

  void say() {
    words.begin();
    if (picture.isMap()) {
      map();
      if (picture.isKnown()) {
        legend();
      }
    } else {
      curve();
    }
    words.end();
  }

  private void map() {
    double values = at.top() - (at.wide() ? 14 : 11);
    words.put("sweep-columns", picture.columnKnob(), Anchor.LEFT, at.left(),
        values - (at.wide() ? 24 : 19), Styles.FUNCTION, "sweep-knob");
    words.put("sweep-rows", picture.rowKnob(), Anchor.RIGHT, at.left() - 12, values,
        Styles.FUNCTION, "sweep-knob");
    for (int i = 0; i < picture.columns().size(); i++) {
      words.put("sweep-column-" + i, picture.columns().get(i), Anchor.MIDDLE,
          at.x(i) + at.cellWidth() / 2, values, Styles.NUMBER, Styles.LOUD);
    }
    for (int i = 0; i < picture.rows().size(); i++) {
      words.put("sweep-row-" + i, picture.rows().get(i), Anchor.RIGHT, at.left() - 12,
          at.y(i) + at.cellHeight() / 2 + 4, Styles.NUMBER, Styles.LOUD);
    }
    for (SweepCell cell : picture.cells()) {
      value(cell, at.middle(cell), at.y(cell) + at.cellHeight() / 2 + 5);
    }
  }

  /** Smaller where there is little room, and left to the card where there is none. */
  private void value(SweepCell cell, double x, double y) {
    double width = width(cell.text()) + AIR;
    double tight = width * 10.5 / size();
    if (cell.isKnown() && Math.min(width, tight) <= at.cellWidth()) {
      boolean dark = picture.isMap() && picture.level(cell) >= SweepPainter.DARK;
      words.put("sweep-value-" + cell.index(), cell.text(), Anchor.MIDDLE, x, y, Styles.NUMBER,
          "sweep-value", dark ? "on-dark" : Styles.PLAIN,
          width > at.cellWidth() ? "tight" : Styles.PLAIN);
    }
  }

  private double size() {
    return at.wide() ? 15 : 12.5;
  }

  private double width(String text) {
    return TextSize.width(text, size(), TextSize.Voice.MONO);
  }

  private void legend() {
    double y = at.legendY() + (at.wide() ? 32 : 27);
    double right = at.left() + at.legendStep() * SweepPicture.LEVELS;
    words.put("sweep-least", picture.scale().least(), Anchor.LEFT, at.left(), y, Styles.NUMBER);
    words.put("sweep-most", picture.scale().most(), Anchor.RIGHT, right, y, Styles.NUMBER);
    words.put("sweep-own", texts.of("sweep.own"), Anchor.LEFT,
        SweepPainter.ownX(at) + (at.wide() ? 32 : 28), at.legendY() + (at.wide() ? 12 : 10),
        Styles.CAPTION);
  }

  private void curve() {
    double top = at.curveY(
        Math.max(1, picture.cells().stream().mapToLong(SweepCell::high).max().orElse(1)));
    double left = at.left() - 10;
    words.put("sweep-most", picture.scale().most(), Anchor.RIGHT, left, top + 4, Styles.NUMBER);
    words.put("sweep-half", picture.scale().half(), Anchor.RIGHT, left,
        (top + at.bottom()) / 2 + 4, Styles.NUMBER);
    words.put("sweep-least", picture.scale().least(), Anchor.RIGHT, left, at.bottom() + 4,
        Styles.NUMBER);
    double y = at.bottom() + (at.wide() ? 24 : 21);
    double line = at.wide() ? 26 : 22;
    for (SweepCell cell : picture.cells()) {
      double x = at.middle(cell);
      words.put("sweep-column-" + cell.index(), cell.values().getFirst(), Anchor.MIDDLE, x, y,
          Styles.NUMBER, Styles.LOUD);
      value(cell, x, y + line);
      if (width(cell.spread()) <= at.cellWidth()) {
        words.put("sweep-spread-" + cell.index(), cell.spread(), Anchor.MIDDLE, x, y + 2 * line,
            Styles.NUMBER, Styles.QUIET);
      }
    }
    double foot = y + (picture.hasSpread() ? 3 : 2) * line + (at.wide() ? 8 : 4);
    words.put("sweep-columns", picture.columnKnob(), Anchor.LEFT, at.left(), foot,
        Styles.FUNCTION, "sweep-knob");
    String note = texts.of(picture.hasSpread() ? "sweep.spread" : "sweep.no_spread");
    words.put("sweep-spread", note, Anchor.RIGHT, Math.max(at.right(), at.left() + 420), foot,
        Styles.CAPTION);
  }
}
