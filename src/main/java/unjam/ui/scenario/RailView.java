package unjam.ui.scenario;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import unjam.app.Desk;
import unjam.app.Frame;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * The panel on the left: the machine, its faults, its policy, and the legend. In a narrow window it
 * is a strip of marks, and the panel itself comes in front of the stage when it is asked for, until
 * somebody presses elsewhere.
 */
public final class RailView extends Region {

  private static final double WIDTH = 224;

  private final RailViewModel model = RailViewModel.ofCatalog();
  private final RailBody body;
  private final RailStrip strip;

  /** Below the panel, because what has a shadow takes the clicks that fall into it. */
  private final Region shadow = new Region();
  private final EventHandler<KeyEvent> keys = this::escape;
  private final EventHandler<MouseEvent> presses = this::pressed;
  private Desk desk = Desk.FIRST;
  private double scale = 1;
  private boolean inFront;
  private Subscription widths = Subscription.EMPTY;

  public RailView(Surroundings surroundings) {
    setId("rail");
    getStyleClass().add("rail");
    setViewOrder(-1);
    body = new RailBody(model, surroundings);
    strip = new RailStrip(model, surroundings, this::bringInFront);
    shadow.getStyleClass().add("rail-shadow");
    shadow.setMouseTransparent(true);
    getChildren().addAll(shadow, strip, body);
    sceneProperty().addListener((value, before, now) -> move(before, now));
  }

  private void move(Scene before, Scene now) {
    widths.unsubscribe();
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
      before.removeEventFilter(MouseEvent.MOUSE_PRESSED, presses);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, presses);
      widths = window().widthProperty().subscribe(width -> arrange());
    }
  }

  /** The root of the window: in a picture that is shown larger it is narrower than the scene. */
  private Region window() {
    Region outermost = this;
    for (Node each = this; each != null; each = each.getParent()) {
      if (each instanceof Region region) {
        outermost = region;
      }
      if (each.getStyleClass().contains(Styles.ROOT)) {
        break;
      }
    }
    return outermost;
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && inFront) {
      bringInFront(false);
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    Node at = event.getTarget() instanceof Node node ? node : null;
    while (at != null && at != this) {
      at = at.getParent();
    }
    if (at == null && inFront) {
      bringInFront(false);
    }
  }

  private boolean hasRoom() {
    return getScene() == null
        || window().getWidth() >= Styles.RAIL_FROM + width() - WIDTH;
  }

  /** Larger letters need a wider panel. */
  private double width() {
    return Math.round(WIDTH * Math.max(1, scale));
  }

  private double stripWidth() {
    return Math.round(RailStrip.WIDTH * Math.max(1, scale));
  }

  private boolean isStrip() {
    return !hasRoom() || !desk.rail();
  }

  private void bringInFront(Section section) {
    bringInFront(true);
    body.reveal(section);
  }

  private void bringInFront(boolean now) {
    inFront = now;
    arrange();
  }

  private void arrange() {
    strip.setVisible(isStrip());
    body.setVisible(!isStrip() || inFront);
    body.front(isStrip());
    shadow.setVisible(isStrip() && inFront);
    requestLayout();
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  /** Shows an instant. */
  public void show(Session session, Frame frame, Texts texts) {
    model.show(session, frame, texts);
    if (session.look().scale() != scale) {
      scale = session.look().scale();
      arrange();
    }
    boolean other = session.desk().rail() != desk.rail();
    desk = session.desk();
    if (other) {
      bringInFront(!hasRoom() && !inFront);
    }
  }

  @Override
  protected void layoutChildren() {
    strip.resizeRelocate(0, 0, stripWidth(), getHeight());
    shadow.resizeRelocate(stripWidth(), 0, width() - 1, getHeight());
    body.resizeRelocate(isStrip() ? stripWidth() - 1 : 0, 0, width(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return isStrip() ? stripWidth() : width();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }
}
