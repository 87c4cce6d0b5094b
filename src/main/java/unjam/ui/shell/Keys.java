package unjam.ui.shell;

import static javafx.scene.input.KeyCombination.CONTROL_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.app.Desk;
import unjam.app.Look;
import unjam.app.Marker;
import unjam.app.Panel;
import unjam.app.Session;
import unjam.app.View;
import unjam.playback.Bookmark;

/** What the keys do, wherever the focus is; as a table that can be shown. */
final class Keys {

  /** What belongs together in the table. */
  enum Group {
    PLAYER,
    PLACES,
    WINDOW
  }

  /**
   * A key and what it does.
   *
   * @param keys which key, with which others held
   * @param action what it does in a session; empty if there is nothing to do
   */
  record Stroke(KeyCombination keys, Function<Session, Optional<Action>> action) {}

  /**
   * A line of the table.
   *
   * @param group where it stands
   * @param message key of what it does, in the message files
   * @param caps what is printed on the keys
   * @param strokes all that belong to the line
   */
  record Key(Group group, String message, List<String> caps, List<Stroke> strokes) {
    Key {
      caps = List.copyOf(caps);
      strokes = List.copyOf(strokes);
    }
  }

  private static final List<Key> ALL =
      List.of(
          key(Group.PLAYER, "key.play", List.of("Space"),
              when(LessonKeys::space, KeyCode.SPACE)),
          steps("key.step_event", Grain.EVENT, List.of("\u2190", "\u2192")),
          steps("key.step_function", Grain.FUNCTION, List.of("Ctrl", "\u2190", "\u2192"),
              CONTROL_DOWN),
          steps("key.step_command", Grain.COMMAND,
              List.of("Ctrl", "Shift", "\u2190", "\u2192"), CONTROL_DOWN, SHIFT_DOWN),
          steps("key.step_mark", Grain.MARK, List.of("Shift", "\u2190", "\u2192"), SHIFT_DOWN),
          key(Group.PLAYER, "key.page_mark", List.of("PgUp", "PgDn"),
              when(session -> LessonKeys.page(session, false), KeyCode.PAGE_UP),
              when(session -> LessonKeys.page(session, true), KeyCode.PAGE_DOWN)),
          key(Group.PLAYER, "key.pace", List.of("+", "\u2212"),
              on(new Action.Faster(), KeyCode.EQUALS, SHIFT_ANY),
              on(new Action.Faster(), KeyCode.PLUS, SHIFT_ANY),
              on(new Action.Faster(), KeyCode.ADD),
              on(new Action.Slower(), KeyCode.MINUS),
              on(new Action.Slower(), KeyCode.SUBTRACT)),
          key(Group.PLACES, "key.ends", List.of("Home", "End"),
              on(new Action.ToStart(), KeyCode.HOME),
              on(new Action.ToEnd(), KeyCode.END)),
          key(Group.PLACES, "key.run_on", List.of("F8"),
              on(new Action.RunOn(true), KeyCode.F8)),
          key(Group.PLACES, "key.run_back", List.of("Shift", "F8"),
              on(new Action.RunOn(false), KeyCode.F8, SHIFT_DOWN)),
          key(Group.PLACES, "key.bookmark", List.of("M"), when(Keys::bookmark, KeyCode.M)),
          key(Group.PLACES, "key.markers", List.of(",", "."),
              on(new Action.MarkHere(Marker.A), KeyCode.COMMA),
              when(Keys::period, KeyCode.PERIOD)),
          panels(),
          key(Group.WINDOW, "key.rail", List.of("["),
              desk(desk -> desk.withRail(!desk.rail()), KeyCode.OPEN_BRACKET)),
          key(Group.WINDOW, "key.inspector", List.of("]"),
              desk(desk -> desk.withInspector(!desk.inspector()), KeyCode.CLOSE_BRACKET)),
          key(Group.WINDOW, "key.lessons", List.of("L")),
          key(Group.WINDOW, "key.lesson_step", List.of("P", "N"),
              when(session -> LessonKeys.step(session, false), KeyCode.P),
              when(session -> LessonKeys.step(session, true), KeyCode.N)),
          key(Group.WINDOW, "key.compare", List.of("C"), when(Keys::compare, KeyCode.C)),
          key(Group.WINDOW, "key.ledger", List.of("T"), view(View.LEDGER, KeyCode.T)),
          key(Group.WINDOW, "key.scenario", List.of("E"), view(View.SCENARIO, KeyCode.E)),
          key(Group.WINDOW, "key.sweep", List.of("S"), view(View.SWEEP, KeyCode.S)),
          key(Group.WINDOW, "key.radius", List.of("W"), view(View.RADIUS, KeyCode.W)),
          key(Group.WINDOW, "key.drivers", List.of("D"), view(View.DRIVERS, KeyCode.D)),
          key(Group.WINDOW, "key.fork", List.of("F"), on(new Action.Fork(), KeyCode.F)),
          key(Group.WINDOW, "key.presenter", List.of("F11"),
              desk(desk -> desk.withPresenter(!desk.presenter()), KeyCode.F11)),
          key(Group.WINDOW, "key.dark", List.of("B"), when(Keys::otherTheme, KeyCode.B)),
          key(Group.WINDOW, "key.unselect", List.of("Esc"),
              when(Keys::back, KeyCode.ESCAPE)),
          key(Group.WINDOW, "key.undo", List.of("Ctrl", "Z"),
              on(new Action.Undo(), KeyCode.Z, CONTROL_DOWN)),
          key(Group.WINDOW, "key.redo", List.of("Ctrl", "Y"),
              on(new Action.Redo(), KeyCode.Y, CONTROL_DOWN),
              on(new Action.Redo(), KeyCode.Z, CONTROL_DOWN, SHIFT_DOWN)));

