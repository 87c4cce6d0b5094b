package unjam.ui.stage;

import java.util.List;
import unjam.ui.control.StageGrid;
import unjam.ui.control.StageLook;

/**
 * Where everything on the path half of the stage is, in pixels: a pure function of the size and the
 * lines, used by what is painted and by what is a node alike. One U for each line: down on the
 * left, through the disk's capsule, up on the right; the first one outermost.
 */
public final class StageLayout {

  /** Lines up to which they are as far apart as drawn. */
  private static final int MOST_APART = 4;

  private static final double BETWEEN_HOSTS = 22;
  private static final double BESIDE_SHARED = 14;
  private static final double LEAST_APART = 9;
  private static final double LEAST_CAPSULE = 104;
  private static final double BEND = 14;

  /** Commands that may stand in a row at their full size, and their radius beyond. */
  private static final int FEW = 3;

  private static final double SMALL = 9;

  /** Where lines are very close. */
  private static final double LEAST_TOKEN = 5.5;

  /** Room that the sum of all answers takes where no function is named. */
  private static final double SUM = 82;

  private final StageGrid grid;
  private final List<Track> tracks;
  private final int slots;
  private final StageMeasure is;
  private final double apart;
  private final double capsule;
  private final double pitch;
  private final Point[][] stations;

  /**
   * @param grid the stage's grid
   * @param tracks the lines, outermost first; at least one
   * @param slots most commands that stand at one place
   */
  public StageLayout(StageGrid grid, List<Track> tracks, int slots) {
    this.grid = grid;
    this.slots = slots;
    this.tracks = tracks.isEmpty() ? List.of(new Track(0)) : List.copyOf(tracks);
    is = StageMeasure.of(grid);
    double most = this.tracks.size() <= MOST_APART ? is.apart() : is.close();
    double grow = Math.min(1.25, grid.look().room());
    int gaps = 2 * (this.tracks.size() - 1);
    double least = Math.max(LEAST_CAPSULE, is.capsule() * 0.8) * grow;
    double lines =
        firstDown() + 2 * gaps(this.tracks.size() - 1) + 2 * is.beside() + upGap();
    double all = pathRight() - lines - least;
    double sum = gaps > 0 && (all - sum()) / gaps < closest() ? 0 : sum();
    apart = gaps == 0 ? most : Math.clamp((all - sum) / gaps, LEAST_APART, most * grow);
    double free = pathRight() - lines - sum - gaps * apart;
    double natural = is.capsule() * grow;
    double beyond = free - natural - (is.up() - sum) * grow;
    capsule = Math.max(LEAST_CAPSULE, Math.min(free, natural + Math.max(0, beyond) * 0.45));
    double below = grid.bandBottom(4) - grid.bandTop(4) - bottomGap() - 1;
    pitch = Math.min(grid.row(), below / rowUnits());
    stations = new Point[this.tracks.size()][Stop.values().length];
  }

  /** Room for the sum of all answers; with large letters in narrow windows there is none. */
  private double sum() {
    if (grid.look().presenter()) {
      return is.up();
    }
    return grid.wide() || grid.look().scale() < StageLook.LESS_FROM
        ? SUM * grid.look().room()
        : 0;
  }

  /** With large letters a line needs room for the count of its answers. */
  private double closest() {
    boolean large = !grid.look().presenter() && grid.look().scale() >= StageLook.LESS_FROM;
    return large ? grid.mono() * StageGrid.LETTER * 4 : is.close();
  }

  private double rowUnits() {
    long plain = tracks.stream().filter(each -> each.squares() == 0).count();
    return plain == tracks.size() ? plain : Math.max(grid.rows(), plain + 2);
  }

  /** What lies between a line and the first one beyond the usual distances. */
  private double gaps(int lane) {
    double sum = 0;
    for (int i = 1; i <= lane; i++) {
      Track one = tracks.get(i - 1);
      Track other = tracks.get(i);
      boolean shared = one.shared() || other.shared();
      double host = shared ? BETWEEN_HOSTS + BESIDE_SHARED : BETWEEN_HOSTS;
      sum += one.host() != other.host() ? host : shared ? BESIDE_SHARED : 0;
    }
    return sum;
  }

  public StageGrid grid() {
    return grid;
  }

  /** Number of lines. */
  public int lanes() {
    return tracks.size();
  }

  /** Names of the bands stand here. */
  public double bandX() {
    return is.margin();
  }

  public double pathRight() {
    return grid.split() - 14;
  }

  private double firstDown() {
    return is.margin() + is.bands() * (1 + (grid.look().room() - 1) * 0.5);
  }

