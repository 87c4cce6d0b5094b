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

  /** How loud it is. */
  public enum Tone {
    /** Outlined: nobody needs it now. */
    QUIET,
    /** Outlined and softly filled: it runs. */
    SOFT,
    /** Filled: the picture is about it. */
    SOLID
  }

  private static final PseudoClass RUNS = PseudoClass.getPseudoClass("runs");
  private static final PseudoClass SUBJECT = PseudoClass.getPseudoClass("subject");
  private static final double GLYPH = 1.05;
  private static final double GAP = 6;

  private final Label name = new Label();
  private final PaintedPane glyph;
  private Runner runner = Runner.PROCESS;
  private Tone tone = Tone.QUIET;
  private final double tall;
  private boolean styled;

  /**
   * @param tall height, as a multiple of twice the size of its letters
   */
  public Pill(String id, ObservableValue<Palette> palette, double tall) {
    this.tall = tall;
    setId(id);
    getStyleClass().add("pill");
    setManaged(false);
    glyph =
        new PaintedPane(
            palette,
            (g, colors) ->
                new Glyphs(g)
                    .runner(
                        runner, glyphSide() / 2 + 1, glyphSide() / 2 + 1, glyphSide(),
                        colors.of(role())));
    getChildren().addAll(glyph, name);
  }

  private Role role() {
    return switch (tone) {
      case QUIET -> Role.INK2;
      case SOFT -> Role.ACCENT;
      case SOLID -> Role.ON_ACCENT;
    };
  }

  private double fontSize() {
    return name.getFont().getSize();
  }

  private double glyphSide() {
    return Math.round(fontSize() * GLYPH);
  }

  private double pad() {
    return Math.round(fontSize() * 0.85);
  }

  /** Shows another context. */
  public void say(Runner who, String called, Tone how) {
    if (who == runner && how == tone && called.equals(name.getText())) {
      return;
    }
    runner = who;
    tone = how;
    name.setText(called);
    pseudoClassStateChanged(RUNS, how == Tone.SOFT);
    pseudoClassStateChanged(SUBJECT, how == Tone.SOLID);
    setAccessibleText(called);
    glyph.repaint();
    requestLayout();
  }

  /** Its letters are only known when the style sheets have been looked up once. */
  private void style() {
    if (!styled) {
      name.applyCss();
      styled = name.getScene() != null;
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    style();
    return Math.ceil(2 * pad() + glyphSide() + GAP + name.prefWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    style();
    return 2 * Math.round(fontSize() * tall);
  }

  @Override
  protected void layoutChildren() {
    double side = glyphSide() + 2;
    glyph.resizeRelocate(pad() - 1, Math.round((getHeight() - side) / 2), side, side);
    double height = name.prefHeight(-1);
    name.resizeRelocate(
        pad() + glyphSide() + GAP, Math.round((getHeight() - height) / 2),
        Math.ceil(name.prefWidth(-1)), height);
  }
}
