package unjam.ui.scenario;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** What the panel on the left is made of, with the mark of each in a square of 26 pixels. */
enum Section {
  MACHINE,
  FAULTS,
  POLICY;

  private static final double MIDDLE = StripCell.ICON / 2;

  /** Its key in the message files and the end of its node's id. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  void paint(GraphicsContext g, Color color) {
    g.setStroke(color);
    g.setFill(color);
    g.setLineWidth(1.5);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    switch (this) {
      case MACHINE -> { }
      case FAULTS -> {
        g.strokePolygon(
            new double[] {MIDDLE, MIDDLE + 9, MIDDLE - 9},
            new double[] {MIDDLE - 8.5, MIDDLE + 7.5, MIDDLE + 7.5}, 3);
        g.strokeLine(MIDDLE, MIDDLE - 2.5, MIDDLE, MIDDLE + 2);
        g.fillOval(MIDDLE - 1, MIDDLE + 4, 2, 2);
      }
      case POLICY -> {
        double[] knobs = {4, -4, 2};
        for (int i = 0; i < knobs.length; i++) {
          double y = MIDDLE + (i - 1) * 6.5;
          g.strokeLine(MIDDLE - 10, y, MIDDLE + knobs[i] - 2.4, y);
          g.strokeLine(MIDDLE + knobs[i] + 2.4, y, MIDDLE + 10, y);
          g.strokeOval(MIDDLE + knobs[i] - 2.4, y - 2.4, 4.8, 4.8);
        }
      }
    }
  }
}
