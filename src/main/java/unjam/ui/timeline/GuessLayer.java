package unjam.ui.timeline;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.app.Guess;
import unjam.ui.control.PaintedPane;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Role;
import unjam.ui.theme.Styles;

/**
 * The flag of a prediction: what is not to be seen yet is dotted, the learner's flag is dragged
 * over it, and once it has been submitted the truth stands beside it.
 */
final class GuessLayer extends Region {

  private static final PseudoClass LEFTWARDS = PseudoClass.getPseudoClass("leftwards");
  private static final double PITCH = 7;
  private static final double DOT = 1.3;
  private static final double HANDLE = 32;
  private static final double AIR = 10;

  /** Where a flag waits to be set, as a part of what is to come. */
  private static final double NOT_SET = 0.1;

  private final ObservableValue<Texts> texts;
  private final Consumer<Action> actions;
  private final PaintedPane dots;
  private final Region field = new Region();
  private final Region line = part("guess-line");
  private final Label flag = label("guess-flag");
  private final Region handle = new Region();
  private final Region truthLine = part("truth-line");
  private final Label truthFlag = label("truth-flag");
  private final Region between = part("guess-between");
  private final Label distance = label("guess-distance");
  private final Label hidden = label("guess-hidden");
  private final Label how = label("guess-how");
  private Optional<Guess> shown = Optional.empty();
  private TimeAxis axis = ScrubberPicture.EMPTY.page().axis();