  /** There is room for the name of a disk above its line. */
  public boolean laneNamesFit() {
    return lettersFit(4);
  }

  /** There is room for so many letters above each line. */
  boolean lettersFit(int letters) {
    return apart >= grid.mono() * StageGrid.LETTER * letters;
  }

  /** Distance between two lines. */
  double apart() {
    return apart;
  }

  /** Rows are so close that nothing fits between them. */
  boolean isCrowded() {
    return pitch < 25;
  }

  private double along(int lane) {
    return lane * apart + gaps(lane);
  }

  /** The descending part of a line. */
  public double downX(int lane) {
    return firstDown() + along(lane);
  }

  private double lastDown() {
    return downX(tracks.size() - 1);
  }

  /** Names of stations on the way down. */
  public double downNameX() {
    return lastDown() + is.gap();
  }

  /** Room for the names of stations on the way down. */
  public double downRoom() {
    return upX(tracks.size() - 1) - 12 - downNameX();
  }

  /** The ascending part of a line. */
  public double upX(int lane) {
    return capsuleRight() + is.beside() + along(tracks.size() - 1) - along(lane);
  }

  private double upGap() {
    return grid.wide() ? 24 : 18;
  }

  /** Names of stations on the way up. */
  public double upNameX() {
    return upX(0) + upGap();
  }

  /** Room for the names of stations on the way up. */
  public double upRoom() {
    return grid.split() - 6 - upNameX();
  }

  /** Height of a station; the disk's is that of its row. */
  public double stopY(Stop stop, int lane) {
    return stop == Stop.DISK ? rowY(lane) : grid.y(stop.drawn());
  }

  /** Horizontal place of a station on a line. */
  double stopX(Stop stop, int lane) {
    return stop.side() == Stop.Side.DOWN ? downX(lane) : upX(lane);
  }

  public double gateY() {
    return grid.y(Stop.GATE.drawn());
  }

  /** Thickness of a shut gate. */
  public double gateHeight() {
    return is.gate();
  }

  /** How far a gate reaches beyond the lines. */
  public double gatePost() {
    return Math.min(is.post(), apart * 0.62 + 4);
  }

  /** Top of all lines. */
  public double topY() {
    return grid.y(118);
  }

  private double bottomGap() {
    return grid.wide() ? 12 : 7;
  }

  /** Top of a row; the last line's is uppermost. */
  private double rowTop(int lane) {
    double y = grid.bandBottom(4) - bottomGap();
    for (int i = 0; i <= lane; i++) {
      y -= rowHeight(i);
    }
    return y;
  }

  private double rowHeight(int lane) {
    if (tracks.get(lane).squares() == 0) {
      return pitch;
    }
    long plain = tracks.stream().filter(each -> each.squares() == 0).count();
    double left = grid.bandBottom(4) - grid.bandTop(4) - 16 - plain * pitch;
    return left / (tracks.size() - plain);
  }

  /** The middle of a disk's row: the first one lowest. */
  public double rowY(int lane) {
    return rowTop(lane) + rowHeight(lane) / 2;
  }

  public double capsuleHeight() {
    return Math.min(pitch - 4, (grid.wide() ? 28 : 23) * grid.look().room());
  }

  /** Height of what stands in a row: a capsule, or a field of squares. */
  public double bodyHeight(int lane) {
    return tracks.get(lane).squares() == 0 ? capsuleHeight() : rowHeight(lane) - 6;
  }

  public double capsuleLeft() {
    return lastDown() + is.beside();
  }

  public double capsuleRight() {
    return capsuleLeft() + capsule;
  }

  /** Where the error handler's way ends that goes to the adapter only. */
  public double adapterX() {
    return grid.split() - 30;
  }

  /** Where the error handler's way turns down to the disks. */
  public double ehTurnX() {
    return grid.split() + 4;
  }

  /** The error handler's way to a disk runs below its capsule. */
  public double ehRunY(int lane) {
    return rowY(lane) + bodyHeight(lane) / 2 + Math.min(7, (pitch - capsuleHeight()) / 2 + 1);
  }

  public double bend() {
    return Math.min(BEND, Math.min(apart, pitch) / 2);
  }

