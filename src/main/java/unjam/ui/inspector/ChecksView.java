package unjam.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;

/** What holds in every run, and whether it does in this one until now. */
public final class ChecksView extends VBox {

  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  /**
   * @param model what to show
   * @param surroundings words, and who takes what a person does
   */
  public ChecksView(ChecksViewModel model, Surroundings surroundings) {
    getStyleClass().add("panel-body");
    VBox card = NoteCard.of("checks-title", model.titleProperty(), model.noteProperty());
    model
        .brokenProperty()
        .subscribe(broken -> card.pseudoClassStateChanged(BROKEN, broken));
    LongList<CheckRow> list =
        new LongList<>(
            "checks", model.rows(), surroundings.say("panel.checks"),
            () ->
                new CheckLine(
                    surroundings.texts(), model::toggle,
                    seq -> model.go(seq).forEach(surroundings::send)));
    list.setOnKeyPressed(
        event -> {
          CheckRow row = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            model.toggle(row);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(card, list);
  }
}
