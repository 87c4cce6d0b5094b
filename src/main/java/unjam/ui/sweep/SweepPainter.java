package unjam.ui.sweep;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import unjam.ui.control.Brush;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/**
 * Paints the map as cells that are the darker the greater their value, or the curve with its
 * spread. One hue from paper to ink: who sees no colours misses nothing.
 */
final class SweepPainter {

  private static final double ROUND = 8;

  /** How much ink each step of the ramp has; the middle is left out, no text is clear on it. */
  private static final double[] INK = {0.04, 0.14, 0.26, 0.4, 0.64, 0.78, 0.92};

  /** From this step on what stands on it is as light as paper. */
  static final int DARK = 4;

  private final GraphicsContext g;
  private final Palette colors;
  private final Brush brush;
  private final SweepLayout at;
  private final SweepPicture picture;

  SweepPainter(GraphicsContext g, Palette colors, SweepLayout at) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    picture = at.picture();
    brush = new Brush(g, colors);
  }

  void paint() {
    if (picture.isMap()) {
      picture.cells().forEach(this::cell);
      if (picture.isKnown()) {
        legend();
      }
    } else {
      curve();
    }
  }

  private Color shade(int level) {
    return colors.of(Role.SURFACE).interpolate(colors.of(Role.INK), INK[level]);
  }

  private void cell(SweepCell cell) {
    if (cell.isKnown()) {
      g.setFill(shade(picture.level(cell)));
      brush.pen(Role.HAIR2, 1);
    } else {
      brush.fill(Role.WINDOW).pen(Role.HAIR2, 1, 2, 4);
    }
    double x = Brush.crisp(at.x(cell));
    double y = Brush.crisp(at.y(cell));
    brush.box(x, y, at.cellWidth() - 1, at.cellHeight() - 1, ROUND / 2);
    if (cell.own()) {
      brush.pen(Role.ACCENT, 3);
      g.strokeRoundRect(
          x + 1, y + 1, at.cellWidth() - 3, at.cellHeight() - 3, ROUND, ROUND);
    }
    g.setLineDashes();
  }

  private void legend() {
    double y = Brush.crisp(at.legendY());
    double step = at.legendStep();
    double height = at.wide() ? 14 : 12;
    brush.pen(Role.HAIR2, 1);
    for (int i = 0; i < SweepPicture.LEVELS; i++) {
      g.setFill(shade(i));
      g.fillRect(at.left() + i * step, y, step, height);
    }
    g.strokeRect(Brush.crisp(at.left()), y, step * SweepPicture.LEVELS, height);
    brush.pen(Role.ACCENT, 2.5);
    g.strokeRoundRect(ownX(at), y, height * 1.7, height, 5, 5);
  }

  /** Where the sign of one's own settings stands in the legend. */
  static double ownX(SweepLayout at) {
    return at.left() + at.legendStep() * (SweepPicture.LEVELS + 1.6);
  }

  private void curve() {
    double top = at.curveY(Math.max(1, picture.cells().stream()
        .mapToLong(SweepCell::high).max().orElse(1)));
    brush.pen(Role.HAIR, 1);
    for (double y : List.of(top, (top + at.bottom()) / 2)) {
      g.strokeLine(at.left(), Brush.crisp(y), at.right(), Brush.crisp(y));
    }
    brush.pen(Role.EDGE, 1);
    g.strokeLine(at.left(), Brush.crisp(at.bottom()), at.right(), Brush.crisp(at.bottom()));
    List<SweepCell> known =
        picture.cells().stream().filter(SweepCell::isKnown).toList();
    spread(known);
    brush.pen(Role.INK, 2);
    for (int i = 1; i < known.size(); i++) {
      SweepCell before = known.get(i - 1);
      if (before.index() == known.get(i).index() - 1) {
        g.strokeLine(
            at.middle(before), at.curveY(before.middle()), at.middle(known.get(i)),
            at.curveY(known.get(i).middle()));
      }
    }
    known.forEach(this::dot);
    picture.cells().stream().filter(SweepCell::own).forEach(this::ownFoot);
  }

  /** From the least to the greatest value over the seeds. */
  private void spread(List<SweepCell> known) {
    brush.fill(Role.HAIR);
    for (int i = 1; i < known.size(); i++) {
      SweepCell one = known.get(i - 1);
      SweepCell two = known.get(i);
      if (one.index() == two.index() - 1) {
        double[] x = {at.middle(one), at.middle(two), at.middle(two), at.middle(one)};
        double[] y = {
          at.curveY(one.high()), at.curveY(two.high()), at.curveY(two.low()),
          at.curveY(one.low())
        };
        g.fillPolygon(x, y, x.length);
      }
    }
    brush.pen(Role.EDGE, 1.5);
    for (SweepCell each : known) {
      double low = at.curveY(each.low());
      double high = at.curveY(each.high());
      if (low - high > 1) {
        double x = at.middle(each);
        g.strokeLine(x, low, x, high);
        g.strokeLine(x - 5, low, x + 5, low);
        g.strokeLine(x - 5, high, x + 5, high);
      }
    }
  }

  private void dot(SweepCell cell) {
    brush.fill(cell.own() ? Role.ACCENT : Role.INK).pen(Role.WINDOW, 2);
    brush.circle(at.middle(cell), at.curveY(cell.middle()), cell.own() ? 7 : 5.5);
  }

  /** The value that the run itself has. */
  private void ownFoot(SweepCell cell) {
    brush.pen(Role.ACCENT, 2.5);
    double x = at.middle(cell);
    double half = Math.min(26, at.cellWidth() / 2 - 2);
    g.strokeRoundRect(x - half, at.bottom() + 7, 2 * half, at.wide() ? 25 : 21, 8, 8);
  }
}
