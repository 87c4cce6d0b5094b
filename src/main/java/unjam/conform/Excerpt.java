package unjam.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The surroundings of a divergence, on both sides, for reading: the landmarks of the IO or context
 * it is about.
 */
final class Excerpt {

  private static final int AROUND = 8;

  private Excerpt() {}

  static String of(Divergence divergence, Golden golden, Observed simulated) {
    StringBuilder text = new StringBuilder();
    side(text, "recorded", golden.seen().landmarks(), divergence, divergence.recorded());
    side(text, "simulated", simulated.landmarks(), divergence, divergence.simulated());
    return text.toString();
  }

  private static void side(
      StringBuilder text, String name, List<Landmark> all, Divergence divergence, int index) {
    List<Landmark> landmarks = about(divergence.where(), all);
    int at = position(landmarks, divergence, index);
    text.append("  ").append(name).append(":\n");
    for (int i = Math.max(0, at - AROUND); i < Math.min(landmarks.size(), at + AROUND + 1); i++) {
      Landmark each = landmarks.get(i);
      text.append(String.format(Locale.ROOT, "  %s %6d %10.1f %-11s %s%s%n",
          i == at ? ">" : " ", each.index(), each.millis(), each.context(), each.text(),
          each.optional() ? " (optional)" : ""));
    }
  }

  /** Those of the IO, of the context, or all if it is about neither. */
  private static List<Landmark> about(String where, List<Landmark> all) {
    List<Landmark> some = new ArrayList<>();
    for (Landmark each : all) {
      if (each.isCut() || each.io().equals(where)
          || where.startsWith(each.context()) && !each.context().isEmpty()
              && Vocabulary.isMust(each.name())) {
        some.add(each);
      }
    }
    return some.stream().allMatch(Landmark::isCut) ? all : some;
  }

  private static int position(List<Landmark> landmarks, Divergence divergence, int index) {
    int at = 0;
    for (int i = 0; i < landmarks.size(); i++) {
      Landmark each = landmarks.get(i);
      if (index >= 0 ? each.index() <= index : each.millis() <= divergence.millis()) {
        at = i;
      }
    }
    boolean nowhere = index < 0 && Double.isNaN(divergence.millis());
    return nowhere ? Math.max(0, landmarks.size() - AROUND) : at;
  }
}
