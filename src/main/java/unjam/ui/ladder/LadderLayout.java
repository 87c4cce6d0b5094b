package unjam.ui.ladder;

import java.util.List;
import unjam.ui.control.StageGrid;

/**
 * Where everything on the error handler's half is, in pixels: a pure function of size and rungs.
 */
public final class LadderLayout {

  /** Height of the lit rung's box in the drawing. */
  private static final double BOX = 78;

  private final StageGrid grid;
  private final int lit;
  private final int rungs;

  /**
   * @param grid the stage's grid
   * @param rungs what is on the ladder, the mildest first
   */
  public LadderLayout(StageGrid grid, List<LadderPicture.RungView> rungs) {
    this.grid = grid;
    this.rungs = Math.max(1, rungs.size());
    int found = -1;
    for (int i = 0; i < rungs.size(); i++) {
      if (rungs.get(i).status() == LadderPicture.Status.LIT) {
        found = i;
      }
    }
    lit = found;
  }

  public StageGrid grid() {
    return grid;
  }

  public double headY() {
    return grid.y(88);
  }

  public double stepX() {
    return grid.split() + (grid.wide() ? 40 : 11);
  }

  public double stepTextX() {
    return stepX() + (grid.wide() ? 26 : 19);
  }

  /** A function's name goes whole where the ladder, or the box on it, would lie over it. */
  boolean functionFits(String name, boolean lit) {
    double end = stepTextX() + grid.mono() * 0.6 * name.length();
    return end <= left() - (lit ? 14 : 4);
  }

  public double stepY(int step) {
    return grid.y(118 + 70 * step);
  }

  /** Where the side line turns towards the ladder's foot. */
  public double stepsFoot() {
    return grid.y(396);
  }

  public double left() {
    return right() - (grid.wide() ? 211 : 156);
  }

  public double right() {
    return grid.width() - (grid.wide() ? 104 : 82);
  }

  /** The error handler's own way down, beside the notes of the rungs below. */
  public double trackX() {
    return right() - 12;
  }

  /** A command that stands at a step. */
  public double tokenX() {
    return left() - 24;
  }

  public double hitsX() {
    return right() + 21;
  }

  public double top() {
    return grid.y(100);
  }

  public double foot() {
    return grid.y(388);
  }

  public double boxHeight() {
    return Math.max(BOX, grid.wide() ? 96 : BOX);
  }

  /** Room for one rung that is not lit. */
  public double pitch() {
    double room = foot() - top() - (lit >= 0 ? boxHeight() + 14 : 0);
    return room / (lit >= 0 ? rungs - 1 + 0.35 : rungs + 0.35);
  }

  /** The bar of a rung; of the lit one, the bottom of its box. */
  public double rungY(int rung) {
    double below = foot() - pitch() * 0.35;
    double y = below - rung * pitch();
    return lit >= 0 && rung > lit ? y + pitch() - boxHeight() - 14 : y;
  }

  public double boxTop() {
    return rungY(lit) - boxHeight();
  }

  public boolean hasLit() {
    return lit >= 0;
  }
}
