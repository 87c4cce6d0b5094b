package unjam.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.app.tale.Tale;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** The run in words, at three lengths: for whoever reads better than looks, or cannot look. */
public final class WordsView extends VBox {

  /** So many lines before that of the playhead are shown, where there is room. */
  private static final int BEFORE = 2;

  /**
   * @param model what to show
   * @param surroundings words, and who takes what a person does
   */
  public WordsView(WordsViewModel model, Surroundings surroundings) {
    getStyleClass().add("panel-body");
    HBox lengths = new HBox();
    lengths.getStyleClass().add("segments");
    lengths.setMinHeight(Region.USE_PREF_SIZE);
    for (Tale.Length each : Tale.Length.values()) {
      lengths.getChildren().add(length(each, model, surroundings));
    }
    Label note = new Label();
    note.setId("words-title");
    note.getStyleClass().addAll(Styles.CAPTION, "words-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.textProperty().bind(model.titleProperty());
    LongList<WordsRow> list =
        new LongList<>(
            "words", model.rows(), surroundings.say("panel.words"),
            () -> new WordsLine(row -> model.go(row).forEach(surroundings::send)));
    list.setOnKeyPressed(
        event -> {
          WordsRow row = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            model.go(row).forEach(surroundings::send);
            event.consume();
          }
        });
    model
        .placeProperty()
        .subscribe(
            place -> {
              if (place.intValue() >= 0) {
                list.scrollTo(Math.max(0, place.intValue() - BEFORE));
              }
            });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(lengths, note, list);
  }

  private static ToggleButton length(
      Tale.Length length, WordsViewModel model, Surroundings surroundings) {
    String name = length.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("words-length-" + name);
    button.getStyleClass().setAll("segment");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.textProperty().bind(surroundings.say("words." + name));
    model.lengthProperty().subscribe(now -> button.setSelected(now == length));
    // The one that is chosen stays chosen when it is pressed again.
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.tell(length);
        });
    return button;
  }
}
