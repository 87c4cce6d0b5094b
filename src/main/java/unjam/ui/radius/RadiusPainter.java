package unjam.ui.radius;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import unjam.ui.control.Brush;
import unjam.ui.radius.RadiusLayout.Box;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the cards and what is between them. */
final class RadiusPainter {

  private static final double ROUND = 7;
  private static final double HEAD = 6;

  private final GraphicsContext g;
  private final Brush brush;
  private final RadiusLayout at;
  private final RadiusPicture picture;

  RadiusPainter(GraphicsContext g, Palette colors, RadiusLayout at) {
    this.g = g;
    this.at = at;
    picture = at.picture();
    brush = new Brush(g, colors);
  }

  void paint() {
    picture.wires().stream().filter(each -> !each.hurt()).forEach(this::wire);
    picture.wires().stream().filter(RadiusPicture.Wire::hurt).forEach(this::wire);
    picture.columns().forEach(column -> column.cards().forEach(this::card));
    double y = Brush.crisp(at.middleY() + (at.wide() ? 12 : 8));
    brush.pen(Role.HAIR, 1);
    g.strokeLine(at.side(), y, at.width() - at.side(), y);
    at.grid().ways().stream().filter(each -> !each.arrow().owned()).forEach(this::arrow);
    at.grid().ways().stream().filter(each -> each.arrow().owned()).forEach(this::arrow);
    picture.waits().forEach(this::card);
  }

  private void wire(RadiusPicture.Wire wire) {
    Box inner = at.box(wire.inner());
    Box outer = at.box(wire.outer());
    brush.pen(wire.hurt() ? Role.INK : Role.HAIR2, wire.hurt() ? 2 : 1);
    bent(inner.right(), inner.middle(), outer.x(), outer.middle(), 0);
  }

  private void bent(double x1, double y1, double x2, double y2, double shift) {
    double middle = (x1 + x2) / 2 + shift;
    if (Math.abs(y1 - y2) < 1) {
      g.strokeLine(x1, y1, x2, y2);
    } else {
      brush.bent(6, x1, y1, middle, y1, middle, y2, x2, y2);
    }
  }

  private void arrow(GraphGrid.Way way) {
    boolean owned = way.arrow().owned();
    brush.pen(owned ? Role.ACCENT : Role.EDGE, owned ? 3 : 1.5);
    List<Double> points = new ArrayList<>();
    Box first = at.box(way.points().getFirst());
    points.add(first.right());
    points.add(first.middle());
    double x = first.right();
    double y = first.middle();
    for (int i = 1; i < way.points().size(); i++) {
      Box next = at.box(way.points().get(i));
      boolean last = i == way.points().size() - 1;
      double to = last ? next.x() - HEAD : next.x();
      if (Math.abs(next.middle() - y) > 1) {
        double turn = last ? next.x() - (at.wide() ? 26 : 17) : x + (at.wide() ? 20 : 14);
        points.addAll(List.of(turn, y, turn, next.middle()));
      }
      y = next.middle();
      x = next.right();
      points.add(to);
      points.add(y);
      if (!last) {
        points.add(x);
        points.add(y);
      }
    }
    brush.bent(7, points.stream().mapToDouble(Double::doubleValue).toArray());
    head(at.box(way.points().getLast()), owned);
  }

  private void head(Box box, boolean owned) {
    brush.fill(owned ? Role.ACCENT : Role.EDGE);
    double half = owned ? 6 : 4.5;
    double x = box.x() - 1;
    g.fillPolygon(
        new double[] {x - 1.7 * half, x - 1.7 * half, x},
        new double[] {box.middle() - half, box.middle() + half, box.middle()}, 3);
  }

  private void card(Card card) {
    Box box = at.box(card.id());
    switch (card.look()) {
      case FREE -> brush.fill(Role.WINDOW).pen(Role.HAIR2, 1);
      case FAULT -> brush.fill(Role.FAIL_SOFT).pen(Role.FAIL, 1.5);
      case RULE -> brush.fill(Role.SUNK).pen(Role.INK2, 1.5);
      case PLAIN -> brush.fill(Role.SURFACE).pen(Role.EDGE, 1);
      case SUBJECT -> brush.fill(Role.ACCENT_SOFT).pen(Role.ACCENT, 2);
    }
    brush.box(Brush.crisp(box.x()), Brush.crisp(box.y()), box.w() - 1, box.h() - 1, ROUND);
    mark(card, box.x() + markX(), box.middle());
  }

  private double markX() {
    return at.wide() ? 19 : 15;
  }

  private void mark(Card card, double x, double y) {
    double half = at.wide() ? 6 : 5;
    switch (card.look()) {
      case FREE -> {
        brush.fill(Role.OK);
        g.fillOval(x - half + 1, y - half + 1, 2 * half - 2, 2 * half - 2);
      }
      case FAULT -> octagon(x, y, half + 1);
      case RULE -> {
        brush.fill(Role.INK);
        g.fillRect(x - half + 0.5, y - half, half * 0.65, 2 * half);
        g.fillRect(x + half * 0.35 - 0.5, y - half, half * 0.65, 2 * half);
      }
      case PLAIN, SUBJECT -> {
        if (!card.letter().isEmpty() && !at.isTall()) {
          double side = at.wide() ? 10 : 8.5;
          brush.fill(Role.WINDOW).pen(Role.INK2, 1.25);
          brush.box(x - side, y - side, 2 * side, 2 * side, 4);
        }
      }
    }
  }

  private void octagon(double x, double y, double radius) {
    double[] xs = new double[8];
    double[] ys = new double[8];
    for (int i = 0; i < xs.length; i++) {
      double angle = Math.PI / 8 + i * Math.PI / 4;
      xs[i] = x + radius * Math.cos(angle);
      ys[i] = y + radius * Math.sin(angle);
    }
    brush.fill(Role.FAIL);
    g.fillPolygon(xs, ys, xs.length);
  }
}
