package unjam.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.app.Frame;

/**
 * The whole run to scale, and one page of it; without any colour. Instants in simulated
 * nanoseconds, places in pixels.
 *
 * @param now the playhead
 * @param overview the whole run
 * @param page what the lanes show
 * @param subject what the picture is about
 * @param tags what stands beside the names of lanes, by their ids
 * @param pins what a person has put on the axis
 * @param followed whether the command that the tag is about is followed by somebody
 * @param hovered command under the pointer, or -1
 */
public record ScrubberPicture(
    long now, Overview overview, Page page, Subject subject, Map<String, String> tags,
    Pins pins, boolean followed, int hovered) {

  static final ScrubberPicture EMPTY =
      new ScrubberPicture(
          0, new Overview(1, List.of(), List.of(), List.of(), List.of(), List.of()),
          new Page(
              TimeAxis.toScale(0, 1, 0, 1), true, false, List.of(), List.of(), List.of()),
          new Subject(-1, List.of(), -1), Map.of(), new Pins(-1, -1, List.of()), false, -1);

  /** All that is painted; what lies before and after the playhead is painted beforehand. */
  Object painted() {
    return List.of(overview, new Same(page), subject, pins);
  }

  /** The very same page, or another one: no need to compare what is on it. */
  private record Same(Page page) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.page == page;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(page);
    }
  }

  /** From one instant to another. */
  public record Stretch(long from, long to) {}

  /**
   * The whole run.
   *
   * @param end its end
   * @param density how much happens in each part of the run, 0 to 1
   * @param late deadlines passed, and nobody has noticed
   * @param shut a host's gate is shut
   * @param awake an error handler is awake
   * @param marks decisive instants
   */
  public record Overview(
      long end, List<Double> density, List<Stretch> late, List<Stretch> shut,
      List<Stretch> awake, List<Sign> marks) {}

  /** A decisive instant and the shape it has. */
  public record Sign(long nanos, Shape shape) {}

  /** What a person has done has shapes of its own. */
  public enum Shape {
    INSTANT,
    FAULT_BEGAN,
    FAULT_ENDED,
    KNOB
  }

  /**
   * What the lanes show.
   *
   * @param axis where instants are
   * @param folded silences are torn out, else it is all to scale
   * @param fits all lanes have room
   * @param lanes from top to bottom
   * @param deadlines deadlines that pass unseen
   * @param marks decisive instants
   */
  record Page(
      TimeAxis axis, boolean folded, boolean fits, List<Lane> lanes, List<Long> deadlines,
      List<Named> marks) {}

  /**
   * A mark.
   *
   * @param nanos its instant
   * @param name what it is called once it has happened
   * @param ahead what it is called before
   * @param shape how it looks
   */
  record Named(long nanos, String name, String ahead, Shape shape) {}

  /**
   * What the picture is about.
   *
   * @param command id of the command that somebody follows, or -1
   * @param bands where the thread is now, as lane and beginning, unless a command is followed
   * @param running which context runs, if it has a lane, or -1
   */
  record Subject(int command, List<Band> bands, int running) {

    boolean is(Lane lane, Bar bar, long now) {
      return command >= 0 && bar.command() == command
          || bar.look() == Look.THREAD && bands.contains(new Band(lane.id(), bar.from()))
          || bar.look() == Look.RUNS
              && lane.plan().context() == running
              && bar.from() <= now
              && now <= bar.to() + Frame.RUNS_ON;
    }
  }

  /** What a thread does since an instant. */
  record Band(String lane, long from) {}

  /** Markers, -1 for none, and bookmarks. */
  record Pins(long a, long b, List<Long> bookmarks) {}

  /**
   * A lane.
   *
   * @param plan what it is about
   * @param bars in no particular order
   * @param rows how many rows its bars stand in
   * @param least how wide a bar is at least, however short what it stands for
   * @param heat how many commands there are, where they are too many to be told apart
   * @param texts beside bars
   * @param late answers that came too late
   */
  record Lane(
      LanePlan plan, List<Bar> bars, int rows, double least, Optional<Heat> heat,
      List<Text> texts, List<Late> late) {

    String id() {
      return plan.id();
    }
  }

  /**
   * A text beside a bar.
   *
   * @param nanos the instant at which it stands
   * @param texts the longest that fits is said
   * @param before it ends there, else it begins there
   * @param always it is no outcome, so it may be read before it happens
   * @param row which row of the lane
   */
  record Text(
      long nanos, List<String> texts, boolean before, boolean always, int row, Tone tone) {}

  /** How a text sounds. */
  enum Tone {
    QUIET,
    BAD
  }

  /** An answer that came too late and was dropped. */
  record Late(long nanos, int row) {}

  /** Columns of a lane with too many commands, and the most there were in one. */
  record Heat(List<Column> columns, int most) {}

  /** How many commands there are between two places, and how many wait. */
  record Column(double left, double right, int busy, int waiting) {}

  /** Looks of a bar. */
  enum Look {
    IN_FLIGHT,
    OVERDUE,
    TIMED_OUT,
    ABORTING,
    HELD,
    WAITS,
    SHUT,
    THREAD,
    /** The target was asked, and owes the answer. */
    ASKED,
    /** Units are off line because their transport is. */
    UNPLUGGED,
    /** A thread of the other machine is in D. */
    SLEEPS,
    /** A context runs. */
    RUNS
  }

  /** How a bar ends. */
  enum End {
    OPEN,
    ANSWERED,
    FAILED
  }

  /**
   * A bar.
   *
   * @param look how it looks
   * @param from its left end
   * @param to its right end
   * @param row which row of the lane, from 0
   * @param command id of its command, or -1
   * @param story whether that command has a story
   * @param end how it ends
   * @param texts inside it, the longest that fits
   */
  record Bar(
      Look look, long from, long to, int row, int command, boolean story, End end,
      List<String> texts) {

    Bar inRow(int other) {
      return new Bar(look, from, to, other, command, story, end, texts);
    }
  }
}
