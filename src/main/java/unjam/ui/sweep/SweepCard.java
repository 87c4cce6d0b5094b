package unjam.ui.sweep;

import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** Everything that is known about the combination that is looked at. */
final class SweepCard extends VBox {

  private final VBox names = new VBox();
  private final Label seeds = new Label();
  private final GridPane table = new GridPane();
  private final Button open = new Button();
  private SweepDetail shown = SweepDetail.NONE;

  SweepCard(SweepViewModel model, Surroundings around) {
    setId("sweep-card");
    getStyleClass().add("sweep-card");
    seeds.getStyleClass().add(Styles.CAPTION);
    table.getStyleClass().add("cost-table");
    ColumnConstraints left = new ColumnConstraints();
    left.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    table.getColumnConstraints().setAll(left, right);
    open.setId("sweep-open");
    open.textProperty().bind(around.say("sweep.open"));
    open.setOnAction(event -> around.send(new Action.Try(shown.settings())));
    getChildren().addAll(names, seeds, table, open);
    model.detailProperty().subscribe(this::show);
  }

  private void show(SweepDetail detail) {
    shown = detail;
    names.getChildren().clear();
    for (String each : detail.names()) {
      Label name = new Label(each);
      name.getStyleClass().addAll(Styles.NUMBER, Styles.LOUD, "sweep-name");
      names.getChildren().add(name);
    }
    seeds.setText(detail.seeds());
    table.getChildren().clear();
    for (int y = 0; y < detail.lines().size(); y++) {
      SweepDetail.Line line = detail.lines().get(y);
      Label name = new Label(line.name());
      name.getStyleClass().add(line.shown() ? Styles.LABEL : Styles.BODY);
      Label value = new Label(line.value());
      value.setId(line.id());
      value.setMinWidth(USE_PREF_SIZE);
      value.getStyleClass().addAll(Styles.NUMBER, line.shown() ? Styles.LOUD : Styles.PLAIN);
      table.add(name, 0, y);
      table.add(value, 1, y);
    }
    open.setDisable(!detail.opens());
    setVisible(detail.cell() >= 0);
  }
}
