package unjam.ui.text;

import unjam.app.Narration;
import unjam.app.Narrator;

/** Puts the narrator's sentences into words. */
public final class Sentences {

  private Sentences() {}

  /** A word of ours. */
  public static String word(Texts texts, Narrator.Word word) {
    return texts.of(word.key(), word.label());
  }

  public static String say(Texts texts, Narration.Sentence sentence) {
    Object[] arguments =
        sentence.arguments().stream()
            .map(
                each ->
                    switch (each) {
                      case Narrator.Span span -> TimeText.span(span.nanos());
                      case Narrator.Names names ->
                          String.join(texts.of("list.and_more"), names.names());
                      case Narrator.Word word -> texts.of(word.key(), word.label());
                      default -> each;
                    })
            .toArray();
    return texts.of(sentence.key(), arguments);
  }
}
