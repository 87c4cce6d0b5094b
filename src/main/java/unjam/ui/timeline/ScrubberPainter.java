package unjam.ui.timeline;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Hatch;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Overview;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.ScrubberPicture.Shape;
import unjam.ui.timeline.ScrubberPicture.Sign;
import unjam.ui.timeline.ScrubberPicture.Stretch;
import unjam.ui.timeline.TimeAxis.Piece;

/**
 * Paints what does not move with the playhead: the whole run with its axis, the lanes without their
 * bars, and above the bars the tears and the marks. Names and numbers are nodes above.
 */
final class ScrubberPainter {

  /** Half the height of the band that stands for the whole run. */
  private static final double BAND = 3;

  private final GraphicsContext g;
  private final Palette colors;
  private final ScrubberLayout at;
  private final ScrubberPicture picture;
  private final double scrolled;

  /**
   * @param scrolled how far the lanes are scrolled
   */
  ScrubberPainter(
      GraphicsContext g, Palette colors, ScrubberLayout at, ScrubberPicture picture,
      double scrolled) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.scrolled = scrolled;
  }

  private void pen(Role role, double width, double... dashes) {
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.BUTT);
  }

  private static double crisp(double at) {
    return Math.floor(at) + 0.5;
  }

  // The whole run.

  void paintBase() {
    Overview all = picture.overview();
    double y = at.overviewY();
    pen(Role.HAIR2, 1);
    g.strokeLine(at.left(), crisp(y), at.right(), crisp(y));
    density(all);
    all.late().forEach(each -> hatched(each, Role.LATE_SOFT, Role.LATE));
    all.shut().forEach(each -> hatched(each, Role.WINDOW, Role.INK));
    all.awake().forEach(each -> thread(each, all.end()));
    if (at.room().wide()) {
      ticks(all.end(), y + 8);
    }
    all.marks().forEach(each -> sign(each, at.overviewX(each.nanos(), all.end()), y));
    pins(all.end());
    window(all.end());
    lanes();
  }

  private void ticks(long end, double top) {
    pen(Role.EDGE, 1);
    for (Ruler.Tick tick : Ruler.whole(end, at.left(), at.right() - at.left(), 60)) {
      double x = crisp(tick.x());
      g.strokeLine(x, top, x, top + 3);
    }
  }

  private void density(Overview all) {
    int parts = all.density().size();
    double step = (at.right() - at.left()) / Math.max(1, parts);
    g.setFill(colors.of(Role.INK2));
    for (int i = 0; i < parts; i++) {
      double part = all.density().get(i);
      if (part > 0) {
        double h = 1.5 + (2 * BAND - 1.5) * part;
        g.fillRect(at.left() + i * step, at.overviewY() - h / 2, step + 0.3, h);
      }
    }
  }

  private void hatched(Stretch stretch, Role fill, Role ink) {
    double x = at.overviewX(stretch.from(), picture.overview().end());
    double w = Math.max(2, at.overviewX(stretch.to(), picture.overview().end()) - x);
    double y = at.overviewY() - BAND;
    g.setFill(colors.of(fill));
    g.fillRect(x, y, w, 2 * BAND);
    Hatch.paint(g, colors.of(ink), x, y, w, 2 * BAND);
    pen(ink, 1);
    g.strokeRect(x, y, w, 2 * BAND);
  }

  /** An error handler is awake: its colour stands below the shut gate. */
  private void thread(Stretch stretch, long end) {
    double x = at.overviewX(stretch.from(), end);
    g.setFill(colors.of(Role.EH));
    g.fillRect(x, at.overviewY() + BAND + 1, Math.max(2, at.overviewX(stretch.to(), end) - x), 2);
  }

  /** A decisive instant; what somebody has done has a shape of its own. */
  private void sign(Sign sign, double x, double y) {
    double bottom = y - BAND - 2;
    double middle = Math.round(x);
    g.setFill(colors.of(Role.INK2));
    pen(Role.INK2, 1.25);
    switch (sign.shape()) {
      case INSTANT -> g.strokeLine(middle + 0.5, bottom - 5, middle + 0.5, bottom);
      case FAULT_BEGAN ->
          g.fillPolygon(
              new double[] {middle - 4, middle + 4, middle},
              new double[] {bottom - 7, bottom - 7, bottom}, 3);
      case FAULT_ENDED ->
          g.strokePolygon(
              new double[] {middle - 3.5, middle + 3.5, middle},
              new double[] {bottom - 6.5, bottom - 6.5, bottom - 0.5}, 3);
      case KNOB -> g.fillRect(middle - 2.5, bottom - 5.5, 5, 5);
    }
  }

  private void pins(long end) {
    for (long each : picture.pins().bookmarks()) {
      double y = at.overviewY() - BAND - 2;
      flag(crisp(at.overviewX(each, end)), y - 8, y);
    }
    pen(Role.INK, 1);
    for (long each : new long[] {picture.pins().a(), picture.pins().b()}) {
      if (each >= 0) {
        double x = crisp(at.overviewX(each, end));
        g.strokeLine(x, at.overviewY() - 9, x, at.overviewY() + 9);
      }
    }
  }

  /** The part of the run that the lanes show, and that it is those lanes. */
  private void window(long end) {
    TimeAxis axis = picture.page().axis();
    double from = at.overviewX(axis.first(), end);
    double to = at.overviewX(Math.min(axis.last(), end), end);
    double left = crisp(Math.min(from, at.right() - 7) - 1);
    double right = crisp(Math.max(to + 1, left + 8));
    double y = at.overviewY();
    pen(Role.INK, 1.5);
    g.strokeRoundRect(left, y - 7.5, right - left, 15, 4, 4);
    double top = at.overviewBottom() + 1;
    double bottom = at.ruler() - at.room().tiny() - 1;
    pen(Role.HAIR2, 1);
    if (bottom - top > 4) {
      g.strokeLine(left, top, at.left(), bottom);
      g.strokeLine(right, top, at.right(), bottom);
    }
  }

  // The lanes without their bars.

  private void lanes() {
    Page page = picture.page();
    g.save();
    g.beginPath();
    g.rect(0, at.lanesTop() - 8, at.room().width(), at.lanesBottom() - at.lanesTop() + 9);
    g.clip();
    for (int i = 0; i < page.lanes().size(); i++) {
      lane(i, page.lanes().get(i));
    }
    g.restore();
    pen(Role.HAIR, 1);
    g.strokeLine(0, crisp(at.lanesTop()), at.room().width(), crisp(at.lanesTop()));
    g.strokeLine(0, crisp(at.lanesBottom()), at.room().width(), crisp(at.lanesBottom()));
    pen(Role.EDGE, 1);
    for (Ruler.Tick tick : Ruler.of(page.axis(), 0.6 * at.room().tiny())) {
      double x = crisp(tick.x());
      g.strokeLine(x, at.lanesTop() - 6, x, at.lanesTop());
    }
    pen(Role.LATE, 1.5);
    for (long each : page.deadlines()) {
      double x = crisp(page.axis().x(each));
      g.strokeLine(x, at.lanesTop() - 7, x, at.lanesTop());
    }
  }

  private void lane(int index, Lane lane) {
    double top = at.laneY(index) - scrolled;
    if (index > 0) {
      pen(Role.HAIR, 1);
      g.strokeLine(0, crisp(top), at.room().width(), crisp(top));
    }
    double middle = top + at.laneHeight(index) / 2;
    if (lane.plan().kind() == Kind.GATE) {
      pen(Role.HAIR2, 2);
      g.strokeLine(at.left(), middle, at.right(), middle);
    } else if (lane.plan().kind() == Kind.THREAD) {
      pen(Role.HAIR2, 2, 1, 5);
      g.strokeLine(at.left(), middle, at.right(), middle);
    } else if (lane.plan().kind() == Kind.CONTEXT && at.isSeen(index, scrolled)) {
      Glyphs glyphs = new Glyphs(g);
      Color ink = colors.of(Role.INK3);
      glyphs.runner(
          ContextIndex.Who.values()[lane.plan().context()].glyph(), at.room().nameX() + 6, middle,
          11, ink);
    }
  }

  // Above the bars.

  void paintTop() {
    Page page = picture.page();
    page.axis().tears().forEach(this::tear);
    if (page.axis().first() > 0) {
      edge(at.left() + 1);
    }
    if (page.axis().last() < picture.overview().end()) {
      edge(at.right() - 1);
    }
    page.marks().forEach(each -> mark(page.axis().x(each.nanos()), each.shape()));
    for (long each : picture.pins().bookmarks()) {
      if (page.axis().shows(each)) {
        flag(crisp(page.axis().x(each)), at.lanesTop(), at.lanesBottom());
      }
    }
  }

  /** A bookmark: a pole with a flag at its top. */
  private void flag(double x, double top, double bottom) {
    pen(Role.INK, 1);
    g.strokeLine(x, top, x, bottom);
    g.setFill(colors.of(Role.INK));
    g.fillPolygon(new double[] {x, x + 7, x}, new double[] {top, top + 3, top + 6}, 3);
  }

  private void mark(double x, Shape shape) {
    pen(Role.EDGE, 1, 2, 3);
    double on = crisp(x);
    g.strokeLine(on, at.lanesTop(), on, at.lanesBottom());
    if (shape != Shape.INSTANT) {
      sign(new Sign(0, shape), x, at.lanesBottom() + BAND + 1);
    }
  }

  /** A silence is torn out: two torn edges, and nothing between them. */
  private void tear(Piece tear) {
    double from = tear.left() + 4;
    double to = tear.right() - 4;
    g.setFill(colors.of(Role.WINDOW));
    g.fillRect(from, at.lanesTop() - 2, to - from, at.lanesBottom() - at.lanesTop() + 3);
    edge(from);
    edge(to);
  }

  private void edge(double x) {
    pen(Role.HAIR2, 1.25);
    g.beginPath();
    double y = at.lanesTop() - 2;
    double bottom = at.lanesBottom() + 1;
    g.moveTo(x, y);
    double side = 3.2;
    while (y < bottom) {
      double part = Math.min(8, bottom - y);
      g.quadraticCurveTo(x + side, y + part / 2, x, y + part);
      y += part;
      side = -side;
    }
    g.stroke();
  }
}
