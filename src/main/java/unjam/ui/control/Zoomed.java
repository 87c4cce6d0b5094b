package unjam.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows a region larger: it is laid out in a width of its own, and that fills the width there is.
 */
public final class Zoomed extends Region {

  private final Region content;
  private final double width;
  private final Scale scale = new Scale(1, 1);

  /**
   * @param content what is shown
   * @param width in which it is laid out
   */
  public Zoomed(Region content, double width) {
    this.content = content;
    this.width = width;
    content.setManaged(false);
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  @Override
  protected void layoutChildren() {
    double zoom = Math.max(1, getWidth() / width);
    scale.setX(zoom);
    scale.setY(zoom);
    content.resizeRelocate(0, 0, getWidth() / zoom, getHeight() / zoom);
  }
}
