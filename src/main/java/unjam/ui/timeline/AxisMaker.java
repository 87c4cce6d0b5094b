package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;
import unjam.ui.timeline.PageIndex.Stretch;
import unjam.ui.timeline.TimeAxis.Piece;

/** Gives the stretches of a page their places in the room there is. */
final class AxisMaker {

  /** The scale of a stretch that is a mere instant, nanoseconds for a pixel. */
  private static final double OF_AN_INSTANT = 0.12 * SimTime.NANOS_PER_MILLI;

  /** Shorter ones are instants unless they are fine. */
  private static final long INSTANT = SimTime.NANOS_PER_MILLI;

  /** So much of a silence may be shown at either side. */
  private static final double OF_SILENCE = 0.42;

  private final Room room;

  AxisMaker(Room room) {
    this.room = room;
  }

  /** Width of a tear: its length must fit. */
  double tear() {
    return (room.wide() ? 64 : 56) * Math.max(1, room.scale());
  }

  private double lead() {
    return room.wide() ? 24 : 16;
  }

  /** What begins at the last instant of a stretch wants to be seen, and named. */
  private double trail() {
    return room.wide() ? 96 : 72;
  }

  TimeAxis of(List<Stretch> stretches) {
    List<List<Stretch>> groups = contiguous(stretches);
    double weight = stretches.stream().mapToDouble(Stretch::weight).sum();
    double least = room.wide() ? 76 : 56;
    double all =
        room.right() - room.left() - (groups.size() - 1) * tear() - groups.size() * least;
    List<Piece> slices = new ArrayList<>();
    double x = room.left();
    for (List<Stretch> group : groups) {
      double own = group.stream().mapToDouble(Stretch::weight).sum();
      double width = least + Math.max(0, all) * own / Math.max(1e-9, weight);
      slices.add(slice(group, x, x + width));
      x += width + tear();
    }
    return new TimeAxis(slices, room.left(), room.right());
  }

  /** Stretches that follow each other at once are one slice. */
  private static List<List<Stretch>> contiguous(List<Stretch> stretches) {
    List<List<Stretch>> groups = new ArrayList<>();
    for (Stretch each : stretches) {
      if (!groups.isEmpty() && groups.getLast().getLast().to() >= each.from()) {
        groups.getLast().add(each);
      } else {
        groups.add(new ArrayList<>(List.of(each)));
      }
    }
    return groups;
  }

  private Piece slice(List<Stretch> group, double left, double right) {
    Stretch first = group.getFirst();
    Stretch last = group.getLast();
    long length = last.to() - first.from();
    double lead = first.before() == 0 ? 0 : lead();
    double trail = last.after() == 0 ? 0 : Math.min(trail(), (right - left) * 0.45);
    double scale = length / Math.max(1, right - left - lead - trail);
    if (length < INSTANT && group.stream().noneMatch(Stretch::fine)) {
      scale = Math.max(scale, OF_AN_INSTANT);
    }
    scale = Math.max(scale, 1);
    long before = (long) Math.min(lead * scale, first.before() * OF_SILENCE);
    long after = (long) Math.min(trail * scale, last.after() * OF_SILENCE);
    return new Piece(
        Math.max(0, first.from() - before), last.to() + Math.max(after, 1), left, right);
  }
}
