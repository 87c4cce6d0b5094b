package unjam.ui.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Texts at given places: real nodes, so that style sheets, screen readers and tests reach them. The
 * owner says every time which texts there are; the layer changes only what is different.
 */
public final class TextLayer extends Region {

  /** Which point of a text its place is. */
  public enum Anchor {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** One label and what it was told last. */
  private static final class Placed {
    final Label label = new Label();
    List<String> styles = List.of();
    Anchor anchor = Anchor.LEFT;
    double x;
    double baseline;
    boolean moved = true;

    /** Its style sheets have not been looked up since it came or got other classes. */
    boolean restyled = true;
  }

  /** What every label is called. */
  private static final String LABEL = "label";

  /** Texts that are gone and kept because they may come again; beyond, the oldest go. */
  private static final int KEPT = 64;

  private final Map<String, Placed> placed = new HashMap<>();
  private final Map<String, Placed> gone =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
          return size() > KEPT;
        }
      };
  private final Set<String> seen = new HashSet<>();
  private boolean changed = true;

  public TextLayer() {
    setPickOnBounds(false);
    setMouseTransparent(true);
  }

  /** From here on texts are said anew. */
  public void begin() {
    seen.clear();
  }

  /**
   * There is a text.
   *
   * @param id unique in the scene; the node's id
   * @param text what it says
   * @param anchor which point of it {@code x} is
   * @param x horizontal place
   * @param baseline vertical place of its baseline
   * @param styles style classes
   */
  public void put(
      String id, String text, Anchor anchor, double x, double baseline, String... styles) {
    seen.add(id);
    Placed at = placed.get(id);
    if (at == null) {
      at = come(id);
    }
    List<String> classes = List.of(styles);
    if (!at.styles.equals(classes)) {
      List<String> all = new ArrayList<>(classes);
      all.addFirst(LABEL);
      at.label.getStyleClass().setAll(all);
      at.styles = classes;
      at.moved = true;
      at.restyled = true;
    }
    if (!at.label.getText().equals(text)) {
      at.label.setText(text);
      at.moved = true;
    }
    at.moved |= at.anchor != anchor || at.x != x || at.baseline != baseline;
    at.anchor = anchor;
    at.x = x;
    at.baseline = baseline;
    changed |= at.moved;
  }

  private Placed come(String id) {
    Placed known = gone.remove(id);
    Placed at = known == null ? new Placed() : known;
    at.label.setId(id);
    at.label.setManaged(false);
    at.label.setMinWidth(Region.USE_PREF_SIZE);
    at.moved = true;
    at.restyled = true;
    placed.put(id, at);
    getChildren().add(at.label);
    return at;
  }

  /** What has not been said since {@link #begin} is gone. */
  public void end() {
    placed
        .entrySet()
        .removeIf(
            each -> {
              boolean goes = !seen.contains(each.getKey());
              if (goes) {
                getChildren().remove(each.getValue().label);
                gone.put(each.getKey(), each.getValue());
              }
              return goes;
            });
    if (changed) {
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    changed = false;
    for (Placed at : placed.values()) {
      Label label = at.label;
      if (!at.moved && !label.isNeedsLayout()) {
        continue;
      }
      at.moved = false;
      if (at.restyled) {
        label.applyCss();
        at.restyled = false;
      }
      double width = Math.ceil(label.prefWidth(-1));
      double height = label.prefHeight(-1);
      double left =
          switch (at.anchor) {
            case LEFT -> at.x;
            case MIDDLE -> at.x - width / 2;
            case RIGHT -> at.x - width;
          };
      label.resize(width, height);
      label.relocate(
          Math.round(left), Math.round(at.baseline - label.getBaselineOffset()));
    }
  }
}
