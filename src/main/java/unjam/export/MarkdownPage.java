package unjam.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a page as Markdown with tables (GitHub's flavour); pictures lie beside it. */
public final class MarkdownPage {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\*\\[\\]<>|#~!&]");

  /** An underscore within a word is only an underscore. */
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** What would make a line a list, a quotation or a rule. */
  private static final Pattern BEGINNING = Pattern.compile("^(\\d+)?([-+=.)])(?=\\s|$)");

  private static final Pattern FENCE = Pattern.compile("`{3,}");

  private MarkdownPage() {}

  /** Writes all of it. */
  public static void write(Page page, Writer out) throws IOException {
    out.write("# " + inline(page.title()) + "\n");
    for (Page.Block each : page.blocks()) {
      out.write("\n" + block(each) + "\n");
    }
  }

  private static String block(Page.Block block) {
    return switch (block) {
      case Page.Heading(String text) -> "## " + inline(text);
      case Page.Lead(String text) -> "> " + inline(text);
      case Page.Paragraph(String text) -> inline(text);
      case Page.Items(List<String> items) ->
          items.stream().map(each -> "- " + inline(each)).collect(Collectors.joining("\n"));
      case Page.Table table -> table(table);
      case Page.Listing(List<String> lines) -> listing(lines);
      case Page.Picture(String name, String alt, String caption) ->
          "![" + inline(alt.replace("`", "")) + "](<" + name.replaceAll("[<>&\\\\]", "\\\\$0")
              + ">)\n\n*" + inline(caption.replace("`", "")) + "*";
    };
  }

  private static String table(Page.Table table) {
    StringBuilder text = new StringBuilder(row(table.head()));
    text.append('\n').append("|").append(" --- |".repeat(table.head().size()));
    table.rows().forEach(each -> text.append('\n').append(row(each)));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(each -> inline(each, "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A fence is longer than any that stands in the text. */
  private static String listing(List<String> lines) {
    String text = Page.clean(String.join("\n", lines));
    int longest =
        FENCE.matcher(text).results().mapToInt(each -> each.end() - each.start()).max().orElse(2);
    String fence = "`".repeat(longest + 1);
    return fence + "\n" + text + "\n" + fence;
  }

  private static String inline(String text) {
    return inline(text, "|");
  }

  /**
   * Text within a line.
   *
   * @param bar how the machine's own bars are written; in a table a bare one would end the cell
   */
  private static String inline(String text, String bar) {
    String[] runs = Page.clean(text).replaceAll("\\s+", " ").strip().split("`", -1);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < runs.length; i++) {
      boolean code = i % 2 == 1 && i < runs.length - 1 && !runs[i].isBlank();
      line.append(code ? "`" + runs[i].replace("|", bar) + "`" : escaped(runs[i]));
    }
    return BEGINNING.matcher(line).replaceFirst("$1\\\\$2");
  }

  private static String escaped(String text) {
    String special = SPECIAL.matcher(text).replaceAll("\\\\$0");
    return UNDERSCORE.matcher(special).replaceAll("\\\\_");
  }
}
