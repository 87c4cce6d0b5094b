package unjam.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.ui.theme.Styles;

/** The other machine, under the ladder: what sleeps there and since when. */
final class TargetPane extends VBox {

  private static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");
  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

  /** Below this width a line has no room for the name of a function. */
  private static final double WITH_FUNCTIONS = 520;

  private final Label title = new Label();
  private final Label session = new Label();
  private final List<Row> rows = new ArrayList<>();
  private final GridPane grid = new GridPane();
  private int shown;

  TargetPane() {
    setId("target");
    getStyleClass().add("target");
    title.getStyleClass().add(Styles.LABEL);
    session.getStyleClass().addAll(Styles.FUNCTION, "target-session");
    session.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(title, grow(), session);
    head.setAlignment(Pos.BASELINE_LEFT);
    grid.getStyleClass().add("target-lines");
    getChildren().addAll(head, grid);
    setMouseTransparent(true);
  }

  private static Region grow() {
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    return room;
  }

  /** One line. */
  private static final class Row extends HBox {
    private final Label letter = new Label();
    private final Label name = new Label();
    private final Label function = new Label();
    private final Label what = new Label();
    private final Label since = new Label();

    Row() {
      letter.getStyleClass().add("state-letter");
      name.getStyleClass().addAll(Styles.FUNCTION, Styles.LOUD);
      function.getStyleClass().addAll(Styles.FUNCTION, Styles.QUIET);
      what.getStyleClass().add(Styles.CAPTION);
      since.getStyleClass().addAll(Styles.FUNCTION, "target-since");
      for (Label each : List.of(letter, name, since)) {
        each.setMinWidth(Region.USE_PREF_SIZE);
      }
      getStyleClass().add("target-line");
      setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(letter, name, function, what, grow(), since);
    }

    void show(TargetPicture.Line line, boolean wide, boolean alone) {
      letter.setText(line.letter());
      show(letter, !line.letter().isEmpty());
      name.setText(wide ? line.name() : line.name().replaceFirst("/.*", ""));
      function.setText(line.function());
      show(function, wide && !line.function().isEmpty());
      what.setText(line.what());
      show(what, alone || wide && line.function().isEmpty());
      since.setText(line.since());
      pseudoClassStateChanged(STUCK, line.stuck());
      setAccessibleText(
          line.name() + ", " + line.letter() + ", " + line.what() + ", " + line.since());
    }

    private static void show(Label label, boolean on) {
      label.setVisible(on);
      label.setManaged(on);
    }
  }

  /** Shows as many lines as there is room for: one below the other, or two in a row. */
  void show(TargetPicture picture, double width, double height) {
    title.setText(picture.title());
    session.setText(picture.session());
    session.pseudoClassStateChanged(LOST, picture.lost());
    List<TargetPicture.Line> lines = picture.lines();
    boolean wide = width >= WITH_FUNCTIONS;
    int columns = wide || lines.size() == 1 ? 1 : 2;
    while (rows.size() < lines.size()) {
      rows.add(new Row());
    }
    for (int i = 0; i < lines.size(); i++) {
      rows.get(i).show(lines.get(i), wide, lines.size() == 1);
      GridPane.setConstraints(rows.get(i), i % columns, i / columns);
    }
    if (shown != lines.size() || grid.getColumnConstraints().size() != columns) {
      shown = lines.size();
      grid.getColumnConstraints().setAll(columns(columns));
      grid.getChildren().setAll(rows.subList(0, lines.size()));
    }
    double used = getInsets().getTop() + getChildren().getFirst().prefHeight(width);
    double line = rows.getFirst().prefHeight(width) + grid.getVgap();
    for (int i = 0; i < lines.size(); i++) {
      boolean fits = used + (i / columns + 1) * line <= height + 1;
      rows.get(i).setVisible(fits);
      rows.get(i).setManaged(fits);
    }
  }

  private static List<ColumnConstraints> columns(int columns) {
    List<ColumnConstraints> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints one = new ColumnConstraints();
      one.setPercentWidth(100.0 / columns);
      all.add(one);
    }
    return all;
  }
}
