package unjam.ui.timeline;

/**
 * The room there is to draw in, and how large the text is.
 *
 * @param width in pixels
 * @param height in pixels
 * @param wide the larger type of wide windows
 * @param scale of all text; 1 as designed
 * @param slim for the presenter: only the lanes of the story, without axes
 */
record Room(double width, double height, boolean wide, double scale, boolean slim) {

  /** What a window of the smallest size gives. */
  static final Room SMALLEST = new Room(1280, 196, false, 1, false);

  double left() {
    return slim ? 84 : wide ? 224 : 138;
  }

  double right() {
    return width - (slim ? 36 : wide ? 20 : 14);
  }

  double nameX() {
    return slim ? 36 : wide ? 20 : 14;
  }

  /** Width of a text of the machine, whose letters are all as wide as each other. */
  double mono(String text) {
    return text.length() * 0.6 * small();
  }

  /** Width of a text of ours, rather too much than too little. */
  double sans(String text) {
    double em = 0;
    for (int i = 0; i < text.length(); i++) {
      em += text.charAt(i) >= WIDE_LETTERS ? 1 : 0.56;
    }
    return em * small();
  }

  /** From here on letters are as wide as high. */
  private static final char WIDE_LETTERS = '\u2e80';

  /** Size of captions and of numbers. */
  double small() {
    return (wide ? 12.5 : 11) * scale;
  }

  /** Size of numbers on an axis. */
  double tiny() {
    return (wide ? 11.5 : 10.5) * scale;
  }
}
