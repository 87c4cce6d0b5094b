package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.ui.control.Surroundings;
import unjam.ui.lesson.Option.Mark;

/** Cards that are put in order: dragged, with their buttons, or with Alt and the arrows. */
final class CardList extends VBox {

  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");

  private final Surroundings surroundings;
  private final BiConsumer<String, Integer> put;
  private final Map<String, Card> cards = new LinkedHashMap<>();
  private List<String> order = List.of();

  /**
   * @param put takes a card and the place, from 0, where it is put
   */
  CardList(Surroundings surroundings, BiConsumer<String, Integer> put) {
    this.surroundings = surroundings;
    this.put = put;
    setId("cards");
    getStyleClass().add("options");
  }

  void show(Ask.Cards shown) {
    List<Node> all = new ArrayList<>();
    order = shown.cards().stream().map(Option::id).toList();
    for (int i = 0; i < shown.cards().size(); i++) {
      Option each = shown.cards().get(i);
      Card card = cards.computeIfAbsent(each.id(), id -> new Card(each));
      card.show(each, i, order.size());
      all.add(card);
    }
    if (!all.equals(getChildren())) {
      Node focus = getScene() == null ? null : getScene().getFocusOwner();
      getChildren().setAll(all);
      if (focus != null && focus.getScene() == getScene()) {
        focus.requestFocus();
      }
    }
  }

  /** A card, with its place and what moves it. */
  private final class Card extends HBox {
    private final String id;
    private final Label number = new Label();
    private final Button up;
    private final Button down;
    private final StackPane mark = new StackPane(new Region());
    private boolean open = true;

    Card(Option option) {
      id = option.id();
      setId("card-" + id);
      getStyleClass().addAll("option", "card");
      number.getStyleClass().add("card-number");
      number.setMinWidth(USE_PREF_SIZE);
      mark.getStyleClass().add("option-mark");
      mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
      VBox words = Prose.of(option.label());
      HBox.setHgrow(words, Priority.ALWAYS);
      up = button("up", -1);
      down = button("down", 1);
      getChildren().addAll(number, words, up, down, mark);
      setFocusTraversable(true);
      setAccessibleText(Prose.plain(option.label()));
      addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
      addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
      addEventHandler(
          MouseEvent.MOUSE_RELEASED, event -> pseudoClassStateChanged(CARRIED, false));
    }

    private Button button(String name, int step) {
      Region icon = new Region();
      icon.getStyleClass().addAll("icon", "icon-" + name);
      Button button = new Button("", icon);
      button.setId("card-" + id + "-" + name);
      button.getStyleClass().setAll("icon-button");
      button.setMinWidth(USE_PREF_SIZE);
      button.setFocusTraversable(false);
      button.accessibleTextProperty().bind(surroundings.say("lesson.card_" + name));
      button.setOnAction(event -> put.accept(id, order.indexOf(id) + step));
      return button;
    }

    private void pressed(KeyEvent event) {
      int step =
          event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
      if (step == 0 || event.getTarget() != this) {
        return;
      }
      int to = order.indexOf(id) + step;
      if (to >= 0 && to < order.size()) {
        if (event.isAltDown() && open) {
          put.accept(id, to);
        } else if (!event.isAltDown()) {
          getChildren(to).requestFocus();
        }
      }
      event.consume();
    }

    private Node getChildren(int at) {
      return CardList.this.getChildren().get(at);
    }

    /** It goes where the pointer is, and the others make room. */
    private void dragged(MouseEvent event) {
      if (!open) {
        return;
      }
      pseudoClassStateChanged(CARRIED, true);
      double y = CardList.this.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
      int at = order.indexOf(id);
      for (int i = 0; i < order.size(); i++) {
        var box = getChildren(i).getBoundsInParent();
        boolean passes =
            i < at && y < box.getCenterY() || i > at && y > box.getCenterY();
        if (passes) {
          put.accept(id, i);
          return;
        }
      }
    }

    void show(Option option, int at, int all) {
      open = option.open();
      number.setText(Integer.toString(at + 1));
      for (Button each : List.of(up, down)) {
        each.setVisible(open);
        each.setManaged(open);
      }
      up.setDisable(at == 0);
      down.setDisable(at == all - 1);
      mark.setVisible(option.mark() != Mark.NONE);
      mark.setManaged(option.mark() != Mark.NONE);
      pseudoClassStateChanged(RIGHT, option.mark() == Mark.RIGHT);
      pseudoClassStateChanged(WRONG, option.mark() == Mark.WRONG);
    }
  }
}
