package unjam.projection;

/**
 * The one timer of a request queue; instants in nanoseconds, -1 for none.
 *
 * @param armedAt when it was set
 * @param expiresAt when it will fire; -1 when it is not set
 * @param workPending it has fired, and the look at the requests has not ended
 */
public record QueueTimer(long armedAt, long expiresAt, boolean workPending) {
  public static final QueueTimer IDLE = new QueueTimer(-1, -1, false);

  /** Set and not fired yet. */
  public boolean armed() {
    return expiresAt >= 0;
  }
}
