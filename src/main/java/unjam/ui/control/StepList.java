package unjam.ui.control;

import java.util.List;

/**
 * The steps of a kernel function, one of which may be lit.
 *
 * @param title the function's name
 * @param source the file it stands in; empty for a word that is no function
 * @param lines the steps in order; the machine's own words stand between backquotes
 */
public record StepList(String title, String source, List<Line> lines) {

  /** Nothing has run yet. */
  public static final StepList NONE = new StepList("", "", List.of());

  public StepList {
    lines = List.copyOf(lines);
  }

  /** So many steps around the one that is lit: where there is little room. */
  public StepList around(int most) {
    int lit = 0;
    for (int i = 0; i < lines.size(); i++) {
      lit = lines.get(i).lit() ? i : lit;
    }
    int from = Math.clamp(lit - most / 2, 0, Math.max(0, lines.size() - most));
    int to = Math.min(lines.size(), from + most);
    return new StepList(title, source, lines.subList(from, to));
  }

  /**
   * A step.
   *
   * @param number from 1
   * @param text what is done
   * @param lit whether this is where the function is
   */
  public record Line(int number, String text, boolean lit) {

    /** The text without the backquotes. */
    public String plain() {
      return text.replace("`", "");
    }
  }
}
