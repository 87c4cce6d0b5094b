package unjam.projection;

/** How many commands devices have, at each of some instants. */
public final class LaneLoad {

  private final int[] busy;
  private final int[] waiting;
  private final int[] begun;

  LaneLoad(int size) {
    busy = new int[size];
    waiting = new int[size];
    begun = new int[size];
  }

  void add(int at, int busyNow, int waitingNow, int begunSince) {
    busy[at] += busyNow;
    waiting[at] += waitingNow;
    begun[at] += begunSince;
  }

  /** Commands that the driver, the target or the error handler has at an instant. */
  public int busy(int at) {
    return busy[at];
  }

  /** Commands that wait to be sent at an instant. */
  public int waiting(int at) {
    return waiting[at];
  }

  /** How many have been begun with since the instant before; at the first, since the start. */
  public int begun(int at) {
    return begun[at];
  }
}
