package unjam.ui.inspector;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** A row of a list that one can click, and press with the enter key. */
abstract class Row extends Region {

  private Runnable action = () -> {};
  private Object shown = new Object();

  Row(String style) {
    getStyleClass().addAll("sheet-row", style);
  }

  /** Whether a line is another one than last time; what is the same need not be shown again. */
  final boolean isNew(Object line) {
    boolean other = !line.equals(shown);
    shown = line;
    return other;
  }

  /** From now on a click does something. */
  final void onAct(Runnable does) {
    action = does;
    if (!getStyleClass().contains("acts")) {
      getStyleClass().add("acts");
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.BUTTON);
      setOnMouseClicked(event -> action.run());
      setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ENTER) {
              action.run();
              event.consume();
            }
          });
    }
  }

  /** A label of the row. */
  static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label of the row that goes on in the next line. */
  static Label wrapped(String... styles) {
    Label label = label(styles);
    label.setWrapText(true);
    return label;
  }

  final double inner() {
    return getWidth() - getInsets().getLeft() - getInsets().getRight();
  }

  final double inner(double width) {
    return width - getInsets().getLeft() - getInsets().getRight();
  }

  /** As wide as its text, as long as there is room for it. */
  static double width(Label label, double room) {
    return label.getText().isEmpty() ? 0 : Math.min(room, Math.ceil(label.prefWidth(-1)));
  }

  static double height(Label label, double width) {
    return label.getText().isEmpty() ? 0 : Math.ceil(label.prefHeight(width));
  }

  /** Puts a label with its upper left corner at a place. */
  static void place(Label label, double x, double y, double width) {
    label.setVisible(!label.getText().isEmpty());
    label.resizeRelocate(Math.round(x), Math.round(y), width, height(label, width));
  }

  @Override
  public final Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected final double computePrefHeight(double width) {
    double room = inner(width < 0 ? getWidth() : width);
    return Math.ceil(content(room)) + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected final double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected final void layoutChildren() {
    arrange(getInsets().getLeft(), getInsets().getTop(), inner());
  }

  /** How high the row's content is in so much room. */
  abstract double content(double room);

  /** Puts everything in its place. */
  abstract void arrange(double x, double y, double room);
}
