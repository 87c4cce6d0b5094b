package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.app.Action.Grain;
import unjam.playback.Pace;
import unjam.ui.control.Surroundings;
import unjam.ui.text.Texts;
import unjam.ui.theme.Styles;

/** The player's buttons, the clock, how it stands, the compression, the pace, what comes next. */
public final class TransportView extends Region {

  private static final double APART = 16;
  private static final double APART_WIDE = 24;

  private final TransportViewModel model;
  private final Surroundings surroundings;
  private final HBox left;
  private final VBox stand;
  private final VBox shortStand;
  private final HBox places;
  private final PlayerMenu<Pace> pace;
  private final Label compression = new Label();
  private final VBox next;

  /**
   * @param model what to show
   * @param surroundings words, and where what a person does goes to
   */
  public TransportView(TransportViewModel model, Surroundings surroundings) {
    this.model = model;
    this.surroundings = surroundings;
    getStyleClass().add("transport");
    left = new HBox(buttons(), grain(), lock(), clock());
    left.getStyleClass().add("transport-left");
    left.setAlignment(Pos.CENTER_LEFT);
    stand =
        lines("stand", model.standProperty(), "detail", model.detailProperty(), Pos.CENTER_LEFT);
    shortStand =
        lines("short-stand", model.shortStandProperty(), "short-detail",
            model.shortDetailProperty(), Pos.CENTER_LEFT);
    places = places();
    pace = pace();
    compression.setId("compression");
    compression.getStyleClass().add(Styles.CAPTION);
    compression.textProperty().bind(model.compressionProperty());
    next =
        lines("next-mark-name", model.nextMarkProperty(), "next-mark-note",
            model.nextNoteProperty(), Pos.CENTER_RIGHT);
    getChildren().addAll(left, stand, shortStand, places, pace, compression, next);
  }

  /** It stands where the grain stood: nothing can be chosen while a question is open. */
  private Region lock() {
    Region lock = new Region();
    lock.setId("transport-lock");
    lock.getStyleClass().addAll("icon", "icon-lock");
    lock.visibleProperty().bind(model.lockedProperty());
    lock.managedProperty().bind(model.lockedProperty());
    return lock;
  }

  private HBox buttons() {
    Button play = button("play", "transport.play", new Action.TogglePlay());
    play.getStyleClass().add("primary");
    model
        .playingProperty()
        .subscribe(
            on ->
                play.getGraphic()
                    .getStyleClass()
                    .setAll("icon", on ? "icon-pause" : "icon-play"));
    HBox box =
        new HBox(
            button("previous-mark", "transport.previous_mark",
                new Action.Step(Grain.MARK, false)),
            step("previous", false),
            play,
            step("next", true),
            button("next-mark", "transport.next_mark", new Action.Step(Grain.MARK, true)));
    box.getStyleClass().add("transport-buttons");
    box.setAlignment(Pos.CENTER_LEFT);
    box.disableProperty().bind(model.lockedProperty());
    return box;
  }

  private static String word(Texts texts, Grain grain) {
    return texts.of("grain." + grain.name().toLowerCase(Locale.ROOT));
  }

  /** A button that steps by the grain that is chosen beside it. */
  private Button step(String id, boolean forwards) {
    Button button = button(id, forwards ? "transport.on" : "transport.back", new Action.Play());
    button.setOnAction(
        event -> surroundings.send(new Action.Step(model.grainProperty().get(), forwards)));
    return button;
  }

  private Button button(String id, String key, Action action) {
    Region graphic = new Region();
    graphic.getStyleClass().setAll("icon", "icon-" + id);
    Button button = new Button();
    button.setId(id);
    button.setGraphic(graphic);
    ObservableValue<String> words = surroundings.say(key);
    button.accessibleTextProperty().bind(words);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(words);
    button.setTooltip(tip);
    button.setOnAction(event -> surroundings.send(action));
    return button;
  }

  private PlayerMenu<Grain> grain() {
    PlayerMenu<Grain> menu =
        new PlayerMenu<>(
            "grain", List.of(Grain.values()), model.grainProperty(), surroundings,
            (texts, each) -> texts.of("grain.by", word(texts, each)),
            each -> new Action.SetRoute(model.route().route().with(each)));
    menu.visibleProperty().bind(model.lockedProperty().not());
    menu.managedProperty().bind(menu.visibleProperty());
    model.grainProperty().subscribe(now -> name(menu));
    surroundings.texts().subscribe(now -> name(menu));
    return menu;
  }

