package unjam.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/**
 * A list that has nodes only for what is seen. A row is as high as what it says, wrapped to the
 * width of the list; nothing is ever scrolled sideways.
 *
 * @param <T> what a row is about
 */
public final class LongList<T> extends ListView<T> {

  private static final double BAR = 10;

  /**
   * What a row looks like; a handful of them serve the whole list.
   *
   * @param <T> what a row is about
   */
  public interface Row<T> {

    /** The same node every time. */
    Node node();

    /** Shows another thing. */
    void show(T item);
  }

  /**
   * @param id of the node
   * @param items what there is
   * @param name for who cannot see it
   * @param rows makes a row
   */
  public LongList(
      String id, ObservableList<T> items, ObservableValue<String> name,
      Supplier<? extends Row<T>> rows) {
    super(items);
    setId(id);
    getStyleClass().add("long-list");
    accessibleTextProperty().bind(name);
    setCellFactory(list -> new Cell<>(rows.get()));
  }

  private static final class Cell<T> extends ListCell<T> {
    private final Row<T> row;

    Cell(Row<T> row) {
      this.row = row;
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
      } else {
        row.show(item);
        setGraphic(row.node());
      }
    }

    /** A cell by itself takes its graphic to be as high as on a line without end. */
    @Override
    protected double computePrefHeight(double width) {
      ListView<T> list = getListView();
      if (list == null || getGraphic() == null || list.getFixedCellSize() > 0) {
        return super.computePrefHeight(width);
      }
      double room = list.getWidth() - BAR - snappedLeftInset() - snappedRightInset();
      return snapSizeY(
          snappedTopInset() + getGraphic().prefHeight(room) + snappedBottomInset());
    }
  }
}
