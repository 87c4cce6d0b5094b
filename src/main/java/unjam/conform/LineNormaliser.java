package unjam.conform;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a line of the kernel log what is chance: tags, ages, addresses, and numbers that
 * only the memory of one machine explains. Rule 8 of the recordings' README names them.
 */
final class LineNormaliser {

  private static final List<Replacement> REPLACEMENTS =
      List.of(
          new Replacement("\\btag#\\d+", "tag#*"),
          new Replacement("\\btag \\d+\\b", "tag *"),
          new Replacement("\\bSAct 0x[0-9a-f]+\\b", "SAct *"),
          new Replacement("\\b(cmd 6[01]/[0-9a-f]{2}):[0-9a-f]{2}:", "$1:*:"),
          new Replacement("(task abort on host \\d+), [0-9a-f]+", "$1, *"),
          new Replacement("\\bcmd_age=\\d+s", "cmd_age=*"),
          new Replacement("\\bwaited \\d+s", "waited *"),
          new Replacement("\\b(scmd|sc|command):? (?:0x)?[0-9a-fA-F]{8,16}\\b", "$1 *"),
          new Replacement(
              "\\b(itt|task_tag|ref_tag|timeleft|flags|phys_seg)(:? |: ?|=)(?:0x)?[0-9a-fA-F]+\\b",
              "$1$2*"),
          new Replacement("\\s+$", ""));

  private LineNormaliser() {}

  static String normalise(String line) {
    String norm = line;
    for (Replacement each : REPLACEMENTS) {
      norm = each.pattern.matcher(norm).replaceAll(each.by);
    }
    return norm;
  }

  private record Replacement(Pattern pattern, String by) {
    Replacement(String regex, String by) {
      this(Pattern.compile(regex), by);
    }
  }
}
