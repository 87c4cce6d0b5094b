package unjam.ui.control;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A sentence in which the machine's own words stand between backquotes and are set in its own
 * letters.
 */
public final class RichLine extends TextFlow {

  private static final String WORDS = "words";

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
    String[] runs = sentence.split("`", -1);
    int used = 0;
    for (int i = 0; i < runs.length; i++) {
      if (!runs[i].isEmpty()) {
        set(used++, runs[i], i % 2 == 1 ? machine : WORDS);
      }
    }
    getChildren().remove(used, getChildren().size());
    setAccessibleText(sentence.replace("`", ""));
  }

  /** Sentences follow each other fast, and mostly differ in a word. */
  private void set(int index, String text, String style) {
    if (index == getChildren().size()) {
      getChildren().add(new Text());
    }
    Text run = (Text) getChildren().get(index);
    if (!run.getText().equals(text)) {
      run.setText(text);
    }
    if (!run.getStyleClass().contains(style)) {
      run.getStyleClass().setAll(style);
    }
  }

  /** The sentence as it was handed over. */
  public String sentence() {
    return shown;
  }
}
