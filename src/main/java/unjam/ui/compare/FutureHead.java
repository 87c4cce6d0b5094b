package unjam.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.compare.CompareViewModel.Head;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** The name of one future, what is set otherwise in it, and how to let it go. */
public final class FutureHead extends HBox {

  private final Label name = new Label();
  private final Label settings = new Label();
  private final Button drop = new Button();
  private int rival = -1;

  public FutureHead(Surroundings around) {
    getStyleClass().add("future-head");
    setAlignment(Pos.BASELINE_LEFT);
    name.getStyleClass().add(Styles.TITLE);
    name.setMinWidth(USE_PREF_SIZE);
    settings.getStyleClass().addAll(Styles.NUMBER, Styles.QUIET);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Region cross = new Region();
    cross.getStyleClass().addAll("icon", "icon-cross");
    drop.getStyleClass().add("icon-button");
    drop.setGraphic(cross);
    drop.accessibleTextProperty().bind(around.say("future.drop"));
    drop.setOnAction(event -> around.send(new Action.DropRival(rival)));
    getChildren().addAll(name, gap, settings, drop);
  }

  /** Shows what a future is called. */
  public void show(Head head) {
    rival = head.rival();
    name.setText(head.name());
    settings.setText(head.settings());
    drop.setVisible(rival >= 0);
    drop.setManaged(rival >= 0);
    drop.setId("drop-" + rival);
  }
}
