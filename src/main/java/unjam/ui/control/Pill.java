package unjam.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.ui.control.Glyphs.Runner;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Says who runs: the mark of the context and its name, in a capsule. */
public final class Pill extends Region {

  private static final PseudoClass SUBJECT = PseudoClass.getPseudoClass("subject");
  private static final double GLYPH = 12;
  private static final double PAD = 10;
  private static final double HEIGHT = 20;

  private final Label name = new Label();
  private final PaintedPane glyph;
  private Runner runner = Runner.PROCESS;
  private boolean subject;

  public Pill(String id, ObservableValue<Palette> palette) {
    setId(id);
    getStyleClass().add("pill");
    setManaged(false);
    glyph =
        new PaintedPane(
            palette,
            (g, colors) ->
                new Glyphs(g)
                    .runner(
                        runner, GLYPH / 2 + 1, GLYPH / 2 + 1, GLYPH,
                        colors.of(subject ? Role.ON_ACCENT : Role.INK2)));
    getChildren().addAll(glyph, name);
  }

  /** Shows another context. */
  public void say(Runner who, String called, boolean isSubject) {
    runner = who;
    subject = isSubject;
    name.setText(called);
    pseudoClassStateChanged(SUBJECT, isSubject);
    setAccessibleText(called);
    glyph.repaint();
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    name.applyCss();
    return Math.ceil(PAD * 2 + GLYPH + 6 + name.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    glyph.resizeRelocate(PAD - 1, (HEIGHT - GLYPH) / 2 - 1, GLYPH + 2, GLYPH + 2);
    double height = name.prefHeight(-1);
    name.resizeRelocate(
        PAD + GLYPH + 6, Math.round((HEIGHT - height) / 2), Math.ceil(name.prefWidth(-1)),
        height);
  }
}
