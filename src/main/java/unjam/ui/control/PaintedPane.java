package unjam.ui.control;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import unjam.ui.theme.Palette;

/**
 * A region that is painted by hand: anew when its size, its colours or its subject change, and only
 * then, because a painted pane costs its whole area.
 */
public final class PaintedPane extends Region {

  private final Canvas canvas = new Canvas();

  /** Where the pane is shown larger the canvas has as many pixels more, or it would be blurred. */
  private final Scale shrink = new Scale(1, 1);

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
    canvas.getTransforms().add(shrink);
    getChildren().add(canvas);
    localToSceneTransformProperty().subscribe(transform -> requestLayout());
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
    double density = Math.max(1, getLocalToSceneTransform().getMxx());
    double width = Math.ceil(getWidth() * density);
    double height = Math.ceil(getHeight() * density);
    boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
    if (width <= 0 || height <= 0 || !stale && !resized) {
      return;
    }
    stale = false;
    canvas.setWidth(width);
    canvas.setHeight(height);
    shrink.setX(1 / density);
    shrink.setY(1 / density);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, width, height);
    g.scale(density, density);
    painter.accept(g, palette.getValue());
  }
}
