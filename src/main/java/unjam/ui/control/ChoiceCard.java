package unjam.ui.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import unjam.ui.theme.Styles;

/** A list of what a number stands for, to choose one of it. */
public final class ChoiceCard extends VBox {

  private static final double WIDTH = 300;
  private static final double ROW = 26;
  private static final int MOST_ROWS = 12;

  private final ListView<String> list;
  private final IntConsumer chosen;

  /**
   * @param title what they are
   * @param names one for each line
   * @param chosen takes the number of the line that a person has chosen, from 0
   */
  public ChoiceCard(String title, List<String> names, IntConsumer chosen) {
    this.chosen = chosen;
    setId("choice");
    getStyleClass().add("explanation");
    Label head = new Label(title);
    head.getStyleClass().add(Styles.TITLE);
    list = new ListView<>(FXCollections.observableArrayList(names));
    list.setId("choice-list");
    list.setFixedCellSize(ROW);
    list.setPrefSize(WIDTH, Math.min(names.size(), MOST_ROWS) * ROW + 4);
    list.setOnMouseClicked(event -> choose());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
          }
        });
    getChildren().addAll(head, list);
  }

  private void choose() {
    int at = list.getSelectionModel().getSelectedIndex();
    if (at >= 0) {
      chosen.accept(at);
    }
  }
}