  /** Who runs stands below the name of a station; where names are close, beside or above it. */
  Point pill(Stop stop, double nameWidth, double pillWidth) {
    double x = stop.side() == Stop.Side.DOWN ? downNameX() : upNameX();
    double y = grid.y(stop.drawn());
    double right = grid.split() - 6 - pillWidth;
    Point below = new Point(Math.min(x - 2, right), y + grid.mono() * 0.35 + 5);
    Point beside = new Point(x + nameWidth + 8, y - grid.mono() * 0.9 - 1);
    return switch (stop) {
      case GATE -> new Point(below.x(), y + 13 + 6 * grid.look().scale());
      case DONE -> beside.x() <= right ? beside : new Point(below.x(), y - grid.mono() * 2.6);
      case QUEUE, SUBMIT -> beside.x() <= right ? beside : below;
      case START, DISPATCH, QUEUECOMMAND, DISK, DRIVER, COMPLETE, DECIDE, FINISH, END, UPDATE,
          ANSWERED ->
          below;
    };
  }

  /** A point on a line. */
  public record Point(double x, double y) {}

  /** Radius of a command; many that stand in a row are smaller. */
  public double token() {
    double most = Math.min(grid.token(), Math.max(LEAST_TOKEN, apart / 2 - 1));
    return slots > FEW ? Math.min(SMALL, most) : most;
  }

  /** From one command to the next that stands at the same place. */
  private double distance() {
    double natural = 2 * token() + (token() > SMALL ? 8 : 4);
    double room = gateY() - gateHeight() / 2 - token() - 11 - stopY(Stop.SUBMIT, 0) - 10;
    return slots > 1 ? Math.min(natural, Math.max(token(), room / (slots - 1))) : natural;
  }

  /**
   * Where a command is drawn.
   *
   * @param at a station's number, and how far to the next one
   * @param rank how many others stand there before it
   */
  public Point place(int lane, double at, int rank) {
    int stop = (int) Math.floor(at);
    Stop here = Stop.values()[Math.min(stop, Stop.values().length - 1)];
    if (at != stop) {
      return between(lane, at, stop);
    }
    if (here == Stop.DISK) {
      return atDisk(lane, rank);
    }
    if (here == Stop.QUEUE) {
      return waiting(lane, rank);
    }
    Point from = station(here, lane);
    return new Point(from.x(), from.y() - rank * distance());
  }

  /** Above the gate, the oldest nearest to it. */
  private Point waiting(int lane, int rank) {
    double first = gateY() - gateHeight() / 2 - token() - 11;
    return new Point(downX(lane), first - rank * distance());
  }

  /** Beside the capsule, where the line comes down to it; those behind queue up the line. */
  private Point atDisk(int lane, int rank) {
    double first = capsuleLeft() - token() - 8;
    double line = downX(lane);
    double room = (rowY(lane) - gateY() - 3 * token()) / Math.max(1, slots - 1);
    double step = Math.min(2 * token() + (token() > SMALL ? 4 : 7), Math.max(token(), room));
    if (first - rank * step >= line) {
      return new Point(first - rank * step, rowY(lane));
    }
    if (first < line) {
      return new Point(line, rowY(lane) - (line - first) - rank * step);
    }
    int flat = (int) ((first - line) / step);
    double rest = first - flat * step - line;
    double up = Math.sqrt(step * step - rest * rest) + (rank - flat - 1) * step;
    return new Point(line, rowY(lane) - up);
  }

  /** Asked for by each of thousands of commands that move. */
  private Point station(Stop stop, int lane) {
    Point[] known = stations[lane];
    if (known[stop.ordinal()] == null) {
      known[stop.ordinal()] = found(stop, lane);
    }
    return known[stop.ordinal()];
  }

  private Point found(Stop stop, int lane) {
    return stop == Stop.QUEUE ? waiting(lane, 0) : switch (stop.side()) {
      case DOWN -> new Point(downX(lane), stopY(stop, lane));
      case DISK -> atDisk(lane, 0);
      case UP -> new Point(upX(lane), stopY(stop, lane));
    };
  }

  /** Between two stations, by the length of the line. */
  private Point between(int lane, double at, int stop) {
    Stop from = Stop.values()[stop];
    Stop to = Stop.values()[Math.min(stop + 1, Stop.values().length - 1)];
    double part = at - stop;
    Point a = station(from, lane);
    Point b = station(to, lane);
    double row = rowY(lane);
    if (from == Stop.DISK) {
      double flat = Math.abs(upX(lane) - a.x());
      double gone = part * (flat + Math.abs(row - b.y()));
      return gone < flat ? new Point(a.x() + gone, row) : new Point(upX(lane), row + flat - gone);
    }
    if (to == Stop.DISK) {
      double steep = Math.abs(row - a.y());
      double gone = part * (Math.abs(b.x() - downX(lane)) + steep);
      return gone < steep
          ? new Point(downX(lane), a.y() + gone)
          : new Point(downX(lane) + gone - steep, row);
    }
    return new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
  }
}
