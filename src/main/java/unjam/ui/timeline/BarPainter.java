package unjam.ui.timeline;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Hatch;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Column;
import unjam.ui.timeline.ScrubberPicture.End;
import unjam.ui.timeline.ScrubberPicture.Heat;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Late;
import unjam.ui.timeline.ScrubberPicture.Look;
import unjam.ui.timeline.ScrubberPicture.Page;

/**
 * Paints all bars of a page, either as what has happened or as what is to come; the view shows of
 * either what lies on its side of the playhead.
 */
final class BarPainter {

  private static final double AHEAD = 0.42;
  private static final double DIMMED = 0.32;
  private static final double ROUND = 5;

  /** Narrower bars have a narrower end. */
  private static final double NARROW = 10;

  private final GraphicsContext g;
  private final Palette colors;
  private final ScrubberLayout at;
  private final ScrubberPicture picture;
  private final double scrolled;
  private final boolean ahead;
  private double strength = 1;

  BarPainter(
      GraphicsContext g, Palette colors, ScrubberLayout at, ScrubberPicture picture,
      double scrolled, boolean ahead) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.scrolled = scrolled;
    this.ahead = ahead;
  }

  void paint() {
    Page page = picture.page();
    g.save();
    g.beginPath();
    g.rect(at.left(), at.lanesTop(), at.right() - at.left(), at.lanesBottom() - at.lanesTop());
    g.clip();
    for (int i = 0; i < page.lanes().size(); i++) {
      int index = i;
      Lane lane = page.lanes().get(i);
      lane.heat().ifPresent(heat -> heat(index, heat));
      lane.bars().forEach(each -> bar(index, lane, each));
      lane.late().forEach(each -> late(index, lane, each));
    }
    g.restore();
  }

  /** A colour as it is now: what is pale has some of the paper in it. */
  private Color color(Role role) {
    return colors.of(Role.WINDOW).interpolate(colors.of(role), strength);
  }

  private void pen(Role role, double width, double... dashes) {
    g.setStroke(color(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.BUTT);
  }

  private double y(int index, Lane lane, int row) {
    return at.rowY(index, lane.rows(), row) - scrolled;
  }

  /** Too many commands: how many there are as height, those that wait dark. */
  private void heat(int index, Heat heat) {
    double bottom = at.laneY(index) + at.laneHeight(index) - 2 - scrolled;
    double full = at.laneHeight(index) - 5;
    strength = ahead ? AHEAD : 1;
    for (Column each : heat.columns()) {
      double waiting = full * each.waiting() / heat.most();
      double busy = full * each.busy() / heat.most();
      double left = Math.round(each.left());
      double w = Math.round(each.right()) - left;
      g.setFill(color(Role.INK2));
      g.fillRect(left, bottom - waiting, w, waiting);
      g.setFill(color(Role.HAIR2));
      g.fillRect(left, bottom - waiting - busy, w, busy);
    }
    strength = 1;
  }

  private double strength(boolean subject, Bar bar) {
    boolean other =
        picture.subject().command() >= 0
            && !subject
            && bar.command() >= 0
            && bar.look() == Look.IN_FLIGHT;
    return (ahead ? AHEAD : 1) * (other ? DIMMED : 1);
  }

  private void bar(int index, Lane lane, Bar bar) {
    TimeAxis axis = picture.page().axis();
    double from = bar.from() < axis.first() ? at.left() - ROUND : axis.x(bar.from());
    double to = bar.to() > axis.last() ? at.right() + ROUND : axis.x(bar.to());
    double w = Math.max(lane.least(), to - from);
    boolean subject = picture.subject().is(lane, bar, picture.now());
    double h = at.barHeight(index, lane.rows(), bar) + (subject && lane.rows() == 1 ? 2 : 0);
    double top = Math.round((y(index, lane, bar.row()) - h / 2) * 2) / 2.0;
    strength = strength(subject, bar);
    switch (bar.look()) {
      case IN_FLIGHT -> inFlight(bar, subject, from, top, w, h);
      case OVERDUE -> hatched(Role.LATE_SOFT, Role.LATE, 1, from, top, w, h);
      case TIMED_OUT -> {
        fill(Role.LATE_FILL, from, top, w, h);
        outline(Role.LATE, 1, from, top, w, h);
      }
      case ABORTING -> {
        fill(Role.SURFACE, from, top, w, h);
        outline(Role.LATE, 1.5, from, top, w, h, 4, 3);
      }
      case HELD -> {
        fill(Role.EH_SOFT, from, top, w, h);
        outline(Role.EH, 1.25, from, top, w, h);
      }
      case WAITS -> waits(from, top, w, h);
      case SHUT -> hatched(Role.WINDOW, Role.INK, 1.25, from, top, w, h);
      case THREAD -> thread(subject, from, top, w, h);
      case ASKED -> {
        fill(Role.SURFACE, from, top, w, h);
        outline(Role.LATE, 1.5, from, top, w, h, 4, 3);
      }
      case UNPLUGGED -> {
        fill(Role.SURFACE, from, top, w, h);
        outline(Role.INK2, 1.25, from, top, w, h, 2, 3);
      }
      case SLEEPS -> thread(true, from, top, w, h);
      case RUNS -> fill(subject ? Role.ACCENT : Role.INK2, from, top, subject ? w + 2 : w, h);
    }
    if (bar.look() != Look.IN_FLIGHT) {
      end(bar, from, top, w, h);
    }
    strength = 1;
  }

  private void inFlight(Bar bar, boolean subject, double x, double y, double w, double h) {
    if (subject && ahead) {
      fill(Role.ACCENT_SOFT, x, y, w, h);
      outline(Role.ACCENT, 1.25, x, y, w, h);
    } else {
      fill(subject ? Role.ACCENT : bar.story() ? Role.INK : Role.INK2, x, y, w, h);
    }
    end(bar, x, y, w, h);
  }

  /** The end says how it ended. */
  private void end(Bar bar, double x, double y, double w, double h) {
    if (bar.end() == End.OPEN) {
      return;
    }
    double end = w < NARROW ? Math.min(2, w / 2) : 3;
    g.setFill(color(bar.end() == End.ANSWERED ? Role.OK : Role.FAIL));
    g.fillRoundRect(x + w - end, y, end, h, 2, 2);
  }

  private void waits(double x, double y, double w, double h) {
    if (ahead) {
      pen(Role.INK2, 1.2, 2, 4);
      g.strokeLine(x, y + h / 2, x + w, y + h / 2);
      return;
    }
    fill(Role.SURFACE, x, y, w, h);
    outline(Role.INK2, 1.5, x, y, w, h);
  }

  private void thread(boolean subject, double x, double y, double w, double h) {
    double gap = w > 6 ? 1 : 0;
    if (!ahead) {
      fill(subject ? Role.ACCENT : Role.EH, x + gap, y, w - gap, h);
      return;
    }
    fill(subject ? Role.ACCENT_SOFT : Role.EH_SOFT, x + gap, y, w - gap, h);
    outline(subject ? Role.ACCENT : Role.EH, 1.25, x + gap, y, w - gap, h);
  }

  /** An answer that came too late and was dropped: a dotted circle, as on the stage. */
  private void late(int index, Lane lane, Late late) {
    if (!picture.page().axis().shows(late.nanos())) {
      return;
    }
    double x = picture.page().axis().x(late.nanos());
    double y = y(index, lane, late.row());
    strength = ahead ? AHEAD : 1;
    g.setFill(color(Role.SURFACE));
    g.fillOval(x - 4.5, y - 4.5, 9, 9);
    pen(Role.EDGE, 1.5, 2, 2);
    g.strokeOval(x - 4.5, y - 4.5, 9, 9);
    strength = 1;
  }

  private void fill(Role role, double x, double y, double w, double h) {
    g.setFill(color(role));
    double round = Math.min(ROUND, Math.min(w, h) / 1.5);
    g.fillRoundRect(x, y, w, h, round, round);
  }

  private void outline(
      Role role, double width, double x, double y, double w, double h, double... dashes) {
    pen(role, width, dashes);
    double round = Math.min(ROUND, Math.min(w, h) / 1.5);
    double half = width / 2;
    g.strokeRoundRect(
        x + half, y + half, Math.max(0.5, w - width), Math.max(0.5, h - width), round, round);
  }

  private void hatched(
      Role paper, Role ink, double width, double x, double y, double w, double h) {
    fill(paper, x, y, w, h);
    Hatch.paint(g, color(ink), x, y, w, h);
    outline(ink, width, x, y, w, h);
  }
}
