package unjam.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import unjam.app.Stacking;
import unjam.scenario.Above;
import unjam.scenario.Disk;
import unjam.scenario.Scenario;
import unjam.scsi.Hctl;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** What lies above the disks: what is there, and what can be made of the disks that are chosen. */
final class LayersView extends VBox {

  private static final List<Above.NoPath> NO_PATH =
      List.of(Above.NoPath.FAIL, new Above.NoPath(12), Above.NoPath.QUEUE);

  private final EditorViewModel model;
  private final Surroundings around;
  private final TreeSet<Hctl> chosen = new TreeSet<>();
  private Optional<Scenario> shown = Optional.empty();

  LayersView(EditorViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    getStyleClass().add("editor-host");
    model.readProperty().subscribe(this::show);
    around.texts().subscribe(texts -> fill());
  }

  /** While the text is wrong the last scenario that was right stays. */
  private void show(Optional<Scenario> now) {
    if (now.isPresent()) {
      shown = now;
      fill();
    }
  }

  private void fill() {
    getChildren().clear();
    if (shown.isEmpty()) {
      return;
    }
    Scenario scenario = shown.get();
    Map<Hctl, String> disks = new TreeMap<>();
    scenario.machine().hosts().stream()
        .flatMap(each -> each.disks().stream())
        .forEach((Disk each) -> disks.put(each.at(), each.name()));
    chosen.retainAll(disks.keySet());
    Label title = new Label();
    title.getStyleClass().add(Styles.LABEL);
    title.textProperty().bind(around.say("editor.above"));
    getChildren().add(title);
    for (Above each : scenario.above()) {
      getChildren().add(row(each, disks));
    }
    FlowPane choice = new FlowPane(6, 6);
    disks.forEach((at, name) -> choice.getChildren().add(choose(at, name)));
    FlowPane kinds = new FlowPane(6, 6);
    for (Stacking.Kind kind : Stacking.Kind.values()) {
      kinds.getChildren().add(add(kind));
    }
    Label hint = new Label();
    hint.getStyleClass().add(Styles.CAPTION);
    hint.setWrapText(true);
    hint.textProperty().bind(around.say("editor.above.hint"));
    getChildren().addAll(hint, choice, kinds);
  }

  private ToggleButton choose(Hctl at, String name) {
    ToggleButton choose = new ToggleButton(name);
    choose.setId("editor-choose-" + name);
    choose.getStyleClass().add("editor-choice");
    choose.setMnemonicParsing(false);
    choose.setSelected(chosen.contains(at));
    choose.setOnAction(
        event -> {
          if (!chosen.remove(at)) {
            chosen.add(at);
          }
        });
    return choose;
  }

  private Button add(Stacking.Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    Button add = new Button("+ " + name);
    add.setId("editor-add-" + name);
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(
        event -> {
          List<Hctl> disks = new ArrayList<>(chosen);
          if (model.attempt(each -> Stacking.with(each, kind, disks))) {
            chosen.clear();
            fill();
          }
        });
    return add;
  }

  private FlowPane row(Above layer, Map<Hctl, String> names) {
    FlowPane row = new FlowPane(6, 4);
    row.getStyleClass().add("editor-disk");
    row.setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(layer.name());
    name.getStyleClass().addAll(Styles.FUNCTION, "editor-layer");
    Label of =
        new Label(
            kind(layer) + ": "
                + layer.disks().stream()
                    .map(each -> names.getOrDefault(each, each.toString()))
                    .collect(Collectors.joining(" ")));
    of.getStyleClass().add(Styles.FUNCTION);
    row.getChildren().addAll(name, of);
    switch (layer) {
      case Above.Raid1 raid -> row.getChildren().add(failFast(raid));
      case Above.Multipath map -> row.getChildren().add(noPath(map));
      case Above.Store _, Above.Ext4 _ -> { }
    }
    Button remove = new Button();
    remove.setId("editor-remove-" + layer.name());
    remove.textProperty().bind(around.say("editor.remove"));
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setOnAction(
        event -> model.change(each -> Stacking.without(each, layer.name())));
    row.getChildren().add(remove);
    return row;
  }

  private static String kind(Above layer) {
    return switch (layer) {
      case Above.Store _ -> "store";
      case Above.Raid1 _ -> "raid1";
      case Above.Multipath _ -> "multipath";
      case Above.Ext4 _ -> "ext4";
    };
  }

  private Button failFast(Above.Raid1 raid) {
    Button turn = new Button(raid.failFast() ? "failfast: true" : "failfast: false");
    turn.setId("editor-failfast-" + raid.name());
    turn.setOnAction(
        event ->
            model.change(
                each -> Stacking.withFailFast(each, raid.name(), !raid.failFast())));
    return turn;
  }

  private MenuButton noPath(Above.Multipath map) {
    MenuButton menu = new MenuButton("no_path_retry: " + map.noPath().text());
    menu.setId("editor-no-path-" + map.name());
    menu.setMnemonicParsing(false);
    for (Above.NoPath choice : NO_PATH) {
      MenuItem item = new MenuItem(choice.text());
      item.setOnAction(
          event -> model.change(each -> Stacking.withNoPath(each, map.name(), choice)));
      menu.getItems().add(item);
    }
    return menu;
  }
}
