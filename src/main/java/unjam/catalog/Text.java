package unjam.catalog;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Words for messages. */
public final class Text {

  private static final int LONGEST_QUOTE = 60;
  private static final int MOST_LISTED = 20;
  private static final int MOST_COMPARED = 500;
  private static final int LONGEST_COMPARED = 80;
  private static final int SHORTEST_PART = 3;

  private Text() {}

  /** Enough of a text to recognise it, on one line. */
  static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
  }

  public static String quoted(String text) {
    return "\"" + shortened(text) + "\"";
  }

  /** The first few of many, with commas. */
  static String list(Collection<String> all) {
    String first = String.join(", ", all.stream().limit(MOST_LISTED).toList());
    int rest = all.size() - MOST_LISTED;
    return rest > 0 ? first + " and " + rest + " more" : first;
  }

  /** {@code did you mean "x"?} or the list of what there is. */
  public static String suggestion(String word, Collection<String> known, String what) {
    return nearest(word, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "there are no " + what + " at all"
                    : "known " + what + ": " + list(known));
  }

  /** The known word that differs least, if it is near enough to be meant. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST_COMPARED) {
      return Optional.empty();
    }
    String wanted = folded(word);
    String best = null;
    int least = Math.max(1, wanted.length() / 3) + 1;
    for (String each : known.stream().limit(MOST_COMPARED).toList()) {
      int distance = distance(wanted, folded(each), least);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Somebody may have written no more of a known word than this. */
  static boolean isPart(String word, String known) {
    return word.length() >= SHORTEST_PART && folded(known).contains(folded(word));
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Levenshtein's, or {@code bound} when it is not less. */
  private static int distance(String one, String other, int bound) {
    if (Math.abs(one.length() - other.length()) >= bound) {
      return bound;
    }
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
