package unjam.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** The strokes and shapes that the painted parts of the stage are made of. */
public final class Brush {

  private final GraphicsContext g;
  private final Palette colors;

  public Brush(GraphicsContext g, Palette colors) {
    this.g = g;
    this.colors = colors;
  }

  public GraphicsContext canvas() {
    return g;
  }

  public Palette colors() {
    return colors;
  }

  /** From here on lines are drawn like this. */
  public Brush pen(Role role, double width, double... dashes) {
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    return this;
  }

  /** From here on shapes are filled like this. */
  public Brush fill(Role role) {
    g.setFill(colors.of(role));
    return this;
  }

  /** A line of one pixel lies on half pixels, or it would be two pixels wide and grey. */
  public static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }

  /** Filled, with an outline. */
  public void circle(double x, double y, double radius) {
    g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /**
   * Filled, with an outline.
   *
   * @param radius of the corners
   */
  public void box(double x, double y, double width, double height, double radius) {
    g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    g.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
  }

  /**
   * A line through points with round corners.
   *
   * @param radius of the corners
   * @param points pairs of x and y
   */
  public void bent(double radius, double... points) {
    g.beginPath();
    g.moveTo(points[0], points[1]);
    int last = points.length - 2;
    for (int at = 2; at < last; at += 2) {
      double before = Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1]);
      double after = Math.hypot(points[at + 2] - points[at], points[at + 3] - points[at + 1]);
      double round = Math.min(radius, Math.min(before, after) / 2);
      g.arcTo(points[at], points[at + 1], points[at + 2], points[at + 3], round);
    }
    g.lineTo(points[last], points[last + 1]);
    g.stroke();
    g.setLineDashes();
  }

  /** A small arrow head that points up to a place. */
  public void arrowUp(double x, double y, double half) {
    g.fillPolygon(
        new double[] {x - half, x + half, x},
        new double[] {y + 1.7 * half, y + 1.7 * half, y}, 3);
  }

  /** A check mark around a point. */
  public void check(double x, double y, double side) {
    g.strokePolyline(
        new double[] {x - side / 2, x - side * 0.15, x + side / 2},
        new double[] {y, y + side * 0.38, y - side * 0.38}, 3);
  }

  /** A cross around a point. */
  public void cross(double x, double y, double side) {
    double half = side / 2;
    g.strokeLine(x - half, y - half, x + half, y + half);
    g.strokeLine(x + half, y - half, x - half, y + half);
  }
}
