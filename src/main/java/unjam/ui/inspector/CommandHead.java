package unjam.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.control.Token;
import unjam.ui.control.TokenPainter;
import unjam.ui.inspector.CommandPicture.Head;
import unjam.ui.theme.Styles;

/** Which command: its token, what it asks, where, for how long. */
final class CommandHead extends Row {

  private static final double SIDE = 46;
  private static final double GAP = 10;

  /** The token's own outline lines up with the texts below; its rings may stand out. */
  private static final double OUT = 8;

  private final Surroundings surroundings;
  private final Label title = wrapped("head-title");
  private final Label note = wrapped(Styles.CAPTION);
  private final Label state = wrapped(Styles.CAPTION, "head-state");
  private final Button follow = new Button();
  private final PaintedPane painted;
  private Head shown = CommandPicture.EMPTY.head();

  CommandHead(Surroundings surroundings) {
    super("command-head");
    this.surroundings = surroundings;
    title.setId("command-title");
    note.setId("command-note");
    state.setId("command-state");
    follow.setId("command-follow");
    follow.getStyleClass().setAll("link");
    follow.setOnAction(
        event ->
            surroundings.send(new Action.Select(shown.followed() ? -1 : shown.command())));
    TokenPainter tokens = new TokenPainter(surroundings.palette().getValue());
    painted =
        new PaintedPane(
            surroundings.palette(),
            (g, colors) ->
                shown.token().ifPresent(
                    each ->
                        tokens.paint(
                            g, colors,
                            new Token(
                                each.shape(), each.tag(), SIDE / 2, SIDE / 2, each.radius(),
                                each.timeLeft(), each.subject(), false))));
    getChildren().addAll(painted, title, note, state, follow);
  }

  void show(Head head) {
    shown = head;
    follow.setText(
        surroundings.texts().getValue().of(
            head.followed() ? "command.let_go" : "command.follow"));
    if (!isNew(head)) {
      return;
    }
    title.setText(head.title());
    note.setText(head.note());
    state.setText(head.state());
    painted.show(head);
    painted.setVisible(head.token().isPresent());
    setAccessibleText(head.title() + ", " + head.state() + ", " + head.note());
    requestLayout();
  }

  private double left() {
    return shown.token().isPresent() ? SIDE - OUT + GAP : 0;
  }

  private double linkWidth() {
    return Math.ceil(follow.prefWidth(-1));
  }

  /** The link stands beside the title if there is room, else beside the state. */
  private boolean onTop(double text) {
    return width(title, text) + GAP + linkWidth() <= text;
  }

  private double stateRoom(double text) {
    return onTop(text) ? text : text - linkWidth() - GAP;
  }

  @Override
  double content(double room) {
    double text = room - left();
    return height(title, text) + height(note, text) + height(state, stateRoom(text));
  }

  @Override
  void arrange(double x, double y, double room) {
    double text = room - left();
    double at = x + left();
    painted.resizeRelocate(x - OUT, y - 2, SIDE, SIDE);
    place(title, at, y, text);
    place(note, at, y + height(title, text), text);
    double last = y + height(title, text) + height(note, text);
    place(state, at, last, stateRoom(text));
    double high = follow.prefHeight(-1);
    double beside = onTop(text) ? y + (height(title, text) - high) / 2 : last;
    follow.resizeRelocate(x + room - linkWidth(), Math.round(beside), linkWidth(), high);
  }
}
