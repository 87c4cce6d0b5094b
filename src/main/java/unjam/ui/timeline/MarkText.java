package unjam.ui.timeline;

import java.util.Locale;
import unjam.analysis.Mark;
import unjam.ui.text.Texts;

/** Marks in words. */
final class MarkText {

  private MarkText() {}

  /** In a sentence. */
  static String sentence(Texts texts, Mark mark) {
    return texts.of(mark.key(), mark.arguments().toArray());
  }

  /** In two or three words. */
  static String name(Texts texts, Mark mark) {
    return texts.of("markname." + mark.kind().name().toLowerCase(Locale.ROOT));
  }
}
