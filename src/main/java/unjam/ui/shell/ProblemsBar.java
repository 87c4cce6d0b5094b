package unjam.ui.shell;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.catalog.Problem;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/**
 * Why what was asked for did not come: every problem with its place. What is shown below stays as
 * it was.
 */
final class ProblemsBar extends HBox {

  private static final int MOST_ROWS = 6;
  private static final double ROW = 22;

  private final Surroundings surroundings;
  private final Label head = new Label();
  private final ListView<String> list = new ListView<>();
  private List<Problem> shown = List.of();

  ProblemsBar(Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("problems");
    getStyleClass().add("problems");
    head.setId("problems-head");
    head.getStyleClass().add(Styles.LABEL);
    list.setId("problems-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(true);
    Button close = new Button();
    close.setId("problems-close");
    close.textProperty().bind(surroundings.say("problems.close"));
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> surroundings.send(new Action.DismissProblems()));
    VBox words = new VBox(head, list);
    words.getStyleClass().add("problems-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, close);
    surroundings.texts().subscribe(texts -> say());
    show(List.of());
  }

  void show(List<Problem> problems) {
    setVisible(!problems.isEmpty());
    setManaged(!problems.isEmpty());
    if (!problems.equals(shown)) {
      shown = problems;
      list.getItems().setAll(problems.stream().map(Problem::text).toList());
      double height = Math.min(MOST_ROWS, problems.size()) * ROW + 2;
      list.setMinHeight(height);
      list.setPrefHeight(height);
      say();
    }
  }

  private void say() {
    head.setText(surroundings.texts().getValue().of("problems.head", shown.size()));
  }
}