  private void name(PlayerMenu<Grain> menu) {
    Texts texts = surroundings.texts().getValue();
    String word = word(texts, model.grainProperty().get());
    menu.setText(word);
    menu.setAccessibleText(texts.of("grain.by", word));
  }

  private PlayerMenu<Pace> pace() {
    List<Pace> paces = new ArrayList<>();
    paces.add(Pace.AUTOMATIC);
    paces.addAll(Pace.constants().reversed());
    PlayerMenu<Pace> menu =
        new PlayerMenu<>(
            "pace", paces, model.paceProperty(), surroundings, TransportViewModel::paceName,
            Action.SetPace::new);
    menu.textProperty().bind(model.paceNameProperty());
    return menu;
  }

  /** As wide from the start as it will ever be, so that nothing beside it moves. */
  private StackPane clock() {
    HBox longest = clock(model.longestProperty());
    longest.setVisible(false);
    HBox now = clock(model.clockProperty());
    now.getChildren().getFirst().setId("clock");
    StackPane both = new StackPane(longest, now);
    both.setAlignment(Pos.CENTER_LEFT);
    both.setMinWidth(USE_PREF_SIZE);
    return both;
  }

  private static HBox clock(ObservableValue<String> time) {
    Label digits = new Label();
    digits.textProperty().bind(time);
    digits.getStyleClass().add(Styles.CLOCK);
    Label unit = new Label("s");
    unit.getStyleClass().addAll(Styles.NUMBER, Styles.QUIET, "clock-unit");
    digits.setMinWidth(USE_PREF_SIZE);
    unit.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(digits, unit);
    box.getStyleClass().add("clock-box");
    box.setAlignment(Pos.BASELINE_LEFT);
    box.setMaxHeight(USE_PREF_SIZE);
    return box;
  }

  private HBox places() {
    RunToPane runTo = new RunToPane(model.route(), surroundings);
    Bubble runBubble = new Bubble(runTo);
    Button run = button("run-to", "transport.run_to", new Action.RunOn(true));
    run.setOnAction(
        event -> {
          runTo.refresh();
          runBubble.toggle(run, model.stillProperty().get());
        });
    Bubble goBubble = new Bubble(new GoToPane(model.route(), surroundings));
    Button go = button("go-to", "transport.go_to", new Action.Pause());
    go.setOnAction(event -> goBubble.toggle(go, model.stillProperty().get()));
    HBox box = new HBox(run, go);
    box.getStyleClass().add("transport-buttons");
    box.setAlignment(Pos.CENTER_LEFT);
    box.disableProperty().bind(model.lockedProperty());
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
    return box;
  }

  @Override
  protected double computePrefWidth(double height) {
    return left.prefWidth(-1);
  }

  /**
   * Buttons, clock and how it stands from the left, the rest from the right. Where all of it does
   * not fit, pace and compression are said beside the clock, and the next mark goes first.
   */
  @Override
  protected void layoutChildren() {
    boolean wide = Styles.isWide(this);
    double apart = wide ? APART_WIDE : APART;
    Insets in = getInsets();
    stand.setVisible(wide);
    shortStand.setVisible(!wide);
    compression.setVisible(wide);
    VBox lines = wide ? stand : shortStand;
    double x = place(left, in.getLeft(), width(left)) + apart;
    x = place(lines, x, width(lines)) + apart;
    double right = getWidth() - in.getRight();
    double block = wide ? Math.max(width(pace), width(compression)) : width(pace);
    double needed = x + width(places) + apart + block;
    boolean room = needed + apart + width(next) <= right;
    next.setVisible(room);
    if (room) {
      place(next, right - width(next), width(next));
      right -= width(next) + apart;
    }
    boolean all = needed <= right + 1;
    pace.setVisible(all);
    compression.setVisible(wide && all);
    if (all) {
      right -= block;
      place(pace, compression, right);
      right -= apart;
    }
    place(places, Math.max(x, right - width(places)), width(places));
  }

  private static double width(Node node) {
    return Math.ceil(node.prefWidth(-1));
  }

  private double place(Node node, double x, double width) {
    double height = node.prefHeight(-1);
    node.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    return x + width;
  }

  /** A menu, and below it, in line with its word, what it means just now. */
  private void place(PlayerMenu<?> menu, Label below, double x) {
    double pad = menu.getInsets().getLeft();
    if (!below.isVisible()) {
      place(menu, x - pad, width(menu));
      return;
    }
    double one = menu.prefHeight(-1);
    double two = below.prefHeight(-1);
    double top = snapPositionY((getHeight() - one - two) / 2);
    menu.resizeRelocate(x - pad, top, width(menu), one);
    below.resizeRelocate(x, top + one, width(below), two);
  }
}
