package unjam.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes painted things reachable: each spot is a node that can be pointed at, has the focus and an
 * accessible name. One of them is on the way of the Tab key; from there arrows go to the others,
 * Enter chooses, and {@code i} asks what it is.
 */
public final class SpotLayer<K> extends Region {

  /** Who knows what the spots are. */
  public interface Guide<K> {
    /** The thing and its state in words. */
    String name(K key);

    /** What it is, and how it is now. */
    Explanation explain(K key);

    /** A person has chosen it; returns whether that meant anything. */
    boolean choose(K key, Node at);

    /** The pointer or the focus is on it; null when on nothing. */
    void point(@Nullable K key);
  }

  private static final Duration PATIENCE = Duration.millis(400);

  private final Guide<K> guide;
  private final ExplanationPopOver popOver = new ExplanationPopOver();
  private final Map<String, SpotNode> nodes = new HashMap<>();
  private final Tooltip card = new Tooltip();
  private List<Spot<K>> spots = List.of();
  private String entrance = "";

  public SpotLayer(Guide<K> guide) {
    this.guide = guide;
    setPickOnBounds(false);
    card.setShowDelay(PATIENCE);
    card.setWrapText(true);
    card.setMaxWidth(380);
  }

  /** These are the spots now, in the order in which arrows go through them. */
  public void show(List<Spot<K>> now) {
    if (now.equals(spots)) {
      return;
    }
    spots = List.copyOf(now);
    Map<String, SpotNode> gone = new HashMap<>(nodes);
    List<Spot<K>> come = new ArrayList<>();
    for (Spot<K> each : spots) {
      SpotNode node = gone.remove(each.id());
      if (node == null) {
        come.add(each);
      } else {
        node.place(each);
      }
    }
    come.forEach(each -> come(each, gone));
    boolean lost = gone.values().stream().anyMatch(Node::isFocused);
    gone.keySet().forEach(nodes::remove);
    getChildren().removeAll(gone.values());
    if (!nodes.containsKey(entrance)) {
      enterAt(spots.isEmpty() ? "" : spots.getFirst().id());
      if (lost && !spots.isEmpty()) {
        node(entrance).ifPresent(Node::requestFocus);
      }
    }
  }

  /** While commands move, spots come and go with every frame: they hand on their nodes. */
  private void come(Spot<K> spot, Map<String, SpotNode> gone) {
    Optional<SpotNode> free =
        gone.values().stream().filter(each -> each.mayBecome(spot)).findFirst();
    SpotNode node = free.orElseGet(() -> new SpotNode(spot));
    if (free.isPresent()) {
      gone.remove(node.getId());
      nodes.remove(node.getId());
      node.setId(spot.id());
    } else {
      getChildren().add(node);
    }
    nodes.put(spot.id(), node);
    node.place(spot);
  }

  private Optional<SpotNode> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** The Tab key comes in at this spot. */
  private void enterAt(String id) {
    node(entrance).ifPresent(node -> node.setFocusTraversable(false));
    entrance = id;
    node(id).ifPresent(node -> node.setFocusTraversable(true));
  }

  /** The spot under the pointer, else the one that has the focus, is explained. */
  public boolean explainPointed() {
    Optional<SpotNode> asked =
        nodes.values().stream()
            .filter(Node::isHover)
            .findFirst()
            .or(() -> nodes.values().stream().filter(Node::isFocused).findFirst());
    asked.ifPresent(this::explain);
    return asked.isPresent();
  }

  private void explain(SpotNode node) {
    popOver.show(node, guide.explain(node.spot.key()));
  }

  /** Where explanations are shown. */
  public ExplanationPopOver popOver() {
    return popOver;
  }

  private void step(SpotNode from, int by) {
    int at = spots.indexOf(from.spot);
    int next = Math.floorMod(at + by, spots.size());
    node(spots.get(next).id())
        .ifPresent(
            node -> {
              enterAt(node.getId());
              node.requestFocus();
            });
  }

  @Override
  protected void layoutChildren() {
    for (Node each : new ArrayList<>(getChildren())) {
      if (each instanceof SpotLayer<?>.SpotNode node) {
        node.arrange();
      }
    }
  }

  /** The node of a spot. */
  private final class SpotNode extends Region {
    private Spot<K> spot;

    SpotNode(Spot<K> spot) {
      this.spot = spot;
      setId(spot.id());
      setManaged(false);
      setFocusTraversable(false);
      setAccessibleRole(AccessibleRole.BUTTON);
      getStyleClass().add("spot");
      if (spot.round()) {
        getStyleClass().add("round");
      }
      hoverProperty().subscribe(this::pointed);
      focusedProperty().subscribe(this::focused);
      setOnMouseClicked(this::clicked);
      setOnKeyPressed(this::pressed);
    }

    /** Nobody would notice that it is another one now. */
    boolean mayBecome(Spot<K> other) {
      return spot.round() == other.round() && !isHover() && !isFocused() && !isFocusTraversable();
    }

    void place(Spot<K> now) {
      boolean moved = !now.equals(spot) || getWidth() != now.width();
      spot = now;
      if (moved) {
        arrange();
      }
    }

    void arrange() {
      resizeRelocate(
          Math.round(spot.x()), Math.round(spot.y()), Math.round(spot.width()),
          Math.round(spot.height()));
    }

    private void pointed(boolean on) {
      if (on) {
        card.setText(guide.name(spot.key()));
        Tooltip.install(this, card);
        guide.point(spot.key());
      } else {
        Tooltip.uninstall(this, card);
        guide.point(null);
      }
    }

    private void focused(boolean on) {
      if (on) {
        enterAt(getId());
      }
    }

    /** Letting go of something here that was carried is no click. */
    private void clicked(MouseEvent event) {
      if (!event.isStillSincePress()) {
        return;
      }
      card.hide();
      Tooltip.uninstall(this, card);
      enterAt(getId());
      if (event.getButton() == MouseButton.PRIMARY) {
        choose();
      } else if (event.getButton() == MouseButton.SECONDARY) {
        explain(this);
      }
      event.consume();
    }

    private void choose() {
      if (!guide.choose(spot.key(), this)) {
        explain(this);
      }
    }

    private void pressed(KeyEvent event) {
      if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
        return;
      }
      switch (event.getCode()) {
        case RIGHT, DOWN -> step(this, 1);
        case LEFT, UP -> step(this, -1);
        case ENTER -> choose();
        case I -> explain(this);
        default -> {
          return;
        }
      }
      event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.TEXT
          ? guide.name(spot.key())
          : super.queryAccessibleAttribute(attribute, parameters);
    }
  }
}
