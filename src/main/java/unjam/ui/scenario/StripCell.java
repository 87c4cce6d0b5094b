package unjam.ui.scenario;

import java.util.function.BiConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** A mark with a word below it. */
final class StripCell extends Pressable {

  /** Side of the square that the mark is painted into. */
  static final double ICON = 26;

  private final Label word = new Label();
  private final PaintedPane mark;
  private final Runnable pressed;

  /**
   * @param painter paints the mark into a square of {@link #ICON}
   */
  StripCell(
      Surroundings surroundings, BiConsumer<GraphicsContext, Palette> painter, Runnable pressed) {
    super("strip-cell");
    this.pressed = pressed;
    mark = new PaintedPane(surroundings.palette(), painter);
    word.getStyleClass().add(Styles.CAPTION);
    getChildren().addAll(mark, word);
  }

  /** The word is the machine's, not ours. */
  void machineWord() {
    word.getStyleClass().setAll("label", Styles.NUMBER);
  }

  void say(String name, String accessible) {
    word.setText(name);
    setAccessibleText(accessible);
    requestLayout();
  }

  /** Paints the mark again if it stands for something else now. */
  void mark(Object meaning) {
    mark.show(meaning);
  }

  void select(boolean selected) {
    pseudoClassStateChanged(DiskRowView.SELECTED, selected);
  }

  /** The gate of a host: shut it is the strongest thing there, open an outline. */
  static void gate(GraphicsContext g, Palette colors, boolean shut) {
    double top = ICON / 2 - 7;
    if (shut) {
      g.setFill(colors.of(Role.INK));
      g.fillRoundRect(0, top, ICON, 15, 8, 8);
      g.setFill(colors.of(Role.ON_INK));
      g.fillRect(7, top + 6.5, ICON - 14, 2);
    } else {
      g.setStroke(colors.of(Role.EDGE));
      g.setLineWidth(1.25);
      g.strokeRoundRect(1, top + 0.5, ICON - 2, 14, 8, 8);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return ICON + Math.round(word.prefHeight(-1)) + 4;
  }

  @Override
  void press() {
    pressed.run();
  }

  @Override
  protected void layoutChildren() {
    double height = word.prefHeight(-1);
    double width = Math.min(Math.ceil(word.prefWidth(-1)), getWidth());
    double top = Math.round((getHeight() - ICON - height) / 2);
    mark.resizeRelocate(Math.round((getWidth() - ICON) / 2), top, ICON, ICON);
    word.resizeRelocate(Math.round((getWidth() - width) / 2), top + ICON - 1, width, height);
  }
}
