package unjam.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Slanted lines: shut, or overdue. */
public final class Hatch {

  private static final double PITCH = 6;
  private static final double WIDTH = 1.6;

  private Hatch() {}

  /** Fills a rectangle; the lines keep their place when it grows to the right. */
  public static void paint(
      GraphicsContext g, Color color, double x, double y, double w, double h) {
    g.save();
    g.beginPath();
    g.rect(x, y, w, h);
    g.clip();
    g.setStroke(color);
    g.setLineWidth(WIDTH);
    g.setLineDashes();
    for (double at = x - h - (x % PITCH); at < x + w + h; at += PITCH) {
      g.strokeLine(at, y + h, at + h, y);
    }
    g.restore();
  }
}
