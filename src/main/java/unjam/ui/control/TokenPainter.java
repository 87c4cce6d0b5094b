package unjam.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.stage.Screen;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/**
 * Paints commands onto a canvas. A silhouette with its tag is painted once into a picture of its
 * own, which is then copied; only rings, which change all the time, are drawn.
 */
public final class TokenPainter {

  /** Pictures kept; beyond that the one used longest ago goes. */
  private static final int KEPT = 512;

  /** Pixels for each pixel of the scene: no less than the screen has. */
  private final double least = Math.max(1, Math.ceil(Screen.getPrimary().getOutputScaleX()));

  /** Room around a silhouette for outlines and the arrow of a requeued command. */
  private static final double ROOM = 8;

  /** Room for each letter of a long tag. */
  private static final double WIDER = 2;

  private record Key(TokenShape shape, String tag, double radius, double density) {}

  private final Map<Key, WritableImage> pictures =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, WritableImage> eldest) {
          return size() > KEPT;
        }
      };
  private Palette painted;

  public TokenPainter(Palette palette) {
    painted = palette;
  }

  /**
   * Paints one command.
   *
   * @param at its silhouette, tag and place
   */
  public void paint(GraphicsContext g, Palette palette, Token at) {
    if (!palette.equals(painted)) {
      pictures.clear();
      painted = palette;
    }
    g.save();
    g.setGlobalAlpha(at.dimmed() ? 0.32 : 1);
    if (at.subject()) {
      g.setStroke(palette.of(Role.ACCENT));
      g.setLineWidth(2.5);
      double o = at.radius() + 7.5;
      g.strokeOval(at.x() - o, at.y() - o, 2 * o, 2 * o);
    }
    if (at.shape().hasRing()) {
      ring(g, palette, at);
    }
    double density = Math.max(least, g.getTransform().getMxx());
    WritableImage picture =
        pictures.computeIfAbsent(
            new Key(at.shape(), at.tag(), at.radius(), density), key -> picture(key, palette));
    double side = picture.getWidth() / density;
    g.drawImage(
        picture, Math.round(at.x() * density) / density - side / 2,
        Math.round(at.y() * density) / density - side / 2, side, side);
    g.restore();
  }

  /** The time that is left: the ring empties clockwise from twelve. */
  private static void ring(GraphicsContext g, Palette palette, Token at) {
    double o = at.radius() + 3.2;
    g.setFill(palette.of(Role.WINDOW));
    g.fillOval(at.x() - o - 2, at.y() - o - 2, 2 * o + 4, 2 * o + 4);
    g.setLineCap(StrokeLineCap.BUTT);
    g.setLineWidth(2);
    g.setStroke(palette.of(Role.HAIR2));
    g.strokeOval(at.x() - o, at.y() - o, 2 * o, 2 * o);
    boolean slow = at.shape() == TokenShape.SLOW;
    g.setLineWidth(slow ? 3 : 2);
    g.setStroke(palette.of(slow ? Role.LATE_FILL : Role.INK));
    g.strokeArc(
        at.x() - o, at.y() - o, 2 * o, 2 * o, 90, 360 * at.timeLeft(), ArcType.OPEN);
  }

  private WritableImage picture(Key key, Palette palette) {
    double side = 2 * Math.ceil(key.radius() * 1.3 + ROOM + WIDER * key.tag().length());
    Canvas canvas = new Canvas(side * key.density(), side * key.density());
    canvas.getGraphicsContext2D().scale(key.density(), key.density());
    new TokenBodies(
            canvas.getGraphicsContext2D(), palette, side / 2, side / 2, key.radius())
        .paint(key.shape(), key.tag());
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return canvas.snapshot(clear, null);
  }
}
