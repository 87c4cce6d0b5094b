package unjam.ui.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A class's votes: a number that the teacher types, and a bar as long. */
final class Votes {

  private static final double LONGEST = 170;

  private final BiConsumer<String, Integer> typed;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private boolean counting;

  Votes(BiConsumer<String, Integer> typed) {
    this.typed = typed;
  }

  boolean isCounting() {
    return counting;
  }

  void count(boolean on) {
    counting = on;
  }

  /** Another step is voted on. */
  void clear() {
    rows.clear();
    counting = false;
  }

  /** The bar of a choice; empty if there is no vote. */
  Optional<Node> bar(Option option, int most) {
    if (!counting && most == 0) {
      return Optional.empty();
    }
    Row row = rows.computeIfAbsent(option.id(), Row::new);
    row.show(option, most);
    return Optional.of(row);
  }

  private final class Row extends HBox {
    private final TextField field = new TextField();
    private final Region bar = new Region();

    Row(String id) {
      getStyleClass().add("votes");
      field.setId("votes-" + id);
      field.getStyleClass().add("votes-field");
      field.setPrefColumnCount(3);
      bar.getStyleClass().add("votes-bar");
      field.textProperty().subscribe(
          text -> {
            if (text.matches("\\d{1,4}")) {
              typed.accept(id, Integer.parseInt(text));
            } else if (text.isEmpty()) {
              typed.accept(id, 0);
            }
          });
      getChildren().addAll(field, bar);
    }

    void show(Option option, int most) {
      String now = option.votes() == 0 ? "" : Integer.toString(option.votes());
      if (!field.isFocused() && !field.getText().equals(now)) {
        field.setText(now);
      }
      field.setEditable(option.open());
      double length = most == 0 ? 0 : LONGEST * option.votes() / most;
      bar.setMinWidth(length);
      bar.setMaxWidth(length);
    }
  }
}
