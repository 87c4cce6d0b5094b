package unjam.ui.scenario;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import unjam.app.Action;
import unjam.scsi.Knob;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.PolicyPicture.KnobRow;
import unjam.ui.theme.Styles;

/**
 * One setting with its value. Pressed, the value can be written over: Enter writes it to sysfs at
 * the playhead, Escape leaves it. A name too long for its value stands above it, whole.
 */
final class KnobRowView extends Pressable {

  private static final double GAP = 8;
  private static final double FIELD = 72;
  private static final double AIR = 9;

  private final Surroundings surroundings;
  private final RailViewModel model;
  private final Label name = new Label();
  private final Label value = new Label();
  private final TextField field = new TextField();
  private KnobRow shown;

  KnobRowView(KnobRow first, RailViewModel model, Surroundings surroundings) {
    super("knob-row");
    this.model = model;
    this.surroundings = surroundings;
    shown = first;
    String word = first.knob().name().toLowerCase(Locale.ROOT);
    setId("knob-" + word);
    field.setId("write-" + word);
    name.getStyleClass().add(Styles.FUNCTION);
    value.getStyleClass().addAll(Styles.NUMBER, "value");
    field.getStyleClass().add("form-field");
    field.setVisible(false);
    field.setManaged(false);
    field.setOnAction(event -> write());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
          }
        });
    field.focusedProperty().subscribe(focused -> {
      if (!focused) {
        leave();
      }
    });
    getChildren().addAll(name, value, field);
  }

  void show(KnobRow row) {
    shown = row;
    name.setText(row.name());
    value.setText(row.value());
    setAccessibleText(row.name() + " " + row.value());
    requestLayout();
  }

  @Override
  void press() {
    field.setText(shown.text());
    field.setVisible(true);
    value.setVisible(false);
    field.requestFocus();
    field.selectAll();
  }

  private void write() {
    Knob knob = shown.knob();
    List<Action> actions = model.write(knob, field.getText());
    leave();
    actions.forEach(surroundings::send);
  }

  private void leave() {
    if (field.isVisible()) {
      field.setVisible(false);
      value.setVisible(true);
      if (field.isFocused()) {
        getScene().getRoot().requestFocus();
      }
    }
  }

  private boolean isOnTwoLines(double width) {
    return name.prefWidth(-1) + GAP + value.prefWidth(-1) > width;
  }

  private double line() {
    return Math.round(name.prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double valueWidth = Math.ceil(value.prefWidth(-1));
    double line = line();
    double first = Math.round(AIR / 2);
    double second = isOnTwoLines(width) ? first + line : first;
    name.resizeRelocate(0, first, Math.ceil(name.prefWidth(-1)), line);
    value.resizeRelocate(width - valueWidth, second, valueWidth, line);
    double height = field.prefHeight(-1);
    field.resizeRelocate(
        width - FIELD, Math.round(second + (line - height) / 2), FIELD, height);
  }

  @Override
  protected double computePrefHeight(double width) {
    boolean two = isOnTwoLines(width < 0 ? getWidth() : width);
    return AIR + (two ? 2 : 1) * line();
  }
}
