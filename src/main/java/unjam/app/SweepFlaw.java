package unjam.app;

import unjam.app.Narration.Sentence;

/**
 * What is wrong with a field of the form of a sweep.
 *
 * @param field which
 * @param why what is wrong and what would be right
 */
public record SweepFlaw(Field field, Sentence why) {

  /** Where it is said. */
  public enum Field {
    FIRST,
    SECOND,
    SEEDS,
    /** It is about all of them. */
    WHOLE
  }
}
