package unjam.ui.control;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the silhouette of one command with its tag, around a point. */
final class TokenBodies {

  private static final double OUTLINE = 1.75;

  /** Size of the tag's letters for a radius. */
  private static final double TAG = 0.96;

  private final GraphicsContext g;
  private final Palette colors;
  private final double x;
  private final double y;
  private final double r;

  TokenBodies(GraphicsContext g, Palette colors, double x, double y, double r) {
    this.g = g;
    this.colors = colors;
    this.x = x;
    this.y = y;
    this.r = r;
  }

  void paint(TokenShape shape, String tag) {
    g.save();
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setLineWidth(OUTLINE);
    switch (shape) {
      case WAITS -> circle(Role.SURFACE, Role.INK2, Role.INK, tag);
      case IN_FLIGHT, SLOW -> circle(Role.INK, Role.INK, Role.ON_INK, tag);
      case TIMED_OUT -> diamond(Role.LATE_FILL, Role.ON_LATE, tag, false);
      case ABORTING -> diamond(Role.SURFACE, Role.INK, tag, true);
      case HELD -> square(tag);
      case REQUEUED -> requeued(tag);
      case ANSWERED -> answered();
      case FAILED -> failed();
      case GHOST -> ghost(tag);
      case EH_COMMAND -> pill(tag);
    }
    g.restore();
  }

  private Color of(Role role) {
    return colors.of(role);
  }

  private void circle(Role fill, Role outline, Role text, String tag) {
    g.setFill(of(fill));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(of(outline));
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    tag(tag, text, r * TAG);
  }

  private void diamond(Role fill, Role text, String tag, boolean dashed) {
    double q = r * 1.28;
    double[] xs = {x, x + q, x, x - q};
    double[] ys = {y - q, y, y + q, y};
    g.setFill(of(fill));
    g.fillPolygon(xs, ys, 4);
    g.setStroke(of(Role.LATE));
    if (dashed) {
      g.setLineDashes(4, 3);
    }
    g.strokePolygon(xs, ys, 4);
    tag(tag, text, r * TAG);
  }

  private void square(String tag) {
    g.setFill(of(Role.EH));
    g.fillRoundRect(x - r, y - r, 2 * r, 2 * r, 6, 6);
    tag(tag, Role.ON_EH, r * TAG);
  }

  private void requeued(String tag) {
    circle(Role.SURFACE, Role.INK2, Role.INK, tag);
    double o = r + 4;
    g.strokeArc(x - o, y - o, 2 * o, 2 * o, 108, 144, ArcType.OPEN);
    g.setFill(of(Role.INK2));
    g.fillPolygon(
        new double[] {x - 3.5, x + 1.5, x - 1.5}, new double[] {y - r - 6, y - r - 5, y - r - 1},
        3);
  }

  private void answered() {
    g.setFill(of(Role.OK_SOFT));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(of(Role.OK));
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    g.setLineWidth(2);
    g.strokePolyline(
        new double[] {x - r * 0.42, x - r * 0.12, x + r * 0.46},
        new double[] {y, y + r * 0.34, y - r * 0.36}, 3);
  }

  private void failed() {
    double k = r * 0.42;
    g.setFill(of(Role.FAIL));
    g.fillPolygon(
        new double[] {x - k, x + k, x + r, x + r, x + k, x - k, x - r, x - r},
        new double[] {y - r, y - r, y - k, y + k, y + r, y + r, y + k, y - k}, 8);
    g.setStroke(of(Role.ON_FAIL));
    g.setLineWidth(2.2);
    double c = r * 0.35;
    g.strokeLine(x - c, y - c, x + c, y + c);
    g.strokeLine(x + c, y - c, x - c, y + c);
  }

  private void ghost(String tag) {
    g.setFill(of(Role.WINDOW));
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(of(Role.EDGE));
    g.setLineWidth(1.5);
    g.setLineDashes(2, 3);
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    tag(tag, Role.INK3, r * TAG);
  }

  private void pill(String tag) {
    g.setFill(of(Role.ACCENT));
    double size = r * 0.8;
    double half = Math.max(r * 1.25, tag.length() * size * 0.3 + 7);
    g.fillRoundRect(x - half, y - r * 0.8, 2 * half, r * 1.6, r * 1.6, r * 1.6);
    write(tag, Role.ON_ACCENT, size);
  }

  private void tag(String tag, Role role, double size) {
    write(tag, role, tag.length() > 2 ? size * 0.86 : size);
  }

  private void write(String tag, Role role, double size) {
    g.setFont(Font.font(Fonts.MONO_SEMIBOLD, size));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.BASELINE);
    g.setFill(of(role));
    g.fillText(tag, x, y + size * 0.36);
  }
}
