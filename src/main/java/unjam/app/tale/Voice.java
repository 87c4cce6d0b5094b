package unjam.app.tale;

import java.util.List;
import java.util.Locale;
import unjam.app.Narration.Sentence;

/**
 * Tells sentences in a language. What the machine itself says stands between backquotes in them.
 */
public interface Voice {

  /** The language that it speaks. */
  Locale language();

  /** A sentence in words. */
  String say(Sentence sentence);

  /** Sentences in words, one after the other. */
  String say(List<Sentence> sentences);
}
