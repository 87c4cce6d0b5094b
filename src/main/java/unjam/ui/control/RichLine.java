package unjam.ui.control;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which the machine's own words stand between backquotes and are set in its own
 * letters.
 */
public final class RichLine extends TextFlow {

  private static final String WORDS = "words";

  /** Style classes of smaller letters. */
  private static final List<String> SMALLER = List.of("small", "smaller");

  /** What the size of the letters was chosen for; a number that runs does not choose anew. */
  private record Fitted(String sentence, double room, Object look) {}

  /** Digits are not equally wide. */
  private static final double SPARE = 4;

  private final String machine;
  private String shown = "";
  private @Nullable Fitted fitted;

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

  /**
   * Sets it in the largest letters that keep it on one line; if even the smallest do not, it takes
   * two. Whoever calls this gives it its size.
   *
   * @param room width that there is
   * @param look what else the size of the letters depends on
   * @return the height that it needs
   */
  public double fit(double room, Object look) {
    Fitted now = new Fitted(shown.replaceAll("[0-9]", "0"), room, look);
    if (!now.equals(fitted)) {
      fitted = now;
      getStyleClass().removeAll(SMALLER);
      applyCss();
      double one = prefHeight(-1);
      for (int i = 0; i < SMALLER.size() && prefHeight(room - SPARE) > one * 1.3; i++) {
        getStyleClass().removeAll(SMALLER);
        getStyleClass().add(SMALLER.get(i));
        applyCss();
      }
    }
    double height = prefHeight(room);
    requestLayout(); // whoever asks for a height sets the words for that width
    return height;
  }

  /** The sentence as it was handed over. */
  public String sentence() {
    return shown;
  }
}
