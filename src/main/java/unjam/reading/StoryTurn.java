package unjam.reading;

import java.util.ArrayList;
import java.util.List;

/** A command's life as one would tell it: what happens again and again is told once. */
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

  /** Lines that can repeat together. */
  int LONGEST = 4;

  /** Fewer repetitions are told one by one. */
  int FEWEST = 3;

  /** Tells a story without its repetitions. */
  static List<StoryTurn> of(List<StoryLine> story) {
    List<StoryTurn> turns = new ArrayList<>();
    int at = 0;
    while (at < story.size()) {
      int lines = 1;
      int times = 0;
      for (int each = 1; each <= LONGEST && times == 0; each++) {
        times = repetitions(story, at, each);
        lines = each;
      }
      if (times == 0) {
        turns.add(new Line(story.get(at++)));
        continue;
      }
      for (int i = 0; i < lines; i++) {
        turns.add(new Line(story.get(at + i)));
      }
      StoryLine first = story.get(at + lines);
      StoryLine last = story.get(at + lines * (times + 1) - 1);
      turns.add(
          new Again(lines, times, first.seq(), first.nanos(), last.seq(), last.nanos()));
      at += lines * (times + 1);
    }
    return List.copyOf(turns);
  }

  /** How often so many lines come again after themselves; 0 if that is not worth a word. */
  private static int repetitions(List<StoryLine> story, int at, int lines) {
    int next = at + lines;
    while (next < story.size() && same(story.get(next), story.get(next - lines))) {
      next++;
    }
    int times = (next - at) / lines - 1;
    return times + 1 >= FEWEST ? times : 0;
  }

  private static boolean same(StoryLine one, StoryLine other) {
    return one.function() == other.function()
        && one.context().equals(other.context())
        && one.key().equals(other.key())
        && one.arguments().equals(other.arguments())
        && one.answer().equals(other.answer());
  }
}
