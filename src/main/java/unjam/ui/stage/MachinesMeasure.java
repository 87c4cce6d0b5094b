package unjam.ui.stage;

import unjam.ui.control.StageGrid;

/**
 * What differs between the narrow and the wide layout of two machines, in pixels.
 *
 * @param margin beside both machines
 * @param gap between them
 * @param pad inside each of them
 * @param pitch from one disk's line to the next
 * @param session width of a session's box
 * @param column width of the steps, or of the ladder
 * @param between from the threads to what they wait for
 * @param right width of what they wait for
 * @param unit height of a unit's gate
 */
record MachinesMeasure(
    double margin, double gap, double pad, double pitch, double session, double column,
    double between, double right, double unit) {

  private static final MachinesMeasure NARROW =
      new MachinesMeasure(16, 64, 10, 50, 134, 160, 32, 150, 20);
  private static final MachinesMeasure WIDE =
      new MachinesMeasure(22, 104, 18, 66, 186, 208, 56, 196, 28);

  static MachinesMeasure of(StageGrid grid) {
    return grid.wide() ? WIDE : NARROW;
  }
}
