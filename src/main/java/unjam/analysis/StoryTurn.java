package unjam.analysis;

import unjam.reading.StoryLine;

/** A part of a command's life as one would tell it. */
public sealed interface StoryTurn {

  /** The event with which it begins. */
  int seq();

  /** Instant of that event in nanoseconds. */
  long nanos();

  /** Something happens. */
  record Line(StoryLine line) implements StoryTurn {
    @Override
    public int seq() {
      return line.seq();
    }

    @Override
    public long nanos() {
      return line.nanos();
    }
  }

  /**
   * The lines before happen again.
   *
   * @param lines how many of them
   * @param times how often
   * @param seq the event with which the first repetition begins
   * @param nanos its instant
   * @param untilSeq the event with which the last repetition ends
   * @param untilNanos its instant
   */
  record Again(int lines, int times, int seq, long nanos, int untilSeq, long untilNanos)
      implements StoryTurn {}
}
