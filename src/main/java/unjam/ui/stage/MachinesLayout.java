package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import unjam.ui.control.StageGrid;
import unjam.ui.stage.MachinesPicture.Held;
import unjam.ui.stage.MachinesPicture.Sleeper;

/**
 * Where everything of the two machines is, in pixels from the stage's top left: a pure function of
 * the size and of what there is.
 */
final class MachinesLayout {

  /** Heights of the rows of the left machine, as parts of what there is. */
  private static final double[] ROWS = {0.03, 0.29, 0.44, 0.61, 0.82};

  /** Lines of a stack that are shown at most. */
  private static final int MOST_LINES = 5;

  /** Where something is. */
  record Box(double x, double y, double w, double h) {
    double right() {
      return x + w;
    }

    double bottom() {
      return y + h;
    }

    double middle() {
      return y + h / 2;
    }

    double center() {
      return x + w / 2;
    }
  }

  private final StageGrid grid;
  private final MachinesPicture picture;
  private final List<StagePicture.Lane> lanes;
  private final MachinesMeasure is;
  private final double grow;
  private final List<Double> laneX = new ArrayList<>();
  private final List<Box> sessions = new ArrayList<>();
  private final List<Box> threads = new ArrayList<>();
  private final List<Integer> stackLines = new ArrayList<>();
  private double lanesRight;

  MachinesLayout(StageGrid grid, MachinesPicture picture, List<StagePicture.Lane> lanes) {
    this.grid = grid;
    this.picture = picture;
    this.lanes = lanes;
    is = MachinesMeasure.of(grid);
    grow = grid.look().room();
    placeLanes();
    placeThreads();
  }

  StageGrid grid() {
    return grid;
  }

  double pad() {
    return is.pad();
  }

  /** From one line of the machine's small words to the next. */
  double line() {
    return grid.mono() * 1.32;
  }

  private double top() {
    return Math.round(grid.head() + (grid.wide() ? 10 : 6));
  }

  private double bottom() {
    return grid.height() - (grid.wide() ? 12 : 7);
  }

  private double width() {
    return grid.width() - 2 * is.margin() - is.gap();
  }

  /** The panel of the initiator. */
  Box left() {
    double w = Math.round(width() * (grid.wide() ? 0.482 : 0.448));
    return new Box(is.margin(), top(), w, bottom() - top());
  }

  /** The panel of the target. */
  Box right() {
    double x = left().right() + is.gap();
    return new Box(x, top(), grid.width() - is.margin() - x, bottom() - top());
  }

  /** Baseline of the names of the machines. */
  double titleY() {
    return top() + is.pad() * 0.55 + grid.title();
  }

  private double bodyTop() {
    return titleY() + (grid.wide() ? 16 : 9);
  }

  private double row(int index) {
    double all = linkY() - bodyTop();
    return Math.round(bodyTop() + all * ROWS[index]);
  }

  double processY() {
    return row(0) + grid.mono() + processSide() / 2;
  }

  double nameY() {
    return row(0) + grid.mono() * 0.4;
  }

  double processSide() {
    return (grid.wide() ? 22 : 18) * Math.min(1.4, grow);
  }

  double unitY() {
    return row(1);
  }

  double unitHeight() {
    return is.unit() * Math.min(1.5, grow);
  }

  double unitWidth() {
    return Math.min(pitch() - 6, (grid.wide() ? 64 : 50) * grow);
  }

  /** A unit's name has room beside its mark. */
  boolean unitNamesFit() {
    return unitWidth() >= grid.mono() * 0.6 * 4 + unitHeight();
  }

  double tokenY() {
    return row(2);
  }

  double hostY() {
    return row(3);
  }

  double gateHeight() {
    return grid.wide() ? 13 : 11;
  }

  /** Where the connections leave the left machine. */
  double linkY() {
    return bottom() - (grid.wide() ? 84 : 58) * Math.min(1.5, grow);
  }

  private double sessionHeight() {
    return (grid.label() + grid.mono()) * 1.25 + (grid.wide() ? 30 : 20);
  }

