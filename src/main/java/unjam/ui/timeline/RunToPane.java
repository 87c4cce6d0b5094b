package unjam.ui.timeline;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import unjam.app.Action;
import unjam.playback.Breakpoint;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.RouteViewModel.Choice;
import unjam.ui.timeline.RouteViewModel.Sort;
import unjam.ui.timeline.RouteViewModel.StopLine;

/** Chooses what to run to, once or whenever one plays. */
final class RunToPane extends VBox {

  private final RouteViewModel model;
  private final Surroundings surroundings;
  private final ComboBox<Sort> sort = new ComboBox<>();
  private final SearchableComboBox<Choice> choice = new SearchableComboBox<>();
  private final VBox stops = new VBox();

  RunToPane(RouteViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("run-to");
    sort.setId("run-to-sort");
    sort.getItems().setAll(Sort.values());
    sort.accessibleTextProperty().bind(surroundings.say("runto.sort"));
    choice.setId("run-to-choice");
    choice.accessibleTextProperty().bind(surroundings.say("runto.choice"));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.skinProperty().subscribe(skin -> dress());
    sort.setMaxWidth(Double.MAX_VALUE);
    sort.valueProperty().subscribe(now -> offer());
    surroundings.texts().subscribe(texts -> sort.setConverter(words()));
    model.stopsProperty().subscribe(this::list);
    Label next = label(Styles.CAPTION);
    next.textProperty().bind(model.nextProperty());
    getChildren()
        .addAll(
            title("runto.title"), sort, choice, buttons(), next, title("runto.stops"),
            text("runto.note", Styles.CAPTION), Bubble.list(stops));
  }

  /** Chooses what was run to last, as it is called now. */
  void refresh() {
    Breakpoint target = model.targetProperty().get();
    sort.setValue(null);
    sort.setValue(RouteViewModel.sortOf(target));
    choice.getItems().stream()
        .filter(each -> each.at().equals(target))
        .findFirst()
        .ifPresent(choice::setValue);
  }

  private void offer() {
    Sort now = sort.getValue();
    List<Choice> all = now == null ? List.of() : model.choices(now);
    choice.setValue(null);
    choice.getItems().setAll(all);
    if (!all.isEmpty()) {
      choice.setValue(all.getFirst());
    }
  }

  /** The field to search in comes with a picture and in a language of its own. */
  private void dress() {
    for (Node each : choice.lookupAll(".custom-text-field")) {
      if (each instanceof CustomTextField field) {
        field.setLeft(null);
        field.promptTextProperty().bind(surroundings.say("runto.search"));
      }
    }
  }

  private StringConverter<Sort> words() {
    return new StringConverter<>() {
      @Override
      public String toString(Sort each) {
        return each == null
            ? ""
            : surroundings.texts().getValue().of(
                "runto.sort." + each.name().toLowerCase(Locale.ROOT));
      }

      @Override
      public Sort fromString(String text) {
        return Sort.FUNCTION;
      }
    };
  }

  private HBox buttons() {
    Button back = button("run-to-back", "runto.back");
    back.setOnAction(event -> run(false));
    Button on = button("run-to-on", "runto.on");
    on.getStyleClass().add("primary");
    on.setOnAction(event -> run(true));
    Button keep = button("run-to-keep", "runto.keep");
    keep.setOnAction(
        event -> {
          if (choice.getValue() != null) {
            stop(choice.getValue().at(), true);
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox box = new HBox(back, on, gap, keep);
    box.getStyleClass().add("bubble-row");
    return box;
  }

  private void run(boolean forwards) {
    if (choice.getValue() != null) {
      surroundings.send(new Action.RunTo(choice.getValue().at(), forwards));
    }
  }

  private void stop(Breakpoint at, boolean on) {
    surroundings.send(new Action.SetRoute(model.route().stopping(at, on)));
  }

  private void list(List<StopLine> lines) {
    stops.getChildren().setAll(lines.stream().map(this::line).toList());
  }

  private HBox line(StopLine each) {
    CheckBox on = new CheckBox(each.text());
    on.setMnemonicParsing(false);
    on.setSelected(each.on());
    on.setOnAction(event -> stop(each.at(), on.isSelected()));
    on.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(on, Priority.ALWAYS);
    Button away = new Button();
    Region cross = new Region();
    cross.getStyleClass().setAll("icon", "icon-cross");
    away.setGraphic(cross);
    away.getStyleClass().add("bare");
    away.setAccessibleText(
        surroundings.texts().getValue().of("runto.remove", each.text()));
    away.setOnAction(
        event -> surroundings.send(new Action.SetRoute(model.route().without(each.at()))));
    HBox line = new HBox(on, away);
    line.getStyleClass().add("bubble-row");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Button button(String id, String key) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(surroundings.say(key));
    return button;
  }

  private Label title(String key) {
    return text(key, Styles.LABEL);
  }

  private Label text(String key, String style) {
    Label label = label(style);
    label.textProperty().bind(surroundings.say(key));
    return label;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
