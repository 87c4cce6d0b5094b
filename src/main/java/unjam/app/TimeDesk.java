package unjam.app;

import java.util.OptionalLong;

/**
 * How time is shown.
 *
 * @param window which part of the run the lanes show
 * @param markA instant of marker A in nanoseconds, or -1
 * @param markB instant of marker B in nanoseconds, or -1
 * @param contexts whether there is a lane for every execution context
 * @param height of the whole in pixels as somebody has dragged it, 0 for the usual one
 */
public record TimeDesk(
    TimeWindow window, long markA, long markB, boolean contexts, double height) {

  /** How a first start shows it. */
  public static final TimeDesk FIRST = new TimeDesk(TimeWindow.FOLLOW, -1, -1, false, 0);

  public TimeDesk with(TimeWindow other) {
    return new TimeDesk(other, markA, markB, contexts, height);
  }

  public TimeDesk withContexts(boolean open) {
    return new TimeDesk(window, markA, markB, open, height);
  }

  public TimeDesk withHeight(double dragged) {
    return new TimeDesk(window, markA, markB, contexts, dragged);
  }

  /** With a marker at an instant, or without it if that is -1. */
  public TimeDesk with(Marker marker, long nanos) {
    return switch (marker) {
      case A -> new TimeDesk(window, nanos, markB, contexts, height);
      case B -> new TimeDesk(window, markA, nanos, contexts, height);
    };
  }

  /** Instant of a marker in nanoseconds, or -1. */
  public long at(Marker marker) {
    return switch (marker) {
      case A -> markA;
      case B -> markB;
    };
  }

  /** Nanoseconds between the two markers. */
  public OptionalLong difference() {
    return markA < 0 || markB < 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(markB - markA));
  }

  /** For another run: what belonged to the instants of the last one is gone. */
  TimeDesk elsewhere() {
    return new TimeDesk(TimeWindow.FOLLOW, -1, -1, contexts, height);
  }
}
