package unjam.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unjam.analysis.Mark;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.Marker;
import unjam.app.Session;
import unjam.app.TimeWindow;
import unjam.app.TimeWindow.Fixed;
import unjam.ui.Shows;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.PaletteSource;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Lane;

/** What hands do on the time line. */
@ExtendWith(ApplicationExtension.class)
class ScrubberViewTest {

  private final FxStore store =
      new FxStore(
          Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)), FxThread.EXECUTOR);
  private final ScrubberViewModel model = new ScrubberViewModel();
  private ScrubberView view;

  @Start
  void start(Stage stage) {
    Fonts.load();
    PaletteSource palette = new PaletteSource();
    view =
        new ScrubberView(
            model, new SimpleObjectProperty<>(Shows.ENGLISH), palette.paletteProperty(),
            store::send);
    store.sessionProperty().subscribe(
        session ->
            session.frame().ifPresent(frame -> model.show(session, frame, Shows.ENGLISH)));
    store.send(new Action.RunFinished(0, Shows.run()));
    store.send(new Action.Pause());
    store.send(new Action.JumpTo(Shows.instant(Mark.Kind.TIMEOUT) + 100_000));
    BorderPane root = new BorderPane();
    root.setCenter(palette);
    root.setBottom(view);
    root.getStylesheets().setAll(Styles.sheets(1));
    stage.setX(0);
    stage.setY(0);
    stage.setScene(new Scene(root, 1000, 600));
    stage.show();
  }

  private static void waitUntil(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ScrubberPicture picture() {
    return model.pictureProperty().get();
  }

  private TimeAxis axis() {
    return picture().page().axis();
  }

  private long now() {
    return store.session().playback().at().nanos();
  }

  private TimeWindow window() {
    return store.session().desk().time().window();
  }

  private Point2D at(double x, double y) {
    Bounds bounds = view.localToScreen(view.getBoundsInLocal());
    return new Point2D(bounds.getMinX() + x, bounds.getMinY() + y);
  }

  /** A bar of a disk that can be pointed at, and where. */
  private Point2D bar(int command) {
    BarHits hits = new BarHits(picture().page(), view.places());
    for (int lane = 0; lane < picture().page().lanes().size(); lane++) {
      for (Bar bar : picture().page().lanes().get(lane).bars()) {
        BarHits.Box box = hits.box(lane, bar);
        double x = Math.max(box.left(), axis().left()) + 3;
        if (bar.command() == command && axis().shows(axis().nanos(x))) {
          return at(x, box.top() + box.height() / 2);
        }
      }
    }
    throw new AssertionError("no bar of command " + command);
  }

  /** In the lane of the thread nothing can be hit while it sleeps. */
  private double free() {
    ScrubberLayout at = view.places();
    int thread = picture().page().lanes().size() - 1;
    return at.laneY(thread) + at.laneHeight(thread) / 2;
  }

  /** The headless platform does not say which keys and buttons are held. */
  private void fire(
      FxRobot robot, EventType<MouseEvent> type, Point2D at, int clicks, boolean control) {
    Point2D place = view.localToScene(view.screenToLocal(at));
    robot.interact(
        () ->
            view.fireEvent(
                new MouseEvent(
                    type, place.getX(), place.getY(), at.getX(), at.getY(),
                    MouseButton.PRIMARY, clicks, false, control, false, false, true, false, false,
                    false, false, false, null)));
  }

  private void click(FxRobot robot, Point2D at, int clicks, boolean control) {
    fire(robot, MouseEvent.MOUSE_PRESSED, at, clicks, control);
    fire(robot, MouseEvent.MOUSE_RELEASED, at, clicks, control);
  }

  private void drag(FxRobot robot, Point2D from, Point2D to) {
    fire(robot, MouseEvent.MOUSE_PRESSED, from, 1, false);
    fire(robot, MouseEvent.MOUSE_DRAGGED, to, 1, false);
    fire(robot, MouseEvent.MOUSE_RELEASED, to, 1, false);
  }

  @Test
  void theWheelZoomsAroundThePointerAndSidewaysItMoves(FxRobot robot) throws Exception {
    double x = axis().x(now()) + 20;
    double scale = axis().under(x).nanosPerPixel();
    robot.moveTo(at(x, free()));
    long pointed = axis().nanos(x);
    robot.scroll(VerticalDirection.UP);
    waitUntil(() -> window() instanceof Fixed);

    assertThat(axis().nanos(x)).isCloseTo(pointed, within((long) (2 * scale)));
    assertThat(axis().under(x).nanosPerPixel()).isLessThan(scale);
    assertThat(axis().slices()).hasSize(1);
    Fixed before = (Fixed) window();
    Point2D pointer = at(x, free());
    Point2D place = view.localToScene(x, free());
    robot.interact(
        () ->
            view.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL, place.getX(), place.getY(), pointer.getX(),
                    pointer.getY(), true, false, false, false, false, false, 0, -40, 0, -40,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    waitUntil(() -> !window().equals(before));
    assertThat(((Fixed) window()).length()).isEqualTo(before.length());

    robot.clickOn("#follow");
    waitUntil(() -> window().equals(TimeWindow.FOLLOW));
  }

  @Test
  void draggingOnTheWholeRunShowsWhatWasDraggedOver(FxRobot robot) throws Exception {
    ScrubberLayout at = view.places();
    double y = at.overviewY();
    long before = now();
    robot.drag(at(700, y), MouseButton.PRIMARY).dropTo(at(850, y));
    waitUntil(() -> window() instanceof Fixed);

    long end = picture().overview().end();
    Fixed shown = (Fixed) window();
    assertThat(shown.from()).isCloseTo(at.overviewInstant(700, end), within(end / 500));
    assertThat(shown.to()).isCloseTo(at.overviewInstant(850, end), within(end / 500));
    assertThat(now()).isEqualTo(before);

    click(robot, at(400, y), 1, false);
    click(robot, at(400, y), 2, false);
    waitUntil(() -> window().equals(new Fixed(0, end)));
    robot.clickOn(at(300, y));
    waitUntil(() -> Math.abs(now() - at.overviewInstant(300, end)) < end / 100);
  }

  @Test
  void pointingAtABarTellsTheOthersAndClickingItFollowsItsCommand(FxRobot robot)
      throws Exception {
    int command = Shows.run().missed().getFirst().command();
    long before = now();
    robot.moveTo(bar(command));
    waitUntil(() -> store.session().desk().hovered() == command);
    robot.clickOn(MouseButton.PRIMARY);
    waitUntil(() -> store.session().selection() == command);

    assertThat(now()).isEqualTo(before);
    assertThat(window()).isEqualTo(TimeWindow.FOLLOW);
    robot.moveTo(at(20, free()));
    waitUntil(() -> store.session().desk().hovered() == -1);
  }

  @Test
  void theWrittenLengthOfASilenceOpensItAndADoubleClickShowsAWholeLife(FxRobot robot)
      throws Exception {
    long before = now();
    TimeAxis.Piece tear = axis().tears().getFirst();
    robot.clickOn("#fold-0");
    waitUntil(() -> window() instanceof Fixed);
    Fixed opened = (Fixed) window();
    assertThat(opened.shows(tear.from()) && opened.shows(tear.to())).isTrue();
    assertThat(now()).isEqualTo(before);
    robot.clickOn("#follow");
    waitUntil(() -> window().equals(TimeWindow.FOLLOW));

    int command = Shows.run().missed().getFirst().command();
    Point2D bar = bar(command);
    click(robot, bar, 1, false);
    click(robot, bar, 2, false);
    waitUntil(() -> window() instanceof Fixed);
    var life = Shows.run().timeline().spans().ofCommand(command);
    Fixed whole = (Fixed) window();
    assertThat(whole.shows(life.getFirst().start()) && whole.shows(life.getLast().end()))
        .isTrue();
    assertThat(store.session().selection()).isEqualTo(command);
  }

  @Test
  void draggingInTheLanesMovesThePlayhead(FxRobot robot) throws Exception {
    double x = axis().x(now());
    robot.drag(at(x + 20, free()), MouseButton.PRIMARY).dropTo(at(x + 60, free()));
    long wanted = axis().nanos(x + 60);
    waitUntil(() -> Math.abs(axis().x(now()) - axis().x(wanted)) < 6);
    assertThat(store.session().playback().playing()).isFalse();
  }

  @Test
  void twoMarkersMeasureATimeAndSnapToWhatHappens(FxRobot robot) throws Exception {
    long timeout = Shows.instant(Mark.Kind.TIMEOUT);
    long before = now();
    click(robot, at(axis().x(timeout) + 2, free()), 1, true);
    waitUntil(() -> store.session().desk().time().at(Marker.A) == timeout);
    click(robot, at(axis().x(timeout) + 40, free()), 1, true);
    waitUntil(() -> store.session().desk().time().at(Marker.B) > timeout);
    waitUntil(() -> robot.lookup("#difference").tryQuery().isPresent());
    assertThat(now()).isEqualTo(before);

    long b = store.session().desk().time().at(Marker.B);
    double y = view.places().ruler() - 4;
    drag(robot, at(axis().x(b), y), at(axis().x(b) + 50, y));
    waitUntil(
        () ->
            axis().x(store.session().desk().time().at(Marker.B)) > axis().x(b) + 40);
  }

  @Test
  void barsAreReachedAndFollowedByKeyboard(FxRobot robot) throws Exception {
    robot.interact(() -> view.lookup("#timeline-bars").requestFocus());
    waitUntil(() -> focused().getStyleClass().contains("bar-node"));
    assertThat(focused().getAccessibleText()).isNotBlank().doesNotContain("{");
    Node first = focused();
    robot.press(KeyCode.UP).release(KeyCode.UP);
    robot.press(KeyCode.UP).release(KeyCode.UP);
    robot.press(KeyCode.UP).release(KeyCode.UP);
    robot.press(KeyCode.UP).release(KeyCode.UP);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    waitUntil(() -> focused() != first && focused().getAccessibleText().contains("sda"));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    waitUntil(() -> store.session().selection() >= 0);

    robot.interact(() -> view.lookup("#follow").getScene().getRoot().requestFocus());
    waitUntil(() -> view.lookupAll(".bar-node").size() <= 1);
  }

  private Node focused() {
    return view.getScene().getFocusOwner();
  }

  @Test
  void headsOfLanesSayWhatTheyAreAndSelectTheirDisk(FxRobot robot) throws Exception {
    assertThat(view.lookup("#head-sda").getAccessibleText()).startsWith("sda");
    assertThat(view.lookup("#head-scsi_eh_0").getAccessibleText()).startsWith("scsi_eh_0");
    robot.clickOn("#head-sdb");
    waitUntil(() -> store.session().device() == 1);
  }

  @Test
  void thereIsALaneForEachContextOnDemand(FxRobot robot) throws Exception {
    double before = view.getHeight();
    robot.clickOn("#contexts");
    waitUntil(
        () ->
            picture().page().lanes().stream().map(Lane::id).toList().contains("who-SOFTIRQ"));
    waitUntil(() -> view.getHeight() > before);
    robot.clickOn("#contexts");
    waitUntil(() -> picture().page().lanes().size() == 5);
  }

  @Test
  void theHeightIsDraggedAtTheUpperEdge(FxRobot robot) throws Exception {
    double before = view.getHeight();
    drag(robot, at(500, 2), at(500, 2 - 60));
    waitUntil(() -> Math.abs(view.getHeight() - before - 60) < 3);
    drag(robot, at(500, 2), at(500, 2 - 400));
    waitUntil(() -> view.getHeight() == view.getScene().getHeight() / 2);
    drag(robot, at(500, 2), at(500, 290));
    waitUntil(() -> view.getHeight() == 120);
  }
}
