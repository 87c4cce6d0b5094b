package unjam.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes a page as one HTML file that needs nothing else: its style and its pictures are in it. It
 * is what its Markdown says, and well-formed XML too.
 */
public final class HtmlPage {

  private static final String STYLE = "/assets/report/page.css";
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  private HtmlPage() {}

  /**
   * Writes all of it.
   *
   * @param pictures PNG files by name
   */
  public static void write(Page page, Map<String, byte[]> pictures, Writer out)
      throws IOException {
    StringWriter markdown = new StringWriter();
    MarkdownPage.write(page, markdown);
    Node text = Parser.builder().extensions(TABLES).build().parse(markdown.toString());
    HtmlWriter html = new HtmlWriter(out);
    html.raw("<!DOCTYPE html>");
    html.line();
    html.tag("html", Map.of("lang", page.language().toLanguageTag()));
    html.tag("head");
    html.tag("meta", Map.of("charset", "UTF-8"), true);
    html.tag("title");
    html.text(Page.clean(page.title()).replace("`", ""));
    html.tag("/title");
    html.tag("style");
    html.raw(style());
    html.tag("/style");
    html.tag("/head");
    html.line();
    html.tag("body");
    html.tag("main");
    html.line();
    renderer(pictures).render(text, out);
    html.tag("/main");
    html.tag("/body");
    html.tag("/html");
    html.line();
  }

  private static HtmlRenderer renderer(Map<String, byte[]> pictures) {
    return HtmlRenderer.builder()
        .extensions(TABLES)
        .escapeHtml(true)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Image image) {
                    attributes.put("src", inlined(image.getDestination(), pictures));
                  }
                })
        .build();
  }

  private static String inlined(String name, Map<String, byte[]> pictures) {
    byte[] png = pictures.get(name);
    if (png == null) {
      throw new IllegalStateException("no picture " + name);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  private static String style() throws IOException {
    try (InputStream style = HtmlPage.class.getResourceAsStream(STYLE)) {
      if (style == null) {
        throw new IOException("the style of reports is missing: " + STYLE);
      }
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
