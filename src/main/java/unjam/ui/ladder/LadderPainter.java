package unjam.ui.ladder;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import unjam.ui.control.Glyphs;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;

/** Paints rails, rungs, the side line and what the thread holds; the words are nodes above. */
final class LadderPainter {

  private static final double BAR = 2.5;

  private final GraphicsContext g;
  private final Palette colors;
  private final LadderLayout at;
  private final LadderPicture picture;
  private final TokenPainter tokens;

  LadderPainter(
      GraphicsContext g, Palette colors, LadderLayout at, LadderPicture picture,
      TokenPainter tokens) {
    this.g = g;
    this.colors = colors;
    this.at = at;
    this.picture = picture;
    this.tokens = tokens;
  }

  /**
   * Paints onto a canvas that begins at a column of the stage.
   *
   * @param column its left edge
   */
  void paintFrom(double column) {
    g.save();
    g.translate(-Math.floor(column), 0);
    paint();
    g.restore();
  }

  private void paint() {
    sideLine();
    track();
    rails();
    for (int i = 0; i < picture.rungs().size(); i++) {
      rung(i, picture.rungs().get(i));
    }
    picture.lit().ifPresent(this::box);
    for (int i = 0; i < picture.steps().size(); i++) {
      step(i, picture.steps().get(i));
    }
    held();
  }

  private void pen(Role role, double width, double... dashes) {
    g.setStroke(colors.of(role));
    g.setLineWidth(width);
    g.setLineDashes(dashes);
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
  }

  /** From the timer down and over to the ladder's foot. */
  private void sideLine() {
    double x = at.stepX();
    double foot = at.stepsFoot();
    pen(Role.HAIR2, 2);
    g.beginPath();
    g.moveTo(x, at.stepY(0));
    g.lineTo(x, foot - 10);
    g.arcTo(x, foot, x + 10, foot, 10);
    g.lineTo(at.left() - 10, foot);
    g.arcTo(at.left(), foot, at.left(), foot - 10, 10);
    g.stroke();
  }

  /** The error handler's own way down, past the gate. */
  private void track() {
    if (!picture.asks() || !at.hasLit()) {
      return;
    }
    double x = at.trackX();
    double y = at.grid().ehTrack();
    pen(Role.ACCENT, 2.2);
    g.beginPath();
    g.moveTo(x, at.rungY(litIndex()));
    g.lineTo(x, y - 8);
    g.arcTo(x, y, x - 8, y, 8);
    g.lineTo(at.grid().split(), y);
    g.stroke();
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
    double climbed = picture.lit().isPresent() ? at.rungY(litIndex()) : at.foot();
    for (double x : new double[] {at.left(), at.right()}) {
      pen(Role.HAIR2, BAR);
      g.strokeLine(x, at.top(), x, at.foot());
      if (climbed < at.foot()) {
        pen(Role.INK2, BAR);
        g.strokeLine(x, climbed, x, at.foot());
      }
    }
  }

  private void rung(int index, LadderPicture.RungView rung) {
    double y = at.rungY(index);
    double left = at.left();
    double right = at.right();
    switch (rung.status()) {
      case TO_COME -> bar(y, Role.HAIR2);
      case SKIPPED -> {
        pen(Role.HAIR2, BAR, 5, 5);
        g.strokeLine(left, y, right, y);
      }
      case WORKED -> {
        bar(y, Role.OK);
        onPaper(left, y);
        g.strokePolyline(
            new double[] {left - 5, left - 1, left + 6}, new double[] {y, y + 5, y - 5}, 3);
      }
      case FAILED -> {
        bar(y, Role.FAIL);
        onPaper(left, y);
        g.strokeLine(left - 5, y - 5, left + 5, y + 5);
        g.strokeLine(left + 5, y - 5, left - 5, y + 5);
      }
      case MISSING -> {
        pen(Role.HAIR2, BAR);
        g.strokeLine(left, y, left + 11, y);
        g.strokeLine(right - 11, y, right, y);
      }
      case LIT -> { }
    }
    double middle = rung.status() == LadderPicture.Status.LIT ? y - at.boxHeight() / 2 : y - 10;
    hits(rung, middle);
  }