  private Keys() {}

  /** The table, line by line. */
  static List<Key> all() {
    return ALL;
  }

  /** What a pressed key does in a session. */
  static Optional<Action> of(KeyEvent event, Session session) {
    for (Key key : ALL) {
      for (Stroke stroke : key.strokes()) {
        if (stroke.keys().match(event)) {
          return stroke.action().apply(session);
        }
      }
    }
    return Optional.empty();
  }

  /** Somebody writes there: a key is a letter, and nothing else. */
  static boolean isWriting(EventTarget at) {
    return switch (at) {
      case TextInputControl input -> input.isEditable();
      case Spinner<?> spinner -> spinner.isEditable();
      case ComboBoxBase<?> box -> box.isEditable();
      default -> false;
    };
  }

  /**
   * A button needs no key but the space bar, though it would use arrows to pass the focus on. All
   * else, such as a list, takes what it needs first and leaves the rest.
   */
  static boolean hasNoUseFor(KeyEvent event) {
    return event.getCode() != KeyCode.SPACE
        && (event.getTarget() instanceof ScrollPane
            || event.getTarget() instanceof ButtonBase button
                && !(button instanceof ToggleButton));
  }

  private static Key key(Group group, String message, List<String> caps, Stroke... strokes) {
    return new Key(group, message, caps, List.of(strokes));
  }

  private static Key steps(
      String message, Grain grain, List<String> caps, Modifier... modifiers) {
    return key(
        Group.PLAYER, message, caps,
        when(session -> LessonKeys.arrow(session, grain, false), KeyCode.LEFT, modifiers),
        when(session -> LessonKeys.arrow(session, grain, true), KeyCode.RIGHT, modifiers));
  }

  private static Key panels() {
    List<Stroke> strokes = new ArrayList<>();
    for (Panel panel : Panel.values()) {
      String digit = digit(panel);
      for (String pad : List.of("DIGIT", "NUMPAD")) {
        strokes.add(desk(desk -> desk.with(panel), KeyCode.valueOf(pad + digit)));
      }
    }
    List<String> caps = List.of("1", "\u2026", digit(Panel.WORDS));
    return new Key(Group.WINDOW, "key.panel", caps, strokes);
  }

  /** As on a keyboard, the tenth is 0. */
  private static String digit(Panel panel) {
    return Integer.toString((panel.ordinal() + 1) % 10);
  }

  private static Stroke on(Action action, KeyCode code, Modifier... modifiers) {
    return when(session -> Optional.of(action), code, modifiers);
  }

  private static Stroke desk(Function<Desk, Desk> change, KeyCode code) {
    return when(
        session -> Optional.of(new Action.SetDesk(change.apply(session.desk()))), code);
  }

  /** There, and back to the stage. */
  private static Stroke view(View view, KeyCode code) {
    return desk(desk -> desk.with(desk.view() == view ? View.STAGE : view), code);
  }

  private static Stroke when(
      Function<Session, Optional<Action>> action, KeyCode code, Modifier... modifiers) {
    return new Stroke(new KeyCodeCombination(code, modifiers), action);
  }

  /** A place that has a bookmark keeps it, with its name. */
  private static Optional<Action> bookmark(Session session) {
    var place = session.playback().at();
    return session.open().isEmpty() || session.route().hasBookmark(place)
        ? Optional.empty()
        : Optional.of(
            new Action.SetRoute(session.route().with(new Bookmark(place, ""))));
  }

  /** A remote has no other key to go on with. */
  private static Optional<Action> period(Session session) {
    return session.lesson() != null && session.desk().presenter()
        ? LessonKeys.step(session, true)
        : Optional.of(new Action.MarkHere(Marker.B));
  }

  /** From whatever is shown instead to the stage, and there from a command to all. */
  private static Optional<Action> back(Session session) {
    Desk desk = session.desk();
    return Optional.of(
        desk.view() == View.STAGE
            ? new Action.Select(-1)
            : new Action.SetDesk(desk.with(View.STAGE)));
  }

  /** There, and back again. */
  private static Optional<Action> compare(Session session) {
    Desk desk = session.desk();
    return Optional.of(
        desk.view() == View.COMPARE
            ? new Action.SetDesk(desk.with(View.STAGE))
            : new Action.Compare());
  }

  /** A projector in a lit room has no black, one in a dark room blinds. */
  private static Optional<Action> otherTheme(Session session) {
    Look look = session.look();
    Look.Theme other =
        look.theme() == Look.Theme.DARK ? Look.Theme.LIGHT : Look.Theme.DARK;
    return session.desk().presenter()
        ? Optional.of(new Action.SetLook(look.with(other)))
        : Optional.empty();
  }
}
