package unjam.ui.radius;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything is, in pixels: above, how far it reaches; below, who waits for whom.
 *
 * @param picture what is shown
 * @param width of the view
 * @param height of the view
 * @param wide the larger type of wide windows
 * @param boxes where each card is
 * @param grid the columns of the lower part
 */
record RadiusLayout(
    RadiusPicture picture, double width, double height, boolean wide, Map<String, Box> boxes,
    GraphGrid grid) {

  /** Where a card is. */
  record Box(double x, double y, double w, double h) {
    double middle() {
      return y + h / 2;
    }

    double right() {
      return x + w;
    }
  }

  static RadiusLayout of(RadiusPicture picture, double width, double height, boolean wide) {
    RadiusLayout layout =
        new RadiusLayout(
            picture, width, height, wide, new HashMap<>(), GraphGrid.of(picture));
    layout.place();
    return layout;
  }

  double side() {
    return wide ? 40 : 24;
  }

  /** Baseline of the heads of the columns. */
  double headY() {
    return (wide ? 152 : 112) * picture.scale();
  }

  double cardHeight() {
    return (wide ? 50 : 40) * picture.scale();
  }

  private double gap() {
    return wide ? 9 : 6;
  }

  double columnX(int column) {
    return side() + column * columnStep();
  }

  double columnStep() {
    return (width - 2 * side()) / Math.max(1, picture.columns().size());
  }

  private double columnWidth() {
    return columnStep() - (wide ? 44 : 26);
  }

  /** So many parts of a level fit. */
  static int most(double height, boolean wide, double scale) {
    double above = (wide ? 160 : 118) * scale;
    return Math.max(2, (int) ((height * 0.46 - above) / ((wide ? 59 : 46) * scale)));
  }

  /** Below the upper part. */
  double middleY() {
    int rows =
        picture.columns().stream().mapToInt(each -> each.cards().size()).max().orElse(1);
    return headY() + (wide ? 16 : 10) + rows * (cardHeight() + gap());
  }

  /** Baseline of the title of the lower part. */
  double titleY() {
    return middleY() + (wide ? 46 : 32) * picture.scale();
  }

  private double graphTop() {
    return titleY() + (wide ? 46 : 34) * picture.scale();
  }

  private void place() {
    for (int i = 0; i < picture.columns().size(); i++) {
      List<Card> cards = picture.columns().get(i).cards();
      for (int j = 0; j < cards.size(); j++) {
        boxes.put(
            cards.get(j).id(),
            new Box(
                columnX(i), headY() + (wide ? 16 : 10) + j * (cardHeight() + gap()),
                columnWidth(), cardHeight()));
      }
    }
    graph();
  }

  private void graph() {
    double room = height - graphTop() - (wide ? 20 : 10);
    double step = (width - 2 * side()) / Math.max(1, grid.columns());
    double card = graphCard();
    step = Math.min(step, card + (wide ? 110 : 70));
    double row = Math.min(room / grid.rows(), (wide ? 96 : 72) * picture.scale());
    double third = isTall() ? (wide ? 18 : 15) * picture.scale() : 0;
    double h = Math.min(cardHeight() + third, row - 4);
    for (Map.Entry<String, Integer> each : columnsOf().entrySet()) {
      double x = side() + each.getValue() * step;
      double middle = graphTop() + grid.row(each.getKey()) * row;
      boxes.put(each.getKey(), new Box(x, middle - h / 2, card, h));
    }
  }

  private double graphCard() {
    double step = (width - 2 * side()) / Math.max(1, grid.columns());
    double gap = grid.columns() > 6 ? (wide ? 36 : 24) : (wide ? 64 : 34);
    return Math.min(step - gap, (wide ? 260 : 190) * picture.scale());
  }

  /** Where there are many columns, since when stands in a line of its own. */
  boolean isTall() {
    return graphCard() < (wide ? 190 : 150) * picture.scale();
  }

  /** Cards and the places where arrows pass. */
  private Map<String, Integer> columnsOf() {
    Map<String, Integer> all = new HashMap<>();
    picture.waits().forEach(each -> all.put(each.id(), grid.column(each.id())));
    for (GraphGrid.Way way : grid.ways()) {
      way.points().forEach(each -> all.put(each, grid.column(each)));
    }
    return all;
  }

  Box box(String id) {
    return boxes.getOrDefault(id, new Box(0, 0, 0, 0));
  }
}
