package unjam.ui.text;

/**
 * How wide a text will be, near enough to decide whether it fits before there is any node. It
 * errs on the wide side: a text that is said to fit does.
 */
public final class TextSize {

  /** The voices a text can have. */
  public enum Voice {
    /** Our words. */
    SANS(1),
    /** Our words, in a heavier weight. */
    STRONG(1.025),
    /** The machine's words. */
    MONO(1);

    private final double factor;

    Voice(double factor) {
      this.factor = factor;
    }
  }

  /** Every letter of the machine's has this part of the size. */
  private static final double MONO_LETTER = 0.6;

  /** A letter that is as wide as it is high. */
  private static final double FULL = 1;

  private static final double OTHER = 0.62;

  /** From here on letters are those of east Asian scripts. */
  private static final int FIRST_FULL = 0x2E80;

  /** Widths of our letters from the space to the tilde, in thousandths of their size. */
  private static final int[] LETTERS = {
    265, 294, 400, 637, 643, 828, 651, 217, 378, 378, 522, 666, 288, 463, 283, 368,
    646, 473, 613, 644, 654, 620, 636, 579, 631, 636, 283, 288, 666, 666, 666, 526,
    968, 700, 654, 735, 722, 603, 586, 749, 742, 270, 552, 664, 564, 898, 747, 768,
    639, 768, 645, 643, 651, 738, 700, 978, 666, 685, 639, 378, 368, 378, 475, 460,
    497, 569, 626, 568, 626, 587, 369, 617, 602, 249, 249, 556, 249, 884, 597, 602,
    617, 617, 384, 536, 372, 594, 566, 825, 551, 566, 551, 378, 342, 378, 666
  };

  private TextSize() {}

  /**
   * The width in pixels.
   *
   * @param size of the letters, in pixels
   */
  public static double width(String text, double size, Voice voice) {
    double sum = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      sum +=
          letter >= FIRST_FULL
              ? FULL
              : voice == Voice.MONO ? MONO_LETTER : letter(letter) * voice.factor;
    }
    return sum * size;
  }

  private static double letter(char letter) {
    int at = letter - ' ';
    return at >= 0 && at < LETTERS.length ? LETTERS[at] / 1000.0 : OTHER;
  }
}
