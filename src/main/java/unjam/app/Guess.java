package unjam.app;

import java.util.Optional;
import unjam.engine.SimTime;
import unjam.lesson.Answer;
import unjam.lesson.Task;
import unjam.lesson.Verdict;

/**
 * A flag that a learner sets on the time line; instants in simulated nanoseconds.
 *
 * @param now where the playhead is
 * @param end of the whole run, however much of it can be seen
 * @param mine where the flag stands, or -1
 * @param truth where it belongs, or -1 while that is not told
 * @param within how far from it is near enough
 * @param open whether the flag can still be moved
 * @param blind whether nothing behind the playhead can be seen
 */
public record Guess(
    long now, long end, long mine, long truth, long within, boolean open, boolean blind) {

  /** From so long runs on, the flag goes by tenths of a second. */
  private static final long LONG = 4 * SimTime.NANOS_PER_SECOND;

  private static final long TENTH = SimTime.NANOS_PER_SECOND / 10;
  private static final long PARTS = 100;

  /** How many steps a large step is. */
  public static final int LARGE = 10;

  /** The flag of the step that the session is at; empty if that wants none. */
  public static Optional<Guess> of(Session session) {
    LessonDesk desk = session.lesson();
    if (desk == null || desk.runs() == null
        || !(desk.step().task() instanceof Task.Flag flag)) {
      return Optional.empty();
    }
    return desk.made()
        .map(
            runs ->
                new Guess(
                    session.playback().at().nanos(), runs.full().trace().endNanos(),
                    desk.said().map(Guess::nanos).orElse(-1L),
                    desk.judged().map(Verdict::truth).map(Guess::nanos).orElse(-1L),
                    flag.within(), desk.verdict() == null, desk.isBlind()));
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
