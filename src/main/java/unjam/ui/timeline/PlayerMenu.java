package unjam.ui.timeline;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.MouseEvent;
import unjam.app.Action;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;

/**
 * A word in the transport that is one of several and can be changed; it looks like text until one
 * points at it.
 *
 * @param <T> what is chosen
 */
final class PlayerMenu<T> extends MenuButton {

  private boolean byMouse;

  /**
   * @param id of the node
   * @param all what can be chosen
   * @param chosen what is chosen now
   * @param words the word of each
   * @param action what choosing it does
   */
  PlayerMenu(
      String id, List<T> all, ObservableValue<T> chosen, Surroundings surroundings,
      BiFunction<Texts, T, String> words, Function<T, Action> action) {
    setId(id);
    getStyleClass().add("player-menu");
    for (T each : all) {
      RadioMenuItem item = new RadioMenuItem();
      item.setId(id + "-" + all.indexOf(each));
      item.setMnemonicParsing(false);
      item.textProperty().bind(
          surroundings.texts().map(texts -> words.apply(texts, each)));
      item.setOnAction(event -> surroundings.send(action.apply(each)));
      chosen.subscribe(now -> item.setSelected(each.equals(now)));
      getItems().add(item);
    }
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    giveFocusBack();
  }

  /** Who has used the mouse goes on with the space bar to play. */
  private void giveFocusBack() {
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> byMouse = true);
    setOnHidden(
        event -> {
          if (byMouse && getScene() != null) {
            getScene().getRoot().requestFocus();
          }
          byMouse = false;
        });
  }
}
