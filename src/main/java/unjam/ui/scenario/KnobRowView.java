package unjam.ui.scenario;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.PolicyPicture.KnobRow;
import unjam.ui.theme.Styles;

/** One setting with its value. */
final class KnobRowView extends Region {

  private final Label name = new Label();
  private final Label value = new Label();

  KnobRowView(KnobRow first, Surroundings surroundings) {
    setId("knob-" + first.knob().name().toLowerCase(Locale.ROOT));
    getStyleClass().add("knob-row");
    name.getStyleClass().add(Styles.FUNCTION);
    value.getStyleClass().addAll(Styles.NUMBER, "value");
    getChildren().addAll(name, value);
  }

  void show(KnobRow row) {
    name.setText(row.name());
    value.setText(row.value());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = Math.ceil(name.prefWidth(-1));
    double valueWidth = Math.ceil(value.prefWidth(-1));
    name.resizeRelocate(0, 0, nameWidth, getHeight());
    value.resizeRelocate(getWidth() - valueWidth, 0, valueWidth, getHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return 26;
  }
}
