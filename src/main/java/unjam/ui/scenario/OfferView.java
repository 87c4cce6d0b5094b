package unjam.ui.scenario;

import javafx.scene.control.Label;
import unjam.app.FaultKind;
import unjam.scsi.Scope;
import unjam.ui.control.Carry;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.FaultPicture.Offer;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** An entry of the palette of faults: dragged onto a disk it happens there, pressed it asks. */
final class OfferView extends Pressable implements Carry.Load {

  private static final double GRIP = 18;
  private static final double DOT = 1.8;
  private static final double APART = 4;

  private final FaultKind kind;
  private final RailViewModel model;
  private final FaultForm form;
  private final Surroundings surroundings;
  private final Label words = new Label();
  private final PaintedPane grip;

  OfferView(FaultKind kind, RailViewModel model, Surroundings surroundings, FaultForm form) {
    super("offer");
    this.kind = kind;
    this.model = model;
    this.surroundings = surroundings;
    this.form = form;
    setId("fault-" + kind.word());
    words.getStyleClass().add(Styles.BODY);
    grip =
        new PaintedPane(
            surroundings.palette(),
            (g, colors) -> {
              g.setFill(colors.of(Role.HAIR2));
              for (int row = -1; row <= 1; row++) {
                for (int column = 0; column < 2; column++) {
                  g.fillOval(
                      1 + column * APART, getHeight() / 2 + row * APART - DOT / 2, DOT, DOT);
                }
              }
            });
    getChildren().addAll(grip, words);
    Carry.from(this, this);
  }

  void show(Offer offer) {
    words.setText(offer.words());
    setAccessibleText(offer.words());
    requestLayout();
  }

  @Override
  void press() {
    form.open(this, kind);
  }

  @Override
  public String words() {
    return words.getText();
  }

  @Override
  public boolean fits(Object place) {
    return place instanceof Scope scope && model.canPut(kind, scope);
  }

  @Override
  public void put(Object place) {
    if (place instanceof Scope scope) {
      model.put(kind, scope).forEach(surroundings::send);
    }
  }

  @Override
  protected void layoutChildren() {
    grip.resizeRelocate(0, 0, GRIP, getHeight());
    double height = words.prefHeight(-1);
    words.resizeRelocate(
        GRIP, Math.round((getHeight() - height) / 2), getWidth() - GRIP, height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(words.prefHeight(-1)) + 8;
  }
}
