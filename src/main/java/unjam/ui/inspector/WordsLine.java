package unjam.ui.inspector;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import unjam.ui.control.LongList;

/** A line of the run in words; a click goes to its instant. */
final class WordsLine implements LongList.Row<WordsRow> {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final Label text = new Label();
  private final HBox box = new HBox(text);
  private @Nullable WordsRow row;

  WordsLine(Consumer<WordsRow> go) {
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    box.setOnMouseClicked(
        event -> {
          if (row != null) {
            go.accept(row);
          }
        });
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(WordsRow now) {
    row = now;
    box.getStyleClass().setAll(now.heading() ? "words-heading" : "words-line");
    if (now.hasPlace()) {
      box.getStyleClass().add("words-place");
      box.setId("words-" + now.seq());
    }
    box.pseudoClassStateChanged(NOW, now.now());
    text.setText(now.text());
    box.setAccessibleText(now.text());
  }
}
