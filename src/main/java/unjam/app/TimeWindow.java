package unjam.app;

import unjam.engine.SimTime;

/** Which part of a run the lanes show. Instants in nanoseconds. */
public sealed interface TimeWindow {

  /** What lies around the playhead, silences torn out. */
  TimeWindow FOLLOW = new Follow();

  /** Shorter windows show nothing more: the kernel's own clock has nanoseconds. */
  long SHORTEST = 2 * SimTime.NANOS_PER_MICRO;

  /** What lies around the playhead, silences torn out. */
  record Follow() implements TimeWindow {}

  /** What somebody has chosen, to scale. */
  record Fixed(long from, long to) implements TimeWindow {
    public Fixed {
      if (from < 0 || to - from < SHORTEST) {
        throw new IllegalArgumentException(
            "a window has at least " + SHORTEST + " ns and begins at 0 or later, was " + from
                + " to " + to);
      }
    }

    public long length() {
      return to - from;
    }

    public boolean shows(long nanos) {
      return from <= nanos && nanos <= to;
    }
  }

  /**
   * The window between two instants, made to fit a run.
   *
   * @param end where the run ends
   */
  static Fixed between(long one, long other, long end) {
    long length = Math.clamp(Math.abs(one - other), SHORTEST, Math.max(SHORTEST, end));
    return from(Math.min(one, other), length, end);
  }

  private static Fixed from(long start, long length, long end) {
    long last = Math.max(0, end - length);
    long from = Math.clamp(start, 0, last);
    return new Fixed(from, from + length);
  }

  /**
   * A window shorter or longer by a factor.
   *
   * @param window the one there is
   * @param around the instant that keeps its place
   * @param factor below 1 shows less, above 1 more
   * @param end where the run ends
   */
  static Fixed zoomed(Fixed window, long around, double factor, long end) {
    double wanted = window.length() * factor;
    long length = (long) Math.clamp(wanted, SHORTEST, Math.max(SHORTEST, end));
    double part = (double) (around - window.from()) / window.length();
    return from(Math.round(around - part * length), length, end);
  }

  /** A window moved along, as far as the run goes. */
  static Fixed moved(Fixed window, long by, long end) {
    return from(window.from() + by, window.length(), end);
  }

  /**
   * The window after the playhead has moved: one that showed the playhead turns its page rather
   * than lose it; one that did not stays where somebody has put it.
   */
  default TimeWindow after(long before, long now, long end) {
    return switch (this) {
      case Follow follow -> follow;
      case Fixed fixed -> {
        if (!fixed.shows(before) || fixed.shows(now)) {
          yield fixed;
        }
        long pages = Math.floorDiv(now - fixed.from(), fixed.length());
        yield from(fixed.from() + pages * fixed.length(), fixed.length(), end);
      }
    };
  }
}
