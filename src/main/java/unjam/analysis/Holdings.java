package unjam.analysis;

import java.util.List;

/**
 * Who has had a command until an instant, and for how long. Instants and spans in nanoseconds.
 *
 * @param born when its request was made
 * @param until the instant, or the end of its life if that was earlier
 * @param ended its life was over then
 * @param onCpu how long a processor worked on it
 * @param all everybody who has had it, in the order in which they first had it
 */
public record Holdings(long born, long until, boolean ended, long onCpu, List<Holding> all) {

  /** Nobody has had anything yet. */
  public static final Holdings NONE = new Holdings(0, 0, false, 0, List.of());

  public Holdings {
    all = List.copyOf(all);
  }

  /**
   * What one of them has had.
   *
   * @param holder who
   * @param where the kernel's word for what it did last: a function, or the gate
   * @param nanos how long, all together
   * @param when from when to when, earliest first; what is close together is one
   * @param now it has the command at this instant
   * @param runs and a processor runs its code
   */
  public record Holding(
      Holder holder, String where, long nanos, List<Stretch> when, boolean now, boolean runs) {
    public Holding {
      when = List.copyOf(when);
    }
  }

  /**
   * From an instant to another.
   *
   * @param held how long it had the command in between, in nanoseconds
   */
  public record Stretch(long from, long to, long held) {}

  /** How long it has lived. */
  public long life() {
    return until - born;
  }

  /** The part of its life in which no processor worked on it, 0 to 1; 0 before it has lived. */
  public double idleShare() {
    return life() <= 0 ? 0 : 1 - (double) onCpu / life();
  }
}
