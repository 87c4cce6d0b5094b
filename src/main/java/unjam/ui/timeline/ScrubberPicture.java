package unjam.ui.timeline;

import java.util.List;

/**
 * The whole run to scale, and one page of it with silences torn out; without any pixel. Instants in
 * simulated nanoseconds, but for {@link Page}, whose places are nanoseconds of presentation.
 *
 * @param now the playhead
 * @param end end of the run
 * @param density how much happens in each part of the run, 0 to 1
 * @param shut stretches in which a host's gate is shut
 * @param marks decisive instants
 * @param page what lies around the playhead
 */
public record ScrubberPicture(
    long now, long end, List<Double> density, List<Stretch> shut, List<Long> marks, Page page) {

  static final ScrubberPicture EMPTY =
      new ScrubberPicture(
          0, 1, List.of(), List.of(), List.of(),
          new Page(0, 1, 0, 0, 1, List.of(), List.of(), List.of(), List.of()));

  /** All that is painted; what lies before and after the playhead is painted alike. */
  Object painted() {
    return List.of(
        end, density, shut, marks, page.from(), page.lanes(), page.folds(), page.names());
  }

  /** From one instant to another. */
  public record Stretch(long from, long to) {}

  /**
   * A page of the run on the axis of the automatic pace.
   *
   * @param from its left edge
   * @param to its right edge
   * @param now the playhead
   * @param first the simulated instant at its left edge
   * @param last the simulated instant at its right edge
   * @param lanes from top to bottom
   * @param folds silences torn out
   * @param ticks instants on its ruler
   * @param names marks with their names
   */
  public record Page(
      long from, long to, long now, long first, long last, List<Lane> lanes, List<Fold> folds,
      List<Tick> ticks, List<Tick> names) {}

  /** A lane with its name, what it is, and its bars. */
  public record Lane(String id, String name, String note, Kind kind, List<Bar> bars) {}

  /** What a lane is about. */
  public enum Kind {
    DISK,
    GATE,
    THREAD
  }

  /** Looks of a bar. */
  public enum Look {
    IN_FLIGHT,
    ANSWERED,
    OVERDUE,
    TIMED_OUT,
    ABORTING,
    HELD,
    WAITS,
    SHUT,
    THREAD
  }

  /**
   * A bar.
   *
   * @param look how it looks
   * @param from its left end
   * @param to its right end
   * @param row which row of the lane, from 0
   * @param text inside it, if it fits
   */
  public record Bar(Look look, long from, long to, int row, String text) {}

  /** A silence and its length in words. */
  public record Fold(long from, long to, String length) {}

  /** An instant in words. */
  public record Tick(long at, String text) {}
}
