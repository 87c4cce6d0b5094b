package unjam.ui.scenario;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import unjam.ui.theme.Styles;

/** Makes a popover look like the window that it belongs to. */
final class Popovers {

  private static final double FORM = 300;
  private static final String WINDOW = "popover-window";

  private Popovers() {}

  /** A form is as wide as its letters are large. */
  static void widen(Region form, double scale) {
    double width = Math.round(FORM * Math.max(1, scale));
    form.setPrefWidth(width);
    form.setMaxWidth(width);
  }

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
