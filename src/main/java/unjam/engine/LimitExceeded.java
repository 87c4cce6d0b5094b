package unjam.engine;

import java.util.Objects;

/**
 * A run was stopped because it reached a limit; thrown by the owner of the loop, who knows the
 * limit.
 */
public final class LimitExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String limit;
  private final long value;
  private final long atNanos;

  /**
   * Says which limit was reached, and when.
   *
   * @param limit what is limited, as a plural: "events"
   * @param value how many of them are allowed
   * @param at the simulated time at which there would have been one more
   */
  public LimitExceeded(String limit, long value, SimTime at) {
    super("the run was stopped at " + at + ": it reached its limit of " + value + " " + limit);
    this.limit = limit;
    this.value = value;
    this.atNanos = at.nanos();
  }

  /** Says which limit was reached, and when. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public String limit() {
    return limit;
  }

  public long value() {
    return value;
  }

  public SimTime at() {
    return new SimTime(atNanos);
  }
}
