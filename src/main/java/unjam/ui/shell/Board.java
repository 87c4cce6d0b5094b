package unjam.ui.shell;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.app.Detail;
import unjam.app.Session;
import unjam.ui.control.Carry;
import unjam.ui.control.StageLook;
import unjam.ui.control.Surroundings;
import unjam.ui.ladder.LadderView;
import unjam.ui.stage.StageView;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.TransportViewModel;

/**
 * The stage's two halves over each other: the path, and the ladder in its right part; and in the
 * lower right corner, where there is room, the steps of the function that the picture is about.
 */
final class Board extends Region {

  private static final double STEPS_RIGHT = 20;

  private static final double CLOCK_RIGHT = 36;
  private static final double CLOCK_TOP = 12;

  private final StageView stage;
  private final LadderView ladder;
  private final Region steps;
  private final VBox clock;
  private final Surroundings around;
  private boolean offersTime = true;
  private final EventHandler<KeyEvent> keys = this::pressed;

  Board(
      StageView stage, LadderView ladder, Region steps, TransportViewModel transport,
      Surroundings around) {
    this.stage = stage;
    this.ladder = ladder;
    this.steps = steps;
    this.around = around;
    getStyleClass().add("board");
    clock = clock(transport);
    getChildren().addAll(stage.machines(), ladder, stage, steps, clock);
    Carry.onto(this, stage::placeAt);
    ladder.previewProperty().subscribe(stage::preview);
    setOnMouseClicked(this::clicked);
    sceneProperty().addListener((value, before, now) -> listen(before, now));
  }

  /** Only what nothing on the stage has taken is a click beside it. */
  private void clicked(MouseEvent event) {
    boolean beside = event.getPickResult().getIntersectedNode() == this;
    if (beside && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      around.send(new Action.Select(-1));
    }
  }

  private void listen(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    }
    if (now != null) {
      now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    }
  }

  /** "What is this?", about whatever is pointed at. */
  private void pressed(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (event.getCode() == KeyCode.I && plain && !Keys.isWriting(event.getTarget())
        && (stage.explainPointed() || ladder.explainPointed())) {
      event.consume();
    }
  }

  /** The presenter has no player: the time stands on the stage, in its upper right corner. */
  private static VBox clock(TransportViewModel transport) {
    Label note = new Label();
    note.getStyleClass().add(Styles.CAPTION);
    note.textProperty().bind(transport.compressionProperty());
    Label time = new Label();
    time.setId("large-clock");
    time.getStyleClass().add(Styles.CLOCK);
    time.textProperty().bind(transport.clockProperty().map(Board::millis));
    VBox box = new VBox(time, note);
    box.getChildren().forEach(each -> ((Label) each).setMinWidth(USE_PREF_SIZE));
    box.setAlignment(Pos.TOP_RIGHT);
    box.setMouseTransparent(true);
    return box;
  }

  /** Microseconds cannot be read from the last row. */
  private static String millis(String clock) {
    int micros = clock.lastIndexOf(' ');
    return (micros < 0 ? clock : clock.substring(0, micros)) + " s";
  }

  /** One of several: it says what happens, and offers nothing. */
  void quiet() {
    stage.quiet();
    offersTime = false;
  }

  /** Whether there is room for the steps, and somebody wants that much detail. */
  boolean showsSteps(Session session) {
    return Styles.isWide(this)
        && !stage.showsTarget()
        && session.desk().detail() == Detail.FUNCTIONS
        && session.look().scale() < StageLook.LESS_FROM;
  }

  void show(Session session) {
    show(steps, showsSteps(session));
    show(clock, offersTime && session.desk().presenter());
  }

  private static void show(Node node, boolean on) {
    node.setVisible(on);
  }

  /** It has the room that is left, so what changes on it moves nothing outside. */
  @Override
  public void requestLayout() {
    setNeedsLayout(true);
  }

  /** The ladder has its half, or, where there are two machines, a column while it is climbed. */
  private void ladder() {
    Optional<Rectangle2D> column = stage.machines().ladder();
    ladder.setVisible(column.isPresent() || !stage.machines().exists());
    if (column.isPresent()) {
      ladder.fill(column.get());
    } else {
      ladder.fillHalf(getWidth(), getHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    double wide = clock.prefWidth(-1);
    clock.resizeRelocate(
        getWidth() - CLOCK_RIGHT - wide, CLOCK_TOP, wide, clock.prefHeight(-1));
    stage.leaveBesideHead(clock.isVisible() ? wide + CLOCK_RIGHT : 0);
    stage.machines().resizeRelocate(0, 0, getWidth(), getHeight());
    ladder();
    stage.resizeRelocate(0, 0, getWidth(), getHeight());
    double left = Math.round(ladder.cornerX());
    double width = getWidth() - left - STEPS_RIGHT;
    double top = Math.round(ladder.cornerY());
    steps.resizeRelocate(
        left, top, width, Math.min(steps.prefHeight(width), getHeight() - top));
  }
}
