package unjam.ui.stage;

/** How many squares of which size fill a field, row by row. */
final class Squares {

  private static final double LARGEST = 8;
  private static final double SMALLEST = 1;
  private static final double GAP = 0.25;

  private final int columns;
  private final double pitch;

  /**
   * @param count of squares
   * @param width of the field
   * @param height of the field
   */
  Squares(int count, double width, double height) {
    double side = LARGEST;
    while (side > SMALLEST && perRow(width, side) * perRow(height, side) < count) {
      side -= 0.5;
    }
    pitch = side * (1 + GAP);
    columns = Math.max(1, (int) perRow(width, side));
  }

  private static double perRow(double length, double side) {
    return Math.floor((length + side * GAP) / (side * (1 + GAP)));
  }

  double side() {
    return pitch / (1 + GAP);
  }

  double x(int square) {
    return square % columns * pitch;
  }

  double y(int square) {
    return (double) (square / columns) * pitch;
  }
}
