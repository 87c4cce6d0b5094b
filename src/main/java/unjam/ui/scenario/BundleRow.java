package unjam.ui.scenario;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import unjam.ui.theme.Styles;

/** A bundle of settings to choose: its name, and below it what it is for. */
final class BundleRow extends Pressable {

  private static final double SIDE = 8;
  private static final double TOP = 6;

  private final Label name = new Label();
  private final Label words = new Label();
  private final Runnable chosen;

  BundleRow(String called, String text, Runnable chosen) {
    super("bundle");
    this.chosen = chosen;
    setId("apply-" + called);
    setAccessibleText(called + ", " + text);
    name.setText(called);
    name.getStyleClass().addAll(Styles.NUMBER, "name");
    words.setText(text);
    words.setWrapText(true);
    words.getStyleClass().add(Styles.CAPTION);
    getChildren().addAll(name, words);
  }

  @Override
  void press() {
    chosen.run();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * SIDE;
    double height = name.prefHeight(-1);
    name.resizeRelocate(SIDE, TOP, width, height);
    words.resizeRelocate(SIDE, TOP + height, width, words.prefHeight(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? Double.MAX_VALUE : width - 2 * SIDE;
    return 2 * TOP + name.prefHeight(-1) + words.prefHeight(room);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
