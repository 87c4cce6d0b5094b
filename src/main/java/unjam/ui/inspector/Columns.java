package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Texts in columns: the first at the left, the others at the right ends of equal columns. */
final class Columns extends Region {

  private final double first;
  private final List<Label> labels = new ArrayList<>();
  private final String[] styles;
  private List<String> said = List.of();

  /**
   * @param first part of the width that the first column takes
   * @param styles style classes of the texts
   */
  Columns(double first, String... styles) {
    this.first = first;
    this.styles = styles;
    getStyleClass().add("columns");
  }

  /** Shows other texts. */
  void say(List<String> texts) {
    if (texts.equals(said)) {
      return;
    }
    said = texts;
    while (labels.size() < texts.size()) {
      Label label = new Label();
      label.getStyleClass().addAll(styles);
      labels.add(label);
      getChildren().add(label);
    }
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setVisible(i < texts.size());
      if (i < texts.size()) {
        labels.get(i).setText(texts.get(i));
      }
    }
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Label label : labels) {
      height = Math.max(height, label.prefHeight(-1));
    }
    return snappedTopInset() + height + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double room = getWidth() - left - snappedRightInset();
    long shown = labels.stream().filter(Label::isVisible).count();
    double column = room * (1 - first) / Math.max(1, shown - 1);
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      double width = Math.ceil(label.prefWidth(-1));
      double x = i == 0 ? left : left + room * first + column * i - width;
      label.resizeRelocate(Math.round(x), snappedTopInset(), width, label.prefHeight(-1));
    }
  }
}
