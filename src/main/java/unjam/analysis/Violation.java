package unjam.analysis;

/**
 * A statement that did not hold.
 *
 * @param invariant what should have held
 * @param seq the event at which it did not
 * @param against the earlier event that this one contradicts, or -1 if it is wrong by itself
 * @param text what was found, with the numbers
 */
public record Violation(Invariant invariant, int seq, int against, String text) {

  @Override
  public String toString() {
    return "event " + seq + " breaks " + invariant.id() + ": " + text;
  }
}
