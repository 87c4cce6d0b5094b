package unjam.ui.timeline;

import javafx.scene.canvas.GraphicsContext;
import unjam.analysis.EhPass;
import unjam.projection.Span;
import unjam.ui.control.Brush;
import unjam.ui.control.Hatch;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the bars of several futures on one axis. */
final class FuturesPainter {

  private static final double BAR = 11;
  private static final double GATE = 9;
  private static final double TICK = 8;

  private final GraphicsContext g;
  private final Brush brush;
  private final Palette colors;
  private final FuturesLayout at;

  FuturesPainter(GraphicsContext g, Palette colors, FuturesLayout at) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    brush = new Brush(g, colors);
  }

  void paint() {
    shared();
    brush.pen(Role.HAIR2, 1);
    double ruler = Brush.crisp(at.ruler());
    g.strokeLine(0, ruler, at.width(), ruler);
    for (Ruler.Tick each : at.ticks()) {
      double x = Brush.crisp(each.x());
      g.strokeLine(x, ruler - 5, x, ruler);
    }
    for (int i = 0; i < at.lanes().size(); i++) {
      lane(i, at.lanes().get(i));
    }
  }

  /** Up to the first difference all of them are one run. */
  private void shared() {
    at.parting()
        .ifPresent(
            nanos -> {
              brush.fill(Role.SUNK);
              g.fillRect(
                  at.left(), at.ruler(), at.x(nanos) - at.left(), at.bottom() - at.ruler());
            });
  }

  private void lane(int index, FutureLane lane) {
    brush.pen(Role.HAIR, 1);
    double y = Brush.crisp(at.laneTop(index + 1));
    g.strokeLine(0, y, at.width(), y);
    lane.spans().forEach(each -> span(at.diskY(index), each));
    brush.fill(Role.FAIL);
    for (FutureLane.Verdict each : lane.verdicts()) {
      g.fillRoundRect(at.x(each.nanos()) - 1.5, at.diskY(index) - BAR / 2 - 2, 3, BAR + 4, 2, 2);
    }
    gate(index, lane);
    double ticks = at.othersY(index);
    brush.pen(Role.INK2, 1);
    for (long each : lane.answers()) {
      double x = Brush.crisp(at.x(each));
      g.strokeLine(x, ticks - TICK / 2, x, ticks + TICK / 2);
    }
  }

  private void span(double y, Span span) {
    double x = at.x(span.start());
    double w = Math.max(1.5, at.x(span.end()) - x);
    switch (span.kind()) {
      case IN_FLIGHT -> box(Role.INK, x, y, w);
      case COMPLETING -> box(Role.INK2, x, y, w);
      case TIMED_OUT -> hatched(Role.LATE_SOFT, Role.LATE, x, y, w);
      case ABORTING -> outlined(Role.SURFACE, Role.LATE, x, y, w);
      case ON_EH_LIST -> outlined(Role.EH_SOFT, Role.EH, x, y, w);
      case QUEUED, REQUEUED -> outlined(Role.SURFACE, Role.INK2, x, y, w);
    }
  }

  private void box(Role role, double x, double y, double w) {
    brush.fill(role);
    g.fillRoundRect(x, y - BAR / 2, w, BAR, 4, 4);
  }

  private void outlined(Role paper, Role ink, double x, double y, double w) {
    brush.fill(paper).pen(ink, 1.25);
    double width = Math.max(1, w - 1.25);
    g.fillRoundRect(x + 0.6, y - BAR / 2 + 0.6, width, BAR - 1.25, 4, 4);
    g.strokeRoundRect(x + 0.6, y - BAR / 2 + 0.6, width, BAR - 1.25, 4, 4);
  }

  private void hatched(Role paper, Role ink, double x, double y, double w) {
    box(paper, x, y, w);
    Hatch.paint(g, colors.of(ink), x, y - BAR / 2, w, BAR);
    brush.pen(ink, 1);
    g.strokeRoundRect(x + 0.5, y - BAR / 2 + 0.5, Math.max(1, w - 1), BAR - 1, 4, 4);
  }

  private void gate(int index, FutureLane lane) {
    double y = Brush.crisp(at.gateY(index));
    brush.pen(Role.HAIR2, 1.5);
    g.strokeLine(at.left(), y, at.x(lane.end()), y);
    for (EhPass each : lane.shut()) {
      double x = at.x(each.shut());
      double w = Math.max(3, at.x(each.open()) - x);
      brush.fill(Role.WINDOW);
      g.fillRect(x, y - GATE / 2, w, GATE);
      Hatch.paint(g, colors.of(Role.INK), x, y - GATE / 2, w, GATE);
      brush.pen(Role.INK, 1.25);
      g.strokeRoundRect(x, y - GATE / 2, w, GATE, 3, 3);
    }
  }
}
