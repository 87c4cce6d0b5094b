package unjam.ui.inspector;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.control.Surroundings;

/** The kernel log at the playhead; its last line is lit. */
public final class LogView extends VBox {

  /**
   * @param model what to show
   * @param surroundings takes what a person does
   */
  public LogView(LogViewModel model, Surroundings surroundings) {
    getStyleClass().add("log-panel");
    LogList list =
        new LogList(
            model.lines(), line -> model.go(line).forEach(surroundings::send));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(NoteCard.of("log-title", model.titleProperty(), model.noteProperty()), list);
  }
}
