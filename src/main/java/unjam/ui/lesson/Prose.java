package unjam.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Markdown as nodes: paragraphs, lists, bold, emphasis and the machine's words. */
final class Prose {

  private static final Parser PARSER = Parser.builder().build();
  private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");

  /** From here on words are not parted by blanks. */
  private static final char WIDE_LETTERS = '\u2e80';

  private final Function<String, javafx.scene.Node> gaps;

  private Prose(Function<String, javafx.scene.Node> gaps) {
    this.gaps = gaps;
  }

  /** A whole text. */
  static VBox of(String markdown) {
    return of(markdown, name -> new Text("{" + name + "}"));
  }

  /**
   * A whole text with gaps.
   *
   * @param gaps what stands where a name stands between braces
   */
  static VBox of(String markdown, Function<String, javafx.scene.Node> gaps) {
    VBox all = new VBox();
    all.getStyleClass().add("prose");
    new Prose(gaps).blocks(PARSER.parse(markdown), all);
    return all;
  }

  /** Without its marks, for a screen reader. */
  static String plain(String markdown) {
    return markdown.replaceAll("[*`]", "").replace('\n', ' ').strip();
  }

  private void blocks(Node parent, VBox into) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
      switch (each) {
        case BulletList list -> list(list, into, "\u2022", -1);
        case OrderedList list -> {
          Integer first = list.getMarkerStartNumber();
          list(list, into, ".", first == null ? 1 : first);
        }
        case Heading heading -> into.getChildren().add(flow(heading, "prose-heading"));
        case FencedCodeBlock code ->
            into.getChildren().add(code(code.getLiteral().stripTrailing()));
        default -> into.getChildren().add(flow(each, "prose-words"));
      }
    }
  }

  private static javafx.scene.Node code(String literal) {
    Text text = new Text(literal);
    text.getStyleClass().add("prose-code");
    return new TextFlow(text);
  }

  private void list(Node list, VBox into, String mark, int first) {
    int number = first;
    for (Node each = list.getFirstChild(); each != null; each = each.getNext()) {
      Label bullet = new Label(first < 0 ? mark : number++ + mark);
      bullet.getStyleClass().add("prose-bullet");
      bullet.setMinWidth(Region.USE_PREF_SIZE);
      VBox item = new VBox();
      item.getStyleClass().add("prose");
      if (each instanceof ListItem) {
        blocks(each, item);
      }
      HBox.setHgrow(item, Priority.ALWAYS);
      HBox row = new HBox(bullet, item);
      row.getStyleClass().add("prose-item");
      into.getChildren().add(row);
    }
  }

  private TextFlow flow(Node block, String style) {
    List<javafx.scene.Node> runs = new ArrayList<>();
    inline(block, style, runs);
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("prose-flow");
    flow.getChildren().setAll(runs);
    return flow;
  }

  private void inline(Node parent, String style, List<javafx.scene.Node> into) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
      switch (each) {
        case org.commonmark.node.Text text -> words(text.getLiteral(), style, into);
        case Code code -> run(code.getLiteral(), "prose-code", into);
        case StrongEmphasis strong -> inline(strong, "prose-strong", into);
        case Emphasis emphasis -> inline(emphasis, "prose-emphasis", into);
        case SoftLineBreak broken -> run(blank(broken), style, into);
        case HardLineBreak broken -> run("\n", style, into);
        default -> inline(each, style, into);
      }
    }
  }

  /** A line that ends in Chinese goes on without a blank. */
  private static String blank(SoftLineBreak broken) {
    return broken.getPrevious() instanceof org.commonmark.node.Text text
            && !text.getLiteral().isEmpty()
            && text.getLiteral().charAt(text.getLiteral().length() - 1) >= WIDE_LETTERS
        ? ""
        : " ";
  }

  private void words(String text, String style, List<javafx.scene.Node> into) {
    Matcher gap = GAP.matcher(text);
    int done = 0;
    while (gap.find()) {
      run(text.substring(done, gap.start()), style, into);
      into.add(gaps.apply(gap.group(1)));
      done = gap.end();
    }
    run(text.substring(done), style, into);
  }

  private static void run(String text, String style, List<javafx.scene.Node> into) {
    if (!text.isEmpty()) {
      Text run = new Text(text);
      run.getStyleClass().add(style);
      into.add(run);
    }
  }
}
