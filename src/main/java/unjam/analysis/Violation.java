package unjam.analysis;

/**
 * A statement that did not hold.
 *
 * @param invariant what should have held
 * @param seq the event at which it did not
 * @param text what was found, with the numbers
 */
public record Violation(Invariant invariant, int seq, String text) {

  @Override
  public String toString() {
    return "event " + seq + " breaks " + invariant.id() + ": " + text;
  }
}