  GuessLayer(
      ObservableValue<Texts> texts, ObservableValue<Palette> palette,
      Consumer<Action> actions) {
    this.texts = texts;
    this.actions = actions;
    dots = new PaintedPane(palette, this::paint);
    setPickOnBounds(false);
    handle.setId("guess");
    handle.getStyleClass().add("guess-handle");
    handle.setFocusTraversable(true);
    handle.setAccessibleRole(AccessibleRole.SLIDER);
    field.setId("guess-field");
    field.getStyleClass().add("guess-field");
    flag.setId("guess-flag");
    for (Label each : new Label[] {hidden, how, distance}) {
      each.getStyleClass().add(Styles.CAPTION);
    }
    for (Node each : new Node[] {field, handle}) {
      each.addEventHandler(MouseEvent.MOUSE_PRESSED, this::aimed);
      each.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::aimed);
      each.addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
      each.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
    }
    handle.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(
        dots, field, between, truthLine, line, truthFlag, flag, distance, hidden, how, handle);
  }

  private static Region part(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  private void paint(javafx.scene.canvas.GraphicsContext g, Palette colors) {
    g.setFill(colors.of(Role.WINDOW));
    g.fillRect(0, 0, dots.getWidth(), dots.getHeight());
    g.setFill(colors.of(Role.HAIR2));
    for (double y = PITCH / 2; y < dots.getHeight(); y += PITCH) {
      for (double x = PITCH / 2; x < dots.getWidth(); x += PITCH) {
        g.fillRect(x, y, DOT, DOT);
      }
    }
  }

  private void aimed(MouseEvent event) {
    shown.filter(Guess::open)
        .ifPresent(
            guess -> {
              double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
              handle.requestFocus();
              actions.accept(guess.at(axis.nanos(x)));
            });
    event.consume();
  }

  private void pressed(KeyEvent event) {
    int way =
        event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
    if (way != 0) {
      int steps = event.isShiftDown() ? way * Guess.LARGE : way;
      shown.filter(Guess::open).ifPresent(guess -> actions.accept(guess.moved(steps)));
      event.consume();
    }
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, nanos < 100_000_000L ? "%.4f s" : "%.2f s", nanos / 1e9);
  }

  /** Everything has its place by its instant. */
  @Override
  protected void layoutChildren() {}

  /** Shows a flag, or nothing, between the lanes' edges. */
  void show(Optional<Guess> guess, ScrubberLayout at, TimeAxis where) {
    shown = guess;
    axis = where;
    setVisible(guess.isPresent());
    guess.ifPresent(each -> show(each, at));
  }

  private void show(Guess guess, ScrubberLayout at) {
    Texts words = texts.getValue();
    double top = at.lanesTop() - 2;
    double height = at.lanesBottom() - top;
    double now = Math.round(axis.x(guess.now()));
    dots.setVisible(guess.blind());
    dots.resizeRelocate(now + 1, top, Math.max(0, axis.right() - now), height);
    dots.show(guess.blind());
    field.setVisible(guess.open());
    field.resizeRelocate(
        axis.left(), top, Math.max(0, axis.right() - axis.left()), height);
    boolean set = guess.mine() >= 0;
    double unset = now + (axis.right() - now) * NOT_SET;
    double mine = Math.round(set ? axis.x(guess.mine()) : unset);
    line.setVisible(set || guess.open());
    line.setOpacity(set ? 1 : 0.5);
    line.resizeRelocate(mine - 1, top, 2, height);
    flag.setText(
        set
            ? words.of("guess.mine", seconds(guess.mine())) : words.of("guess.none"));
    flag.setVisible(line.isVisible());
    double row = top + at.laneHeight(0) / 2 - flag.prefHeight(-1) / 2;
    hang(flag, mine, row);
    handle.setVisible(guess.open());
    handle.resizeRelocate(mine - HANDLE / 2, at.lanesBottom() + 1, HANDLE, HANDLE / 2);
    handle.setAccessibleText(flag.getText());
    truth(guess, at, top, height, mine);
    hidden.setText(words.of(guess.flagged() ? "guess.hidden" : "guess.later"));
    hidden.autosize();
    hidden.setVisible(
        guess.blind() && axis.right() - now > hidden.getWidth() + 9 * AIR);
    hidden.relocate(
        axis.right() - hidden.getWidth() - 8 * AIR, top + height * 0.6);
    foot(guess, at, words, mine);
  }

  private void foot(Guess guess, ScrubberLayout at, Texts words, double mine) {
    double y = at.names() - how.prefHeight(-1) + 4;
    how.setText(
        words.of(
            "guess.how", TimeText.span(guess.step()),
            TimeText.span(guess.step() * Guess.LARGE)));
    how.setVisible(guess.open());
    how.autosize();
    double aside = mine + HANDLE;
    how.relocate(
        aside + how.getWidth() > axis.right() ? mine - HANDLE - how.getWidth() : aside, y);
  }

  /** The truth as an ink flag, and how far it is from the learner's. */
  private void truth(Guess guess, ScrubberLayout at, double top, double height, double mine) {
    boolean told = guess.truth() >= 0;
    double x = Math.round(axis.x(Math.max(0, guess.truth())));
    for (Node each : new Node[] {truthLine, truthFlag, between, distance}) {
      each.setVisible(told);
    }
    if (!told) {
      return;
    }
    truthLine.resizeRelocate(x - 1, top, 2, height);
    truthFlag.setText(texts.getValue().of("guess.truth", seconds(guess.truth())));
    hang(truthFlag, x, top + at.laneHeight(0) * 1.5 - truthFlag.prefHeight(-1) / 2);
    double y = top + height - at.laneHeight(0) / 2;
    boolean apart = Math.abs(x - mine) > 3 && guess.mine() >= 0;
    between.setVisible(apart);
    between.resizeRelocate(Math.min(x, mine), y, Math.abs(x - mine), 2);
    distance.setText(TimeText.span(Math.abs(guess.truth() - guess.mine())));
    distance.setVisible(apart);
    distance.autosize();
    double middle = (x + mine) / 2 - distance.getWidth() / 2;
    boolean inside = distance.getWidth() + AIR < Math.abs(x - mine);
    double right = Math.max(x, mine) + AIR;
    distance.relocate(
        inside
            ? middle
            : right + distance.getWidth() > axis.right()
                ? Math.min(x, mine) - AIR - distance.getWidth() : right,
        y - distance.getHeight() / 2 + 1);
  }

  /** To the right of its line, or to the left where there is no room. */
  private void hang(Label pennant, double x, double y) {
    pennant.autosize();
    boolean leftwards = x + pennant.getWidth() > axis.right() + AIR;
    pennant.pseudoClassStateChanged(LEFTWARDS, leftwards);
    pennant.relocate(leftwards ? x - pennant.getWidth() : x, y);
  }
}