  /** Where the line of a disk is. */
  double laneX(int lane) {
    return laneX.get(lane);
  }

  private double pitch() {
    double most = left().w() * 0.5 / Math.max(1, lanes.size());
    return Math.min(is.pitch() * Math.min(1.3, grow), most);
  }

  private double laneLeft() {
    return left().x() + is.pad() + (grid.wide() ? 16 : 12);
  }

  /** The lines stand in groups, one for each session. */
  private void placeLanes() {
    double x = laneLeft();
    double high = sessionHeight();
    double middle = row(4);
    for (MachinesPicture.Session session : picture.left().sessions()) {
      List<Integer> own = new ArrayList<>();
      for (int lane = 0; lane < lanes.size(); lane++) {
        if (lanes.get(lane).host() == session.host()) {
          own.add(lane);
        }
      }
      int all = picture.left().sessions().size();
      double room = (column().x() - laneLeft() - 12.0 * all) / all;
      double w = Math.max(own.size() * pitch(), Math.min(is.session() * grow, room));
      double first = x + pitch() / 2;
      for (int i = 0; i < own.size(); i++) {
        while (laneX.size() <= own.get(i)) {
          laneX.add(0.0);
        }
        laneX.set(own.get(i), (double) Math.round(first + i * pitch()));
      }
      sessions.add(new Box(x, Math.round(middle - high / 2), w, high));
      lanesRight = Math.max(lanesRight, first + (own.size() - 1) * pitch() + unitWidth() / 2);
      x += w + 12;
    }
    while (laneX.size() < lanes.size()) {
      laneX.add(x);
    }
  }

  /** The box of a session, by its place in the picture. */
  Box session(int index) {
    return sessions.get(index);
  }

  /** What is said beside the lines stands here. */
  double saidX() {
    return lanesRight + (grid.wide() ? 22 : 10);
  }

  /** What is said of a session stands beside its box. */
  double saidX(int index) {
    double right = sessions.isEmpty() ? 0 : sessions.getLast().right();
    return index < 4 ? saidX() : Math.max(saidX(), right + 12);
  }

  /** Room for it. */
  double saidRoom(int index) {
    return column().x() - saidX(index) - (grid.wide() ? 14 : 4);
  }

  /** Baseline of the first of two lines beside a row: who waits, units, command, host, session. */
  double saidY(int index) {
    double middle =
        switch (index) {
          case 0 -> processY();
          case 1 -> unitY();
          case 2 -> tokenY();
          case 3 -> hostY();
          default -> sessions.isEmpty() ? hostY() : sessions.getFirst().middle();
        };
    return middle - grid.label() * 0.15;
  }

  /** The steps, or the error handler's ladder. */
  Box column() {
    double w = Math.min(300, is.column() * Math.min(1.2, grow));
    double x = left().right() - is.pad() - w;
    return new Box(x, bodyTop(), w, linkY() - bodyTop() - 14);
  }

  double stepPitch() {
    return (grid.label() + grid.mono()) * 1.28 + (grid.wide() ? 13 : 4);
  }

  /** So many steps have room. */
  int steps() {
    return Math.max(1, (int) ((column().h() - grid.label() * 1.6) / stepPitch()));
  }

  double stepY(int step) {
    return column().y() + grid.label() * 2.2 + step * stepPitch();
  }

  double stepX() {
    return column().x() + 7;
  }

  private double rightBoxes() {
    double natural = is.right() * Math.min(1.2, grow);
    double rest = right().w() - 2 * is.pad() - is.between() - threadLeast();
    return Math.max(natural, Math.min(natural * 1.25, rest));
  }

  private double threadLeast() {
    return grid.mono() * 0.6 * 37 + (grid.wide() ? 42 : 20);
  }

