package unjam.ui.inspector;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import unjam.ui.control.Glyphs.Health;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** A disk in one line: its mark, its name, how it is. */
final class DiskRow extends Row {

  private static final double TEXT = 25;
  private static final double GAP = 8;

  private final Mark mark;
  private final Label name = label("disk-name");
  private final Label state = wrapped(Styles.CAPTION);

  /**
   * @param style what kind of row it is
   */
  DiskRow(String style, ObservableValue<Palette> palette) {
    super(style);
    mark = new Mark(palette);
    getChildren().addAll(mark, name, state);
  }

  void show(String id, Health health, String called, String how) {
    if (!isNew(List.of(id, health, called, how))) {
      return;
    }
    setId(id);
    mark.show(health);
    name.setText(called);
    state.setText(how);
    setAccessibleText(called + ", " + how);
    requestLayout();
  }

  private double stateRoom(double room) {
    return room - TEXT - width(name, room) - GAP;
  }

  @Override
  double content(double room) {
    return Math.max(
        mark.prefHeight(-1), Math.max(height(name, room), height(state, stateRoom(room))));
  }

  @Override
  void arrange(double x, double y, double room) {
    double high = content(room);
    mark.resizeRelocate(
        x, y + (high - mark.prefHeight(-1)) / 2, mark.prefWidth(-1), mark.prefHeight(-1));
    place(name, x + TEXT, y + (high - height(name, room)) / 2, width(name, room));
    double wide = width(state, stateRoom(room));
    place(state, x + room - wide, y + (high - height(state, wide)) / 2, wide);
  }
}
