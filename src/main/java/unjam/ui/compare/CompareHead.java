package unjam.ui.compare;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import unjam.ui.control.RichLine;
import unjam.ui.theme.Styles;

/** The difference in one sentence, and where it begins. */
public final class CompareHead extends Region {

  private static final double GAP = 5;

  private final RichLine sentence = new RichLine(Styles.SENTENCE, Styles.SUBJECT);
  private final RichLine reason = new RichLine(Styles.REASON, Styles.FUNCTION);

  public CompareHead(CompareViewModel model) {
    getStyleClass().add("compare-head");
    sentence.setId("difference");
    reason.setId("parting");
    getChildren().addAll(sentence, reason);
    model.sentenceProperty().subscribe(sentence::say);
    model.reasonProperty().subscribe(reason::say);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    applyCss();
    return sentence.prefHeight(width) + GAP + reason.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double height = sentence.prefHeight(getWidth());
    sentence.resizeRelocate(0, 0, getWidth(), height);
    reason.resizeRelocate(0, height + GAP, getWidth(), reason.prefHeight(getWidth()));
  }
}
