package unjam.ui.ladder;

import java.util.List;
import unjam.ui.control.StageGrid;
import unjam.ui.control.StageLook;
import unjam.ui.ladder.LadderPicture.Status;

/**
 * Where everything on the error handler's half is, in pixels: a pure function of size and rungs.
 */
public final class LadderLayout {

  /** What differs between the four layouts; lengths in pixels. */
  private record Measure(
      double steps, double rail, double rungs, double text, double head, double letters,
      double top, double box, double margin, double hits, double square) {}

  private static final Measure NARROW =
      new Measure(24, 178, 162, 18, 16, 13, 33, 80, 12, 21, 10);
  private static final Measure WIDE =
      new Measure(34, 260, 212, 22, 22, 18, 38, 92, 14, 23, 11);
  private static final Measure PRESENTER =
      new Measure(24, 53, 236, 18, 16, 15, 33, 80, 13, 28, 13.6);
  private static final Measure CARD =
      new Measure(12, 30, 180, 12, 14, 13, 30, 66, 9, 20, 11);

  /** From the top of the lit rung's box to the next rung: the thread's capsule stands there. */
  private static final double ABOVE_BOX = 24;

  /** Space below the last rung, as part of the room for one. */
  private static final double BELOW = 0.4;

  /** Height of a box with a name only, as part of a whole one. */
  private static final double BRIEF = 0.5;

  /** Room for a rung without a name. */
  private static final double BARE = 0.45;

  /** A rung that was left out needs less room. */
  private static final double FLAT = 0.62;

  private final StageGrid grid;
  private final List<LadderPicture.RungView> rungs;
  private final Measure is;
  private final int lit;

  /**
   * @param grid the stage's grid
   * @param rungs what is on the ladder, the mildest first
   */
  public LadderLayout(StageGrid grid, List<LadderPicture.RungView> rungs) {
    this.grid = grid;
    this.rungs = rungs;
    is = measure(grid);
    int found = -1;
    for (int i = 0; i < rungs.size(); i++) {
      if (rungs.get(i).status() == Status.LIT) {
        found = i;
      }
    }
    lit = found;
  }

  private static Measure measure(StageGrid grid) {
    if (grid.look().card()) {
      return CARD;
    }
    return grid.look().presenter() ? PRESENTER : grid.wide() ? WIDE : NARROW;
  }

  public StageGrid grid() {
    return grid;
  }

  private double grow() {
    return grid.look().room();
  }

  public double headY() {
    return grid.head() + is.head() * grow();
  }

  /** Names of the disks that a rung may hurt. */
  public double lettersY() {
    return headY() + is.letters() * grow();
  }

  public double stepX() {
    return grid.split() + is.steps();
  }

  public double stepTextX() {
    return stepX() + is.text() * grow();
  }

  /** Room for what is said about a step. */
  public double stepRoom() {
    return left() - is.margin() - 8 - stepTextX();
  }

  private double stepPitch() {
    return (foot() - grid.y(118)) / 3.95;
  }

  /** A function's name goes whole where the ladder, or the box on it, would lie over it. */
  boolean functionFits(String name, boolean lit) {
    double end = stepTextX() + grid.mono() * 0.6 * name.length();
    return end <= left() - (lit ? 14 : 4);
  }

  public double stepY(int step) {
    return grid.y(118) + stepPitch() * step;
  }

  /** Lines of text that a step has room for. */
  public int stepLines() {
    return (int) ((stepPitch() - 6) / grid.line());
  }

  /** Where the side line turns towards the ladder's foot. */
  public double stepsFoot() {
    return foot() + 11;
  }

  public double left() {
    return Math.round(grid.split() + is.rail() * grid.stretch());
  }

  public double right() {
    return Math.round(left() + is.rungs() * grid.stretch());
  }

  /** The error handler's own way down, beside the notes of the rungs below. */
  public double trackX() {
    return right() - (grid.wide() ? 24 : 18);
  }

  /** A command that stands at a step. */
  public double tokenX() {
    return left() - 20;
  }

  /** Where the error handler's own command is handed to the driver. */
  public double callX() {
    return stepX() + (grid.wide() ? 90 : 66) * grid.stretch();
  }

  public double hitsX() {
    return right() + is.hits();
  }

  /** Side of a square that says whether a disk is hurt. */
  public double square(int disks) {
    return disks > 4 ? 8 : Math.min(is.square(), hitPitch(disks) - 3);
  }

  /** Squares in a row; many stand in two. */
  public int hitsInRow(int disks) {
    return disks > 4 && !grid.wide() ? 4 : disks;
  }

  /** From one square to the next. */
  public double hitPitch(int disks) {
    double room = (grid.width() - 6 - hitsX()) / Math.max(1, hitsInRow(disks));
    return Math.min(room, (disks > 4 ? 8 : is.square()) * 1.42);
  }

  public double top() {
    return grid.head() + is.top() * grow();
  }

  public double foot() {
    return grid.foot();
  }

  /** Where the rungs would come too close the lit one has no more than its name. */
  public boolean isBoxBrief() {
    return pitch(is.box() * grow(), ABOVE_BOX * grow()) < grid.label() * 1.62;
  }

  public double boxHeight() {
    return is.box() * grow() * (isBoxBrief() ? BRIEF : 1);
  }

  /** How far the box reaches beyond the rails. */
  public double boxMargin() {
    return is.margin();
  }

  private double weight(int rung) {
    boolean rows = hitsInRow(rungs.get(rung).hits().size()) < rungs.get(rung).hits().size();
    boolean large =
        rows || grid.look().presenter() || grid.look().scale() >= StageLook.LESS_FROM;
    return switch (rungs.get(rung).status()) {
      case SKIPPED -> isTight() ? BARE : large ? 1 : FLAT;
      case MISSING -> isTight() ? BARE : 1;
      case TO_COME, LIT, WORKED, FAILED -> 1;
    };
  }

  /** Not even a brief box makes enough room: rungs that do not matter lose their names. */
  public boolean isTight() {
    double boxes = lit >= 0 ? (is.box() * BRIEF + ABOVE_BOX * 0.75) * grow() : 0;
    double room = foot() - top() - boxes;
    return room / (rungs.size() - (lit >= 0 ? 1 : 0) + BELOW) < grid.label() * 1.5;
  }

  /** Room for one rung that is not lit. */
  public double pitch() {
    return pitch(boxHeight(), aboveBox());
  }

  private double aboveBox() {
    return ABOVE_BOX * (isBoxBrief() ? 0.75 : 1) * grow();
  }

  private double pitch(double box, double above) {
    double units = BELOW;
    double taken = 0;
    for (int i = 0; i < rungs.size(); i++) {
      if (i == lit) {
        taken += box + above;
      } else {
        units += weight(i);
      }
    }
    return (foot() - top() - taken) / units;
  }

  /** The bar of a rung; of the lit one, the bottom of its box. */
  public double rungY(int rung) {
    double y = foot() - pitch() * BELOW;
    for (int i = 0; i < rung; i++) {
      y -= i == lit ? boxHeight() + aboveBox() : pitch() * weight(i);
    }
    return y;
  }

  public double boxTop() {
    return rungY(lit) - boxHeight();
  }

  public boolean hasLit() {
    return lit >= 0;
  }

  /** There is room for the driver's callback below the name of a rung. */
  public boolean functionsFit() {
    return grid.wide() && pitch() >= (grid.label() + grid.mono()) * 1.25 + 8;
  }
}
