package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unjam.reading.LogLine;
import unjam.ui.text.TimeText;

/**
 * The newest lines of the log that fit, each wrapped to the width; the wheel goes back to older
 * ones. Only what is seen has nodes, and the newest line is always whole.
 */
final class LogList extends Region {

  private static final PseudoClass LAST = PseudoClass.getPseudoClass("last-line");
  private static final double SIDE = 6;

  private final ObservableList<LogLine> lines;
  private final List<Line> pool = new ArrayList<>();
  private final Rectangle clip = new Rectangle();

  /** How many of the newest lines are scrolled out below. */
  private int back;

  private final Consumer<LogLine> go;

  /**
   * @param lines what there is, oldest first
   * @param go takes the line that a person wants to go to
   */
  LogList(ObservableList<LogLine> lines, Consumer<LogLine> go) {
    this.lines = lines;
    this.go = go;
    setId("log");
    getStyleClass().add("log-view");
    setClip(clip);
    lines.addListener(
        (ListChangeListener<LogLine>)
            change -> {
              back = 0;
              requestLayout();
            });
    setOnScroll(
        event -> {
          int by = event.getDeltaY() > 0 ? 1 : -1;
          back = Math.clamp(back + by, 0, Math.max(0, lines.size() - 1));
          requestLayout();
          event.consume();
        });
  }

  /** One line with its time. */
  private static final class Line extends StackPane {
    private final Text time = new Text();
    private final Text text = new Text();

    Line() {
      getStyleClass().add("log-cell");
      time.getStyleClass().add("log-time");
      text.getStyleClass().add("log-line");
      getChildren().add(new TextFlow(time, text));
      setManaged(false);
    }

    void show(LogLine line, boolean newest, Consumer<LogLine> go) {
      setId("log-" + line.seq());
      setOnMouseClicked(event -> go.accept(line));
      time.setText(TimeText.instant(line.nanos()) + "  ");
      text.setText(line.text());
      pseudoClassStateChanged(LAST, newest);
      setVisible(true);
    }
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    List<Line> shown = new ArrayList<>();
    double sum = 0;
    for (int i = lines.size() - 1 - back; i >= 0 && sum < getHeight(); i--) {
      Line line = pooled(shown.size());
      line.show(lines.get(i), i == lines.size() - 1, go);
      line.applyCss();
      double height = Math.ceil(line.prefHeight(getWidth()));
      line.resize(getWidth(), height);
      shown.add(line);
      sum += height;
    }
    for (int i = shown.size(); i < pool.size(); i++) {
      pool.get(i).setVisible(false);
    }
    double bottom = Math.min(sum, getHeight());
    for (Line line : shown) {
      bottom -= line.getHeight();
      line.relocate(0, Math.round(bottom));
    }
  }

  private Line pooled(int index) {
    if (index == pool.size()) {
      Line line = new Line();
      pool.add(line);
      getChildren().add(line);
    }
    return pool.get(index);
  }

  @Override
  protected double computeMinHeight(double width) {
    return SIDE;
  }
}
