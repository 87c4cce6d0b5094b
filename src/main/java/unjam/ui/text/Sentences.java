package unjam.ui.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import unjam.app.Narration;
import unjam.app.Narrator;
import unjam.app.tale.Voice;

/** Puts sentences into words of a language. */
public final class Sentences implements Voice {

  private final Texts texts;

  private Sentences(Texts texts) {
    this.texts = texts;
  }

  /** Tells in the language of these texts. */
  public static Voice voice(Texts texts) {
    return new Sentences(texts);
  }

  @Override
  public Locale language() {
    return texts.language();
  }

  @Override
  public String say(Narration.Sentence sentence) {
    return say(texts, sentence);
  }

  /** Chinese puts nothing between two sentences. */
  @Override
  public String say(List<Narration.Sentence> sentences) {
    return sentences.stream()
        .map(this::say)
        .collect(Collectors.joining(texts.isChinese() ? "" : " "));
  }

  /** A word of ours. */
  public static String word(Texts texts, Narrator.Word word) {
    return texts.of(word.key(), word.label());
  }

  public static String say(Texts texts, Narration.Sentence sentence) {
    Object[] arguments =
        sentence.arguments().stream().map(each -> argument(texts, each)).toArray();
    return texts.of(sentence.key(), arguments);
  }

  private static Object argument(Texts texts, Object argument) {
    return switch (argument) {
      case Narrator.Span span -> TimeText.span(span.nanos());
      case Narration.Moment moment -> TimeText.moment(moment.nanos());
      case Narrator.Names names -> String.join(texts.of("list.and_more"), names.names());
      case Narrator.Word word -> word(texts, word);
      case Narration.Sentence inner -> say(texts, inner);
      case Narration.Phrases phrases ->
          phrases.parts().stream()
              .map(each -> say(texts, each))
              .collect(Collectors.joining(texts.of("tell.phrases")));
      default -> argument;
    };
  }
}
