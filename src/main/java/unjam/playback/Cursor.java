package unjam.playback;

import unjam.trace.Trace;

/**
 * Where the playhead stands: an instant, and the last event that has happened.
 *
 * <p>Both are needed because several events may share an instant; stepping passes them one by one.
 * At any other instant the event is the last one not later.
 *
 * @param nanos instant in nanoseconds
 * @param seq the last event that has happened, or -1
 */
public record Cursor(long nanos, int seq) {

  /** After everything that happens at an instant. */
  public static Cursor at(Trace trace, long nanos) {
    long inside = Math.clamp(nanos, 0, Math.max(0, trace.endNanos()));
    return new Cursor(inside, trace.seqAt(inside));
  }

  /** Just after an event. */
  public static Cursor after(Trace trace, int seq) {
    return new Cursor(trace.nanos(seq), seq);
  }

  /** This place, or the nearest there is in a trace that does not have it. */
  public Cursor within(Trace trace) {
    boolean has = seq < trace.size() && nanos >= 0 && nanos <= trace.endNanos();
    return has && (isOnEvent(trace) || trace.seqAt(nanos) == seq) ? this : at(trace, nanos);
  }

  /** Whether it stands right after its event and not some time later. */
  public boolean isOnEvent(Trace trace) {
    return seq >= 0 && trace.nanos(seq) == nanos;
  }

  /**
   * The same place in another run of the scenario: after the same event where it is there, and
   * after everything at the instant otherwise.
   */
  public Cursor carried(Trace from, Trace to) {
    boolean same = seq >= 0 && seq < to.size() && sameEvent(from, to);
    return same ? within(to) : at(to, nanos);
  }

  private boolean sameEvent(Trace from, Trace to) {
    return from.nanos(seq) == to.nanos(seq)
        && from.function(seq) == to.function(seq)
        && from.cmd(seq) == to.cmd(seq)
        && from.fact(seq).equals(to.fact(seq));
  }
}
