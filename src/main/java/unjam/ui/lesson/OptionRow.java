package unjam.ui.lesson;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.ui.lesson.Option.Mark;

/** Something to choose, in a box: by mouse, Space or Enter; the arrows go to its neighbours. */
final class OptionRow extends HBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
  private static final PseudoClass SHUT = PseudoClass.getPseudoClass("shut");

  private final Region dot = new Region();
  private final StackPane box = new StackPane(dot);
  private final StackPane mark = new StackPane(new Region());
  private final Runnable press;
  private Option shown;

  /**
   * @param id of the node
   * @param kind style class: radio, check or move
   * @param press what happens when it is chosen
   */
  OptionRow(String id, String kind, Option option, Runnable press) {
    this.press = press;
    shown = option;
    setId(id);
    getStyleClass().addAll("option", kind);
    dot.getStyleClass().add("option-dot");
    box.getStyleClass().add("option-box");
    mark.getStyleClass().add("option-mark");
    setAccessibleRole(
        kind.equals("check") ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
    VBox words = Prose.of(option.label());
    HBox.setHgrow(words, Priority.ALWAYS);
    box.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().addAll(box, words, mark);
    setAccessibleText(Prose.plain(option.label()));
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            press();
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    show(option);
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() != this || event.isAltDown() || event.isControlDown()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.SPACE || code == KeyCode.ENTER) {
      press();
      event.consume();
    } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
      neighbour(code == KeyCode.DOWN ? 1 : -1);
      event.consume();
    }
  }

  private void neighbour(int step) {
    if (getParent() == null) {
      return;
    }
    var all = getParent().getChildrenUnmodifiable();
    int at = all.indexOf(this) + step;
    if (at >= 0 && at < all.size()) {
      all.get(at).requestFocus();
    }
  }

  private void press() {
    if (shown.open()) {
      press.run();
    }
  }

  void show(Option option) {
    shown = option;
    pseudoClassStateChanged(CHOSEN, option.chosen());
    pseudoClassStateChanged(RIGHT, option.mark() == Mark.RIGHT);
    pseudoClassStateChanged(WRONG, option.mark() == Mark.WRONG);
    pseudoClassStateChanged(MISSED, option.mark() == Mark.MISSED);
    pseudoClassStateChanged(SHUT, !option.open());
    setFocusTraversable(option.open());
    mark.setVisible(option.mark() != Mark.NONE);
    mark.setManaged(option.mark() != Mark.NONE);
    notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.SELECTED);
  }

  @Override
  public Object queryAccessibleAttribute(
      javafx.scene.AccessibleAttribute attribute, Object... parameters) {
    return attribute == javafx.scene.AccessibleAttribute.SELECTED
        ? shown.chosen()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      press();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
