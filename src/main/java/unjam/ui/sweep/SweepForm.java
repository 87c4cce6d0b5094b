package unjam.ui.sweep;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import unjam.analysis.CostFigure;
import unjam.app.Action;
import unjam.app.SweepFlaw.Field;
import unjam.app.SweepStep;
import unjam.app.SweepWish;
import unjam.app.SweepWish.Range;
import unjam.scsi.Knob;
import unjam.ui.control.Surroundings;
import unjam.ui.theme.Styles;

/** What is to be varied, and how far it is. */
final class SweepForm extends VBox {

  private final Surroundings around;
  private final ComboBox<Optional<Knob>> first = new ComboBox<>();
  private final ComboBox<Optional<Knob>> second = new ComboBox<>();
  private final ComboBox<CostFigure> figure = new ComboBox<>();
  private final TextField firstValues = field("sweep-values-1");
  private final TextField secondValues = field("sweep-values-2");
  private final TextField seeds = field("sweep-seeds");
  private final Map<Field, Label> flaws = new EnumMap<>(Field.class);
  private final Button run = new Button();
  private final Button stop = new Button();
  private final ProgressBar progress = new ProgressBar(0);

  SweepForm(SweepViewModel model, Surroundings around) {
    this.around = around;
    getStyleClass().add("sweep-form");
    for (Field each : Field.values()) {
      flaws.put(each, flaw(each));
    }
    first.setId("sweep-knob-1");
    second.setId("sweep-knob-2");
    figure.setId("sweep-figure");
    progress.setId("sweep-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    button(run, "sweep-run", "sweep.run");
    run.getStyleClass().add("primary");
    run.setOnAction(event -> start());
    button(stop, "sweep-stop", "sweep.stop");
    stop.setOnAction(event -> around.send(new Action.Sweeping(new SweepStep.Stop())));
    group("sweep.form.first", first, firstValues, flawOf(Field.FIRST));
    group("sweep.form.second", second, secondValues, flawOf(Field.SECOND));
    group("sweep.form.seeds", seeds, flawOf(Field.SEEDS));
    group("sweep.form.figure", figure);
    getChildren().addAll(run, progress, stop, flawOf(Field.WHOLE));
    follow(first, firstValues);
    follow(second, secondValues);
    fill(model.wish());
    around.texts().subscribe(texts -> words());
    figure.setOnAction(event -> choose(model));
    model.pictureProperty().subscribe(this::show);
  }

  private static TextField field(String id) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("form-field");
    return field;
  }

  private Label flawOf(Field field) {
    return Objects.requireNonNull(flaws.get(field));
  }

  private static Label flaw(Field field) {
    Label label = new Label();
    label.setId("sweep-flaw-" + field.name().toLowerCase(Locale.ROOT));
    label.getStyleClass().addAll(Styles.CAPTION, "refusal");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void button(Button button, String id, String key) {
    button.setId(id);
    button.setMaxWidth(Double.MAX_VALUE);
    button.textProperty().bind(around.say(key));
  }

  private void group(String key, Node... fields) {
    Label name = new Label();
    name.getStyleClass().add(Styles.LABEL);
    name.textProperty().bind(around.say(key));
    name.setLabelFor(fields[0]);
    VBox group = new VBox(name);
    group.getStyleClass().add("sweep-group");
    group.getChildren().addAll(fields);
    getChildren().add(group);
  }

  /** Another setting has other values that are worth a try. */
  private void follow(ComboBox<Optional<Knob>> box, TextField values) {
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty()
        .addListener(
            (value, before, now) -> {
              if (before != null && now != null && !before.equals(now)) {
                values.setText(now.map(SweepWish::usual).orElse(""));
              }
              values.setDisable(now == null || now.isEmpty());
            });
    values.setOnAction(event -> start());
    seeds.setOnAction(event -> start());
  }

  private void fill(SweepWish wish) {
    List<Optional<Knob>> knobs = new ArrayList<>();
    SweepWish.KNOBS.forEach(each -> knobs.add(Optional.of(each)));
    first.getItems().setAll(knobs);
    second.getItems().add(Optional.empty());
    second.getItems().addAll(knobs);
    figure.getItems().setAll(CostFigure.values());
    figure.setMaxWidth(Double.MAX_VALUE);
    first.setValue(Optional.of(wish.axes().getFirst().knob()));
    firstValues.setText(wish.axes().getFirst().values());
    boolean two = wish.axes().size() > 1;
    second.setValue(two ? Optional.of(wish.axes().getLast().knob()) : Optional.empty());
    secondValues.setText(two ? wish.axes().getLast().values() : "");
    seeds.setText(wish.seeds());
  }

  /** In another language the same things are called otherwise. */
  private void words() {
    Function<Optional<Knob>, String> knob =
        each -> each.map(Knob::shortName).orElseGet(() -> say("sweep.form.none"));
    name(first, knob);
    name(second, knob);
    name(figure, each -> say("figure." + each.name().toLowerCase(Locale.ROOT)));
    firstValues.setAccessibleText(say("sweep.form.values"));
    secondValues.setAccessibleText(say("sweep.form.values"));
  }

  private String say(String key) {
    return around.texts().getValue().of(key);
  }

  private static <T> void name(ComboBox<T> box, Function<T, String> words) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : words.apply(item);
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
  }

  private void choose(SweepViewModel model) {
    CostFigure now = figure.getValue();
    if (now != null && now != model.pictureProperty().get().figure()) {
      around.send(new Action.Sweeping(new SweepStep.Show(now)));
    }
  }

  private void start() {
    List<Range> axes = new ArrayList<>();
    first.getValue().ifPresent(knob -> axes.add(new Range(knob, firstValues.getText())));
    second.getValue().ifPresent(knob -> axes.add(new Range(knob, secondValues.getText())));
    around.send(
        new Action.Sweeping(new SweepStep.Start(new SweepWish(axes, seeds.getText()))));
  }

  private void show(SweepPicture picture) {
    flaws.forEach(
        (field, label) -> {
          String said = picture.flaws().getOrDefault(field, "");
          label.setText(said);
          label.setVisible(!said.isEmpty());
          label.setManaged(!said.isEmpty());
        });
    run.setVisible(!picture.running());
    run.setManaged(!picture.running());
    stop.setVisible(picture.running());
    stop.setManaged(picture.running());
    progress.setVisible(picture.running());
    progress.setManaged(picture.running());
    progress.setProgress(picture.runs() == 0 ? 0 : (double) picture.done() / picture.runs());
    figure.setValue(picture.figure());
  }
}
