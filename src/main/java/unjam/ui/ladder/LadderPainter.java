package unjam.ui.ladder;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import unjam.ui.control.Brush;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints rails, rungs, the side line and what the thread holds; the words are nodes above. */
final class LadderPainter {

  private final GraphicsContext g;
  private final Palette colors;
  private final Brush brush;
  private final LadderLayout at;
  private final LadderPicture picture;
  private final TokenPainter tokens;
  private final double bar;

  LadderPainter(
      GraphicsContext g, Palette colors, LadderLayout at, LadderPicture picture,
      TokenPainter tokens) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.tokens = tokens;
    brush = new Brush(g, colors);
    bar = at.grid().wide() || picture.look().presenter() ? 3 : 2.5;
  }

  /**
   * Paints onto a canvas that begins at a column of the stage.
   *
   * @param column its left edge
   */
  void paintFrom(double column) {
    g.save();
    g.translate(-Math.floor(column), 0);
    boolean steps = !picture.look().presenter();
    if (steps) {
      sideLine();
    }
    track();
    rails();
    for (int i = 0; i < picture.rungs().size(); i++) {
      rung(i, picture.rungs().get(i));
    }
    picture.lit().ifPresent(this::box);
    for (int i = 0; steps && i < picture.steps().size(); i++) {
      step(i, picture.steps().get(i));
    }
    g.restore();
  }

  /** From the timer down and over to the ladder's foot. */
  private void sideLine() {
    brush.pen(picture.isIdle() ? Role.HAIR : Role.HAIR2, 2);
    brush.bent(
        12, at.stepX(), at.stepY(0), at.stepX(), at.stepsFoot(), at.left(), at.stepsFoot(),
        at.left(), at.foot() - 2);
  }

  /** The error handler's own way down, past the gate. */
  private void track() {
    if (picture.asks().isEmpty()) {
      return;
    }
    double y = Math.round(at.grid().ehTrack());
    double from = at.hasLit() ? at.rungY(litIndex()) : at.foot();
    brush.pen(Role.ACCENT, at.grid().wide() ? 2.5 : 2.2);
    g.setLineCap(StrokeLineCap.BUTT);
    brush.bent(9, at.trackX(), from, at.trackX(), y, at.grid().ehJoint(), y);
    if (!picture.look().presenter()) {
      brush.fill(Role.SURFACE).pen(Role.ACCENT, 2);
      brush.circle(at.callX(), y, 4.4);
    }
  }

  private int litIndex() {
    for (int i = 0; i < picture.rungs().size(); i++) {
      if (picture.rungs().get(i).status() == LadderPicture.Status.LIT) {
        return i;
      }
    }
    return 0;
  }

  private void rails() {
    double climbed = at.hasLit() ? at.rungY(litIndex()) : at.foot();
    for (double x : new double[] {at.left(), at.right()}) {
      brush.pen(Role.HAIR2, bar);
      g.strokeLine(x, at.top(), x, at.foot());
      if (climbed < at.foot()) {
        brush.pen(Role.INK2, bar);
        g.strokeLine(x, climbed, x, at.foot());
      }
    }
  }

  private void rung(int index, LadderPicture.RungView rung) {
    double y = Math.round(at.rungY(index));
    double left = at.left();
    double right = at.right();
    switch (rung.status()) {
      case TO_COME -> across(y, Role.HAIR2);
      case SKIPPED -> {
        brush.pen(Role.HAIR2, bar, 5, 5);
        g.strokeLine(left, y, right, y);
      }
      case WORKED -> {
        across(y, Role.OK);
        onPaper(left, y);
        brush.check(left, y, 11);
      }
      case FAILED -> {
        across(y, Role.FAIL);
        onPaper(left, y);
        brush.cross(left, y, 10);
      }
      case MISSING -> {
        brush.pen(Role.HAIR2, bar);
        g.strokeLine(left, y, left + 11, y);
        g.strokeLine(right - 11, y, right, y);
      }
      case LIT -> { }
    }
    hits(rung, hitsY(at, index, rung));
  }

  /** The middle of the squares of a rung. */
  static double hitsY(LadderLayout at, int index, LadderPicture.RungView rung) {
    return rung.status() == LadderPicture.Status.LIT
        ? at.rungY(index) - at.boxHeight() / 2
        : at.rungY(index) - Math.max(9, at.grid().label() * 0.8);
  }

  /** A mark on a rail stands on paper, so that the rail does not run through it. */
  private void onPaper(double x, double y) {
    brush.fill(Role.WINDOW);
    g.fillOval(x - 9, y - 9, 18, 18);
  }

  private void across(double y, Role role) {
    brush.pen(role, bar);
    g.strokeLine(at.left(), y, at.right(), y);
  }

  /** One square for each disk; with many disks a number says it instead. */
  private void hits(LadderPicture.RungView rung, double middle) {
    List<LadderPicture.Hit> hits = rung.hits();
    if (hits.size() > LadderView.MOST_SQUARES) {
      return;
    }
    int inRow = at.hitsInRow(hits.size());
    double side = Math.round(at.square(hits.size()));
    double pitch = at.hitPitch(hits.size());
    int rows = (hits.size() + inRow - 1) / Math.max(1, inRow);
    g.setGlobalAlpha(rung.status() == LadderPicture.Status.MISSING ? 0.35 : 1);
    for (int i = 0; i < hits.size(); i++) {
      double x = Math.round(at.hitsX() + i % inRow * pitch);
      double row = middle + (i / inRow - (rows - 1) / 2.0) * (side + 2);
      hit(hits.get(i), x, Math.round(row - side / 2), side);
    }
    g.setGlobalAlpha(1);
  }

  private void hit(LadderPicture.Hit hit, double x, double y, double side) {
    switch (hit) {
      case LOSES_COMMANDS -> {
        brush.fill(Role.INK2);
        g.fillRoundRect(x, y, side, side, 4, 4);
      }
      case GOES_OFFLINE -> {
        brush.pen(Role.INK2, 1.6);
        brush.cross(x + side / 2, y + side / 2, side);
      }
      case SPARED -> {
        brush.pen(Role.HAIR2, 1.5);
        g.strokeRoundRect(x + 0.75, y + 0.75, side - 1.5, side - 1.5, 4, 4);
      }
    }
  }

  private void box(LadderPicture.Lit lit) {
    double x = at.left() - at.boxMargin();
    double w = at.right() - at.left() + 2 * at.boxMargin();
    double y = Math.round(at.boxTop());
    double h = at.boxHeight();
    brush.fill(Role.ACCENT_SOFT).pen(Role.ACCENT, 2);
    brush.box(x, y, w, h, 10);
    double mark = x + 21;
    double lines = at.grid().body() * 0.36;
    if (!picture.look().presenter() && !at.isBoxBrief()) {
      if (lit.resetDone()) {
        brush.pen(Role.OK, 2);
        brush.check(mark, y + h * 0.61 - lines, 9);
      } else {
        ring(mark, y + h * 0.61 - lines);
      }
      if (lit.asked().isPresent()) {
        ring(mark, y + h * 0.815 - lines);
      }
    }
    if (lit.left() >= 0) {
      brush.fill(Role.HAIR2);
      g.fillRoundRect(x + 16, y + h - 9, w - 32, 3, 3, 3);
      brush.fill(Role.ACCENT);
      g.fillRoundRect(x + 16, y + h - 9, (w - 32) * lit.left(), 3, 3, 3);
    }
  }

  private void ring(double x, double y) {
    brush.pen(Role.ACCENT, 1.8);
    g.strokeOval(x - 4, y - 4, 8, 8);
  }

  private void step(int index, LadderPicture.Step step) {
    double x = at.stepX();
    double y = at.stepY(index);
    double r = at.grid().wide() ? 12 : 10.5;
    boolean now = step.phase() == LadderPicture.Phase.NOW;
    boolean idle = step.phase() == LadderPicture.Phase.IDLE && index > 0;
    brush.fill(Role.SURFACE);
    brush.pen(now ? Role.ACCENT : idle ? Role.HAIR2 : Role.EDGE, now ? 2 : 1.25);
    brush.circle(x, y, r);
    Role ink = now ? Role.ACCENT : idle ? Role.GHOST : Role.INK2;
    new Glyphs(g).runner(step.runner(), x, y, r * 1.05, colors.of(ink));
    step.token()
        .ifPresent(
            token ->
                tokens.paint(
                    g, colors,
                    new Token(
                        token.shape(), token.tag(), at.tokenX(), y - 2, 9.5, 1, false, false)));
  }
}
