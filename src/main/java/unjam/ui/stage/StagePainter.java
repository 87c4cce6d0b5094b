package unjam.ui.stage;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.control.TokenShape;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the stage's lines, stations, gates and commands; its words are nodes above. */
final class StagePainter {

  private static final double STOP = 3.8;

  private final GraphicsContext g;
  private final Palette colors;
  private final StageLayout at;
  private final StagePicture picture;
  private final TokenPainter tokens;

  StagePainter(
      GraphicsContext g, Palette colors, StageLayout at, StagePicture picture,
      TokenPainter tokens) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.tokens = tokens;
  }

  /** Everything but the commands. */
  void paintMap() {
    bands();
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      line(lane);
    }
    stops();
    picture.ehAsks().ifPresent(this::ehTrack);
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      capsule(lane);
      process(lane);
    }
    gates();
  }

  private void pen(Role role, double width, double... dashes) {
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
  }

  /** Hairlines lie on half pixels, so that they are one pixel wide. */
  private void bands() {
    pen(Role.HAIR, 1);
    for (int band = 0; band < at.grid().bands() - 1; band++) {
      double y = Math.floor(at.grid().bandBottom(band)) + 0.5;
      g.strokeLine(at.bandX(), y, at.pathRight(), y);
    }
  }

  private boolean isShut(int host) {
    return picture.gates().stream().anyMatch(gate -> gate.host() == host && gate.shut());
  }

  private void line(int lane) {
    boolean shut = isShut(picture.lanes().get(lane).host());
    boolean subject =
        picture.tokens().stream().anyMatch(each -> each.lane() == lane && each.subject());
    double width = subject ? 4 : 2.5;
    Role role = subject ? Role.ACCENT : Role.HAIR2;
    double gate = at.gateY();
    if (shut) {
      pen(role, width);
      g.strokeLine(at.downX(lane), at.topY(), at.downX(lane), gate);
      pen(role, width, 0.5, width * 2.4);
    } else {
      pen(role, width);
    }
    double top = shut ? gate : at.topY();
    double bend = at.bend();
    double row = at.rowY(lane);
    g.beginPath();
    g.moveTo(at.downX(lane), top);
    g.lineTo(at.downX(lane), row - bend);
    g.arcTo(at.downX(lane), row, at.downX(lane) + bend, row, bend);
    g.lineTo(at.upX(lane) - bend, row);
    g.arcTo(at.upX(lane), row, at.upX(lane), row - bend, bend);
    g.lineTo(at.upX(lane), at.topY());
    g.stroke();
    g.setLineDashes();
  }

  private void stops() {
    for (StagePicture.StopName name : picture.stops()) {
      Stop stop = name.stop();
      boolean runs = picture.running().filter(each -> each.stop() == stop).isPresent();
      if (stop == Stop.GATE) {
        continue;
      }
      if (stop.shared()) {
        for (StagePicture.Gate gate : picture.gates()) {
          shared(stop, gate.host(), runs);
        }
      } else {
        for (int lane = 0; lane < picture.lanes().size(); lane++) {
          pen(runs ? Role.ACCENT : Role.EDGE, 1.5);
          g.setFill(colors.of(Role.WINDOW));
          circle(x(stop, lane), at.stopY(stop, lane), STOP);
        }
      }
    }
  }

  private double x(Stop stop, int lane) {
    return stop.side() == Stop.Side.DOWN ? at.downX(lane) : at.upX(lane);
  }

  /** One capsule across all lines of a host: here the sharing begins. */
  private void shared(Stop stop, int host, boolean runs) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      if (picture.lanes().get(lane).host() == host) {
        left = Math.min(left, x(stop, lane));
        right = Math.max(right, x(stop, lane));
      }
    }
    if (left > right) {
      return;
    }
    double y = Math.round(at.stopY(stop, 0)) - 0.5;
    double h = 2 * STOP + 1;
    g.setFill(colors.of(Role.SURFACE));
    pen(runs ? Role.ACCENT : Role.EDGE, runs ? 2 : 1.5);
    double x = left - STOP - 2.5;
    double w = right - left + 2 * STOP + 5;
    g.fillRoundRect(x, y - h / 2, w, h, h, h);
    g.strokeRoundRect(x, y - h / 2, w, h, h, h);
  }

  private void circle(double x, double y, double r) {
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
  }

  private void capsule(int lane) {
    StagePicture.Lane disk = picture.lanes().get(lane);
    double h = at.capsuleHeight();
    double y = Math.round(at.rowY(lane) - h / 2) + 0.5;
    double x = at.capsuleLeft();
    double w = at.capsuleRight() - x;
    g.setFill(colors.of(Role.SURFACE));
    pen(disk.subject() ? Role.ACCENT : Role.EDGE, disk.subject() ? 2 : 1.25);
    g.fillRoundRect(x, y, w, h, h, h);
    g.strokeRoundRect(x, y, w, h, h, h);
    new Glyphs(g)
        .health(
            disk.health(), x + h * 0.6, at.rowY(lane), h * 0.6, colors.of(disk.health().role()),
            colors.of(Role.SURFACE));
  }

  /** The box around a process's letter. */
  private void process(int lane) {
    double side = at.laneNamesFit() ? 20 : 15;
    double x = Math.round(at.downX(lane) - side / 2) + 0.5;
    double y = Math.round(at.grid().y(106) - side / 2) + 0.5;
    g.setFill(colors.of(Role.SURFACE));
    pen(Role.INK2, 1.5);
    g.fillRoundRect(x, y, side, side, 9, 9);
    g.strokeRoundRect(x, y, side, side, 9, 9);
  }

  private void gates() {
    for (StagePicture.Gate gate : picture.gates()) {
      List<Integer> lanes =
          IntStream.range(0, picture.lanes().size())
              .filter(lane -> picture.lanes().get(lane).host() == gate.host())
              .boxed()
              .toList();
      if (!lanes.isEmpty()) {
        gate(gate.shut(), at.downX(lanes.getFirst()) - 21, at.downX(lanes.getLast()) + 17);
      }
    }
  }

  private void gate(boolean shut, double left, double right) {
    double h = 13;
    double y = at.gateY();
    if (shut) {
      g.setFill(colors.of(Role.INK));
      g.fillRoundRect(left, y - h / 2, right - left, h, h, h);
      pen(Role.WINDOW, h * 0.2);
      g.setLineCap(StrokeLineCap.BUTT);
      for (double x = left + h * 1.1; x < right - h * 0.8; x += h * 1.5) {
        g.strokeLine(x, y + h * 0.34, x + h * 0.45, y - h * 0.34);
      }
    } else {
      pen(Role.INK2, h * 0.5);
      g.strokeLine(left, y, left - h * 0.8, y - h * 2.9);
    }
    g.setFill(colors.of(Role.WINDOW));
    pen(shut ? Role.INK : Role.INK2, h * 0.26);
    circle(left, y, h * 0.62);
  }

  /** The error handler's own way to a disk: past the gate, up to the capsule from below. */
  private void ehTrack(StagePicture.EhAsks asks) {
    if (!asks.toDisk()) {
      ehTrackToAdapter();
      return;
    }
    double right = at.grid().split();
    double turn = at.grid().split() - 12;
    double y = at.grid().ehTrack();
    double under = at.rowY(asks.lane()) + at.capsuleHeight() / 2 + 4.5;
    double target = at.capsuleRight() - 40;
    pen(Role.ACCENT, 2.2);
    g.beginPath();
    g.moveTo(right, y);
    g.lineTo(turn + 8, y);
    g.arcTo(turn, y, turn, y + 8, 8);
    g.lineTo(turn, under - 8);
    g.arcTo(turn, under, turn - 8, under, 8);
    g.lineTo(target, under);
    g.stroke();
    g.setFill(colors.of(Role.ACCENT));
    g.fillPolygon(
        new double[] {target - 4.5, target + 4.5, target},
        new double[] {under, under, under - 7}, 3);
  }

  /** A reset of the host goes no further than the driver. */
  private void ehTrackToAdapter() {
    double x = at.adapterX();
    double y = at.grid().ehTrack();
    double top = at.grid().bandBottom(3) - 8;
    pen(Role.ACCENT, 2.2);
    g.beginPath();
    g.moveTo(at.grid().split(), y);
    g.lineTo(x, y);
    g.lineTo(x, top + 6);
    g.stroke();
    g.setFill(colors.of(Role.ACCENT));
    g.fillPolygon(new double[] {x - 4.5, x + 4.5, x}, new double[] {top + 7, top + 7, top}, 3);
  }

  /** The commands, and what the error handler has sent. */
  void paintTraffic() {
    for (StagePicture.OnPath each : picture.tokens()) {
      if (each.rank() >= StagePicture.MOST_AT_ONE_PLACE) {
        continue;
      }
      StageLayout.Point place = at.place(each.lane(), each.at(), each.rank());
      double radius = each.shape() == TokenShape.GHOST ? 9.5 : at.grid().token();
      tokens.paint(
          g, colors,
          new Token(
              each.shape(), each.tag(), place.x(), place.y(), radius, each.timeLeft(),
              each.subject(), each.dimmed()));
    }
    picture
        .ehAsks()
        .filter(asks -> !asks.sent().isEmpty())
        .ifPresent(
            asks ->
                tokens.paint(
                    g, colors,
                    new Token(
                        TokenShape.EH_COMMAND, asks.sent(),
                        asks.toDisk() ? at.upX(0) + 26 : at.adapterX() + 4,
                        asks.toDisk()
                            ? at.rowY(asks.lane()) + at.capsuleHeight() / 2 + 4.5
                            : at.grid().ehTrack() + 14,
                        11, 1, false, false)));
  }
}
