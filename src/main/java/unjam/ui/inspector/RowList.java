package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Rows below each other; a row that is there is shown something else rather than made anew.
 *
 * @param <R> the rows
 */
final class RowList<R extends Node> extends VBox {

  private final List<R> pool = new ArrayList<>();
  private final Supplier<R> maker;

  RowList(String style, Supplier<R> maker) {
    this.maker = maker;
    getStyleClass().add(style);
  }

  /** Shows these. */
  <T> void show(List<T> lines, BiConsumer<R, T> shower) {
    while (pool.size() < lines.size()) {
      pool.add(maker.get());
    }
    for (int i = 0; i < lines.size(); i++) {
      shower.accept(pool.get(i), lines.get(i));
    }
    int now = getChildren().size();
    if (now > lines.size()) {
      getChildren().remove(lines.size(), now);
    } else if (now < lines.size()) {
      getChildren().addAll(pool.subList(now, lines.size()));
    }
  }
}
