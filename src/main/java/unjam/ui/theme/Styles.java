package unjam.ui.theme;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Style classes and style sheets by name. */
public final class Styles {

  public static final String DARK = "dark";
  public static final String CHINESE = "zh";
  /** The layout of windows from {@link #WIDE_FROM} pixels on. */
  public static final String WIDE = "wide";

  public static final double WIDE_FROM = 1800;

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
  public static final String QUIET = "quiet";
  public static final String SUBJECT = "subject";
  public static final String LATE = "late";
  public static final String EH = "eh";
  public static final String ON_EH = "on-eh";

  private static final List<String> SHEETS =
      List.of("tokens.css", "base.css", "shell.css", "stage.css", "timeline.css", "inspector.css",
          "rail.css");

  private Styles() {}

  /** Whether a node is in a window that has the wide layout. */
  public static boolean isWide(Node node) {
    Scene scene = node.getScene();
    return scene != null && scene.getRoot().getStyleClass().contains(WIDE);
  }

  /** Addresses of all style sheets, in the order in which they build on each other. */
  public static List<String> sheets() {
    return SHEETS.stream()
        .map(
            name ->
                Objects.requireNonNull(Styles.class.getResource("/assets/css/" + name), name)
                    .toExternalForm())
        .toList();
  }
}
