package unjam.ui.scenario;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A line that opens and closes what comes after it. */
final class FoldView extends Pressable {

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final double ARROW = 8;
  private static final double TEXT = 18;

  private final Region arrow = new Region();
  private final Label words = new Label();
  private final Runnable changed;
  private boolean open;

  /**
   * @param id of the node
   * @param text what it opens
   * @param changed is told when it has been opened or closed
   */
  FoldView(String id, ObservableValue<String> text, Runnable changed) {
    super("fold");
    this.changed = changed;
    setId(id);
    arrow.getStyleClass().add("fold-arrow");
    words.textProperty().bind(text);
    accessibleTextProperty().bind(text);
    getChildren().addAll(arrow, words);
  }

  boolean isOpen() {
    return open;
  }

  @Override
  void press() {
    open = !open;
    pseudoClassStateChanged(OPEN, open);
    changed.run();
  }

  @Override
  protected void layoutChildren() {
    double height = words.prefHeight(-1);
    words.resizeRelocate(
        TEXT, Math.round((getHeight() - height) / 2), getWidth() - TEXT, height);
    arrow.resizeRelocate(1, Math.round((getHeight() - ARROW) / 2), ARROW, ARROW);
  }

  @Override
  protected double computePrefWidth(double height) {
    return TEXT + Math.ceil(words.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(words.prefHeight(-1)) + 9;
  }
}
