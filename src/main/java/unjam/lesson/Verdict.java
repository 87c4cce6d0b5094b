package unjam.lesson;

import java.util.Optional;

/**
 * What there is to say to an answer.
 *
 * @param right whether it counts as right
 * @param off how far it is from the truth, in the unit of the answer; 0 where that has no meaning
 * @param leftAt the event at which the answer left the truth, or the one that shows it; -1 if no
 *     event does
 * @param about the card, choice or disk that the truth speaks about, or nothing
 * @param truth the right answer
 * @param unmet the first comparison of a goal that does not hold; empty if all do
 */
public record Verdict(
    boolean right, long off, int leftAt, String about, Answer truth, Optional<Unmet> unmet) {

  /** Of something that was said, not done. */
  public Verdict(boolean right, long off, int leftAt, String about, Answer truth) {
    this(right, off, leftAt, about, truth, Optional.empty());
  }

  /**
   * A comparison that does not hold.
   *
   * @param about what is compared
   * @param found what it is in the run; empty if the run does not have it
   * @param relation how it has to stand to the other one
   * @param wanted the other one; empty if the run does not have it
   */
  public record Unmet(
      Quantity about, Optional<Measured> found, Relation relation, Optional<Measured> wanted) {}
}
