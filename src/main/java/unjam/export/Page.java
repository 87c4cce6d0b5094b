package unjam.export;

import java.util.List;
import java.util.Locale;

/**
 * A text with headings, tables and pictures, before it becomes a file of some format. Everything in
 * it is plain text; what stands between backquotes are the machine's own words.
 *
 * @param title of the whole
 * @param language that it is written in
 * @param blocks from top to bottom
 */
public record Page(String title, Locale language, List<Block> blocks) {

  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A part of a page. */
  public sealed interface Block {}

  /** A heading; the title of the page is above all of them. */
  public record Heading(String text) implements Block {}

  /** What matters most, set apart. */
  public record Lead(String text) implements Block {}

  public record Paragraph(String text) implements Block {}

  public record Items(List<String> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Rows of as many cells as the head has. */
  public record Table(List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /** Lines as a machine has written them. */
  public record Listing(List<String> lines) implements Block {
    public Listing {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A picture.
   *
   * @param name of its file
   * @param alt what there is to see, for who cannot
   * @param caption what stands below it
   */
  public record Picture(String name, String alt, String caption) implements Block {}

  /** Characters that no text file should have stand for what they are not. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            each ->
                each == '\n' || each == '\t' || each >= ' ' && each < 0x7f
                        || each >= 0xa0 && each < 0xd800 || each > 0xdfff && each < 0xfffe
                        || each > 0xffff
                    ? each
                    : 0xfffd)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
