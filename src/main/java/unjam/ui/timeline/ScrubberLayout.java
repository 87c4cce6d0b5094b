package unjam.ui.timeline;

import java.util.List;

/** Where everything on the time line is, in pixels: a pure function of the room and the lanes. */
final class ScrubberLayout {

  /** Lanes do not become lower than this part of what they want. */
  private static final double LOWEST = 0.66;

  /** Where what is not shown stands: the view shows nothing beyond its edges. */
  private static final double OUTSIDE = -200;

  private static final double SLIM_TOP = 8;

  private final Room room;
  private final List<LanePlan> lanes;
  private final double stretch;

  ScrubberLayout(Room room, List<LanePlan> lanes) {
    this.room = room;
    this.lanes = lanes;
    double wanted = lanes.stream().mapToDouble(each -> each.kind().height(room.wide())).sum();
    stretch = Math.max(LOWEST, (lanesBottom() - lanesTop()) / Math.max(1, wanted));
  }

  Room room() {
    return room;
  }

  double left() {
    return room.left();
  }

  double right() {
    return room.right();
  }

  /** The axis of the whole run. */
  double overviewY() {
    return room.slim() ? OUTSIDE : room.wide() ? 26 : 20;
  }

  /** Baseline of the numbers below it. */
  double overviewTicks() {
    return overviewY() + (room.wide() ? 22 : 17) * room.scale();
  }

  /** Whatever is above belongs to the whole run. */
  double overviewBottom() {
    return overviewTicks() + 4;
  }

  /** Baseline of the numbers above the lanes. */
  double ruler() {
    return overviewTicks() + (room.wide() ? 27 : 16) * room.scale();
  }

  double lanesTop() {
    return room.slim() ? SLIM_TOP : ruler() + (room.wide() ? 11 : 9);
  }

  double lanesBottom() {
    return room.height() - (room.wide() ? 26 : 22) * room.scale();
  }

  /** Baseline of the names of marks. */
  double names() {
    return lanesBottom() + (room.wide() ? 17 : 15) * room.scale();
  }

  /** Whether all lanes have room. */
  boolean fits() {
    return lanesHeight() <= lanesBottom() - lanesTop() + 1;
  }

  /** How high all lanes are together, whether there is room or not. */
  double lanesHeight() {
    return lanes.isEmpty() ? 0 : laneY(lanes.size() - 1) + laneHeight(lanes.size() - 1)
        - lanesTop();
  }

  double laneHeight(int lane) {
    // Before the first run has come there is no lane.
    return lane < lanes.size() ? lanes.get(lane).kind().height(room.wide()) * stretch : 0;
  }

  /** Top of a lane while nothing is scrolled. */
  double laneY(int lane) {
    double y = lanesTop();
    for (int i = 0; i < lane; i++) {
      y += laneHeight(i);
    }
    return y;
  }

  /** Whether the name of a lane has room when the lanes are scrolled. */
  boolean isSeen(int lane, double scrolled) {
    double middle = laneY(lane) + laneHeight(lane) / 2 - scrolled;
    return middle > lanesTop() + 6 && middle < lanesBottom() - 6;
  }

  /** The lane at a height, or -1. */
  int laneAt(double y) {
    for (int i = 0; i < lanes.size(); i++) {
      if (y >= laneY(i) && y < laneY(i) + laneHeight(i)) {
        return i;
      }
    }
    return -1;
  }

  /** How high the bars of a lane are. */
  double barHeight(int lane, int rows, ScrubberPicture.Bar bar) {
    double h = laneHeight(lane);
    double full =
        switch (bar.look()) {
          case THREAD -> Math.min(h - 6, room.wide() ? 18 : 15);
          case HELD -> room.wide() ? 14 : 12;
          case SHUT -> room.wide() ? 12 : 10;
          case ASKED, UNPLUGGED, SLEEPS -> Math.min(h - 3, room.wide() ? 15 : 13);
          case RUNS -> room.wide() ? 9 : 7;
          case IN_FLIGHT, OVERDUE, TIMED_OUT, ABORTING, WAITS ->
              bar.story() ? (room.wide() ? 12 : 10) : (room.wide() ? 9 : 8);
        };
    if (rows <= 1) {
      return Math.min(full, h - 4);
    }
    double each = pitch(lane, rows);
    return Math.clamp(each - 1.5, 2, Math.min(full, 9));
  }

  private double pitch(int lane, int rows) {
    return Math.min((laneHeight(lane) - 5) / rows, room.wide() ? 11 : 9.5);
  }

  /** Middle of a row of a lane while nothing is scrolled. */
  double rowY(int lane, int rows, int row) {
    double middle = laneY(lane) + laneHeight(lane) / 2;
    return rows <= 1 ? middle : middle + (row - (rows - 1) / 2.0) * pitch(lane, rows);
  }

  /** Rows that bars can be told apart in. */
  int mostRows(int lane) {
    return Math.max(2, (int) ((laneHeight(lane) - 5) / 3.2));
  }

  /** A place on the axis of the whole run. */
  double overviewX(long nanos, long end) {
    return left() + (right() - left()) * nanos / Math.max(1, end);
  }

  long overviewInstant(double x, long end) {
    double part = Math.clamp((x - left()) / (right() - left()), 0, 1);
    return Math.round(part * end);
  }
}
