package unjam.ui.stage;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Brush;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.stage.MachinesLayout.Box;
import unjam.ui.stage.MachinesPicture.Passing;
import unjam.ui.stage.MachinesPicture.Sleeper;
import unjam.ui.stage.MachinesPicture.Way;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the two machines; the words are nodes above. */
final class MachinesPainter {

  private static final double ROUND = 8;
  private static final double HEAD = 5;

  private final GraphicsContext g;
  private final Palette colors;
  private final Brush brush;
  private final MachinesLayout at;
  private final MachinesPicture picture;
  private final StagePicture path;
  private final TokenPainter tokens;
  private final boolean wide;

  MachinesPainter(
      GraphicsContext g, Palette colors, MachinesLayout at, MachinesPicture picture,
      StagePicture path, TokenPainter tokens) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.path = path;
    this.tokens = tokens;
    brush = new Brush(g, colors);
    wide = at.grid().wide();
  }

  void paint() {
    for (Box each : List.of(at.left(), at.right())) {
      brush.fill(Role.SURFACE).pen(Role.HAIR2, 1);
      brush.box(Brush.crisp(each.x()), Brush.crisp(each.y()), each.w() - 1, each.h() - 1, 11);
    }
    for (int i = 0; i < picture.links().size(); i++) {
      link(i, picture.links().get(i));
    }
    for (int lane = 0; lane < path.lanes().size(); lane++) {
      lane(lane);
    }
    for (int i = 0; i < picture.left().sessions().size(); i++) {
      session(i, picture.left().sessions().get(i));
      gate(picture.left().sessions().get(i));
    }
    if (!picture.left().climbs()) {
      steps();
    }
    target();
  }

  private boolean isShut(int host) {
    return path.gates().stream().anyMatch(each -> each.host() == host && each.shut());
  }

  private int sessionOf(int host) {
    for (int i = 0; i < picture.left().sessions().size(); i++) {
      if (picture.left().sessions().get(i).host() == host) {
        return i;
      }
    }
    return 0;
  }

  /** From the process down to its session; below what is shut only a way that nothing goes. */
  private void lane(int lane) {
    StagePicture.Lane disk = path.lanes().get(lane);
    double x = at.laneX(lane);
    double to = at.session(sessionOf(disk.host())).y();
    boolean passes = picture.left().gates().get(lane).passing() == Passing.RUNNING;
    brush.pen(Role.HAIR2, wide ? 3 : 2.5);
    g.strokeLine(x, at.processY(), x, at.unitY());
    double open = isShut(disk.host()) ? at.hostY() : to;
    if (passes) {
      g.strokeLine(x, at.unitY(), x, open);
    } else {
      dotted(x, at.unitY(), at.hostY());
    }
    if (open < to || !passes) {
      dotted(x, at.hostY(), to);
    }
    process(lane, disk);
    unit(lane);
  }

  private void dotted(double x, double from, double to) {
    brush.pen(Role.HAIR2, wide ? 3 : 2.5, 0.5, 7);
    g.strokeLine(x, from, x, to);
    g.setLineDashes();
  }

  private void process(int lane, StagePicture.Lane disk) {
    double side = at.processSide();
    boolean waits = disk.process().equals("D");
    brush.fill(Role.SURFACE).pen(waits ? Role.INK : Role.EDGE, waits ? 2 : 1.25);
    brush.box(
        Brush.crisp(at.laneX(lane) - side / 2), Brush.crisp(at.processY() - side / 2), side,
        side, 4.5);
  }

  private void unit(int lane) {
    MachinesPicture.UnitGate unit = picture.left().gates().get(lane);
    double w = at.unitWidth();
    double h = at.unitHeight();
    double x = at.laneX(lane) - w / 2;
    boolean shut = unit.passing() != Passing.RUNNING;
    brush.fill(Role.WINDOW).pen(shut ? Role.INK : Role.EDGE, shut ? 1.75 : 1.25);
    brush.box(Brush.crisp(x), Brush.crisp(at.unitY() - h / 2), w, h, h / 2);
    Health mark = health(unit.passing());
    double middle = at.unitNamesFit() ? x + h * 0.52 : at.laneX(lane);
    new Glyphs(g)
        .health(
            mark, middle, at.unitY(), h * 0.55, colors.of(mark.role()), colors.of(Role.WINDOW));
  }

  private static Health health(Passing passing) {
    return switch (passing) {
      case RUNNING -> Health.RUNNING;
      case BLOCKED -> Health.BLOCKED;
      case UNPLUGGED -> Health.UNPLUGGED;
      case OFFLINE -> Health.OFFLINE;
    };
  }

  /** Across all lines of a host: open it is a hollow capsule, shut a hatched bar. */
  private void gate(MachinesPicture.Session session) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int lane = 0; lane < path.lanes().size(); lane++) {
      if (path.lanes().get(lane).host() == session.host()) {
        left = Math.min(left, at.laneX(lane));
        right = Math.max(right, at.laneX(lane));
      }
    }
    if (right == 0) {
      return;
    }
    double post = wide ? 24 : 18;
    double h = at.gateHeight();
    double y = Math.round(at.hostY());
    left -= post;
    right += post;
    if (!isShut(session.host())) {
      brush.fill(Role.SURFACE).pen(Role.EDGE, 1.5);
      brush.box(left, y - h / 2 + 1, right - left, h - 2, h / 2);
      return;
    }
    brush.fill(Role.INK);
    g.fillRoundRect(left, y - h / 2, right - left, h, h, h);
    brush.pen(Role.SURFACE, h * 0.22);
    g.setLineCap(StrokeLineCap.BUTT);
    for (double x = left + h * 1.1; x < right - h; x += h * 1.4) {
      g.strokeLine(x, y + h * 0.34, x + h * 0.45, y - h * 0.34);
    }
    brush.fill(Role.SURFACE).pen(Role.INK, h * 0.26);
    brush.circle(left, y, h * 0.62);
  }

  private void session(int index, MachinesPicture.Session session) {
    Box box = at.session(index);
    switch (session.tone()) {
      case LOGGED_IN -> brush.fill(Role.WINDOW).pen(Role.EDGE, 1.25);
      case FAILED -> brush.fill(Role.FAIL_SOFT).pen(Role.FAIL, 2);
      case FREE -> brush.fill(Role.WINDOW).pen(Role.FAIL, 2, 6, 4);
    }
    brush.box(Brush.crisp(box.x()), Brush.crisp(box.y()), box.w(), box.h(), ROUND);
    g.setLineDashes();
    if (session.left() >= 0) {
      double y = box.bottom() - 7;
      brush.fill(Role.HAIR2);
      g.fillRoundRect(box.x() + 12, y, box.w() - 24, 3, 3, 3);
      brush.fill(Role.FAIL);
      g.fillRoundRect(box.x() + 12, y, (box.w() - 24) * session.left(), 3, 3, 3);
    }
  }

  /** From the session out of the one machine and into the other. */
  private void link(int index, MachinesPicture.Link link) {
    Box from = at.session(sessionOf(link.host()));
    double y = at.crossY(index);
    double x = from.x() + Math.min(from.w() / 2, 40);
    double middle = at.crossX();
    double half = wide ? 15 : 10;
    boolean whole = link.way() == Way.UP || link.way() == Way.LOGIN;
    Role role = link.way() == Way.UP ? Role.INK2 : Role.EDGE;
    brush.pen(role, wide ? 3 : 2.5);
    g.setLineCap(StrokeLineCap.BUTT);
    brush.bent(10, x, from.bottom(), x, y, whole ? at.right().x() : middle - half, y);
    if (link.way() == Way.LOGIN) {
      brush.fill(Role.SURFACE).pen(Role.EDGE, 2);
      brush.circle(middle, y, half * 0.42);
    } else if (!whole) {
      brush.pen(role, wide ? 3 : 2.5);
      g.setLineCap(StrokeLineCap.BUTT);
      g.strokeLine(middle + half, y, at.right().x(), y);
      brush.pen(Role.FAIL, wide ? 3 : 2.5);
      if (link.way() == Way.CUT) {
        brush.cross(middle, y, half * 1.1);
      } else {
        g.strokeLine(middle - half * 0.3, y - half * 0.7, middle - half * 0.3, y + half * 0.7);
        g.strokeLine(middle + half * 0.3, y - half * 0.7, middle + half * 0.3, y + half * 0.7);
      }
    }
  }

  private void steps() {
    List<MachinesPicture.Step> steps = shownSteps(at, picture);
    if (steps.isEmpty()) {
      return;
    }
    brush.pen(Role.HAIR2, 2);
    g.strokeLine(at.stepX(), at.stepY(0), at.stepX(), at.stepY(steps.size() - 1));
    for (int i = 0; i < steps.size(); i++) {
      boolean now = steps.get(i).now();
      brush.fill(now ? Role.ACCENT : Role.SURFACE).pen(now ? Role.ACCENT : Role.EDGE, 1.75);
      brush.circle(at.stepX(), at.stepY(i), wide ? 5 : 4);
    }
  }

  /** The last ones, as many as there is room for. */
  static List<MachinesPicture.Step> shownSteps(MachinesLayout at, MachinesPicture picture) {
    List<MachinesPicture.Step> all = picture.left().steps();
    return all.subList(Math.max(0, all.size() - at.steps()), all.size());
  }

  private void target() {
    for (int i = 0; i < picture.right().stores().size(); i++) {
      store(at.store(i), picture.right().stores().get(i));
    }
    for (MachinesPicture.Arrow each : picture.right().arrows()) {
      arrow(each);
    }
    for (int i = 0; i < picture.right().held().size() && at.heldFits(i); i++) {
      held(i, picture.right().held().get(i));
    }
    for (int i = 0; i < picture.right().threads().size(); i++) {
      if (at.fits(i)) {
        thread(at.thread(i), picture.right().threads().get(i));
      }
    }
  }

  /** Who sleeps in D has a whole outline and a bold letter, who rests a dashed one. */
  private void thread(Box box, Sleeper thread) {
    if (thread.stuck()) {
      brush.fill(Role.WINDOW).pen(Role.ACCENT, 2);
    } else {
      brush.fill(Role.SURFACE).pen(Role.EDGE, 1, 4, 4);
    }
    brush.box(Brush.crisp(box.x()), Brush.crisp(box.y()), box.w(), box.h(), ROUND);
    g.setLineDashes();
    double side = letterSide();
    double y = box.y() + at.headHeight() / 2 - side / 2;
    brush.fill(Role.SURFACE).pen(thread.stuck() ? Role.ACCENT : Role.EDGE, 1.5);
    brush.box(Brush.crisp(box.x() + 9), Brush.crisp(y), side, side, 4);
  }

  private double letterSide() {
    return letterSide(at);
  }

  static double letterSide(MachinesLayout at) {
    return Math.round(at.grid().mono() + 6);
  }

  private void held(int index, MachinesPicture.Held held) {
    Box command = at.held(index);
    Box bio = at.bio(index);
    brush.pen(Role.ACCENT, wide ? 2.5 : 2);
    downArrow(command.center(), command.bottom(), bio.y());
    brush.fill(Role.WINDOW).pen(Role.EH, 2);
    brush.box(
        Brush.crisp(command.x()), Brush.crisp(command.y()), command.w(), command.h(), ROUND);
    double radius = tokenRadius(at);
    tokens.paint(
        g, colors,
        new Token(
            held.shape(), held.tag(), command.x() + radius + 11, command.y() + radius + 11,
            radius, 1, false, false));
    brush.fill(Role.ACCENT_SOFT).pen(Role.ACCENT, 2);
    brush.box(Brush.crisp(bio.x()), Brush.crisp(bio.y()), bio.w(), bio.h(), ROUND);
    for (int i = 0; i < picture.right().stores().size(); i++) {
      if (picture.right().stores().get(i).device() == held.device() && i == 0) {
        brush.pen(Role.HAIR2, 3);
        g.strokeLine(bio.center(), bio.bottom() + 1, bio.center(), at.store(i).y());
      }
    }
  }

  static double tokenRadius(MachinesLayout at) {
    return at.grid().wide() ? 11 : 8.5;
  }

  private void downArrow(double x, double from, double to) {
    g.setLineCap(StrokeLineCap.BUTT);
    g.strokeLine(x, from, x, to - HEAD);
    brush.fill(Role.ACCENT);
    g.fillPolygon(
        new double[] {x - HEAD, x + HEAD, x},
        new double[] {to - 1.8 * HEAD, to - 1.8 * HEAD, to - 1}, 3);
  }

  private void store(Box box, MachinesPicture.Store store) {
    brush.fill(Role.WINDOW).pen(store.holds() ? Role.INK : Role.EDGE, store.holds() ? 1.75 : 1.25);
    brush.box(
        Brush.crisp(box.x()), Brush.crisp(box.y()), box.w(), box.h(), box.h() / 2);
    Health mark = store.holds() ? Health.BLOCKED : Health.RUNNING;
    new Glyphs(g)
        .health(
            mark, box.x() + box.h() * 0.58, box.middle(), box.h() * 0.55,
            colors.of(mark.role()), colors.of(Role.WINDOW));
  }

  /** To a command with an elbow, to another thread straight up or down. */
  private void arrow(MachinesPicture.Arrow arrow) {
    int from = picture.right().thread(arrow.from());
    int held = picture.right().command(arrow.to());
    int other = picture.right().thread(arrow.to());
    if (from < 0 || !at.fits(from) || held >= 0 && !at.heldFits(held)) {
      return;
    }
    brush.pen(Role.ACCENT, wide ? 2.5 : 2);
    Box start = at.thread(from);
    if (held >= 0) {
      Box end = at.held(held);
      double y = arrowY(from, end);
      double startY = Math.clamp(y, start.y() + 12, start.bottom() - 8);
      double turn = end.x() - (wide ? 24 : 15);
      if (Math.abs(startY - y) < 1) {
        g.strokeLine(start.right(), y, end.x() - HEAD, y);
      } else {
        brush.bent(
            7, start.right(), start.middle(), turn, start.middle(), turn, y, end.x() - HEAD, y);
      }
      brush.fill(Role.ACCENT);
      g.fillPolygon(
          new double[] {end.x() - 1.8 * HEAD, end.x() - 1.8 * HEAD, end.x() - 1},
          new double[] {y - HEAD, y + HEAD, y}, 3);
    } else if (other >= 0) {
      Box end = at.thread(other);
      double x = start.x() + start.w() * 0.5;
      boolean up = end.y() < start.y();
      double tip = up ? end.bottom() + 1 : end.y() - 1;
      g.strokeLine(x, up ? start.y() : start.bottom(), x, up ? tip + HEAD : tip - HEAD);
      brush.fill(Role.ACCENT);
      double back = up ? tip + 1.7 * HEAD : tip - 1.7 * HEAD;
      g.fillPolygon(new double[] {x - HEAD, x + HEAD, x}, new double[] {back, back, tip}, 3);
    }
  }

  /** Each arrow comes in at a height of its own. */
  private double arrowY(int thread, Box end) {
    int before = 0;
    for (MachinesPicture.Arrow each : picture.right().arrows()) {
      int from = picture.right().thread(each.from());
      if (from >= 0 && from < thread && picture.right().command(each.to()) >= 0) {
        before++;
      }
    }
    return Math.min(end.y() + end.h() * 0.42 + before * (wide ? 20 : 13), end.bottom() - 6);
  }
}
