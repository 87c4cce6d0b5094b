package unjam.ui.stage;

import unjam.ui.control.StageGrid;

/** What differs between the four layouts of the stage; lengths in pixels. */
record StageMeasure(
    double margin, double bands, double apart, double close, double gap, double capsule,
    double beside, double up, double post, double gate) {

  private static final StageMeasure NARROW =
      new StageMeasure(20, 80, 34, 17, 20, 145, 10, 126, 17, 13);
  private static final StageMeasure WIDE =
      new StageMeasure(24, 104, 40, 22, 28, 196, 22, 186, 20, 15);
  private static final StageMeasure PRESENTER =
      new StageMeasure(36, 59, 38, 21, 35, 132, 18, 8, 25, 17);
  private static final StageMeasure CARD =
      new StageMeasure(14, 22, 31, 19, 22, 122, 12, 6, 16, 14);

  static StageMeasure of(StageGrid grid) {
    if (grid.look().card()) {
      return CARD;
    }
    return grid.look().presenter() ? PRESENTER : grid.wide() ? WIDE : NARROW;
  }
}
