package unjam.ui.compare;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** What each future cost, and what speaks for whoever looks worse. */
public final class CostView extends VBox {

  private final CompareViewModel model;
  private final GridPane table = new GridPane();
  private final VBox other = new VBox();

  public CostView(CompareViewModel model, Surroundings around) {
    this.model = model;
    setId("cost");
    getStyleClass().add("cost");
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE);
    title.textProperty().bind(around.say("cost.title"));
    Label when = new Label();
    when.getStyleClass().add(Styles.CAPTION);
    when.textProperty().bind(around.say("cost.when"));
    table.getStyleClass().add("cost-table");
    Label round = new Label();
    round.getStyleClass().add(Styles.LABEL);
    round.textProperty().bind(around.say("cost.other"));
    VBox box = new VBox(round, other);
    box.getStyleClass().add("other-way");
    VBox all = new VBox(title, when, table, box);
    all.getStyleClass().add("cost-words");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.rowsProperty().subscribe(rows -> fill());
    model.headsProperty().map(heads -> heads.stream().map(CompareViewModel.Head::name).toList())
        .subscribe(names -> fill());
    model.otherProperty().subscribe(this::argue);
  }

  private void argue(List<String> sentences) {
    other.getChildren().clear();
    for (String each : sentences) {
      Label line = new Label(each);
      line.setWrapText(true);
      line.setMinHeight(USE_PREF_SIZE);
      line.getStyleClass().add(Styles.BODY);
      other.getChildren().add(line);
    }
  }

  private void fill() {
    table.getChildren().clear();
    table.getColumnConstraints().clear();
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().add(names);
    List<CompareViewModel.Head> heads = model.headsProperty().get();
    for (int i = 0; i < heads.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      table.getColumnConstraints().add(column);
      table.add(label(heads.get(i).name(), Styles.CAPTION), i + 1, 0);
    }
    List<CostRow> rows = model.rowsProperty().get();
    for (int y = 0; y < rows.size(); y++) {
      CostRow row = rows.get(y);
      Label name = label(row.name(), Styles.BODY);
      name.setMinWidth(0);
      name.setWrapText(true);
      table.add(name, 0, y + 1);
      for (int x = 0; x < row.values().size(); x++) {
        Label value = label(row.values().get(x), Styles.NUMBER);
        value.setId("cost-" + row.id() + "-" + x);
        value.getStyleClass().add(row.differs() ? Styles.LOUD : Styles.QUIET);
        table.add(value, x + 1, y + 1);
      }
    }
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
