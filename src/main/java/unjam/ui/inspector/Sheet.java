package unjam.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Sections below each other, as high as they need to be; what does not fit is scrolled to. It lies
 * in a stack pane, the view.
 */
final class Sheet extends ScrollPane {

  /** The scroll bar, and rings around a token, stand in the panel's own margin. */
  private static final double INTO_THE_MARGIN = 12;

  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

  private final VBox sections = new VBox();

  Sheet(String id) {
    setId(id);
    getStyleClass().add("data-sheet");
    sections.getStyleClass().add("sections");
    setContent(sections);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    // Without its room kept free the sections would become narrower when they become too high.
    setVbarPolicy(ScrollBarPolicy.ALWAYS);
    sections.heightProperty().subscribe(height -> fit());
    viewportBoundsProperty().subscribe(bounds -> fit());
    StackPane.setMargin(this, new Insets(0, -INTO_THE_MARGIN, 0, -INTO_THE_MARGIN));
  }

  private void fit() {
    pseudoClassStateChanged(FITS, sections.getHeight() <= getViewportBounds().getHeight());
  }

  /** Another section. */
  void add(Node section) {
    sections.getChildren().add(section);
  }

  /** A section with a heading. */
  static VBox section(Label heading, Node... content) {
    heading.getStyleClass().add("section-head");
    heading.setWrapText(true);
    VBox section = new VBox(heading);
    section.getChildren().addAll(content);
    section.getStyleClass().add("sheet-section");
    return section;
  }

  /** Shows a section, or leaves no room for it. */
  static void show(Node section, boolean on) {
    section.setVisible(on);
    section.setManaged(on);
  }
}
