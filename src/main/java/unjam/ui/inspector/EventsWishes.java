package unjam.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import unjam.analysis.EventFilter;
import unjam.analysis.EventKinds;
import unjam.projection.DeviceView;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.ui.control.Surroundings;

/**
 * What of the events can be wanted beside words: the selected command, marks, a disk, a context, a
 * function, a fact. What was chosen from the menu stands beside it, and a click takes it away.
 */
final class EventsWishes extends FlowPane {

  private static final double NARROW = 180;

  private final EventsViewModel model;
  private final ToggleButton selected;
  private final ToggleButton marks;
  private final MenuButton button = new MenuButton();
  private final Menu disks = new Menu();
  private final Menu contexts = new Menu();
  private final Menu functions = new Menu();
  private final Menu facts = new Menu();
  private final ObservableValue<String> takeAway;

  EventsWishes(EventsViewModel model, Surroundings surroundings) {
    this.model = model;
    takeAway = surroundings.say("events.any");
    getStyleClass().add("wishes");
    setPrefWrapLength(NARROW);
    setMinSize(0, USE_PREF_SIZE);
    selected = toggle("events-selected", surroundings.say("events.only_selected"));
    selected.selectedProperty().bindBidirectional(model.onlySelectedProperty());
    selected
        .disableProperty()
        .bind(model.selectionProperty().lessThan(0).and(model.onlySelectedProperty().not()));
    marks = toggle("events-marks", surroundings.say("events.only_marks"));
    marks.selectedProperty().bindBidirectional(model.onlyMarksProperty());
    button.setId("events-filter");
    button.getStyleClass().addAll("chip", "chip-menu");
    button.textProperty().bind(surroundings.say("events.filter"));
    disks.textProperty().bind(surroundings.say("events.disk"));
    contexts.textProperty().bind(surroundings.say("events.context"));
    functions.textProperty().bind(surroundings.say("events.function"));
    facts.textProperty().bind(surroundings.say("events.fact"));
    button.getItems().setAll(disks, contexts, functions, facts);
    button.setOnShowing(event -> fill());
    model.filterProperty().subscribe(this::show);
  }

  private static ToggleButton toggle(String id, ObservableValue<String> says) {
    ToggleButton chip = new ToggleButton();
    chip.setId(id);
    chip.getStyleClass().setAll("chip");
    chip.textProperty().bind(says);
    return chip;
  }

  /** What there is to choose from is looked up only when somebody wants to choose. */
  private void fill() {
    EventKinds kinds = model.kinds();
    disks.getItems().clear();
    for (DeviceView disk : model.disks()) {
      disks.getItems().add(
          item(disk.disk(), filter -> filter.withDevice(disk.index())));
    }
    contexts.getItems().clear();
    for (ExecContext.Kind kind : kinds.contexts()) {
      contexts.getItems().add(item(kind.word(), filter -> filter.withContext(kind)));
    }
    functions.getItems().clear();
    for (KernelFunction each : kinds.functions()) {
      functions.getItems().add(
          item(each.nameIn(model.kernel()), filter -> filter.withFunction(each)));
    }
    facts.getItems().clear();
    for (String fact : kinds.facts()) {
      facts.getItems().add(item(fact, filter -> filter.withFact(fact)));
    }
  }

  private MenuItem item(String name, UnaryOperator<EventFilter> change) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setId("events-only-" + name);
    item.getStyleClass().add("machine-item");
    item.setOnAction(event -> model.want(change));
    return item;
  }

  private void show(EventFilter filter) {
    List<Button> chips = new ArrayList<>();
    if (filter.device() >= 0) {
      String name =
          model.disks().stream()
              .filter(disk -> disk.index() == filter.device())
              .map(DeviceView::disk)
              .findFirst()
              .orElse("");
      chips.add(chip("disk", name, each -> each.withDevice(-1)));
    }
    ExecContext.Kind context = filter.context();
    if (context != null) {
      chips.add(chip("context", context.word(), each -> each.withContext(null)));
    }
    KernelFunction function = filter.function();
    if (function != null) {
      chips.add(
          chip("function", function.nameIn(model.kernel()), each -> each.withFunction(null)));
    }
    if (!filter.fact().isEmpty()) {
      chips.add(chip("fact", filter.fact(), each -> each.withFact("")));
    }
    getChildren().setAll(selected, marks, button);
    getChildren().addAll(chips);
  }

  private Button chip(String kind, String name, UnaryOperator<EventFilter> without) {
    Button chip = new Button(name + "  \u00d7");
    chip.setMnemonicParsing(false);
    chip.setId("events-chosen-" + kind);
    chip.getStyleClass().setAll("chip", "chip-on", "machine-item");
    chip.accessibleTextProperty().bind(takeAway.map(each -> each + " " + name));
    chip.setOnAction(event -> model.want(without));
    return chip;
  }
}
