package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Brush;
import unjam.ui.control.Glyphs;
import unjam.ui.stage.StageLayout.Point;
import unjam.ui.stage.StagePicture.Lane;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the stage's lines, stations, disks and gates; its words are nodes above. */
final class StagePainter {

  private static final double STOP = 3.8;
  private static final double SHARED_LINE = 12;

  private final GraphicsContext g;
  private final Brush brush;
  private final StageLayout at;
  private final StagePicture picture;
  private final Optional<StagePicture.OnPath> lit;
  private final List<Integer> previewed;
  private final double bold;

  /**
   * @param previewed indexes of disks that are outlined
   */
  StagePainter(
      GraphicsContext g, Palette colors, StageLayout at, StagePicture picture,
      List<Integer> previewed) {
    this.g = g;
    this.previewed = previewed;
    this.at = at;
    this.picture = picture;
    brush = new Brush(g, colors);
    lit = picture.path();
    bold = picture.look().presenter() ? 1.25 : at.grid().wide() ? 1.2 : 1;
  }

  /** Everything but the commands and who runs. */
  void paint() {
    if (!picture.look().presenter()) {
      bands();
    }
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      line(lane);
    }
    lit.ifPresent(this::path);
    stops();
    picture.ehAsks().ifPresent(this::ehTrack);
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      disk(lane);
      process(lane);
      deviceBlocked(lane);
    }
    gates();
  }

  private void bands() {
    brush.pen(Role.HAIR, 1);
    for (int band = 0; band < at.grid().bands() - 1; band++) {
      double y = Brush.crisp(at.grid().bandBottom(band));
      g.strokeLine(at.bandX(), y, at.pathRight(), y);
    }
  }

  private boolean isShut(int host) {
    return picture.gates().stream().anyMatch(gate -> gate.host() == host && gate.shut());
  }

  /** Above a shut gate the line is whole, below it only a way that nothing goes. */
  private void line(int lane) {
    Lane disk = picture.lanes().get(lane);
    double width = disk.isBundle() ? SHARED_LINE : 2.5 * bold;
    Role role = disk.isBundle() ? Role.HAIR : Role.HAIR2;
    double down = at.downX(lane);
    double row = at.rowY(lane);
    double from = at.topY();
    if (isShut(disk.host())) {
      brush.pen(role, width);
      g.strokeLine(down, from, down, at.gateY());
      from = at.gateY();
      brush.pen(role, width, dashes(disk, width));
    } else {
      brush.pen(role, width);
    }
    g.setLineCap(disk.isBundle() ? StrokeLineCap.BUTT : StrokeLineCap.ROUND);
    brush.bent(
        at.bend(), down, from, down, row, at.upX(lane), row, at.upX(lane), at.topY());
  }

  private static double[] dashes(Lane disk, double width) {
    return disk.isBundle() ? new double[] {3, 4} : new double[] {0.5, width * 2.4};
  }

  /** What the command that is followed has gone through. */
  private void path(StagePicture.OnPath token) {
    Point here = at.place(token.lane(), token.at(), token.rank());
    boolean up = token.at() > Stop.DISK.ordinal();
    List<Double> flat = new ArrayList<>();
    for (Point each : gone(token.lane(), here, up)) {
      flat.add(each.x());
      flat.add(each.y());
    }
    brush.pen(Role.ACCENT, 3.4 * bold);
    brush.bent(at.bend(), flat.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void stops() {
    for (StagePicture.StopName name : picture.stops()) {
      if (picture.look().queues()) {
        stop(name.stop(), false);
      }
    }
  }

  /** The station at which somebody runs: it changes all the time, the map does not. */
  void running() {
    picture
        .running()
        .map(StagePicture.Running::stop)
        .filter(stop -> picture.stops().stream().anyMatch(each -> each.stop() == stop))
        .ifPresent(stop -> stop(stop, true));
  }

  private void stop(Stop stop, boolean runs) {
    if (!stop.isDrawn()) {
      return;
    }
    if (stop.shared()) {
      picture.gates().forEach(gate -> shared(stop, gate.host(), runs));
      return;
    }
    for (int lane = 0; lane < at.lanes(); lane++) {
      boolean gone = isGone(stop, lane);
      brush.pen(runs || gone ? Role.ACCENT : Role.EDGE, gone ? 2 : 1.5).fill(Role.WINDOW);
      brush.circle(at.stopX(stop, lane), at.stopY(stop, lane), STOP);
    }
  }

  private boolean isGone(Stop stop, int lane) {
    return lit.filter(each -> each.lane() == lane && each.at() >= stop.ordinal()).isPresent();
  }

  private List<Integer> lanesOf(int host) {
    return IntStream.range(0, picture.lanes().size())
        .filter(lane -> picture.lanes().get(lane).host() == host)
        .boxed()
        .toList();
  }

  /** One capsule across all lines of a host: here the sharing begins. */
  private void shared(Stop stop, int host, boolean runs) {
    List<Integer> lanes = lanesOf(host);
    if (lanes.isEmpty()) {
      return;
    }
    double one = at.stopX(stop, lanes.getFirst());
    double other = at.stopX(stop, lanes.getLast());
    double half = STOP + (at.grid().wide() ? 1.4 : 0.6);
    double y = Math.round(at.stopY(stop, 0)) - half;
    double left = Math.min(one, other) - STOP - 2.5;
    brush.fill(Role.SURFACE).pen(runs ? Role.ACCENT : Role.EDGE, runs ? 2 : 1.5);
    brush.box(left, y, Math.abs(one - other) + 2 * STOP + 5, 2 * half, half);
  }

  private void disk(int lane) {
    Lane disk = picture.lanes().get(lane);
    double h = at.bodyHeight(lane);
    double y = Brush.crisp(at.rowY(lane) - h / 2);
    double x = at.capsuleLeft();
    double w = at.capsuleRight() - x;
    brush.fill(Role.SURFACE);
    brush.pen(disk.subject() ? Role.ACCENT : Role.EDGE, disk.subject() ? 2 : 1.25);
    if (isPreviewed(disk)) {
      brush.pen(Role.INK, 1.5, 4, 4);
      brush.canvas().strokeRoundRect(x - 3, y - 3, w + 6, h + 6, h + 6, h + 6);
      brush.pen(disk.subject() ? Role.ACCENT : Role.EDGE, disk.subject() ? 2 : 1.25);
    }
    if (disk.squares() > 0) {
      brush.box(x, y, w, h, 9);
      squares(disk, x + 8, y + 22 * at.grid().look().room(), w - 16, h - 28);
      return;
    }
    brush.box(x, y, w, h, h / 2);
    if (disk.isBundle()) {
      shares(disk, x + h / 2, y + h - (h < 22 ? 2.5 : 5), w - h, h < 22 ? 2 : 3);
    }
    new Glyphs(g)
        .health(
            disk.health(), x + h * 0.58, at.rowY(lane), h * 0.58,
            brush.colors().of(disk.health().role()), brush.colors().of(Role.SURFACE));
  }

  private boolean isPreviewed(Lane disk) {
    return previewed.contains(disk.device())
        || disk.members().stream().anyMatch(each -> previewed.contains(each.device()));
  }

  /** A bar of states below the name of many disks. */
  private void shares(Lane many, double x, double y, double width, double height) {
    double each = width / many.members().size();
    double left = x;
    for (StagePicture.Member member : many.members()) {
      brush.fill(member.health().role());
      g.fillRect(left, y, each + 0.3, height);
      left += each;
    }
  }

  /** All of them, the worst first. */
  private void squares(Lane many, double x, double y, double width, double height) {
    Squares field = new Squares(many.members().size(), width, height);
    for (int i = 0; i < many.members().size(); i++) {
      brush.fill(many.members().get(i).health().role());
      g.fillRect(x + field.x(i), y + field.y(i), field.side(), field.side());
    }
  }

  /** The box around a process's letter. */
  private void process(int lane) {
    if (picture.lanes().get(lane).process().isEmpty()) {
      return;
    }
    double side = processSide();
    double x = Brush.crisp(at.downX(lane) - side / 2);
    double y = Brush.crisp(at.grid().y(106) - side / 2);
    brush.fill(Role.SURFACE).pen(Role.INK2, 1.5);
    brush.box(x, y, side, side, 4.5);
  }

  private double processSide() {
    if (at.laneNamesFit()) {
      return 20 * bold / 1.1 * at.grid().look().room();
    }
    return Math.min(17, at.apart() - 2);
  }

  /** A short bar across one line: its disk takes nothing for some tries. */
  private void deviceBlocked(int lane) {
    if (picture.lanes().get(lane).blocked().isEmpty()) {
      return;
    }
    double y = at.gateY() + at.gateHeight() + 4;
    bar(Role.EDGE, at.downX(lane) - 10, at.downX(lane) + 10, y, 6);
  }

  private void gates() {
    for (StagePicture.Gate gate : picture.gates()) {
      List<Integer> lanes = lanesOf(gate.host());
      if (lanes.isEmpty()) {
        continue;
      }
      double left = at.downX(lanes.getFirst()) - at.gatePost();
      double right = at.downX(lanes.getLast()) + at.gatePost();
      if (!gate.blocked().isEmpty()) {
        bar(Role.EDGE, left + 8, right, at.gateY() + at.gateHeight() * 0.9, 6);
      }
      gate(gate.shut(), left, right);
    }
  }

  private void bar(Role role, double left, double right, double y, double height) {
    brush.fill(role);
    g.fillRoundRect(left, y - height / 2, right - left, height, height, height);
  }

  private void gate(boolean shut, double left, double right) {
    double h = at.gateHeight();
    double y = Math.round(at.gateY());
    if (shut) {
      bar(Role.INK, left, right, y, h);
      brush.pen(Role.WINDOW, h * 0.22);
      g.setLineCap(StrokeLineCap.BUTT);
      int stripes = (int) ((right - left - h) / (h * 1.5));
      for (int i = 0; i < stripes; i++) {
        double x = left + h * 0.9 + i * h * 1.5;
        g.strokeLine(x, y + h * 0.34, x + h * 0.45, y - h * 0.34);
      }
    } else {
      brush.pen(Role.INK2, h * 0.55);
      g.strokeLine(left, y, left - h * 0.9, y - h * 3.4);
    }
    brush.fill(Role.WINDOW).pen(shut ? Role.INK : Role.INK2, h * 0.26);
    brush.circle(left, y, h * 0.62);
  }

  /** The error handler's own way to a disk: past the gate, up to the capsule from below. */
  private void ehTrack(StagePicture.EhAsks asks) {
    double joint = at.grid().ehJoint();
    double y = Math.round(at.grid().ehTrack());
    brush.pen(Role.ACCENT, 2.1 * bold).fill(Role.ACCENT);
    g.setLineCap(StrokeLineCap.BUTT);
    if (!asks.toDisk()) {
      double top = at.grid().bandBottom(3) - 6;
      brush.bent(8, joint, y, at.adapterX(), y, at.adapterX(), top + 6);
      brush.arrowUp(at.adapterX(), top, 4.5);
      return;
    }
    double under = at.ehRunY(asks.lane());
    double body = at.rowY(asks.lane()) + at.bodyHeight(asks.lane()) / 2;
    double middle = (at.capsuleLeft() + at.capsuleRight()) / 2;
    double target = at.isCrowded() ? at.capsuleRight() - 12 : middle + 11;
    double turn = at.ehTurnX();
    brush.bent(9, joint, y, turn, y, turn, under, target, under);
    brush.arrowUp(target, body + 1.5, 4.5);
  }

  /** The corners of what a command has gone through, from the top of its line to where it is. */
  private List<Point> gone(int lane, Point to, boolean up) {
    List<Point> corners = new ArrayList<>(List.of(new Point(at.downX(lane), at.topY())));
    double row = at.rowY(lane);
    if (!up && to.x() <= at.downX(lane) + 0.5) {
      corners.add(new Point(at.downX(lane), Math.min(to.y(), row)));
      return corners;
    }
    corners.add(new Point(at.downX(lane), row));
    if (up) {
      corners.add(new Point(at.upX(lane), row));
    }
    corners.add(to);
    return corners;
  }
}
