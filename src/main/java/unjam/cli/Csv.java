package unjam.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of comma-separated values that are safe to open in a spreadsheet (RFC 4180). */
final class Csv {

  /** What a spreadsheet would take for the beginning of a formula. */
  private static final String FORMULA = "=+-@";

  private Csv() {}

  static String line(Object... cells) {
    List<String> all = new ArrayList<>();
    for (Object each : cells) {
      all.add(each instanceof String text ? cell(text) : String.valueOf(each));
    }
    return String.join(",", all) + "\n";
  }

  /** A file that was handed in says what it likes; it must not compute anything. */
  private static String cell(String said) {
    String line = said.replaceAll("\\p{Cntrl}+", " ");
    String text =
        !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    return text.contains(",") || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }
}
