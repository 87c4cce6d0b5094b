package unjam.playback;

import unjam.engine.SimTime;
import unjam.trace.Trace;

/**
 * The player: where it stands, how fast it goes, whether it goes.
 *
 * @param at where the playhead stands
 * @param pace how fast it goes
 * @param playing whether it goes
 * @param rest what of the wall's time has not moved the playhead yet; nanoseconds of presentation
 *     under the automatic pace, billionths of simulated nanoseconds under a constant one. It
 *     carries slow paces over frames that are too short for a whole nanosecond.
 */
public record Playback(Cursor at, Pace pace, boolean playing, long rest) {

  /** A longer pause between two ticks is a hiccup of the machine, not time to be shown. */
  public static final long LONGEST_TICK = 250 * SimTime.NANOS_PER_MILLI;

  /** Paused at a place, with the automatic pace. */
  public static Playback at(Cursor cursor) {
    return new Playback(cursor, Pace.AUTOMATIC, false, 0);
  }

  public Playback moved(Cursor to) {
    return new Playback(to, pace, playing, 0);
  }

  public Playback paused() {
    return new Playback(at, pace, false, 0);
  }

  public Playback started() {
    return new Playback(at, pace, true, 0);
  }

  public Playback with(Pace other) {
    return new Playback(at, other, playing, 0);
  }

  /** The player after some time on the wall, gliding over silences. */
  public Playback ticked(long wallNanos, PaceMap map, Trace trace) {
    return ticked(wallNanos, map, trace, false);
  }

  /**
   * The player after some time on the wall.
   *
   * @param wallNanos how long, cut at {@link #LONGEST_TICK}
   * @param still under the automatic pace it stands before a silence as long as gliding over it
   *     would take, and then is behind it
   */
  public Playback ticked(long wallNanos, PaceMap map, Trace trace, boolean still) {
    if (!playing) {
      return this;
    }
    long wall = Math.clamp(wallNanos, 0, LONGEST_TICK);
    long to;
    long left;
    switch (pace) {
      case Pace.Automatic automatic -> {
        long presentation = map.presentedAt(at.nanos()) + rest + wall;
        long shown = still ? map.cutAt(presentation) : map.simulatedAt(presentation);
        to = Math.max(at.nanos(), shown);
        left = Math.max(0, presentation - map.presentedAt(to));
      }
      case Pace.Constant constant -> {
        long billionths = wall * constant.nanosPerSecond() + rest;
        to = at.nanos() + billionths / SimTime.NANOS_PER_SECOND;
        left = billionths % SimTime.NANOS_PER_SECOND;
      }
    }
    if (to >= trace.endNanos()) {
      return new Playback(Cursor.at(trace, trace.endNanos()), pace, false, 0);
    }
    return new Playback(to == at.nanos() ? at : Cursor.at(trace, to), pace, true, left);
  }
}
