package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.playback.Pace;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;

/** The player's buttons, the clock, the compression, the pace and what comes next. */
public final class TransportView extends HBox {

  private final ObservableValue<Texts> texts;
  private final Consumer<Action> actions;

  /**
   * @param model what to show
   * @param texts the words of the language
   * @param actions takes what a person does
   */
  public TransportView(
      TransportViewModel model, ObservableValue<Texts> texts, Consumer<Action> actions) {
    this.texts = texts;
    this.actions = actions;
    getStyleClass().add("transport");
    Button play = button("play", "icon-play", "transport.play", new Action.TogglePlay());
    play.getStyleClass().add("primary");
    model
        .playingProperty()
        .subscribe(
            on ->
                play.getGraphic()
                    .getStyleClass()
                    .setAll("icon", on ? "icon-pause" : "icon-play"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            button("previous-mark", "icon-previous-mark", "transport.previous_mark",
                new Action.Step(Grain.MARK, false)),
            button("previous", "icon-previous", "transport.previous",
                new Action.Step(Grain.EVENT, false)),
            play,
            button("next", "icon-next", "transport.next_event",
                new Action.Step(Grain.EVENT, true)),
            button("next-mark", "icon-next-mark", "transport.next_mark",
                new Action.Step(Grain.MARK, true)),
            clock(model),
            lines("last-mark", model.lastMarkProperty(), "compression",
                model.compressionProperty(), Pos.CENTER_LEFT),
            gap,
            pace(model),
            lines("next-mark-name", model.nextMarkProperty(), "next-mark-note",
                model.nextNoteProperty(), Pos.CENTER_RIGHT));
  }

  private Button button(String id, String icon, String key, Action action) {
    Region graphic = new Region();
    graphic.getStyleClass().setAll("icon", icon);
    Button button = new Button();
    button.setId(id);
    button.setGraphic(graphic);
    button.accessibleTextProperty().bind(texts.map(each -> each.of(key)));
    button.setOnAction(event -> actions.accept(action));
    button.setFocusTraversable(true);
    return button;
  }

  private static HBox clock(TransportViewModel model) {
    Label t = new Label("t =");
    t.getStyleClass().addAll(Styles.NUMBER, Styles.QUIET);
    Label clock = new Label();
    clock.setId("clock");
    clock.getStyleClass().add(Styles.CLOCK);
    clock.textProperty().bind(model.clockProperty());
    clock.setMinWidth(Region.USE_PREF_SIZE);
    t.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(t, clock);
    box.getStyleClass().add("clock-box");
    box.setAlignment(Pos.BASELINE_LEFT);
    box.setMaxHeight(Region.USE_PREF_SIZE);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private static VBox lines(
      String firstId, ObservableValue<String> first, String secondId,
      ObservableValue<String> second, Pos side) {
    Label above = new Label();
    above.setId(firstId);
    above.getStyleClass().add(Styles.LABEL);
    above.textProperty().bind(first);
    Label below = new Label();
    below.setId(secondId);
    below.getStyleClass().add(Styles.CAPTION);
    below.textProperty().bind(second);
    VBox box = new VBox(above, below);
    box.setAlignment(side);
    box.getStyleClass().add("transport-lines");
    return box;
  }

  private ComboBox<Pace> pace(TransportViewModel model) {
    ComboBox<Pace> box = new ComboBox<>();
    box.setId("pace");
    List<Pace> paces = new ArrayList<>();
    paces.add(Pace.AUTOMATIC);
    paces.addAll(Pace.constants());
    box.getItems().setAll(paces);
    box.setConverter(converter());
    box.setFocusTraversable(true);
    box.accessibleTextProperty().bind(texts.map(each -> each.of("transport.pace")));
    model.paceProperty().subscribe(pace -> {
      if (!pace.equals(box.getValue())) {
        box.setValue(pace);
      }
    });
    box.setOnAction(
        event -> {
          if (box.getValue() != null && !box.getValue().equals(model.paceProperty().get())) {
            actions.accept(new Action.SetPace(box.getValue()));
          }
        });
    texts.addListener((value, before, now) -> box.setConverter(converter()));
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  private StringConverter<Pace> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(Pace pace) {
        return switch (pace) {
          case null -> "";
          case Pace.Automatic automatic -> texts.getValue().of("pace.automatic");
          case Pace.Constant constant ->
              texts.getValue().of("pace.constant", TimeText.unit(constant.nanosPerSecond()));
        };
      }

      @Override
      public Pace fromString(String text) {
        return Pace.AUTOMATIC;
      }
    };
  }
}
