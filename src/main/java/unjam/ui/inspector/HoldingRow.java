package unjam.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import unjam.ui.control.PaintedPane;
import unjam.ui.inspector.CommandPicture.Bar;
import unjam.ui.inspector.CommandPicture.Holding;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/** Who has had a command, for how long, and when: a thin bar over its whole life. */
final class HoldingRow extends Row {

  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final double TEXT = 27;
  private static final double GAP = 8;
  private static final double BAR = 5;
  private static final double ABOVE_BAR = 5;
  private static final double SHORTEST = 3;

  /** Dots this far apart say: now and then. */
  private static final double NOW_AND_THEN = 6;

  private final Mark mark;
  private final Label title = wrapped(Styles.LABEL);
  private final Label where = wrapped();
  private final Label time = label(Styles.NUMBER, "holder-time");
  private final PaintedPane bars;
  private Holding shown =
      new Holding("", Optional.empty(), "", "", false, "", List.of(), false, false, false);

  HoldingRow(ObservableValue<Palette> palette) {
    super("holding-row");
    mark = new Mark(palette);
    bars = new PaintedPane(palette, this::paint);
    getChildren().addAll(mark, title, where, time, bars);
  }

  void show(Holding line) {
    if (!isNew(line)) {
      return;
    }
    shown = line;
    setId(line.id());
    mark.show(line.runner(), line.now() ? Role.ACCENT : line.idle() ? Role.EDGE : Role.INK2);
    title.setText(line.title());
    where.setText(line.where());
    where.getStyleClass().setAll("label", line.mono() ? Styles.FUNCTION : Styles.CAPTION);
    time.setText(line.time());
    pseudoClassStateChanged(NOW, line.now());
    bars.show(line);
    setAccessibleText(line.title() + ", " + line.where() + ", " + line.time());
    requestLayout();
  }

  private void paint(GraphicsContext g, Palette colors) {
    double wide = bars.getWidth();
    g.setFill(colors.of(Role.HAIR));
    g.fillRect(0, 2, wide, 1);
    g.setFill(colors.of(shown.now() ? Role.ACCENT : shown.idle() ? Role.HAIR2 : Role.INK2));
    for (Bar bar : shown.bars()) {
      double length = Math.max(SHORTEST, (bar.to() - bar.from()) * wide);
      double from = Math.min(bar.from() * wide, wide - length);
      if (bar.whole() || length <= SHORTEST) {
        g.fillRoundRect(from, 0, length, BAR, 3, 3);
      } else {
        for (double x = from; x < from + length; x += NOW_AND_THEN) {
          g.fillRoundRect(x, 1, 2, BAR - 2, 2, 2);
        }
      }
    }
  }

  private double titleRoom(double room) {
    return room - TEXT - GAP - width(time, room);
  }

  private double words(double room) {
    return height(title, titleRoom(room)) + height(where, room - TEXT);
  }

  @Override
  double content(double room) {
    return words(room) + ABOVE_BAR + BAR;
  }

  @Override
  void arrange(double x, double y, double room) {
    double words = words(room);
    mark.resizeRelocate(x, Math.round(y + (words - mark.prefHeight(-1)) / 2),
        mark.prefWidth(-1), mark.prefHeight(-1));
    place(title, x + TEXT, y, titleRoom(room));
    place(where, x + TEXT, y + height(title, titleRoom(room)), room - TEXT);
    place(time, x + room - width(time, room), y, width(time, room));
    bars.resizeRelocate(x, Math.round(y + words + ABOVE_BAR), room, BAR);
  }
}
