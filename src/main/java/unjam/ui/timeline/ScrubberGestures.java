package unjam.ui.timeline;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.app.Marker;
import unjam.app.Session;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.app.TimeWindow.Fixed;
import unjam.ui.text.Texts;
import unjam.ui.timeline.TimeAxis.Piece;

/** What the pointer does on the time line. */
final class ScrubberGestures {

  /** A pointer that has moved less has only clicked. */
  private static final double CLICK = 4;

  /** How much one pixel of the wheel zooms. */
  private static final double ZOOM = 0.004;

  private enum Doing {
    NOTHING,
    SCRUBBING,
    SCRUBBING_WHOLE,
    PRESSING_BAR,
    CHOOSING_RANGE,
    PANNING,
    DRAGGING_A,
    DRAGGING_B,
    DRAGGING_HEIGHT
  }

  private final ScrubberView view;
  private final ScrubberViewModel model;
  private final Consumer<Action> actions;
  private final Region range;
  private final ScrubberPointing pointing;
  private Doing doing = Doing.NOTHING;
  private double pressX;
  private double pressScreenY;
  private double pressHeight;
  private int pressed = -1;
  private Fixed panned = new Fixed(0, TimeWindow.SHORTEST);
  private TimeAxis axis = ScrubberPicture.EMPTY.page().axis();

  /**
   * @param range shows what is being chosen on the whole run
   */
  ScrubberGestures(
      ScrubberView view, ScrubberViewModel model, ObservableValue<Texts> texts,
      Consumer<Action> actions, Region range) {
    this.view = view;
    this.model = model;
    this.actions = actions;
    this.range = range;
    pointing = new ScrubberPointing(view, model, texts, actions);
    range.setVisible(false);
  }

  void listen() {
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
    view.setOnMouseReleased(this::released);
    view.setOnScroll(this::scrolled);
    pointing.listen();
  }

  private ScrubberPicture picture() {
    return model.pictureProperty().get();
  }

  private TimeDesk desk() {
    return model.deskProperty().get();
  }

  private long end() {
    return picture().overview().end();
  }

  private void arrange(TimeDesk desk) {
    model.session().ifPresent(
        session -> actions.accept(new Action.SetDesk(session.desk().with(desk))));
  }

  private void show(Fixed window) {
    arrange(desk().with(window));
  }

  // Pressing and dragging.

  private void pressed(MouseEvent event) {
    pointing.hide();
    ScrubberLayout at = view.places();
    axis = picture().page().axis();
    pressX = event.getX();
    doing = Doing.NOTHING;
    if (event.getButton() == MouseButton.MIDDLE) {
      doing = Doing.PANNING;
      panned = fixed(event.getX());
    } else if (event.getButton() == MouseButton.PRIMARY) {
      doing = begun(event, at);
    }
  }

  private Doing begun(MouseEvent event, ScrubberLayout at) {
    double x = event.getX();
    double y = event.getY();
    Spots spots = new Spots(picture(), at);
    if (spots.isGrip(y)) {
      pressScreenY = event.getScreenY();
      pressHeight = view.getHeight();
      return Doing.DRAGGING_HEIGHT;
    }
    if (spots.isWhole(y) && event.getClickCount() > 1) {
      show(TimeWindow.between(0, end(), end()));
      return Doing.NOTHING;
    }
    if (spots.isWhole(y)) {
      return spots.isHead(x) ? Doing.SCRUBBING_WHOLE : Doing.CHOOSING_RANGE;
    }
    if (x < at.left() - CLICK) {
      return Doing.NOTHING;
    }
    if (event.isControlDown()) {
      mark(new Snap(picture(), axis).near(x));
      return Doing.NOTHING;
    }
    Optional<Marker> marker = spots.marker(x, y);
    if (marker.isPresent()) {
      return marker.get() == Marker.A ? Doing.DRAGGING_A : Doing.DRAGGING_B;
    }
    Optional<Piece> tear = spots.tear(x, y);
    if (tear.isPresent()) {
      open(tear.get());
      return Doing.NOTHING;
    }
    pressed = y < at.lanesTop() ? -1 : pointing.commandAt(x, y);
    if (pressed >= 0) {
      return Doing.PRESSING_BAR;
    }
    jump(new Snap(picture(), axis).near(x));
    return Doing.SCRUBBING;
  }

  private void jump(long nanos) {
    actions.accept(new Action.Pause());
    actions.accept(new Action.JumpTo(nanos));
  }

  /** The first marker that is not there yet; if both are, the nearer one comes. */
  private void mark(long nanos) {
    TimeDesk time = desk();
    Marker marker =
        time.markA() < 0
            ? Marker.A
            : time.markB() < 0 || Math.abs(time.markB() - nanos) < Math.abs(time.markA() - nanos)
                ? Marker.B
                : Marker.A;
    actions.accept(new Action.SetMarker(marker, nanos));
  }

