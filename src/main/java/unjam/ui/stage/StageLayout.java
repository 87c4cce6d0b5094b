package unjam.ui.stage;

import unjam.ui.control.StageGrid;

/**
 * Where everything on the path half of the stage is, in pixels: a pure function of the size and the
 * number of disks, used by what is painted and by what is a node alike. One U for each disk: down
 * on the left, through the disk's capsule, up on the right; the first disk outermost.
 */
public final class StageLayout {

  /** Disks up to which lines are far enough apart to be named. */
  private static final int MOST_NAMED = 4;

  private static final double LEFT = 20;
  private static final double MOST_APART = 34;
  private static final double MOST_APART_WIDE = 40;
  private static final double BEND = 12;

  /** Letters of the longest name of a station on the way up. */
  private static final int LONGEST_NAME = 23;

  private final StageGrid grid;
  private final int disks;
  private final double apart;
  private final double pitch;

  /**
   * @param grid the stage's grid
   * @param disks number of lines, at least 1
   */
  public StageLayout(StageGrid grid, int disks) {
    this.grid = grid;
    this.disks = Math.max(1, disks);
    double most = grid.wide() ? MOST_APART_WIDE : MOST_APART;
    apart = this.disks <= MOST_NAMED ? most : Math.max(10, most * MOST_NAMED / this.disks);
    double room = grid.bandBottom(4) - grid.bandTop(4) - 8;
    pitch = Math.min(grid.wide() ? 38 : 28, room / this.disks);
  }

  public StageGrid grid() {
    return grid;
  }

  /** Names of the bands stand here. */
  public double bandX() {
    return LEFT;
  }

  /** There is room for the names of stations on the way up. */
  public boolean upNamesFit() {
    return upNameX() + grid.mono() * 0.6 * LONGEST_NAME <= grid.split();
  }

  /** There is room for the name of a disk above its line. */
  public boolean laneNamesFit() {
    return apart >= 28;
  }

  public double pathRight() {
    return grid.split() - 26;
  }

  private double firstDown() {
    return LEFT + (grid.wide() ? 124 : 84);
  }

  /** The descending part of a line. */
  public double downX(int lane) {
    return firstDown() + lane * apart;
  }

  /** Names of stations on the way down. */
  public double downNameX() {
    return downX(disks - 1) + 22;
  }

  /** The ascending part of a line. */
  public double upX(int lane) {
    return lastUp() + (disks - 1 - lane) * apart;
  }

  private double lastUp() {
    return downNameX() + (grid.wide() ? 236 : 152);
  }

  /** Names of stations on the way up. */
  public double upNameX() {
    return upX(0) + 18;
  }

  /** Height of a station; the disk's is that of its row. */
  public double stopY(Stop stop, int lane) {
    return stop == Stop.DISK ? rowY(lane) : grid.y(stop.drawn());
  }

  public double gateY() {
    return grid.y(Stop.GATE.drawn());
  }

  /** Top of all lines. */
  public double topY() {
    return grid.y(118);
  }

  /** The row of a disk: the first one lowest. */
  public double rowY(int lane) {
    return grid.bandBottom(4) - pitch / 2 - 8 - lane * pitch;
  }

  public double capsuleHeight() {
    return pitch - 5;
  }

  /** Where the error handler's way ends that goes to the adapter only. */
  public double adapterX() {
    return grid.split() - 34;
  }

  public double capsuleLeft() {
    return downX(disks - 1) + 12;
  }

  public double capsuleRight() {
    return lastUp() - 14;
  }

  public double bend() {
    return Math.min(BEND, apart / 2);
  }

  /** Who runs stands below the name of a station; where names are close, beside it. */
  Point pill(Stop stop) {
    double x = stop.side() == Stop.Side.DOWN ? downNameX() : upNameX();
    double y = grid.y(stop.drawn());
    if (disks > MOST_NAMED) {
      return new Point(x - 4, y + 8);
    }
    return switch (stop) {
      case GATE -> new Point(x - 4, y + 20);
      case DONE -> new Point(x + grid.mono() * 0.6 * 9 + 10, y - 10);
      case SUBMIT, QUEUE, START, DISPATCH, QUEUECOMMAND, DISK, DRIVER, COMPLETE, DECIDE, FINISH,
          END, ANSWERED ->
          new Point(x - 4, y + 8);
    };
  }

  /** A point on a line. */
  public record Point(double x, double y) {}

  /**
   * Where a command is drawn.
   *
   * @param at a station's number, and how far to the next one
   * @param rank how many others stand there before it
   */
  public Point place(int lane, double at, int rank) {
    double distance = 2 * grid.token() + 6;
    int stop = (int) Math.floor(at);
    Stop here = Stop.values()[Math.min(stop, Stop.values().length - 1)];
    if (at == stop && here == Stop.DISK) {
      return atDisk(lane, rank, distance);
    }
    if (at == stop && here == Stop.QUEUE) {
      return new Point(downX(lane), gateY() - 16 - grid.token() - rank * distance);
    }
    Point from = station(here, lane);
    if (at == stop) {
      return new Point(from.x(), from.y() - rank * distance);
    }
    return along(lane, at, stop);
  }

  /** Beside the capsule, where the line comes down to it; those behind queue up the line. */
  private Point atDisk(int lane, int rank, double distance) {
    double x = capsuleLeft() - grid.token() - 9 - rank * distance;
    double least = downX(lane);
    return x >= least
        ? new Point(x, rowY(lane))
        : new Point(least, rowY(lane) - (least - x));
  }

  private Point station(Stop stop, int lane) {
    return switch (stop.side()) {
      case DOWN -> new Point(downX(lane), stopY(stop, lane));
      case DISK -> atDisk(lane, 0, 0);
      case UP -> new Point(upX(lane), stopY(stop, lane));
    };
  }

  /** Between two stations, by the length of the line. */
  private Point along(int lane, double at, int stop) {
    Stop from = Stop.values()[stop];
    Stop to = Stop.values()[Math.min(stop + 1, Stop.values().length - 1)];
    double part = at - stop;
    Point a = station(from, lane);
    Point b = station(to, lane);
    if (from == Stop.DISK || to == Stop.DISK) {
      double corner = from == Stop.DISK ? upX(lane) : downX(lane);
      double row = rowY(lane);
      double flat = Math.abs(from == Stop.DISK ? corner - a.x() : b.x() - corner);
      double steep = Math.abs(from == Stop.DISK ? row - b.y() : row - a.y());
      double gone = part * (flat + steep);
      if (from == Stop.DISK) {
        return gone < flat
            ? new Point(a.x() + gone, row)
            : new Point(corner, row - (gone - flat));
      }
      return gone < steep
          ? new Point(corner, a.y() + gone)
          : new Point(corner + (gone - steep), row);
    }
    return new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
  }
}
