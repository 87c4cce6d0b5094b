package unjam.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns, for a terminal: where Chinese characters take two places. */
final class TextTable {

  private static final int GAP = 2;

  private final List<List<String>> lines = new ArrayList<>();

  /** Adds a line. Control characters would move the cursor, so they are left out. */
  void add(String... cells) {
    List<String> line = new ArrayList<>();
    for (String each : cells) {
      line.add(each.replaceAll("\\p{Cntrl}+", " "));
    }
    lines.add(line);
  }

  void write(Writer out) throws IOException {
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        int column = i;
        int width =
            lines.stream()
                .filter(each -> each.size() > column)
                .mapToInt(each -> width(each.get(column)))
                .max()
                .orElse(0);
        text.append(line.get(i)).append(" ".repeat(width + GAP - width(line.get(i))));
      }
      out.write(text.toString().stripTrailing() + "\n");
    }
  }

  /** The beginning of a text, with dots if it takes more places than there are. */
  static String shortened(String text, int places) {
    String part = text;
    while (width(part) > places) {
      part = part.substring(0, part.offsetByCodePoints(part.length(), -1));
    }
    return part.equals(text) ? text : part.strip() + "...";
  }

  /** Places that a text takes in a terminal. */
  static int width(String text) {
    return text.codePoints().map(each -> isWide(each) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || character >= 0x3000 && character <= 0x303F
        || character >= 0xFF01 && character <= 0xFF60;
  }
}
