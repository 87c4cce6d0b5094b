package unjam.ui.inspector;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import unjam.app.Action;
import unjam.reading.ProcessLine.State;
import unjam.ui.control.LongList;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** The processes, those in D first, and the kernel stack of one of them. */
public final class ProcessesView extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass IN_D = PseudoClass.getPseudoClass("in-d");

  /** Lines of the deepest stack there is; shorter ones leave room, so that nothing moves. */
  private static final int DEEPEST = 8;

  private final ProcessesViewModel model;
  private final Surroundings surroundings;

  /**
   * @param model what to show
   * @param surroundings words, colours, and who takes what a person does
   */
  public ProcessesView(ProcessesViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("panel-body");
    LongList<ProcessRow> list =
        new LongList<>(
            "processes", model.rows(), surroundings.say("panel.processes"),
            () -> new Line(this::choose));
    list.setOnKeyPressed(
        event -> {
          ProcessRow row = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            choose(row);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren()
        .addAll(
            NoteCard.of("processes-title", model.titleProperty(), model.noteProperty()), list,
            stack());
  }

  private VBox stack() {
    Label path = new Label("/proc/PID/stack");
    path.getStyleClass().addAll(Styles.FUNCTION, Styles.LOUD);
    Label whose = new Label();
    whose.setId("stack-title");
    whose.getStyleClass().add(Styles.CAPTION);
    whose.textProperty().bind(model.stackTitleProperty());
    whose.setWrapText(true);
    Label lines = new Label();
    lines.setId("stack");
    lines.getStyleClass().addAll(Styles.FUNCTION, "stack");
    lines.textProperty().bind(model.stackProperty());
    Label room = new Label("\n".repeat(DEEPEST - 1));
    room.getStyleClass().addAll(Styles.FUNCTION, "stack");
    room.setVisible(false);
    StackPane text = new StackPane(room, lines);
    text.setAlignment(Pos.TOP_LEFT);
    VBox box = new VBox(path, whose, text);
    box.getStyleClass().add("stack-box");
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private void choose(ProcessRow row) {
    model.choose(row);
    if (row.command() >= 0) {
      surroundings.send(new Action.Select(row.command()));
    }
  }

  /** A process on two lines. */
  private static final class Line implements LongList.Row<ProcessRow> {
    private final Label letter = new Label();
    private final Label name = new Label();
    private final Label what = new Label();
    private final Label since = new Label();
    private final HBox box;
    private @Nullable ProcessRow row;

    Line(Consumer<ProcessRow> choose) {
      letter.getStyleClass().add("state-letter");
      letter.setMinWidth(Region.USE_PREF_SIZE);
      name.getStyleClass().addAll(Styles.FUNCTION, "process-name");
      what.getStyleClass().add(Styles.CAPTION);
      since.getStyleClass().addAll(Styles.FUNCTION, Styles.QUIET);
      since.setMinWidth(Region.USE_PREF_SIZE);
      HBox below = new HBox(what, since);
      below.getStyleClass().add("process-below");
      what.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(what, Priority.ALWAYS);
      VBox words = new VBox(name, below);
      HBox.setHgrow(words, Priority.ALWAYS);
      box = new HBox(letter, words);
      box.setAlignment(Pos.TOP_LEFT);
      box.getStyleClass().add("process-line");
      box.setOnMouseClicked(
          event -> {
            if (row != null) {
              choose.accept(row);
            }
          });
    }

    @Override
    public Node node() {
      return box;
    }

    @Override
    public void show(ProcessRow now) {
      row = now;
      letter.setText(now.letter().name());
      name.setText(now.name());
      what.setText(now.what());
      since.setText(now.since());
      box.setId("process-" + now.name());
      box.setAccessibleText(
          now.name() + ", " + now.letter() + ", " + now.what() + ", " + now.since());
      box.pseudoClassStateChanged(CHOSEN, now.chosen());
      box.pseudoClassStateChanged(IN_D, now.letter() == State.D);
    }
  }
}
