package unjam.ui.sweep;

/**
 * Where everything in the map or the curve is, in pixels.
 *
 * @param picture what is shown
 * @param width of the view
 * @param height of the view
 * @param wide the larger type of wide windows
 */
record SweepLayout(SweepPicture picture, double width, double height, boolean wide) {

  private static final double GAP = 3;

  double left() {
    return picture.isMap() ? (wide ? 110 : 84) : (wide ? 84 : 66);
  }

  double top() {
    return picture.isMap() ? (wide ? 62 : 48) : (wide ? 34 : 28);
  }

  /** Room below for the legend of the map, or for what stands under the curve. */
  double foot() {
    return picture.isMap() ? (wide ? 76 : 62) : (wide ? 130 : 108);
  }

  double cellWidth() {
    double room = (width - left()) / Math.max(1, picture.columns().size());
    return Math.min(room, picture.isMap() ? (wide ? 190 : 150) : (wide ? 240 : 170)) - GAP;
  }

  double cellHeight() {
    if (!picture.isMap()) {
      return Math.max(60, Math.min(height - top() - foot(), wide ? 620 : 460));
    }
    double room = (height - top() - foot()) / Math.max(1, picture.rows().size());
    return Math.clamp(room, 20, wide ? 124 : 96) - GAP;
  }

  double x(int column) {
    return left() + column * (cellWidth() + GAP);
  }

  double y(int row) {
    return top() + row * (cellHeight() + GAP);
  }

  double x(SweepCell cell) {
    return x(cell.index() % picture.columns().size());
  }

  double y(SweepCell cell) {
    return y(cell.index() / picture.columns().size());
  }

  double middle(SweepCell cell) {
    return x(cell) + cellWidth() / 2;
  }

  /** Right edge of the last column. */
  double right() {
    return x(picture.columns().size()) - GAP;
  }

  /** Bottom edge of the last row. */
  double bottom() {
    return y(picture.rows().size()) - GAP;
  }

  double legendY() {
    return bottom() + (wide ? 34 : 26);
  }

  double legendStep() {
    return wide ? 34 : 26;
  }

  /** Where a value is on the curve; zero is the bottom. */
  double curveY(long value) {
    long top = picture.cells().stream().mapToLong(SweepCell::high).max().orElse(1);
    double room = cellHeight() - (wide ? 34 : 26);
    return bottom() - room * value / Math.max(1, top);
  }
}
