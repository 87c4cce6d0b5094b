package unjam.ui.scenario;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A row that can be pressed with the mouse or with Enter and the space bar. A press with the mouse
 * leaves the focus where it is, so that the keys go on working for the whole window.
 */
abstract class Pressable extends Region {

  Pressable(String style) {
    getStyleClass().add(style);
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            press();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            press();
            event.consume();
          }
        });
  }

  /** What happens then. */
  abstract void press();

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      press();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
