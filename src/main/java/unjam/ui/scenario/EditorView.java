package unjam.ui.scenario;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.app.Topology;
import unjam.catalog.Problem;
import unjam.scenario.Disk;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/**
 * The scenario as text, with what is wrong with it beside it, and buttons for what is added most
 * often: they write into the text, so one sees what they do.
 */
public final class EditorView extends BorderPane {

  private static final double SIDE = 380;

  private final EditorViewModel model;
  private final Surroundings around;
  private final TextArea text = new TextArea();
  private final ListView<Problem> problems = new ListView<>();
  private final VBox machine = new VBox();
  private final LayersView layers;
  private List<Machine.Host> shown = List.of();

  public EditorView(EditorViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("editor");
    getStyleClass().add("editor");
    text.setId("editor-text");
    text.setWrapText(true);
    text.textProperty().bindBidirectional(model.textProperty());
    text.accessibleTextProperty().bind(around.say("editor.title"));
    layers = new LayersView(model, around);
    setCenter(text);
    setRight(side());
    setTop(head());
    model.readProperty().subscribe(this::offer);
    around.texts().subscribe(texts -> again());
  }

  private HBox head() {
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE);
    title.textProperty().bind(around.say("editor.title"));
    Label note = new Label();
    note.getStyleClass().add(Styles.CAPTION);
    note.textProperty().bind(around.say("editor.note"));
    VBox words = new VBox(title, note);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button revert = button("editor.revert", "editor-revert", model::revert);
    revert.disableProperty().bind(model.changedProperty().not());
    Button run =
        button("editor.run", "editor-run", () -> model.run().ifPresent(around::send));
    run.getStyleClass().add("primary");
    model.changedProperty().subscribe(now -> run.setDisable(model.run().isEmpty()));
    model.readProperty().subscribe(now -> run.setDisable(model.run().isEmpty()));
    HBox head = new HBox(words, revert, run);
    head.getStyleClass().add("editor-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox side() {
    machine.getStyleClass().add("editor-machine");
    Label wrong = new Label();
    wrong.getStyleClass().add(Styles.LABEL);
    wrong.textProperty().bind(
        model.problemsProperty()
            .map(
                each ->
                    each.isEmpty()
                        ? around.texts().getValue().of("editor.right")
                        : around.texts().getValue().of("editor.wrong", each.size())));
    problems.setId("editor-problems");
    problems.setCellFactory(list -> new ProblemCell());
    problems.getSelectionModel().selectedItemProperty().subscribe(this::go);
    model.problemsProperty().subscribe(found -> problems.getItems().setAll(found));
    problems.setMinHeight(90);
    ScrollPane parts = new ScrollPane(new VBox(12, machine, layers));
    parts.setFitToWidth(true);
    parts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    parts.getStyleClass().add("editor-parts");
    VBox.setVgrow(parts, Priority.ALWAYS);
    problems.setPrefHeight(170);
    VBox side = new VBox(parts, wrong, problems);
    side.getStyleClass().add("editor-side");
    side.setPrefWidth(SIDE);
    return side;
  }

  /** To the line that is wrong. */
  private void go(@Nullable Problem problem) {
    if (problem == null || problem.line() == 0) {
      return;
    }
    int at = 0;
    for (int line = 1; line < problem.line(); line++) {
      at = text.getText().indexOf('\n', at) + 1;
    }
    text.positionCaret(Math.min(text.getLength(), at + Math.max(0, problem.column() - 1)));
    text.requestFocus();
  }

  private void again() {
    shown = List.of();
    offer(model.readProperty().get());
  }

  /** One line for each host: what can be added to it, and what can go. */
  private void offer(Optional<Scenario> now) {
    List<Machine.Host> hosts = now.map(each -> each.machine().hosts()).orElse(shown);
    if (hosts.equals(shown) && !machine.getChildren().isEmpty()) {
      return;
    }
    shown = hosts;
    machine.getChildren().clear();
    for (Machine.Host host : hosts) {
      machine.getChildren().add(host(host));
    }
    machine.getChildren()
        .add(
            button(
                "editor.host", "editor-add-host", () -> model.change(Topology::withHost)));
  }

  private VBox host(Machine.Host host) {
    Label name = new Label("host" + host.number());
    name.getStyleClass().add(Styles.LABEL);
    MenuButton driver = new MenuButton(host.driver().name());
    driver.setId("editor-driver-" + host.number());
    driver.setMnemonicParsing(false);
    for (String each : model.drivers()) {
      MenuItem item = new MenuItem(each);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.drive(host.number(), each));
      driver.getItems().add(item);
    }
    HBox head = new HBox(10, name, driver);
    head.setAlignment(Pos.CENTER_LEFT);
    FlowPane disks = new FlowPane(6, 6);
    for (Disk disk : host.disks()) {
      disks.getChildren().add(new DiskChip(disk, host.disks().size() > 1));
    }
    disks.getChildren()
        .add(
            button(
                "editor.disk", "editor-add-disk-" + host.number(),
                () -> model.change(each -> Topology.withDisk(each, host.number()))));
    VBox box = new VBox(head, disks);
    box.getStyleClass().add("editor-host");
    return box;
  }

  private Button button(String key, String id, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(around.say(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A disk: give it a reader more, or take it away. */
  private final class DiskChip extends HBox {

    DiskChip(Disk disk, boolean mayGo) {
      getStyleClass().add("editor-disk");
      setAlignment(Pos.CENTER_LEFT);
      Label name = new Label(disk.name());
      name.getStyleClass().add(Styles.FUNCTION);
      Button reader =
          button(
              "editor.reader", "editor-reader-" + disk.name(),
              () -> model.change(each -> Topology.withReader(each, disk.at())));
      getChildren().addAll(name, reader);
      if (mayGo) {
        getChildren()
            .add(
                button(
                    "editor.remove", "editor-remove-" + disk.name(),
                    () -> model.change(each -> Topology.withoutDisk(each, disk.at()))));
      }
    }
  }

  /** The line, and what is wrong there, as long as it takes. */
  private static final class ProblemCell extends ListCell<Problem> {
    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
      super.updateItem(problem, empty);
      setWrapText(true);
      setPrefWidth(0);
      setText(
          empty || problem == null
              ? ""
              : (problem.line() == 0 ? "" : problem.line() + ":" + problem.column() + "  ")
                  + problem.message());
    }
  }
}
