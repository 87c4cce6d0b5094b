package unjam.ui.timeline;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** A pane that opens above a button of the transport and goes when one clicks elsewhere. */
final class Bubble {

  private final PopOver popOver = new PopOver();

  /**
   * @param content what it shows
   */
  Bubble(Parent content) {
    content.getStyleClass().add("bubble");
    popOver.setContentNode(content);
    popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
    popOver.setDetachable(false);
    popOver.setHeaderAlwaysVisible(false);
    // The window behind would take what is pressed here for a key of its own.
    content.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ESCAPE) {
            event.consume();
          }
        });
  }

  /**
   * Opens, or closes what is open.
   *
   * @param above the button that it belongs to
   * @param still it does not fade in and out
   */
  void toggle(Node above, boolean still) {
    if (popOver.isShowing()) {
      popOver.hide();
      return;
    }
    Parent window = above.getScene().getRoot();
    popOver.getRoot().getStylesheets().setAll(window.getStylesheets());
    popOver.getRoot().getStyleClass().removeAll("dark", "wide", "zh", "contrast");
    popOver.getRoot().getStyleClass().addAll(window.getStyleClass());
    popOver.setAnimated(!still);
    popOver.show(above);
  }

  /** A list that scrolls: its height is the same however long it gets, or the pane would jump. */
  static ScrollPane list(VBox rows) {
    rows.getStyleClass().add("bubble-list");
    ScrollPane pane = new ScrollPane(rows);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return pane;
  }
}
