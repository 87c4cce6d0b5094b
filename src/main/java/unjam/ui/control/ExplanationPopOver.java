package unjam.ui.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import unjam.ui.theme.Styles;

/** Says what a thing is, beside it. */
public final class ExplanationPopOver {

  private static final double WIDTH = 340;
  private static final String CARD = "explanation";

  private final PopOver popOver = new PopOver();

  public ExplanationPopOver() {
    popOver.setDetachable(false);
    popOver.setAnimated(false);
    popOver.setAutoHide(true);
    popOver.setHideOnEscape(true);
  }

  /** Shows it beside a node; what was shown before goes. */
  public void show(Node beside, Explanation explanation) {
    show(beside, card(explanation));
  }

  /** Shows something else in the same way. */
  public void show(Node beside, Region content) {
    popOver.hide();
    dress(beside);
    popOver.setContentNode(content);
    popOver.setArrowLocation(side(beside));
    popOver.show(beside);
  }

  public void hide() {
    popOver.hide();
  }

  public boolean isShowing() {
    return popOver.isShowing();
  }

  /** What is shown, for whoever wants to read it. */
  public Node content() {
    return popOver.getContentNode();
  }

  /** A popover is a window of its own and must look like the one it belongs to. */
  private void dress(Node beside) {
    Parent window = beside.getScene().getRoot();
    popOver.getRoot().getStylesheets().setAll(window.getStylesheets());
    List<String> classes = popOver.getRoot().getStyleClass();
    classes.removeAll(
        List.of(Styles.DARK, Styles.CHINESE, Styles.WIDE, Styles.CONTRAST, Styles.PRESENTER));
    for (String each : window.getStyleClass()) {
      if (!classes.contains(each)) {
        classes.add(each);
      }
    }
    if (!classes.contains("popover-window")) {
      classes.add("popover-window");
    }
  }

  /** Towards the middle of the window, where there is room. */
  private static PopOver.ArrowLocation side(Node beside) {
    double x = beside.localToScene(beside.getLayoutBounds()).getCenterX();
    double y = beside.localToScene(beside.getLayoutBounds()).getCenterY();
    boolean left = x < beside.getScene().getWidth() / 2;
    boolean top = y < beside.getScene().getHeight() / 2;
    if (left) {
      return top ? PopOver.ArrowLocation.LEFT_TOP : PopOver.ArrowLocation.LEFT_BOTTOM;
    }
    return top ? PopOver.ArrowLocation.RIGHT_TOP : PopOver.ArrowLocation.RIGHT_BOTTOM;
  }

  private static VBox card(Explanation explanation) {
    VBox card = new VBox();
    card.setId(CARD);
    card.getStyleClass().add(CARD);
    card.setPrefWidth(WIDTH);
    Label title = label(explanation.title(), Styles.TITLE);
    if (explanation.machine()) {
      title.getStyleClass().add("machine");
    }
    card.getChildren().addAll(title, label(explanation.text(), Styles.BODY));
    if (!explanation.citation().isEmpty()) {
      card.getChildren().add(label(explanation.citation(), Styles.FUNCTION, Styles.QUIET));
    }
    if (!explanation.values().isEmpty()) {
      card.getChildren().add(values(explanation.values()));
    }
    card.setAccessibleText(explanation.title() + ". " + explanation.text());
    return card;
  }

  private static GridPane values(List<Explanation.Value> values) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("values");
    int row = 0;
    for (Explanation.Value each : values) {
      Label name = label(each.name(), Styles.CAPTION);
      name.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      grid.addRow(row++, name, label(each.value(), Styles.NUMBER));
    }
    return grid;
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
