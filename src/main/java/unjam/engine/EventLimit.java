package unjam.engine;

/**
 * How many events a run may execute before it counts as a runaway.
 *
 * @param maxEvents 1 or more
 */
public record EventLimit(long maxEvents) {

  /** Throws {@link IllegalArgumentException} if {@code maxEvents} is not positive. */
  public EventLimit {
    if (maxEvents < 1) {
      throw new IllegalArgumentException("an event limit is 1 or more, was " + maxEvents);
    }
  }
}
