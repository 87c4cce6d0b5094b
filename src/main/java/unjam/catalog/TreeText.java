package unjam.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a {@link Tree} as YAML that reads back as the same: what holds lists of mappings is spread
 * over lines, everything else stands on one.
 */
final class TreeText {

  private static final Pattern PLAIN =
      Pattern.compile("-?[A-Za-z0-9_/][A-Za-z0-9_/.+-]*(?:[: ][A-Za-z0-9_/.+-]+)*");

  private final StringBuilder out = new StringBuilder();

  private TreeText() {}

  static String of(Tree.Mapping mapping) {
    TreeText text = new TreeText();
    text.block(mapping, "", "");
    return text.out.toString();
  }

  /** The text of a scalar in quotes where it would otherwise be something else. */
  static String scalar(String text, boolean quoted) {
    boolean word = PLAIN.matcher(text).matches() && !text.equals("null");
    return !quoted && word && !text.contains(": ") ? text : inQuotes(text);
  }

  private void block(Tree.Mapping mapping, String first, String indent) {
    String before = first;
    for (Tree.Entry entry : mapping.entries()) {
      out.append(before).append(scalar(entry.key(), false)).append(':');
      before = indent;
      switch (entry.value()) {
        case Tree.Mapping inner when spreads(inner) -> {
          out.append('\n');
          block(inner, indent + "  ", indent + "  ");
        }
        case Tree.Sequence(List<Tree> items, Place _) when holdsMappings(items) -> {
          out.append('\n');
          items.forEach(item -> item(item, indent + "  "));
        }
        case Tree.Scalar _, Tree.Mapping _, Tree.Sequence _ -> {
          out.append(' ');
          flow(entry.value());
          out.append('\n');
        }
      }
    }
  }

  private void item(Tree item, String indent) {
    if (item instanceof Tree.Mapping mapping && spreads(mapping)) {
      block(mapping, indent + "- ", indent + "  ");
      return;
    }
    out.append(indent).append("- ");
    flow(item);
    out.append('\n');
  }

  private static boolean spreads(Tree.Mapping mapping) {
    return mapping.entries().stream()
        .map(Tree.Entry::value)
        .anyMatch(
            each ->
                switch (each) {
                  case Tree.Scalar _ -> false;
                  case Tree.Sequence(List<Tree> items, Place _) -> holdsMappings(items);
                  case Tree.Mapping inner -> spreads(inner);
                });
  }

  private static boolean holdsMappings(List<Tree> items) {
    return items.stream().anyMatch(each -> each instanceof Tree.Mapping);
  }

  private void flow(Tree tree) {
    switch (tree) {
      case Tree.Scalar(String text, boolean quoted, Place _) -> out.append(scalar(text, quoted));
      case Tree.Sequence(List<Tree> items, Place _) -> {
        String separator = "[";
        for (Tree item : items) {
          out.append(separator);
          flow(item);
          separator = ", ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Tree.Mapping(List<Tree.Entry> entries, Place _) -> {
        String separator = "{";
        for (Tree.Entry entry : entries) {
          out.append(separator).append(scalar(entry.key(), false)).append(": ");
          flow(entry.value());
          separator = ", ";
        }
        out.append(entries.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static String inQuotes(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
