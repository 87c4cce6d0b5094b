package unjam.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** The kernel log at the playhead; its last line is lit. */
public final class LogView extends VBox {

  /**
   * @param model what to show
   * @param texts the words of the language
   */
  public LogView(LogViewModel model, ObservableValue<Texts> texts) {
    getStyleClass().add("log-panel");
    Label title = new Label();
    title.setId("log-title");
    title.getStyleClass().add(Styles.LABEL);
    title.textProperty().bind(model.titleProperty());
    title.setWrapText(true);
    Label note = new Label();
    note.getStyleClass().add(Styles.CAPTION);
    note.textProperty().bind(model.noteProperty());
    note.setWrapText(true);
    VBox card = new VBox(title, note);
    card.getStyleClass().add("note-card");
    LogList list = new LogList(model.lines());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(card, list);
  }
}
