package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import unjam.app.Panel;
import unjam.ui.control.Surroundings;

/**
 * The heads of the tabs: as many as there is room for, in their order, the chosen one among them;
 * the others are in a menu.
 */
final class TabHead extends HBox {

  private final Surroundings surroundings;
  private final Map<Panel, ToggleButton> buttons = new EnumMap<>(Panel.class);
  private final Map<Panel, RadioMenuItem> items = new EnumMap<>(Panel.class);
  private final MenuButton more = new MenuButton();
  private Panel chosen = Panel.LOG;

  TabHead(List<Panel> panels, Surroundings surroundings, Consumer<Panel> choose) {
    this.surroundings = surroundings;
    getStyleClass().add("tabs");
    setMinHeight(Region.USE_PREF_SIZE);
    panels.forEach(panel -> add(panel, choose));
    more.setId("tab-more");
    more.getStyleClass().add("tab");
    more.textProperty().bind(surroundings.say("panel.more"));
    getChildren().addAll(buttons.values());
    getChildren().add(more);
  }

  private void add(Panel panel, Consumer<Panel> choose) {
    String name = panel.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("tab-" + name);
    button.getStyleClass().setAll("tab");
    button.textProperty().bind(surroundings.say("panel." + name));
    // The one that is chosen stays chosen when it is pressed again.
    button.setOnAction(
        event -> {
          button.setSelected(panel == chosen);
          choose.accept(panel);
        });
    buttons.put(panel, button);
    RadioMenuItem item = new RadioMenuItem();
    item.setId("item-" + name);
    item.textProperty().bind(surroundings.say("panel." + name));
    item.setOnAction(
        event -> {
          item.setSelected(panel == chosen);
          choose.accept(panel);
        });
    items.put(panel, item);
  }

  /** This one is shown. */
  void show(Panel panel) {
    chosen = panel;
    buttons.forEach((each, button) -> button.setSelected(each == panel));
    items.forEach((each, item) -> item.setSelected(each == panel));
    requestLayout();
  }

  /** Others cannot be chosen now. */
  void only(Predicate<Panel> free) {
    buttons.forEach((each, button) -> button.setDisable(!free.test(each)));
    items.forEach((each, item) -> item.setDisable(!free.test(each)));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  /** The panels whose heads have room. */
  private List<Panel> fitting(double room) {
    double all = 0;
    for (ToggleButton button : buttons.values()) {
      all += button.prefWidth(-1) + getSpacing();
    }
    if (all - getSpacing() <= room) {
      return List.copyOf(buttons.keySet());
    }
    double left = room - more.prefWidth(-1);
    List<Panel> fitting = new ArrayList<>();
    ToggleButton shown = buttons.get(chosen);
    if (shown != null) {
      left -= shown.prefWidth(-1) + getSpacing();
    }
    for (Map.Entry<Panel, ToggleButton> each : buttons.entrySet()) {
      double width = each.getValue().prefWidth(-1) + getSpacing();
      if (each.getKey() == chosen) {
        fitting.add(chosen);
      } else if (width <= left) {
        fitting.add(each.getKey());
        left -= width;
      } else {
        left = 0;
      }
    }
    return fitting;
  }

  @Override
  protected void layoutChildren() {
    double right = getWidth() - snappedRightInset();
    double x = snappedLeftInset();
    List<Panel> fitting = fitting(right - x);
    List<MenuItem> hidden = new ArrayList<>();
    for (Map.Entry<Panel, ToggleButton> each : buttons.entrySet()) {
      boolean fits = fitting.contains(each.getKey());
      each.getValue().setVisible(fits);
      if (fits) {
        x = place(each.getValue(), x);
      } else {
        hidden.add(items.get(each.getKey()));
      }
    }
    more.setVisible(!hidden.isEmpty());
    if (!hidden.isEmpty()) {
      place(more, x);
    }
    if (!more.getItems().equals(hidden)) {
      more.getItems().setAll(hidden);
    }
  }

  private double place(Region head, double x) {
    double width = Math.ceil(head.prefWidth(-1));
    head.resizeRelocate(
        Math.round(x), snappedTopInset(), width,
        getHeight() - snappedTopInset() - snappedBottomInset());
    return x + width + getSpacing();
  }
}
