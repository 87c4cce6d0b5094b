package unjam.ui.timeline;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Hatch;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Fold;
import unjam.ui.timeline.ScrubberPicture.Kind;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;

/**
 * Paints the whole run and the lanes of one page, as if all had happened; the view lays a veil over
 * the future. Names and numbers are nodes above.
 */
final class ScrubberPainter {

  private final GraphicsContext g;
  private final Palette colors;
  private final ScrubberLayout at;
  private final ScrubberPicture picture;

  ScrubberPainter(
      GraphicsContext g, Palette colors, ScrubberLayout at, ScrubberPicture picture) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
  }

  void paint() {
    overview();
    Page page = picture.page();
    for (int i = 0; i < page.lanes().size(); i++) {
      lane(i, page.lanes().get(i), page);
    }
    pen(Role.HAIR, 1);
    double bottom = Math.floor(at.lanesBottom()) + 0.5;
    g.strokeLine(0, bottom, at.right() + 60, bottom);
    page.names().forEach(each -> markLine(at.pageX(each.at(), page)));
    page.folds().forEach(each -> tear(each, page));
  }

  private void pen(Role role, double width, double... dashes) {
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.BUTT);
  }

  // The whole run.

  private void overview() {
    double y = at.overviewY();
    long end = picture.end();
    int parts = picture.density().size();
    double step = (at.right() - at.left()) / Math.max(1, parts);
    for (int i = 0; i < parts; i++) {
      g.setFill(colors.of(Role.INK3));
      double h = Math.max(1, 13 * picture.density().get(i));
      g.fillRect(at.left() + i * step, y - h, Math.max(1, step - 1), h);
    }
    for (ScrubberPicture.Stretch shut : picture.shut()) {
      double x = at.overviewX(shut.from(), end);
      double w = Math.max(3, at.overviewX(shut.to(), end) - x);
      g.setFill(colors.of(Role.EH));
      g.fillRect(x, y + 1, w, 5);
    }
    pen(Role.HAIR2, 1);
    g.strokeLine(at.left(), y + 0.5, at.right(), y + 0.5);
    pen(Role.INK, 1.5);
    for (long mark : picture.marks()) {
      double x = Math.round(at.overviewX(mark, end)) + 0.5;
      g.strokeLine(x, y + 1, x, y + 6);
    }
    shown(end);
  }

  /** The part of the run that the page below shows. */
  private void shown(long end) {
    double left = at.overviewX(picture.page().first(), end);
    double right = Math.max(left + 4, at.overviewX(picture.page().last(), end));
    pen(Role.EDGE, 1);
    g.strokePolyline(
        new double[] {left, left, right, right},
        new double[] {at.overviewY() + 9, at.overviewY() + 13, at.overviewY() + 13,
            at.overviewY() + 9}, 4);
  }

  // One page.

  private void lane(int index, Lane lane, Page page) {
    double top = Math.floor(at.laneY(index)) + 0.5;
    pen(Role.HAIR, 1);
    g.strokeLine(0, top, at.right() + 60, top);
    double h = at.laneHeight(index);
    double middle = at.laneY(index) + h / 2;
    if (lane.kind() != Kind.DISK) {
      pen(Role.HAIR2, 1.5, lane.kind() == Kind.THREAD ? new double[] {1, 5} : new double[0]);
      g.strokeLine(at.left(), middle, at.right(), middle);
    }
    int rows = 1 + lane.bars().stream().mapToInt(Bar::row).max().orElse(0);
    double each = Math.min(rows == 1 ? 10 : 8, (h - 4) / rows);
    if (lane.kind() == Kind.THREAD) {
      each = Math.min(15, h - 5);
    }
    g.save();
    g.beginPath();
    g.rect(at.left(), at.lanesTop(), at.right() - at.left(), at.lanesBottom() - at.lanesTop());
    g.clip();
    for (Bar bar : lane.bars()) {
      double y = middle + (bar.row() - (rows - 1) / 2.0) * each;
      bar(bar, y, Math.max(3, each - (rows > 1 ? 1.5 : 0)), page);
    }
    g.restore();
  }

  private void bar(Bar bar, double y, double h, Page page) {
    double from = at.pageX(bar.from(), page);
    double to = Math.max(from + 2, at.pageX(bar.to(), page));
    double w = to - from;
    double top = y - h / 2;
    switch (bar.look()) {
      case IN_FLIGHT -> fill(Role.INK2, from, top, w, h);
      case ANSWERED -> {
        fill(Role.INK2, from, top, w, h);
        fill(Role.OK, to - Math.min(3, w), top, Math.min(3, w), h);
      }
      case OVERDUE -> hatched(Role.LATE_SOFT, Role.LATE, from, top, w, h);
      case TIMED_OUT -> {
        fill(Role.LATE_FILL, from, top, w, h);
        outline(Role.LATE, from, top, w, h);
      }
      case ABORTING -> outline(Role.LATE, from, top, w, h, 4, 3);
      case HELD -> {
        fill(Role.EH_SOFT, from, top, w, h);
        outline(Role.EH, from, top, w, h);
      }
      case WAITS -> {
        fill(Role.SURFACE, from, top, w, h);
        outline(Role.INK2, from, top, w, h);
      }
      case SHUT -> hatched(Role.WINDOW, Role.INK, from, top, w, h);
      case THREAD -> fill(Role.EH, from, top, w, h);
    }
  }

  private void fill(Role role, double x, double y, double w, double h) {
    g.setFill(colors.of(role));
    double r = Math.min(5, Math.min(w, h));
    g.fillRoundRect(x, y, w, h, r, r);
  }

  private void outline(Role role, double x, double y, double w, double h, double... dashes) {
    pen(role, 1.25, dashes);
    double r = Math.min(5, Math.min(w, h));
    g.strokeRoundRect(x + 0.6, y + 0.6, Math.max(0.8, w - 1.2), h - 1.2, r, r);
  }

  private void hatched(Role paper, Role ink, double x, double y, double w, double h) {
    g.setFill(colors.of(paper));
    g.fillRect(x, y, w, h);
    Hatch.paint(g, colors.of(ink), x, y, w, h);
    outline(ink, x, y, w, h);
  }

  private void markLine(double x) {
    if (x < at.left() || x > at.right()) {
      return;
    }
    pen(Role.EDGE, 1, 2, 3);
    double on = Math.round(x) + 0.5;
    g.strokeLine(on, at.lanesTop(), on, at.lanesBottom());
  }

  /** A silence is torn out: two torn edges, and nothing between them. */
  private void tear(Fold fold, Page page) {
    double from = Math.max(at.left(), at.pageX(fold.from(), page)) + 3;
    double to = Math.min(at.right(), at.pageX(fold.to(), page)) - 3;
    if (to - from < 8) {
      return;
    }
    g.setFill(colors.of(Role.WINDOW));
    g.fillRect(from, at.lanesTop() - 2, to - from, at.lanesBottom() - at.lanesTop() + 2);
    pen(Role.HAIR2, 1.25);
    for (double x : new double[] {from, to}) {
      g.beginPath();
      double y = at.lanesTop() - 2;
      g.moveTo(x, y);
      double side = 3.2;
      while (y < at.lanesBottom()) {
        double part = Math.min(8, at.lanesBottom() - y);
        g.quadraticCurveTo(x + side, y + part / 2, x, y + part);
        y += part;
        side = -side;
      }
      g.stroke();
    }
  }
}
