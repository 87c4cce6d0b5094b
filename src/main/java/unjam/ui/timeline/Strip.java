package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/** Who stands where in a row of texts: the first who asks for a place has it. */
final class Strip {

  private record Taken(double from, double to) {}

  private final List<Taken> taken = new ArrayList<>();
  private final double gap;

  /**
   * @param gap kept free between two
   */
  Strip(double gap) {
    this.gap = gap;
  }

  /** Takes a place, unless somebody has a part of it. */
  boolean take(double from, double to) {
    for (Taken each : taken) {
      if (from < each.to() + gap && to > each.from() - gap) {
        return false;
      }
    }
    taken.add(new Taken(from, to));
    return true;
  }

  /** Takes a place around its middle. */
  boolean around(double middle, double width) {
    return take(middle - width / 2, middle + width / 2);
  }
}
