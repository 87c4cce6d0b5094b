package unjam.ui.ledger;

import javafx.scene.canvas.GraphicsContext;
import unjam.analysis.LedgerTerm.Kind;
import unjam.ui.control.Brush;
import unjam.ui.control.Hatch;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints the staircase: one line for each term, as long as it took. */
final class LedgerPainter {

  private static final double BAR = 18;
  private static final double LEAST = 2;

  private final GraphicsContext g;
  private final Palette colors;
  private final Brush brush;
  private final LedgerLayout at;
  private final LedgerPicture picture;

  LedgerPainter(GraphicsContext g, Palette colors, LedgerLayout at) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    picture = at.picture();
    brush = new Brush(g, colors);
  }

  void paint() {
    double end = at.width() - at.side();
    for (int i = 0; i < picture.rows().size(); i++) {
      LedgerRow row = picture.rows().get(i);
      if (row.isAt(picture.now())) {
        brush.fill(Role.ACCENT_SOFT);
        g.fillRoundRect(
            at.side() - 12, at.rowTop(i) + 1, end - at.side() + 24, at.rowHeight() - 2, 10, 10);
      }
    }
    line(Role.EDGE, at.rowTop(0), end);
    for (int i = 0; i < picture.rows().size(); i++) {
      bar(i, picture.rows().get(i));
      line(i + 1 == picture.rows().size() ? Role.EDGE : Role.HAIR, at.rowTop(i + 1), end);
    }
    brackets();
  }

  private void line(Role role, double y, double end) {
    brush.pen(role, 1);
    g.strokeLine(at.side(), Brush.crisp(y), end, Brush.crisp(y));
  }

  private void bar(int index, LedgerRow row) {
    double y = at.rowMiddle(index) - BAR / 2;
    double from = at.x(row.from());
    double middle = at.x(row.nominal());
    double to = Math.max(at.x(row.to()), from + LEAST);
    boolean now = row.isAt(picture.now());
    boolean future = row.from() > picture.now();
    if (future) {
      brush.fill(Role.WINDOW).pen(Role.EDGE, 1.25, 2, 3);
      box(from, y, to - from);
      return;
    }
    double gone = now ? at.x(picture.now()) : middle;
    double solid = Math.min(gone, middle);
    fill(now ? Role.ACCENT : role(row.kind()), from, y, solid - from);
    if (now && gone < middle) {
      brush.fill(Role.SURFACE).pen(Role.ACCENT, 1.25);
      box(gone, y, middle - gone);
    }
    if (row.late() > 0 && to > middle + 0.5 && (!now || gone > middle)) {
      brush.fill(Role.LATE_SOFT).pen(Role.LATE, 1);
      box(middle, y, to - middle);
      Hatch.paint(g, colors.of(Role.LATE), middle, y, to - middle, BAR);
    }
  }

  private static Role role(Kind kind) {
    return switch (kind) {
      case TIMER, SERVICE, COMPLETION -> Role.INK;
      case LATENESS, ABORT_DELAY, ABORT_QUEUE, ABORT -> Role.LATE;
      case ABOVE, HELD, BARRIER, SUPERBLOCK, WAITS, QUIET -> Role.INK3;
      case SENSE, START_UNIT, LUN_RESET, TARGET_RESET, BUS_RESET, HOST_RESET, BUS_SETTLING,
          SETTLING, TUR, LINK_RESET, LINK_PAUSE, SESSION, EH_ABORT, HANDLER ->
          Role.EH;
    };
  }

  private void fill(Role role, double x, double y, double w) {
    brush.fill(role);
    g.fillRoundRect(x, y, Math.max(LEAST, w), BAR, 4, 4);
  }

  private void box(double x, double y, double w) {
    double width = Math.max(LEAST, w);
    g.fillRoundRect(x, y + 0.5, width, BAR - 1, 4, 4);
    g.strokeRoundRect(x, y + 0.5, width, BAR - 1, 4, 4);
  }

  /** The terms once more, side by side: their sum is the wait. */
  private void brackets() {
    double y = at.sumY() + 10;
    for (LedgerRow row : picture.rows()) {
      double from = at.x(row.from()) + 1;
      double to = at.x(row.to()) - 1;
      if (to - from > 3) {
        brush.pen(row.from() > picture.now() ? Role.HAIR2 : Role.INK2, 1.25);
        g.strokePolyline(
            new double[] {from, from, to, to}, new double[] {y, y + 7, y + 7, y}, 4);
      }
    }
  }
}
