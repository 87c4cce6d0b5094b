package unjam.ui.scenario;

import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.scenario.DeedPicture.DeedRow;
import unjam.ui.theme.Styles;

/** One thing that was done by hand: a click goes to its instant, the cross takes it back. */
final class DeedRowView extends Pressable {

  private static final double PAD = 0;
  private static final double CROSS = 20;
  private static final double TOP = 4;

  private final Surroundings surroundings;
  private final Label time = new Label();
  private final Label words = new Label();
  private final Label refusal = new Label();
  private final Button withdraw = new Button();
  private DeedRow shown = new DeedRow(List.of(), OptionalLong.empty(), "", "", false, "");

  DeedRowView(RailViewModel model, Surroundings surroundings) {
    super("deed-row");
    this.surroundings = surroundings;
    time.getStyleClass().add(Styles.NUMBER);
    words.getStyleClass().add(Styles.BODY);
    words.setWrapText(true);
    refusal.getStyleClass().addAll(Styles.CAPTION, "refusal");
    refusal.setWrapText(true);
    Region cross = new Region();
    cross.getStyleClass().addAll("icon", "icon-cross");
    withdraw.setGraphic(cross);
    withdraw.getStyleClass().setAll("icon-button");
    withdraw.accessibleTextProperty().bind(surroundings.say("deed.withdraw"));
    withdraw.setOnAction(event -> model.withdraw(shown).forEach(surroundings::send));
    getChildren().addAll(time, words, refusal, withdraw);
  }

  void show(int place, DeedRow row) {
    shown = row;
    setId("deed-" + place);
    withdraw.setId("withdraw-" + place);
    time.setText(row.time());
    words.setText(row.words());
    refusal.setText(row.refusal());
    refusal.setVisible(!row.refusal().isEmpty());
    setAccessibleText(row.time() + ", " + row.words() + " " + row.refusal());
    requestLayout();
  }

  @Override
  void press() {
    shown.nanos().ifPresent(nanos -> surroundings.send(new Action.JumpTo(nanos)));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * PAD;
    double y = TOP;
    time.resizeRelocate(PAD, y, width - CROSS, time.prefHeight(-1));
    withdraw.resizeRelocate(getWidth() - PAD - CROSS + 2, y - 3, CROSS, CROSS);
    y += time.prefHeight(-1);
    words.resizeRelocate(PAD, y, width, words.prefHeight(width));
    y += words.prefHeight(width);
    refusal.resizeRelocate(PAD, y, width, refusal.prefHeight(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = (width < 0 ? getWidth() : width) - 2 * PAD;
    double below = refusal.isVisible() ? refusal.prefHeight(room) : 0;
    return TOP + time.prefHeight(-1) + words.prefHeight(room) + below + TOP;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