  /** A mark on a rail stands on paper, so that the rail does not run through it. */
  private void onPaper(double x, double y) {
    g.setFill(colors.of(Role.WINDOW));
    g.fillOval(x - 9, y - 9, 18, 18);
  }

  private void bar(double y, Role role) {
    pen(role, BAR);
    g.strokeLine(at.left(), y, at.right(), y);
  }

  /** One square for each disk; with many disks a number says it instead. */
  private void hits(LadderPicture.RungView rung, double y) {
    List<LadderPicture.Hit> hits = rung.hits();
    if (hits.size() > LadderView.MOST_SQUARES) {
      return;
    }
    g.setGlobalAlpha(rung.status() == LadderPicture.Status.MISSING ? 0.35 : 1);
    double s = 10;
    for (int i = 0; i < hits.size(); i++) {
      double x = Math.round(at.hitsX() + i * (s + 4));
      double top = Math.round(y - s / 2);
      switch (hits.get(i)) {
        case LOSES_COMMANDS -> {
          g.setFill(colors.of(Role.INK2));
          g.fillRoundRect(x, top, s, s, 4, 4);
        }
        case GOES_OFFLINE -> {
          pen(Role.INK2, 1.6);
          g.strokeLine(x, top, x + s, top + s);
          g.strokeLine(x + s, top, x, top + s);
        }
        case SPARED -> {
          pen(Role.HAIR2, 1.5);
          g.strokeRoundRect(x + 0.75, top + 0.75, s - 1.5, s - 1.5, 4, 4);
        }
      }
    }
    g.setGlobalAlpha(1);
  }

  private void box(LadderPicture.Lit lit) {
    double x = at.left() - 12;
    double w = at.right() - at.left() + 24;
    double y = at.boxTop();
    double h = at.boxHeight();
    g.setFill(colors.of(Role.ACCENT_SOFT));
    pen(Role.ACCENT, 2);
    g.fillRoundRect(x, y, w, h, 18, 18);
    g.strokeRoundRect(x, y, w, h, 18, 18);
    double line = y + h * 0.57;
    if (lit.resetDone()) {
      pen(Role.INK2, 1.8);
      g.strokePolyline(
          new double[] {x + 14, x + 16.6, x + 21.8},
          new double[] {line - 4, line - 0.6, line - 7.6}, 3);
    } else {
      pen(Role.ACCENT, 1.8);
      g.strokeOval(x + 14, line - 7.5, 7, 7);
    }
    if (!lit.asked().isEmpty()) {
      pen(Role.ACCENT, 1.8);
      g.strokeOval(x + 14, y + h * 0.77 - 7.5, 7, 7);
    }
    if (lit.left() >= 0) {
      g.setFill(colors.of(Role.ACCENT));
      g.fillRoundRect(x + 14, y + h - 9, (w - 28) * lit.left(), 3, 3, 3);
    }
  }

  private void step(int index, LadderPicture.Step step) {
    double x = at.stepX();
    double y = at.stepY(index);
    double r = at.grid().wide() ? 12.5 : 10.5;
    boolean now = step.phase() == LadderPicture.Phase.NOW;
    boolean idle = step.phase() == LadderPicture.Phase.IDLE;
    g.setFill(colors.of(Role.SURFACE));
    pen(now ? Role.ACCENT : idle ? Role.HAIR2 : Role.EDGE, now ? 2 : 1.25);
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    Role ink = now ? Role.ACCENT : idle ? Role.GHOST : Role.INK2;
    new Glyphs(g).runner(step.runner(), x, y, r * 1.05, colors.of(ink));
    step.token()
        .ifPresent(
            token ->
                tokens.paint(
                    g, colors,
                    new Token(
                        token.shape(), token.tag(), at.tokenX(), y - 10, 9.5, 1,
                        false, false)));
  }

  /** What the thread holds stands beside its capsule. */
  private void held() {
    if (!picture.lit().isPresent()) {
      return;
    }
    double x = at.right() - 6;
    for (LadderPicture.Held each : picture.held().stream().limit(3).toList()) {
      tokens.paint(
          g, colors,
          new Token(each.shape(), each.tag(), x, at.boxTop(), 11, 1, false, false));
      x -= 28;
    }
  }
}
