package unjam.ui.control;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import unjam.ui.theme.Palette;

/**
 * A region that is painted by hand: anew when its size, its colours or its subject change, and only
 * then, because a painted pane costs its whole area.
 */
public final class PaintedPane extends Region {

  private final Canvas canvas = new Canvas();
  private final ObservableValue<Palette> palette;
  private final BiConsumer<GraphicsContext, Palette> painter;
  private Object subject = new Object();
  private boolean stale = true;

  /**
   * @param palette the colours
   * @param painter paints everything onto a cleared canvas
   */
  public PaintedPane(
      ObservableValue<Palette> palette, BiConsumer<GraphicsContext, Palette> painter) {
    this.palette = palette;
    this.painter = painter;
    getChildren().add(canvas);
    setMouseTransparent(true);
    palette.addListener((value, before, now) -> repaint());
  }

  /** Paints again with the next frame. */
  public void repaint() {
    stale = true;
    requestLayout();
  }

  /**
   * Paints again if the subject is another one than last time.
   *
   * @param now all that the painter's picture depends on
   */
  public void show(Object now) {
    if (!now.equals(subject)) {
      subject = now;
      repaint();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(getWidth());
    double height = Math.ceil(getHeight());
    boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
    if (width <= 0 || height <= 0 || !stale && !resized) {
      return;
    }
    stale = false;
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    painter.accept(g, palette.getValue());
  }
}
