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
}