  /** A silence to scale, with a little of what is around it. */
  private void open(Piece tear) {
    long around = (tear.to() - tear.from()) / 20;
    show(TimeWindow.between(Math.max(0, tear.from() - around), tear.to() + around, end()));
  }

  private void dragged(MouseEvent event) {
    double x = event.getX();
    ScrubberLayout at = view.places();
    switch (doing) {
      case NOTHING -> { }
      case PRESSING_BAR -> {
        if (Math.abs(x - pressX) > CLICK) {
          doing = Doing.SCRUBBING;
          jump(axis.nanos(x));
        }
      }
      case SCRUBBING -> jump(event.isAltDown() ? axis.nanos(x) : sticky(x));
      case SCRUBBING_WHOLE -> jump(at.overviewInstant(x, end()));
      case CHOOSING_RANGE -> {
        range.setVisible(Math.abs(x - pressX) > CLICK);
        double left = Math.clamp(Math.min(x, pressX), at.left(), at.right());
        double right = Math.clamp(Math.max(x, pressX), at.left(), at.right());
        range.resizeRelocate(left, at.overviewY() - 9, right - left, 18);
      }
      case PANNING -> {
        double scale = (double) panned.length() / (at.right() - at.left());
        show(TimeWindow.moved(panned, Math.round((pressX - x) * scale), end()));
      }
      case DRAGGING_A -> actions.accept(new Action.SetMarker(Marker.A, stuck(x)));
      case DRAGGING_B -> actions.accept(new Action.SetMarker(Marker.B, stuck(x)));
      case DRAGGING_HEIGHT ->
          arrange(
              desk().withHeight(Math.max(1, pressHeight + pressScreenY - event.getScreenY())));
    }
  }

  private long sticky(double x) {
    return new Snap(picture(), axis).toMarks(x);
  }

  private long stuck(double x) {
    return new Snap(picture(), axis).near(x);
  }

  private void released(MouseEvent event) {
    ScrubberLayout at = view.places();
    if (doing == Doing.PRESSING_BAR) {
      actions.accept(new Action.Select(pressed));
      if (event.getClickCount() > 1) {
        life(pressed);
      }
    } else if (doing == Doing.CHOOSING_RANGE) {
      range.setVisible(false);
      if (Math.abs(event.getX() - pressX) <= CLICK) {
        jump(new Snap(picture(), axis).onWhole(event.getX(), at));
      } else {
        show(
            TimeWindow.between(
                at.overviewInstant(pressX, end()), at.overviewInstant(event.getX(), end()),
                end()));
      }
    }
    doing = Doing.NOTHING;
  }

  /** All that a command did, from edge to edge. */
  private void life(int command) {
    model.session().flatMap(Session::open).ifPresent(
        run -> {
          var life = run.timeline().spans().ofCommand(command);
          long from = life.getFirst().start();
          long to = life.getLast().end();
          long around = Math.max((to - from) / 12, TimeWindow.SHORTEST);
          show(TimeWindow.between(Math.max(0, from - around), to + around, end()));
        });
  }

  // Zooming and moving.

  /** What is shown, to scale: as now, or as the slice under the pointer is. */
  private Fixed fixed(double x) {
    return switch (desk().window()) {
      case Fixed fixed -> fixed;
      case TimeWindow.Follow follow -> {
        TimeAxis now = picture().page().axis();
        double inside = Math.clamp(x, now.left(), now.right());
        double scale = now.under(inside).nanosPerPixel();
        long from = now.nanos(inside) - Math.round((inside - now.left()) * scale);
        long length = Math.round(scale * (now.right() - now.left()));
        yield TimeWindow.between(Math.max(0, from), Math.max(0, from) + length, end());
      }
    };
  }

  private void scrolled(ScrollEvent event) {
    ScrubberLayout at = view.places();
    event.consume();
    if (event.getX() < at.left()) {
      view.scrollBy(-event.getDeltaY());
      return;
    }
    double x = Math.min(event.getX(), at.right());
    Fixed window = fixed(x);
    double sideways = event.isShiftDown() && event.getDeltaX() == 0
        ? event.getDeltaY()
        : event.getDeltaX();
    if (sideways != 0) {
      double scale = (double) window.length() / (at.right() - at.left());
      show(TimeWindow.moved(window, Math.round(-sideways * scale), end()));
    } else if (event.getDeltaY() != 0) {
      boolean whole = event.getY() < at.overviewBottom();
      long around =
          whole ? at.overviewInstant(x, end()) : picture().page().axis().nanos(x);
      show(TimeWindow.zoomed(window, around, Math.exp(-event.getDeltaY() * ZOOM), end()));
    }
  }
}
