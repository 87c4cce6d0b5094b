package unjam.ui.control;

/**
 * The grid that the two halves of the stage share, in pixels from its top left: five bands of the
 * stack, where one half ends and the other begins, where the error handler's own track runs, and
 * how large the letters are. A pure function of the size. The level of detail is no part of it, so
 * that everything keeps its place when more or less is shown.
 *
 * @param width of the whole stage
 * @param height of the whole stage
 * @param wide the larger type of wide windows
 * @param look how much is shown, and how large
 * @param disks how many disks there are; many of them make the band of disks higher
 */
public record StageGrid(double width, double height, boolean wide, StageLook look, int disks) {

  /** From so many disks on those that share a line are drawn as squares. */
  public static final int SQUARES_FROM = 65;

  private static final int ROWS_OF_VERY_MANY = 11;

  /** Beyond so many disks some share a line. */
  public static final int MOST_LINES = 8;

  /** Free space below the lowest band. */
  private static final double FOOT = 5;

  private static final double GAP_BELOW_DISKS = 8;

  /** Bottoms of the bands in the drawing: application, block, mid-layer, driver, disks. */
  private static final double[] BANDS = {126, 236, 368, 416, 502};

  /** Top of the uppermost band there. */
  private static final double DRAWN_HEAD = 72;

  /** Letters of the machine are so wide, as part of their size. */
  public static final double LETTER = 0.6;

  /** What differs between the four layouts; lengths in pixels. */
  private record Measure(
      double head,
      double application,
      double block,
      double midlayer,
      double driver,
      double row,
      double leastRow,
      double ladder,
      double designed,
      double line,
      double token) {}

  private static final Measure NARROW =
      new Measure(72, 54, 110, 132, 48, 27, 18, 416, 968, 14.5, 11.5);
  private static final Measure WIDE =
      new Measure(94, 64, 110, 132, 54, 38, 21, 576, 1328, 16.5, 13);
  private static final Measure PRESENTER =
      new Measure(97, 50, 150, 80, 36, 33, 33, 416, 872, 16, 13.5);
  private static final Measure CARD =
      new Measure(70, 46, 150, 80, 30, 29, 22, 300, 640, 15, 11.5);

  private Measure measure() {
    if (look.card()) {
      return CARD;
    }
    return look.presenter() ? PRESENTER : wide ? WIDE : NARROW;
  }

  private double grow() {
    return look.room();
  }

  /** Where the sentence ends and the map begins. */
  public double head() {
    return measure().head() * grow();
  }

  private double application() {
    return measure().application() * grow();
  }

  /** Number of rows that the band of disks has room for. */
  public int rows() {
    return disks >= SQUARES_FROM ? ROWS_OF_VERY_MANY : Math.clamp(disks, 1, MOST_LINES);
  }

  /** Distance from one disk to the next, if there is room for it. */
  public double row() {
    return measure().row() * grow();
  }

  /** No more than a good half of all there is. */
  private double diskBand(double rest) {
    double share = rest * 86 / 376;
    double least = rows() * measure().leastRow() * grow() + GAP_BELOW_DISKS;
    return Math.min(Math.max(share, least), rest * 0.6);
  }

  /** A height of the drawing on this grid. */
  public double y(double drawn) {
    if (drawn <= BANDS[0]) {
      return head() + application() * (drawn - DRAWN_HEAD) / (BANDS[0] - DRAWN_HEAD);
    }
    double rest = height - FOOT - head() - application();
    double disksBand = diskBand(rest);
    Measure is = measure();
    double above = rest - disksBand;
    double sum = is.block() + is.midlayer() + is.driver();
    double[] parts = {
      above * is.block() / sum, above * is.midlayer() / sum, above * is.driver() / sum, disksBand
    };
    double top = head() + application();
    for (int band = 0; band < parts.length; band++) {
      if (drawn <= BANDS[band + 1] || band == parts.length - 1) {
        double part = (drawn - BANDS[band]) / (BANDS[band + 1] - BANDS[band]);
        return top + parts[band] * part;
      }
      top += parts[band];
    }
    return top;
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
    return width - half();
  }

  /** Width of the error handler's half. */
  private double half() {
    double natural = measure().ladder() * (1 + (grow() - 1) * 0.5);
    double more = Math.max(0, width - measure().designed() * grow());
    return Math.min(natural + Math.min(more * 0.35, 200), width * 0.5);
  }

  /** How much wider or narrower the error handler's half is than in the drawing. */
  public double stretch() {
    return half() / measure().ladder();
  }

  /** Foot of the ladder. */
  public double foot() {
    if (look.presenter()) {
      return height - 37;
    }
    return y(wide ? 357 : 380);
  }

  /** The height at which the error handler's own track crosses from one half to the other. */
  public double ehTrack() {
    double below = foot() + (look.presenter() ? 11 : 32 * grow());
    return look.presenter() ? below : Math.max(below, wide ? y(392) : 0);
  }

  /** Where the two halves' parts of that track meet. */
  public double ehJoint() {
    return Math.round(split()) + 38;
  }

  /** From one line of small text to the next. */
  public double line() {
    return measure().line() * look.scale();
  }

  private double size(double narrow, double wideSize, double presenter) {
    return (look.presenter() ? presenter : wide ? wideSize : narrow) * look.scale();
  }

  /** Size of the kernel's words. */
  public double mono() {
    return size(11, 12, 12);
  }

  /** Size of what is said beside a thing. */
  public double caption() {
    return size(11, 11.5, 11);
  }

  /** Size of our words inside a thing. */
  public double body() {
    return size(11.5, 12.5, 12.3);
  }

  /** Size of the names of things. */
  public double label() {
    return size(12, 13, 13.6);
  }

  /** Size of what is loud. */
  public double title() {
    return size(13.5, 15, 15.5);
  }

  /** Radius of a command. */
  public double token() {
    return disks > 4 ? 9 : measure().token() * Math.clamp(look.scale(), 1, 1.25);
  }
}
