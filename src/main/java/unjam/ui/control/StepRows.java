package unjam.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Numbered steps below each other; the lit one has the subject's colour and a bar. */
public final class StepRows extends VBox {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final List<Row> pool = new ArrayList<>();

  public StepRows() {
    getStyleClass().add("step-rows");
  }

  /** A step. */
  private static final class Row extends HBox {
    private final Label number = new Label();
    private final RichLine text = new RichLine("step-text", "machine");
    private final Label condition = new Label();

    Row() {
      getStyleClass().add("step-row");
      number.getStyleClass().add("step-number");
      number.setMinWidth(USE_PREF_SIZE);
      condition.getStyleClass().add("step-condition");
      condition.setWrapText(true);
      condition.setMinHeight(USE_PREF_SIZE);
      VBox words = new VBox(text, condition);
      words.getStyleClass().add("step-words");
      HBox.setHgrow(words, Priority.ALWAYS);
      getChildren().addAll(number, words);
    }

    void show(StepList.Line line, String decided) {
      number.setText(Integer.toString(line.number()));
      text.say(line.text());
      condition.setText(decided);
      condition.setVisible(!decided.isEmpty());
      condition.setManaged(!decided.isEmpty());
      pseudoClassStateChanged(LIT, line.lit());
      setAccessibleText(line.number() + ". " + line.plain());
    }
  }

  /**
   * Shows steps.
   *
   * @param lines the steps
   * @param condition what was decided at the lit one; may be empty
   */
  public void show(List<StepList.Line> lines, String condition) {
    while (pool.size() < lines.size()) {
      pool.add(new Row());
    }
    for (int i = 0; i < lines.size(); i++) {
      pool.get(i).show(lines.get(i), lines.get(i).lit() ? condition : "");
    }
    if (getChildren().size() != lines.size()) {
      getChildren().setAll(pool.subList(0, lines.size()));
    }
  }

  /** Rows that end below this height are not there: half a row reads like a mistake. */
  public void showWhatFits(double height) {
    getChildren().forEach(row -> row.setVisible(row.getBoundsInParent().getMaxY() <= height + 2));
  }

  /** The row that is lit, if one is. */
  public Optional<Node> lit() {
    return getChildren().stream()
        .filter(row -> row.getPseudoClassStates().contains(LIT))
        .findFirst();
  }
}
