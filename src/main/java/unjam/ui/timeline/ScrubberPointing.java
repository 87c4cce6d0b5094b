package unjam.ui.timeline;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import unjam.app.Action;
import unjam.app.Marker;
import unjam.app.Session;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;

/** What a pointer on the time line is told: what lies there, and what can be done. */
final class ScrubberPointing {

  private final ScrubberView view;
  private final ScrubberViewModel model;
  private final ObservableValue<Texts> texts;
  private final Consumer<Action> actions;
  private final Tooltip card = new Tooltip();
  private final ContextMenu menu = new ContextMenu();

  ScrubberPointing(
      ScrubberView view, ScrubberViewModel model, ObservableValue<Texts> texts,
      Consumer<Action> actions) {
    this.view = view;
    this.model = model;
    this.texts = texts;
    this.actions = actions;
    card.setShowDelay(Duration.millis(400));
  }

  void listen() {
    view.setOnMouseMoved(this::moved);
    view.setOnMouseExited(event -> hover(-1));
    view.setOnContextMenuRequested(this::menu);
  }

  void hide() {
    menu.hide();
  }

  private ScrubberPicture picture() {
    return model.pictureProperty().get();
  }

  private BarHits hits() {
    return new BarHits(picture().page(), view.places());
  }

  /** The command at a place, or -1. */
  int commandAt(double x, double y) {
    return model.session().flatMap(Session::open)
        .map(run -> hits().command(run.timeline().spans(), x, y + view.scrolled()))
        .orElse(-1);
  }

  private void moved(MouseEvent event) {
    ScrubberLayout at = view.places();
    double x = event.getX();
    double y = event.getY();
    int command = y < at.lanesTop() || x < at.left() ? -1 : commandAt(x, y);
    hover(command);
    card(y < at.lanesTop() ? mark(x, y, at) : bar(x, y));
    view.setCursor(cursor(x, y, at, command));
  }

  private Cursor cursor(double x, double y, ScrubberLayout at, int command) {
    Spots spots = new Spots(picture(), at);
    if (spots.isGrip(y)) {
      return Cursor.V_RESIZE;
    }
    if (spots.isWhole(y)) {
      return spots.isHead(x) ? Cursor.H_RESIZE : Cursor.CROSSHAIR;
    }
    if (x < at.left()) {
      return Cursor.DEFAULT;
    }
    return command >= 0 || spots.tear(x, y).isPresent() || spots.marker(x, y).isPresent()
        ? Cursor.HAND
        : Cursor.DEFAULT;
  }

  private void hover(int command) {
    if (picture().hovered() != command) {
      actions.accept(new Action.Hover(command));
    }
  }

  /** The bar at a place, in words. */
  private Optional<String> bar(double x, double y) {
    return model.session().flatMap(Session::open).flatMap(
        run ->
            hits().at(x, y + view.scrolled())
                .map(
                    hit ->
                        BarSentence.of(
                            run, texts.getValue(), picture().page().lanes().get(hit.lane()),
                            hit.bar())));
  }

  /** The mark of the whole run at a place, in words; what is to come keeps its outcome. */
  private Optional<String> mark(double x, double y, ScrubberLayout at) {
    if (!new Spots(picture(), at).isWhole(y)) {
      return Optional.empty();
    }
    long nanos = new Snap(picture(), picture().page().axis()).onWhole(x, at);
    return model.session().flatMap(Session::open)
        .flatMap(run -> run.marks().lastUntil(nanos, each -> each.nanos() == nanos))
        .map(
            each ->
                texts.getValue().of(
                    "scrubber.mark", TimeText.instant(nanos),
                    nanos <= picture().now()
                        ? MarkText.name(texts.getValue(), each)
                        : MarkText.ahead(texts.getValue(), each)));
  }

  private void card(Optional<String> says) {
    if (says.isEmpty()) {
      Tooltip.uninstall(view, card);
      return;
    }
    if (!says.get().equals(card.getText())) {
      card.setText(says.get());
    }
    Tooltip.install(view, card);
  }

  private void menu(ContextMenuEvent event) {
    TimeAxis axis = picture().page().axis();
    ScrubberLayout at = view.places();
    long nanos =
        event.getY() < at.overviewBottom()
            ? new Snap(picture(), axis).onWhole(event.getX(), at)
            : new Snap(picture(), axis).near(event.getX());
    menu.getItems().setAll(
        item("scrubber.marker.a", new Action.SetMarker(Marker.A, nanos)),
        item("scrubber.marker.b", new Action.SetMarker(Marker.B, nanos)));
    TimeDesk time = model.deskProperty().get();
    if (time.markA() >= 0 || time.markB() >= 0) {
      MenuItem none = new MenuItem(texts.getValue().of("scrubber.markers.none"));
      none.setOnAction(done -> arrange(time.with(Marker.A, -1).with(Marker.B, -1)));
      menu.getItems().add(none);
    }
    MenuItem whole = new MenuItem(texts.getValue().of("scrubber.whole"));
    long end = picture().overview().end();
    whole.setOnAction(done -> arrange(time.with(TimeWindow.between(0, end, end))));
    menu.getItems().add(whole);
    menu.show(view, event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private MenuItem item(String key, Action action) {
    MenuItem item = new MenuItem(texts.getValue().of(key));
    item.setOnAction(event -> actions.accept(action));
    return item;
  }

  private void arrange(TimeDesk desk) {
    model.session().ifPresent(
        session -> actions.accept(new Action.SetDesk(session.desk().with(desk))));
  }
}
