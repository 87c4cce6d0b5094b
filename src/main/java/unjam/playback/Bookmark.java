package unjam.playback;

import unjam.trace.Trace;

/**
 * A place that a person wants to find again.
 *
 * @param at where
 * @param name what they call it, or nothing
 */
public record Bookmark(Cursor at, String name) {

  public Bookmark called(String other) {
    return new Bookmark(at, other);
  }

  /** The bookmark in another run of the scenario. */
  public Bookmark carried(Trace from, Trace to) {
    return new Bookmark(at.carried(from, to), name);
  }
}
