package unjam.ui.inspector;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Frame;
import unjam.app.Panel;
import unjam.app.Session;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/**
 * The panel on the right: what an administrator would have at the playhead, and what none has. The
 * first tabs have buttons of their own, the others are in a menu.
 */
public final class InspectorView extends VBox {

  private static final double WIDTH = 260;
  private static final double WIDTH_WIDE = 368;
  private static final int BUTTONS = 3;
  private static final int BUTTONS_WIDE = 4;

  private final Surroundings surroundings;
  private final Map<Panel, Tab> tabs = new EnumMap<>(Panel.class);
  private final Map<Panel, ToggleButton> buttons = new EnumMap<>(Panel.class);
  private final Map<Panel, RadioMenuItem> items = new EnumMap<>(Panel.class);
  private final MenuButton more = new MenuButton();
  private final HBox head = new HBox();
  private Desk desk = Desk.FIRST;

  public InspectorView(Surroundings surroundings) {
    this.surroundings = surroundings;
    setId("inspector");
    getStyleClass().add("inspector");
    head.getStyleClass().add("tabs");
    head.setMinHeight(Region.USE_PREF_SIZE);
    more.setId("tab-more");
    more.getStyleClass().add("tab");
    more.textProperty().bind(surroundings.say("panel.more"));
    more.setMinWidth(Region.USE_PREF_SIZE);
    Tabs.SHOWN.forEach(this::add);
    getChildren().add(head);
    sceneProperty().subscribe(scene -> {
      if (scene != null) {
        scene.widthProperty().subscribe(width -> arrange());
      }
    });
    arrange();
  }

  private void add(Panel panel) {
    String name = panel.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("tab-" + name);
    button.getStyleClass().setAll("tab");
    button.textProperty().bind(surroundings.say("panel." + name));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> choose(panel));
    buttons.put(panel, button);
    RadioMenuItem item = new RadioMenuItem();
    item.setId("item-" + name);
    item.textProperty().bind(surroundings.say("panel." + name));
    item.setOnAction(event -> choose(panel));
    items.put(panel, item);
  }

  private void choose(Panel panel) {
    surroundings.send(new Action.SetDesk(desk.with(panel)));
    mark();
  }

  private boolean isWide() {
    return Styles.isWide(this);
  }

  /** The first few have buttons; one that is shown from the menu takes the last button's place. */
  private void arrange() {
    int room = isWide() ? BUTTONS_WIDE : BUTTONS;
    head.getChildren().clear();
    more.getItems().clear();
    for (Panel panel : Tabs.SHOWN) {
      boolean last = head.getChildren().size() == room - 1;
      boolean held = desk.panel().ordinal() > panel.ordinal() && last;
      if (head.getChildren().size() < room && !held) {
        head.getChildren().add(buttons.get(panel));
      } else {
        more.getItems().add(items.get(panel));
      }
    }
    if (!more.getItems().isEmpty()) {
      head.getChildren().add(more);
    }
    mark();
  }

  private void mark() {
    buttons.forEach((panel, button) -> button.setSelected(panel == desk.panel()));
    items.forEach((panel, item) -> item.setSelected(panel == desk.panel()));
  }

  /** Shows an instant in the tab that is chosen. */
  public void show(Session session, Frame frame, Texts texts) {
    Tab tab = tabs.computeIfAbsent(
        session.desk().panel(), panel -> Tabs.of(panel, surroundings));
    Node view = tab.view();
    if (!session.desk().equals(desk) || !getChildren().contains(view)) {
      desk = session.desk();
      arrange();
      VBox.setVgrow(view, Priority.ALWAYS);
      getChildren().setAll(head, view);
    }
    tab.show(session, frame, texts);
  }

  @Override
  protected double computePrefWidth(double height) {
    return isWide() ? WIDTH_WIDE : WIDTH;
  }
}
