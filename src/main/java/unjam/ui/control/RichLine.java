package unjam.ui.control;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A sentence in which the machine's own words stand between backquotes and are set in its own
 * letters.
 */
public final class RichLine extends TextFlow {

  private final String machine;
  private String shown = "";

  /**
   * @param words style class of our words
   * @param machine style class of the machine's words
   */
  public RichLine(String words, String machine) {
    getStyleClass().add(words);
    this.machine = machine;
  }

  /** Shows another sentence. */
  public void say(String sentence) {
    if (sentence.equals(shown)) {
      return;
    }
    shown = sentence;
    getChildren().clear();
    String[] runs = sentence.split("`", -1);
    for (int i = 0; i < runs.length; i++) {
      if (!runs[i].isEmpty()) {
        Text run = new Text(runs[i]);
        run.getStyleClass().add(i % 2 == 1 ? machine : "words");
        getChildren().add(run);
      }
    }
    setAccessibleText(sentence.replace("`", ""));
  }

  /** The sentence as it was handed over. */
  public String sentence() {
    return shown;
  }
}
