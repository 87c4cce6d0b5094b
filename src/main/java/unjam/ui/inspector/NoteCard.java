package unjam.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.theme.Styles;

/** What a panel shows, in a sentence, and how to read it. */
final class NoteCard {

  private NoteCard() {}

  static VBox of(String id, ObservableValue<String> title, ObservableValue<String> note) {
    Label first = new Label();
    first.setId(id);
    first.getStyleClass().add(Styles.LABEL);
    first.textProperty().bind(title);
    first.setWrapText(true);
    Label second = new Label();
    second.getStyleClass().add(Styles.CAPTION);
    second.textProperty().bind(note);
    second.setWrapText(true);
    VBox card = new VBox(first, second);
    card.getStyleClass().add("note-card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }
}
