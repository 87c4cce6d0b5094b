package unjam.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.text.Texts;

/** The kernel log at the playhead; its last line is lit. */
public final class LogView extends VBox {

  /**
   * @param model what to show
   * @param texts the words of the language
   */
  public LogView(LogViewModel model, ObservableValue<Texts> texts) {
    getStyleClass().add("log-panel");
    LogList list = new LogList(model.lines());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(NoteCard.of("log-title", model.titleProperty(), model.noteProperty()), list);
  }
}
