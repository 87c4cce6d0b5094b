package unjam.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PageTest {

  /** Everything that could be taken for markup. */
  private static final String WILD = "1. <b>a & b</b> *c* [d](e) | ![f] `g_|_h` _i_ j_k \u0007 #5";

  private static final Page PAGE =
      new Page(
          "Title <script>", Locale.SIMPLIFIED_CHINESE,
          List.of(
              new Page.Heading(WILD),
              new Page.Paragraph(WILD),
              new Page.Items(List.of(WILD, "- x")),
              new Page.Table(List.of("head", "tail"), List.of(List.of(WILD, ""))),
              new Page.Listing(List.of("[ 1.0] ```", "<i>")),
              new Page.Picture("a & <b>.png", "what \"one\" sees `x` <y>", "caption *")));

  private static String html() throws IOException {
    StringWriter html = new StringWriter();
    HtmlPage.write(PAGE, Map.of("a & <b>.png", new byte[] {1, 2, 3}), html);
    return html.toString();
  }

  private static Document parsed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html())));
  }

  private static String text(Document html, String tag) {
    return html.getElementsByTagName(tag).item(0).getTextContent().strip();
  }

  @Test
  void htmlIsWellFormedAndSaysWhatLanguageItIsIn() throws Exception {
    Document html = parsed();

    assertThat(html.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    assertThat(((Element) html.getElementsByTagName("meta").item(0)).getAttribute("charset"))
        .isEqualTo("UTF-8");
    assertThat(text(html, "title")).isEqualTo("Title <script>");
  }

  @Test
  void htmlNeedsNothingButItself() throws Exception {
    Document html = parsed();
    Element picture = (Element) html.getElementsByTagName("img").item(0);

    assertThat(picture.getAttribute("src")).isEqualTo("data:image/png;base64,AQID");
    assertThat(picture.getAttribute("alt")).isEqualTo("what \"one\" sees x <y>");
    assertThat(html()).doesNotContain("http:", "https:", "@import", "url(", "<script", "<link");
  }

  @Test
  void whatLooksLikeMarkupIsText() throws Exception {
    Document html = parsed();
    String shown = "1. <b>a & b</b> *c* [d](e) | ![f] g_|_h _i_ j_k \uFFFD #5";

    assertThat(text(html, "h2")).isEqualTo(shown);
    assertThat(text(html, "p")).isEqualTo(shown);
    assertThat(text(html, "li")).isEqualTo(shown);
    assertThat(text(html, "td")).isEqualTo(shown);
    assertThat(text(html, "pre")).isEqualTo("[ 1.0] ```\n<i>");
    NodeList items = html.getElementsByTagName("li");
    assertThat(items.item(1).getTextContent().strip()).isEqualTo("- x");
    assertThat(html.getElementsByTagName("b").getLength()).isZero();
  }
}
