package unjam.app;

import java.util.Optional;
import unjam.engine.SimTime;
import unjam.lesson.Answer;
import unjam.lesson.Task;
import unjam.lesson.Verdict;

/**
 * A flag that a learner sets on the time line, or only the time that cannot be seen before an
 * answer; instants in simulated nanoseconds.
 *
 * @param now where the playhead is
 * @param end of the whole run, however much of it can be seen
 * @param mine where the flag stands, or -1
 * @param truth where it belongs, or -1 while that is not told
 * @param within how far from it is near enough
 * @param open whether the flag can still be moved
 * @param blind whether nothing behind the playhead can be seen
 * @param flagged whether there is a flag at all
 */
public record Guess(
    long now, long end, long mine, long truth, long within, boolean open, boolean blind,
    boolean flagged) {

  /** From so long runs on, the flag goes by tenths of a second. */
  private static final long LONG = 4 * SimTime.NANOS_PER_SECOND;

  private static final long TENTH = SimTime.NANOS_PER_SECOND / 10;
  private static final long PARTS = 100;

  /** How many steps a large step is. */
  public static final int LARGE = 10;

  /** That of the step that the session is at; empty if everything can be seen. */
  public static Optional<Guess> of(Session session) {
    LessonDesk desk = session.lesson();
    LessonRuns runs = desk == null ? null : desk.runs();
    if (desk == null || runs == null) {
      return Optional.empty();
    }
    long now = session.playback().at().nanos();
    long end = Math.max(TimeWindow.SHORTEST, runs.full().trace().endNanos());
    if (desk.step().task() instanceof Task.Flag flag) {
      return Optional.of(
          new Guess(
              now, end, desk.said().map(Guess::nanos).orElse(-1L),
              desk.judged().map(Verdict::truth).map(Guess::nanos).orElse(-1L), flag.within(),
              desk.verdict() == null, desk.isBlind(), true));
    }
    return desk.isBlind() && runs.at() != null
        ? Optional.of(new Guess(now, end, -1, -1, 0, false, true, false))
        : Optional.empty();
  }

  private static long nanos(Answer answer) {
    return answer instanceof Answer.Amount(long value) ? value : -1;
  }

  /** How far the flag goes with a key. */
  public long step() {
    if (end >= LONG) {
      return TENTH;
    }
    long step = 1;
    while (step * 10 * PARTS <= end) {
      step *= 10;
    }
    return step;
  }

  /** The flag at an instant, or the nearest that it can stand at. */
  public Action at(long nanos) {
    long snapped = Math.round((double) nanos / step()) * step();
    return new Action.InLesson(
        new LessonMove.Drafted(new Answer.Amount(Math.clamp(snapped, 0, end))));
  }

  /** The flag so many steps later; from the playhead if it is not set yet. */
  public Action moved(int steps) {
    return at((mine < 0 ? now : mine) + steps * step());
  }
}
