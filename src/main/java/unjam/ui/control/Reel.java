package unjam.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A list of any length whose lines are all of one height. It has a line for every row that is seen
 * and no more, and moving it costs the same whether there are a hundred rows or a million; which a
 * list view of the toolkit does not promise.
 *
 * @param <L> its lines
 */
public final class Reel<L extends Region & Reel.Line> extends Region {

  /** A line, which shows now this row and now that. */
  public interface Line {

    /** Shows a row. */
    void show(int row);
  }

  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
  private static final double BAR = 8;
  private static final double BESIDE_BAR = 9;

  private final IntSupplier size;
  private final Supplier<L> maker;
  private final ScrollBar bar = new ScrollBar();
  private final Rectangle clip = new Rectangle();
  private final List<L> lines = new ArrayList<>();

  /** The row that each line shows, or -1. */
  private final List<Integer> shown = new ArrayList<>();

  private double height;
  private int cursor = -1;

  /**
   * @param id of the node
   * @param name for who cannot see it
   * @param size how many rows there are
   * @param maker makes a line
   * @param act is told the row that a person clicks
   */
  public Reel(
      String id, ObservableValue<String> name, IntSupplier size, Supplier<L> maker,
      IntConsumer act) {
    this.size = size;
    this.maker = maker;
    setId(id);
    getStyleClass().add("reel");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    accessibleTextProperty().bind(name);
    setClip(clip);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setUnitIncrement(1);
    bar.valueProperty().addListener((value, before, now) -> requestLayout());
    getChildren().add(bar);
    focusedProperty().addListener((value, before, now) -> requestLayout());
    setOnScroll(
        event -> {
          moveTo(bar.getValue() - event.getDeltaY() / Math.max(1, height));
          event.consume();
        });
    setOnMouseClicked(
        event -> {
          requestFocus();
          int row = (int) Math.floor(bar.getValue() + event.getY() / Math.max(1, height));
          if (event.getButton() == MouseButton.PRIMARY && row < size.getAsInt()) {
            cursor = row;
            act.accept(row);
          }
        });
    setOnKeyPressed(event -> key(event, act));
  }

  private void key(KeyEvent event, IntConsumer act) {
    int last = size.getAsInt() - 1;
    switch (event.getCode()) {
      case UP -> cursor = Math.clamp(cursor - 1L, 0, Math.max(0, last));
      case DOWN -> cursor = Math.clamp(cursor + 1L, 0, Math.max(0, last));
      case ENTER -> {
        if (cursor >= 0 && cursor <= last) {
          act.accept(cursor);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
    if (cursor < bar.getValue()) {
      moveTo(cursor);
    } else if (cursor > bar.getValue() + rows() - 1) {
      moveTo(cursor - rows() + 1.0);
    }
    requestLayout();
  }

  /** Rows that are wholly seen at once. */
  public int rows() {
    return height <= 0 ? 0 : (int) (getHeight() / height);
  }

  /** Shows a row at the top, if there are enough below it. */
  public void moveTo(double row) {
    bar.setValue(Math.clamp(row, 0, bar.getMax()));
  }

  /** Other rows from now on. */
  public void renew() {
    shown.replaceAll(row -> -1);
    requestLayout();
  }

  /** From now on the arrow keys go on from this row. */
  public void setCursorRow(int row) {
    cursor = row;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    if (lines.isEmpty()) {
      more();
    }
    L first = lines.getFirst();
    first.applyCss();
    height = Math.max(1, Math.ceil(first.prefHeight(-1)));
    fit();
    int needed = (int) Math.ceil(getHeight() / height) + 1;
    while (lines.size() < needed) {
      more();
      shown.replaceAll(row -> -1);
    }
    int from = (int) Math.floor(bar.getValue());
    int to = Math.min(size.getAsInt(), from + needed);
    lines.forEach(line -> line.setVisible(false));
    for (int row = from; row < to; row++) {
      place(row);
    }
  }

  private void more() {
    L line = maker.get();
    lines.add(line);
    shown.add(-1);
    line.setManaged(false);
    getChildren().add(0, line);
  }

  /** The bar is as long as there are rows that are not seen. */
  private void fit() {
    double seen = getHeight() / height;
    double most = Math.max(0, size.getAsInt() - seen);
    bar.setMax(most);
    bar.setVisibleAmount(most * seen / Math.max(1, size.getAsInt()));
    bar.setBlockIncrement(Math.max(1, seen - 1));
    bar.setVisible(most > 0);
    if (bar.getValue() > most) {
      bar.setValue(most);
    }
    bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
  }

  private void place(int row) {
    int at = row % lines.size();
    L line = lines.get(at);
    line.setVisible(true);
    if (shown.get(at) != row) {
      shown.set(at, row);
      line.show(row);
    }
    line.pseudoClassStateChanged(CURSOR, row == cursor && isFocused());
    line.resizeRelocate(
        0, Math.round((row - bar.getValue()) * height), getWidth() - BESIDE_BAR, height);
  }
}
