package unjam.ui.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.Node;

/** Style classes and style sheets by name. */
public final class Styles {

  /** What a scene gives its root, and a picture the root of the window that it shows. */
  public static final String ROOT = "root";

  public static final String DARK = "dark";
  public static final String CHINESE = "zh";
  public static final String CONTRAST = "contrast";
  /** For the last row of a classroom. */
  public static final String PRESENTER = "presenter";

  /** The layout of windows from {@link #WIDE_FROM} pixels on. */
  public static final String WIDE = "wide";

  public static final double WIDE_FROM = 1880;

  /** From this width on there is room for the panel on the left in full. */
  public static final double RAIL_FROM = 1500;

  public static final String SENTENCE = "sentence";
  public static final String REASON = "reason";
  public static final String TITLE = "title";
  public static final String LABEL = "label-strong";
  public static final String BODY = "body";
  public static final String CAPTION = "caption";
  public static final String FUNCTION = "function";
  public static final String NUMBER = "number";
  public static final String CLOCK = "clock";
  public static final String LOUD = "loud";
  public static final String PLAIN = "plain";
  /** A text that has to cross a line. */
  public static final String ON_PAPER = "on-paper";
  /** The name of a rung, and of the one that is lit. */
  public static final String RUNG = "rung";
  public static final String RUNG_TITLE = "rung-title";
  /** What stands above a column. */
  public static final String HEAD = "head";
  public static final String QUIET = "quiet";
  public static final String SUBJECT = "subject";
  public static final String LATE = "late";
  public static final String EH = "eh";
  public static final String ON_EH = "on-eh";
  public static final String ON_SUBJECT = "on-subject";
  public static final String AXIS = "axis";
  public static final String BAR_NAME = "bar-name";

  private static final Pattern SIZE = Pattern.compile("-fx-font-size: ([0-9.]+)px");

  private static final List<String> SHEETS =
      List.of("tokens.css", "base.css", "shell.css", "stage.css", "timeline.css",
          "transport.css", "inspector.css", "sheet.css", "rail.css", "source.css", "compare.css",
          "ledger.css", "editor.css", "sweep.css", "radius.css",
          "drivers.css", "lesson.css");

  private Styles() {}

  /** Whether a node is in a window that has the wide layout. */
  public static boolean isWide(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(WIDE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Addresses of all style sheets, in the order in which they build on each other.
   *
   * @param scale of all text; 1 as the sheets say
   */
  public static List<String> sheets(double scale) {
    return SHEETS.stream().map(name -> scale == 1 ? address(name) : scaled(name, scale)).toList();
  }

  private static String address(String name) {
    return Objects.requireNonNull(Styles.class.getResource("/assets/css/" + name), name)
        .toExternalForm();
  }

  /** The sheet with every size of text multiplied, as an address that carries it. */
  private static String scaled(String name, double scale) {
    try (InputStream in = Styles.class.getResourceAsStream("/assets/css/" + name)) {
      String sheet = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String larger =
          SIZE.matcher(sheet)
              .replaceAll(
                  size -> {
                    double pixels = Double.parseDouble(size.group(1)) * scale;
                    return String.format(Locale.ROOT, "-fx-font-size: %.2fpx", pixels);
                  });
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(larger.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
