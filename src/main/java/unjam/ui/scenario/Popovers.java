package unjam.ui.scenario;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.controlsfx.control.PopOver;
import unjam.ui.theme.Styles;

/** Makes a popover look like the window that it belongs to. */
final class Popovers {

  private static final String WINDOW = "popover-window";

  private Popovers() {}

  static void dress(PopOver popOver, Node owner) {
    Parent window = owner.getScene().getRoot();
    popOver.getRoot().getStylesheets().setAll(window.getStylesheets());
    List<String> classes = popOver.getRoot().getStyleClass();
    classes.removeAll(List.of(Styles.DARK, Styles.CHINESE, Styles.WIDE));
    if (!classes.contains(WINDOW)) {
      classes.add(WINDOW);
    }
    for (String each : window.getStyleClass()) {
      if (!classes.contains(each)) {
        classes.add(each);
      }
    }
  }
}
