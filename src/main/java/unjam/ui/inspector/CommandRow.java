package unjam.ui.inspector;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.control.TokenShape;
import unjam.ui.inspector.DevicePicture.CommandLine;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** One command of a disk in a list: its token, what it asks, how it is, for how long. */
final class CommandRow extends Row {

  private static final double SIDE = 36;
  private static final double OUT = 6;
  private static final double GAP = 8;

  private final Label title = wrapped(Styles.FUNCTION, "step-function");
  private final Label state = wrapped(Styles.CAPTION);
  private final Label age = label(Styles.NUMBER, "step-time");
  private final PaintedPane painted;
  private CommandLine shown =
      new CommandLine(
          -1, new Token(TokenShape.WAITS, "", 0, 0, 1, 1, false, false), "", "",
          "");

  /**
   * @param tokens paints the tokens of all rows
   */
  CommandRow(TokenPainter tokens, ObservableValue<Palette> palette) {
    super("command-row");
    painted =
        new PaintedPane(
            palette,
            (g, colors) -> {
              Token each = shown.token();
              tokens.paint(
                  g, colors,
                  new Token(
                      each.shape(), each.tag(), SIDE / 2, SIDE / 2, each.radius(),
                      each.timeLeft(), each.subject(), false));
            });
    getChildren().addAll(painted, title, state, age);
  }

  void show(CommandLine line) {
    if (!isNew(line)) {
      return;
    }
    shown = line;
    setId("device-command-" + line.id());
    title.setText(line.title());
    state.setText(line.state());
    age.setText(line.age());
    painted.show(line.token());
    setAccessibleText(line.title() + ", " + line.state() + ", " + line.age());
    requestLayout();
  }

  private double text(double room) {
    return room - SIDE + OUT - GAP / 2;
  }

  private double titleRoom(double room) {
    return text(room) - width(age, room) - GAP;
  }

  @Override
  double content(double room) {
    return Math.max(
        SIDE - OUT, height(title, titleRoom(room)) + height(state, text(room)));
  }

  @Override
  void arrange(double x, double y, double room) {
    double words = height(title, titleRoom(room)) + height(state, text(room));
    double left = x + SIDE - OUT + GAP / 2;
    double top = y + Math.max(0, (content(room) - words) / 2);
    painted.resizeRelocate(x - OUT, y + (content(room) - SIDE) / 2, SIDE, SIDE);
    place(title, left, top, titleRoom(room));
    place(state, left, top + height(title, titleRoom(room)), text(room));
    place(age, x + room - width(age, room), top, width(age, room));
  }
}
