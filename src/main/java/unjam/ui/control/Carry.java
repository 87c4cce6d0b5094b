package unjam.ui.control;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The gesture of carrying a thing with the mouse and letting go of it where it is to be. It never
 * leaves the window, so it needs nothing of the desktop around it.
 */
public final class Carry {

  private static final PseudoClass AIMED = PseudoClass.getPseudoClass("aimed");
  private static final double BESIDE = 14;

  /** A shorter way, in pixels, is a click with an unsteady hand. */
  private static final double FAR_ENOUGH = 4;

  private final Node source;
  private final Load load;
  private final Label ghost = new Label();
  private final EventHandler<MouseEvent> dragged = this::drag;
  private final EventHandler<MouseEvent> released = this::release;
  private @Nullable Scene watched;
  private @Nullable Pane root;
  private @Nullable Node aimedAt;
  private double pressedX;
  private double pressedY;

  /** What is carried. */
  public interface Load {

    /** What it is called. */
    String words();

    /** Whether it can be put on something. */
    boolean fits(Object place);

    /** It is let go there. */
    void put(Object place);
  }

  /** Finds what is under the pointer. */
  @FunctionalInterface
  public interface Ground {

    /**
     * The place at a point of the node, if there is one.
     *
     * @param x in pixels of the node
     * @param y in pixels of the node
     */
    Optional<Place> at(double x, double y);
  }

  /**
   * Somewhere to put things.
   *
   * @param name what it is called
   * @param place what it is
   */
  public record Place(String name, Object place) {}

  private Carry(Node source, Load load) {
    this.source = source;
    this.load = load;
    ghost.getStyleClass().add("carried");
    ghost.setManaged(false);
    ghost.setMouseTransparent(true);
    ghost.setViewOrder(-2);
  }

  /** A thing can be taken here. */
  public static void from(Node source, Load load) {
    Carry carry = new Carry(source, load);
    source.addEventHandler(MouseEvent.MOUSE_PRESSED, carry::press);
  }

  /** Things can be let go here. */
  public static void onto(Node target, Ground ground) {
    target.getProperties().put(Ground.class, ground);
  }

  /** From here on the whole window is watched: not every platform goes on telling the source. */
  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      pressedX = event.getSceneX();
      pressedY = event.getSceneY();
      watched = source.getScene();
      watched.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
      watched.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
    }
  }

  private void drag(MouseEvent event) {
    double far = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY);
    if (root == null && far > FAR_ENOUGH && source.getScene().getRoot() instanceof Pane pane) {
      root = pane;
      pane.getChildren().add(ghost);
      ghost.applyCss();
    }
    if (root != null) {
      aim(event);
      ghost.relocate(
          Math.round(event.getSceneX() + BESIDE), Math.round(event.getSceneY() + BESIDE));
      event.consume();
    }
  }

  /** Says onto what it would be let go. */
  private void aim(MouseEvent event) {
    Optional<Place> at = place(event);
    ghost.pseudoClassStateChanged(AIMED, at.isPresent());
    ghost.setText(at.map(each -> load.words() + "  \u2192  " + each.name()).orElse(load.words()));
    ghost.autosize();
    mark(at.isPresent() ? target(event) : null);
  }

  private void mark(@Nullable Node target) {
    if (aimedAt != null && aimedAt != target) {
      aimedAt.pseudoClassStateChanged(AIMED, false);
    }
    aimedAt = target;
    if (target != null) {
      target.pseudoClassStateChanged(AIMED, true);
    }
  }

  private void release(MouseEvent event) {
    if (watched != null) {
      watched.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
      watched.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
      watched = null;
    }
    if (root == null) {
      return;
    }
    swallowClick(source.getScene());
    root.getChildren().remove(ghost);
    root = null;
    mark(null);
    place(event).ifPresent(at -> load.put(at.place()));
    event.consume();
  }

  /** Letting go is no click on what lies there; the next press is one again. */
  private static void swallowClick(Scene scene) {
    EventHandler<MouseEvent> swallow =
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
              event.consume();
            }
            if (event.getEventType() == MouseEvent.MOUSE_CLICKED
                || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
              scene.removeEventFilter(MouseEvent.ANY, this);
            }
          }
        };
    scene.addEventFilter(MouseEvent.ANY, swallow);
  }

  /** What takes things at the pointer, whichever node the gesture has begun on. */
  private static @Nullable Node target(MouseEvent event) {
    Node at = event.getPickResult().getIntersectedNode();
    while (at != null && !at.getProperties().containsKey(Ground.class)) {
      at = at.getParent();
    }
    return at;
  }

  private Optional<Place> place(MouseEvent event) {
    Node target = target(event);
    if (target == null || !(target.getProperties().get(Ground.class) instanceof Ground ground)) {
      return Optional.empty();
    }
    Point2D point = target.sceneToLocal(event.getSceneX(), event.getSceneY());
    return ground.at(point.getX(), point.getY()).filter(each -> load.fits(each.place()));
  }
}
