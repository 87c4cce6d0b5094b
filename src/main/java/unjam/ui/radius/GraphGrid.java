package unjam.ui.radius;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unjam.ui.radius.RadiusPicture.Arrow;

/**
 * Puts who waits into columns: whoever is waited for stands further right than who waits for it. An
 * arrow over several columns has a place in each of them, so that it passes between the cards.
 */
final class GraphGrid {

  /** The height of a place, be it a card's or that of an arrow that only passes. */
  private static final double PLACE = 1;

  private final RadiusPicture picture;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Double> rows = new HashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private int count;
  private double height;

  /**
   * An arrow with the places that it goes through.
   *
   * @param arrow which
   * @param points ids, the first and the last are cards
   */
  record Way(Arrow arrow, List<String> points) {}

  private GraphGrid(RadiusPicture picture) {
    this.picture = picture;
  }

  static GraphGrid of(RadiusPicture picture) {
    GraphGrid grid = new GraphGrid(picture);
    grid.arrange();
    return grid;
  }

  int columns() {
    return count;
  }

  int column(String id) {
    return columns.getOrDefault(id, 0);
  }

  /** Middle of its place, in heights of a card. */
  double row(String id) {
    return rows.getOrDefault(id, 0.0);
  }

  /** Rows that are needed. */
  double rows() {
    return Math.max(1, height);
  }

  List<Way> ways() {
    return ways;
  }

  private void arrange() {
    picture.waits().forEach(each -> columns.put(each.id(), 0));
    // Each round moves at least one card to its place: there are no rings.
    for (int round = 0; round < columns.size(); round++) {
      for (Arrow each : picture.arrows()) {
        columns.merge(each.to(), columns.getOrDefault(each.from(), 0) + 1, Math::max);
      }
    }
    count = columns.values().stream().mapToInt(each -> each + 1).max().orElse(0);
    pull();
    for (Arrow each : picture.arrows()) {
      ways.add(new Way(each, through(each)));
    }
    for (int column = 0; column < count; column++) {
      place(column);
    }
  }

  /** Who is waited for by nobody stands right before what it waits for. */
  private void pull() {
    for (Card card : picture.waits()) {
      boolean awaited = picture.arrows().stream().anyMatch(each -> each.to().equals(card.id()));
      boolean process = card.id().startsWith("process");
      if (!awaited && !process) {
        picture.arrows().stream()
            .filter(each -> each.from().equals(card.id()))
            .mapToInt(each -> column(each.to()) - 1)
            .min()
            .ifPresent(column -> columns.put(card.id(), Math.max(0, column)));
      }
      if (isDisk(card.id())) {
        columns.put(card.id(), count - 1);
      }
    }
  }

  private static boolean isDisk(String id) {
    return id.startsWith("disk") || id.startsWith("store");
  }

  private List<String> through(Arrow arrow) {
    List<String> points = new ArrayList<>(List.of(arrow.from()));
    for (int column = column(arrow.from()) + 1; column < column(arrow.to()); column++) {
      String pass = arrow.from() + ">" + arrow.to() + ">" + column;
      columns.put(pass, column);
      points.add(pass);
    }
    points.add(arrow.to());
    return points;
  }

  /** Everything of a column, as near to what leads to it as there is room. */
  private void place(int column) {
    List<String> here =
        columns.entrySet().stream()
            .filter(each -> each.getValue() == column)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparingDouble(this::wanted).thenComparing(GraphGrid::isDisk))
            .toList();
    double next = 0;
    for (String id : here) {
      double top = Math.max(next, wanted(id) - PLACE / 2);
      rows.put(id, top + PLACE / 2);
      next = top + PLACE;
    }
    height = Math.max(height, next);
  }

  private double wanted(String id) {
    return ways.stream()
        .flatMap(way -> before(way, id).stream())
        .filter(rows::containsKey)
        .mapToDouble(this::row)
        .average()
        .orElse(0);
  }

  private static List<String> before(Way way, String id) {
    int at = way.points().indexOf(id);
    return at > 0 ? List.of(way.points().get(at - 1)) : List.of();
  }
}
