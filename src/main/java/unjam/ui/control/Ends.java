package unjam.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Two texts at the ends of a line. Where there is no room for both the right one goes: a word is
 * left out whole rather than cut.
 */
public final class Ends extends Region {

  private static final double GAP = 8;

  private final Label left = new Label();
  private final Label right = new Label();

  /**
   * @param leftStyles style classes of the text at the left
   * @param rightStyles style classes of the text at the right
   */
  public Ends(String[] leftStyles, String[] rightStyles) {
    left.getStyleClass().addAll(leftStyles);
    right.getStyleClass().addAll(rightStyles);
    getChildren().addAll(left, right);
  }

  /** Shows other texts. */
  public void say(String atLeft, String atRight) {
    if (!left.getText().equals(atLeft) || !right.getText().equals(atRight)) {
      left.setText(atLeft);
      right.setText(atRight);
      requestLayout();
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return left.prefWidth(-1) + GAP + right.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(left.prefHeight(-1), right.prefHeight(-1));
  }

  @Override
  public double getBaselineOffset() {
    return left.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double leftWidth = Math.ceil(left.prefWidth(-1));
    double rightWidth = Math.ceil(right.prefWidth(-1));
    boolean both = leftWidth + GAP + rightWidth <= getWidth();
    right.setVisible(both && !right.getText().isEmpty());
    double height = getHeight();
    left.resizeRelocate(
        0, offset(left, height), Math.min(leftWidth, getWidth()), left.prefHeight(-1));
    right.resizeRelocate(
        getWidth() - rightWidth, offset(right, height), rightWidth, right.prefHeight(-1));
  }

  private static double offset(Label label, double height) {
    return Math.round((height - label.prefHeight(-1)) / 2);
  }
}
