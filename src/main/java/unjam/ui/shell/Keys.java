package unjam.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Marker;

/** What the keys do, wherever the focus is. */
final class Keys {

  private Keys() {}

  static Optional<Action> of(KeyEvent event) {
    if (event.isControlDown() && !event.isShiftDown() && !arrow(event.getCode())
        || event.isAltDown()
        || event.isMetaDown()) {
      return Optional.empty();
    }
    return switch (event.getCode()) {
      case SPACE -> Optional.of(new Action.TogglePlay());
      case LEFT -> Optional.of(new Action.Step(grain(event), false));
      case RIGHT -> Optional.of(new Action.Step(grain(event), true));
      case HOME -> Optional.of(new Action.ToStart());
      case END -> Optional.of(new Action.ToEnd());
      case PLUS, ADD, EQUALS -> Optional.of(new Action.Faster());
      case MINUS, SUBTRACT -> Optional.of(new Action.Slower());
      case COMMA -> Optional.of(new Action.MarkHere(Marker.A));
      case PERIOD -> Optional.of(new Action.MarkHere(Marker.B));
      case ESCAPE -> Optional.of(new Action.Select(-1));
      default -> Optional.empty();
    };
  }

  private static boolean arrow(KeyCode code) {
    return code == KeyCode.LEFT || code == KeyCode.RIGHT;
  }

  /** By event; with Shift by mark, with Ctrl by function, with both by command. */
  private static Grain grain(KeyEvent event) {
    if (event.isShiftDown()) {
      return event.isControlDown() ? Grain.COMMAND : Grain.MARK;
    }
    return event.isControlDown() ? Grain.FUNCTION : Grain.EVENT;
  }
}
