package unjam.ui.ledger;

import unjam.ui.text.TextSize;
import unjam.ui.text.TextSize.Voice;

/**
 * Where everything in the ledger is, in pixels.
 *
 * @param picture what is shown
 * @param width of the view
 * @param wide the larger type of wide windows
 */
record LedgerLayout(LedgerPicture picture, double width, boolean wide) {

  /** Between two columns, at least. */
  private static final double GAP = 12;

  double side() {
    return wide ? 40 : 24;
  }

  /** Behind the longest name, and the longest of what it is set with. */
  double ownerX() {
    double longest = wide ? 220 - GAP : 168 - GAP;
    for (LedgerRow row : picture.rows()) {
      TextSize.Voice voice = row.kind().knob().isPresent() ? Voice.MONO : Voice.SANS;
      longest = Math.max(longest, TextSize.width(row.knob(), wide ? 12.5 : 11, voice));
      longest = Math.max(longest, TextSize.width(row.name(), wide ? 13 : 12, Voice.STRONG));
    }
    return Math.ceil(side() + longest + GAP);
  }

  /** Right edge of what is set. */
  double setX() {
    return ownerX() + (wide ? 290 : 150);
  }

  double left() {
    return setX() + (wide ? 24 : 16);
  }

  double right() {
    return width - side() - (wide ? 340 : 90);
  }

  /** Where the citation of the kernel begins. */
  double sourceX() {
    return right() + (wide ? 56 : 0);
  }

  /** Room for the number beside a bar. */
  boolean hasSources() {
    return wide;
  }

  double clockY() {
    return wide ? 138 : 104;
  }

  double headY() {
    return clockY() + (wide ? 42 : 32);
  }

  double rowHeight() {
    return wide ? 46 : 36;
  }

  double rowTop(int row) {
    return headY() + (wide ? 14 : 10) + row * rowHeight();
  }

  double rowMiddle(int row) {
    return rowTop(row) + rowHeight() / 2;
  }

  double sumY() {
    return rowTop(picture.rows().size());
  }

  /** Where other settings can be tried. */
  double triesY() {
    return sumY() + (wide ? 96 : 74);
  }

  double triesHeight() {
    return wide ? 38 : 32;
  }

  double height() {
    return triesY() + triesHeight() + (wide ? 24 : 14);
  }

  double x(long nanos) {
    double part = (double) (nanos - picture.from()) / Math.max(1, picture.to() - picture.from());
    return left() + (right() - left()) * Math.clamp(part, 0, 1);
  }

  long nanos(double x) {
    double part = Math.clamp((x - left()) / Math.max(1, right() - left()), 0, 1);
    return picture.from() + Math.round((picture.to() - picture.from()) * part);
  }
}