  private void placeThreads() {
    double w = right().w() - 2 * is.pad() - is.between() - rightBoxes();
    double x = right().x() + is.pad();
    List<Sleeper> all = picture.right().threads();
    double head = headHeight();
    double gap = grid.wide() ? 17 : 11;
    double end = logsFit() ? linkY() - 4 : right().bottom() - 10;
    double room = end - bodyTop() - all.size() * (head + gap + 5);
    int stuck = (int) all.stream().filter(Sleeper::stuck).count();
    int most = grid.look().functions() ? (int) (room / line() / Math.max(1, stuck)) : 0;
    most = Math.clamp(most, 0, MOST_LINES);
    double left = grid.look().functions() ? room - stuck * most * line() : 0;
    int idle = (int) (left / line() / Math.max(1, all.size() - stuck));
    double y = bodyTop();
    for (Sleeper each : all) {
      int lines = Math.clamp(each.stuck() ? most : Math.min(idle, 2), 0, each.lines());
      double h = head + lines * line() + (lines > 0 ? 5 : 0);
      threads.add(new Box(x, Math.round(y), w, h));
      stackLines.add(lines);
      y += h + gap;
    }
  }

  /** Height of a thread's box without its stack. */
  double headHeight() {
    return Math.round(grid.mono() * 1.2 + (grid.wide() ? 18 : 12));
  }

  /** A thread's box, by its place in the picture. */
  Box thread(int index) {
    return threads.get(index);
  }

  /** There is room for the box of a thread. */
  boolean fits(int thread) {
    return threads.get(thread).bottom() <= right().bottom() - 4;
  }

  /** Lines of its stack that are shown. */
  int stackLines(int thread) {
    return stackLines.get(thread);
  }

  double boxesX() {
    return right().right() - is.pad() - rightBoxes();
  }

  private double heldHeight() {
    return Math.round(
        (grid.label() + 2 * grid.mono()) * 1.28 + (grid.wide() ? 22 : 14)
            - (noteFits() ? 0 : grid.mono() * 1.28));
  }

  /** There is room for the third line of a command. */
  boolean noteFits() {
    return picture.right().held().stream().noneMatch(each -> each.note().isEmpty());
  }

  private double bioHeight() {
    return Math.round((grid.label() + grid.mono()) * 1.28 + (grid.wide() ? 24 : 14));
  }

  private double down() {
    return grid.wide() ? 46 : 26;
  }

  /** The command on the target, by its place in the picture. */
  Box held(int index) {
    double step = heldHeight() + down() + bioHeight() + (grid.wide() ? 18 : 10);
    return new Box(boxesX(), bodyTop() + index * step, rightBoxes(), heldHeight());
  }

  /** What its backstore has. */
  Box bio(int index) {
    Box command = held(index);
    return new Box(command.x(), command.bottom() + down(), command.w(), bioHeight());
  }

  /** There is room for it. */
  boolean heldFits(int index) {
    return bio(index).bottom() < store(0).y() - 8;
  }

  double storeHeight() {
    return Math.round(grid.mono() * 1.2 + (grid.wide() ? 12 : 8));
  }

  /** A backstore, by its place in the picture; the last one lowest. */
  Box store(int index) {
    int all = picture.right().stores().size();
    double step = storeHeight() + (grid.wide() ? 8 : 5);
    double first = right().bottom() - is.pad() - all * step;
    List<Held> held = picture.right().held();
    double below = held.isEmpty() ? bodyTop() : bio(held.size() - 1).bottom() + down();
    double y = Math.min(first, below);
    return new Box(boxesX(), Math.round(y + index * step), rightBoxes(), storeHeight());
  }

  /** Where the connection of a session crosses, by its place in the picture. */
  double crossY(int index) {
    return linkY() + index * (grid.wide() ? 12 : 9);
  }

  /** The middle between the machines. */
  double crossX() {
    return left().right() + is.gap() / 2;
  }

  double gap() {
    return is.gap();
  }

  /** There is room for the kernel logs below the machines. */
  boolean logsFit() {
    return grid.wide() && grid.look().functions();
  }

  /** Baseline of the head of the logs. */
  double logY() {
    return linkY() + (picture.links().size() - 1) * 12 + caption() + 10;
  }

  private double caption() {
    return grid.caption();
  }
}
