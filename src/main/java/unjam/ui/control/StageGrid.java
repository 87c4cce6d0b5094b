package unjam.ui.control;

/**
 * The vertical grid that the two halves of the stage share, in pixels from its top: five bands of
 * the stack, and where the error handler's own track runs. A pure function of the size.
 *
 * @param width of the whole stage
 * @param height of the whole stage
 * @param wide the larger type of wide windows
 * @param disks how many disks there are; many of them make the band of disks higher
 */
public record StageGrid(double width, double height, boolean wide, int disks) {

  /** Height of the stage in the drawing that the numbers are taken from, and of its head. */
  private static final double DRAWN = 510;

  private static final double DRAWN_HEAD = 72;
  private static final double HEAD_WIDE = 96;
  private static final double FOOT = 8;

  /** Least height of a disk's row. */
  private static final double ROW = 17;

  /** Bottoms of the bands in the drawing: application, block, mid-layer, driver, disks. */
  private static final double[] BANDS = {126, 236, 368, 416, 502};

  /** Where the sentence ends and the map begins. */
  public double head() {
    return wide ? HEAD_WIDE : DRAWN_HEAD;
  }

  /** A height of the drawing on this grid. */
  public double y(double drawn) {
    double driver = BANDS[BANDS.length - 2];
    double all = height - FOOT - head();
    double drawnAll = DRAWN - FOOT - DRAWN_HEAD;
    double disksBand = Math.max(all * (DRAWN - FOOT - driver) / drawnAll, disks * ROW + ROW / 2);
    double above = all - disksBand;
    return drawn <= driver
        ? head() + above * (drawn - DRAWN_HEAD) / (driver - DRAWN_HEAD)
        : head() + above + disksBand * (drawn - driver) / (DRAWN - FOOT - driver);
  }

  /** Number of bands. */
  public int bands() {
    return BANDS.length;
  }

  public double bandTop(int band) {
    return band == 0 ? head() : y(BANDS[band - 1]);
  }

  public double bandBottom(int band) {
    return y(BANDS[band]);
  }

  /** Where the path half ends and the error handler's half begins. */
  public double split() {
    return Math.clamp(width * (wide ? 0.555 : 0.585), 596, 860);
  }

  /** The height at which the error handler's own track crosses from one half to the other. */
  public double ehTrack() {
    return y(424);
  }

  /** From one line of small text to the next. */
  public double line() {
    return wide ? 18 : 14.5;
  }

  /** Size of the kernel's words. */
  public double mono() {
    return wide ? 12.5 : 11;
  }

  /** Radius of a command. */
  public double token() {
    return disks > 4 ? 9 : wide ? 13 : 11.5;
  }
}
