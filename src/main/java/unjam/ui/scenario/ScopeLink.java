package unjam.ui.scenario;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import unjam.ui.theme.Styles;

/** Says whose settings are shown; pressed, they are another's, if there is a choice. */
final class ScopeLink extends Pressable {

  private static final PseudoClass FREE = PseudoClass.getPseudoClass("free");

  private final Label words = new Label();
  private final Runnable pressed;

  ScopeLink(Runnable pressed) {
    super("scope-link");
    this.pressed = pressed;
    setId("policy-scope");
    words.getStyleClass().add(Styles.CAPTION);
    getChildren().add(words);
  }

  void show(String scope, boolean free) {
    words.setText(scope);
    setAccessibleText(scope);
    setDisable(!free);
    pseudoClassStateChanged(FREE, free);
    requestLayout();
  }

  @Override
  void press() {
    pressed.run();
  }

  @Override
  protected void layoutChildren() {
    words.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(words.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return words.prefHeight(-1);
  }
}
