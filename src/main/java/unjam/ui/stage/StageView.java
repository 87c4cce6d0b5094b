package unjam.ui.stage;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Pill;
import unjam.ui.control.RichLine;
import unjam.ui.control.StageGrid;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.control.TokenPainter;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;

/** The stage's path half with the sentence above the whole stage. */
public final class StageView extends Region {

  private final StageViewModel model;
  private final ObservableValue<Texts> texts;
  private final RichLine sentence = new RichLine(Styles.SENTENCE, Styles.SUBJECT);
  private final RichLine reason = new RichLine(Styles.REASON, Styles.FUNCTION);
  private final Button hint = new Button();
  private final PaintedPane map;
  private final PaintedPane traffic;
  private final TextLayer words = new TextLayer();
  private final Pill pill;
  private final TokenPainter tokens;

  /**
   * @param model what to show
   * @param texts the words of the language
   * @param palette the colours
   * @param actions takes what a person does
   */
  public StageView(
      StageViewModel model, ObservableValue<Texts> texts, ObservableValue<Palette> palette,
      Consumer<Action> actions) {
    this.model = model;
    this.texts = texts;
    tokens = new TokenPainter(palette.getValue());
    pill = new Pill("stage-runner", palette);
    map = new PaintedPane(palette, (g, colors) -> painter(g, colors).paintMap());
    traffic = new PaintedPane(palette, (g, colors) -> painter(g, colors).paintTraffic());
    getStyleClass().add("stage");
    sentence.setId("sentence");
    reason.setId("reason");
    hint.setId("hint");
    hint.getStyleClass().add("primary");
    hint.textProperty().bind(model.hintProperty());
    hint.setOnAction(event -> actions.accept(model.hintActionProperty().get()));
    getChildren().addAll(map, traffic, words, pill, sentence, reason, hint);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    model.sentenceProperty().subscribe(sentence::say);
    model.reasonProperty().subscribe(reason::say);
    texts.addListener((value, before, now) -> requestLayout());
  }

  private StagePainter painter(GraphicsContext g, Palette colors) {
    return new StagePainter(g, colors, places(), model.pictureProperty().get(), tokens);
  }

  private StageLayout places() {
    StagePicture picture = model.pictureProperty().get();
    return new StageLayout(grid(), picture.lanes().size());
  }

  private StageGrid grid() {
    boolean wide = Styles.isWide(this);
    return new StageGrid(
        getWidth(), getHeight(), wide, model.pictureProperty().get().lanes().size());
  }

  @Override
  protected void layoutChildren() {
    StageGrid grid = grid();
    double hintWidth = hint.prefWidth(-1);
    double hintHeight = hint.prefHeight(-1);
    double right = getWidth() - 20;
    hint.resizeRelocate(right - hintWidth, grid.wide() ? 24 : 16, hintWidth, hintHeight);
    double room = right - hintWidth - 40;
    sentence.resizeRelocate(20, grid.wide() ? 18 : 12, room, sentence.prefHeight(room));
    reason.resizeRelocate(20, grid.wide() ? 54 : 40, room, reason.prefHeight(room));
    StagePicture picture = model.pictureProperty().get();
    map.resizeRelocate(0, 0, grid.split(), getHeight());
    map.show(picture.map());
    traffic.resizeRelocate(0, 0, grid.split(), getHeight());
    traffic.show(picture.traffic());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    say();
  }

  private void say() {
    StagePicture picture = model.pictureProperty().get();
    StageLayout at = places();
    words.begin();
    bands(at);
    for (StagePicture.StopName each : picture.stops()) {
      stop(at, picture, each);
    }
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      disk(at, picture.lanes().get(lane), lane);
    }
    readers(at, picture);
    crowds(at, picture);
    picture.gates().stream().findFirst().ifPresent(gate -> gate(at, gate));
    words.end();
    runner(at, picture);
  }

  private void bands(StageLayout at) {
    String[] keys = {"band.application", "band.block", "band.midlayer", "band.driver",
        "band.disks"};
    for (int band = 0; band < keys.length; band++) {
      String[] lines = texts.getValue().of(keys[band]).split("\\|");
      for (int line = 0; line < lines.length; line++) {
        words.put(
            keys[band].replace('.', '-') + line, lines[line], Anchor.LEFT, at.bandX(),
            at.grid().bandTop(band) + 18 + line * at.grid().line(), Styles.CAPTION);
      }
    }
  }

  private void stop(StageLayout at, StagePicture picture, StagePicture.StopName name) {
    Stop stop = name.stop();
    boolean runs = picture.running().filter(each -> each.stop() == stop).isPresent();
    boolean down = stop.side() == Stop.Side.DOWN;
    double y = at.stopY(stop, 0) + at.grid().mono() * 0.35;
    double x = down ? at.downNameX() : at.upNameX();
    boolean gate = stop == Stop.GATE;
    if (!down && !at.upNamesFit() && !runs) {
      return;
    }
    words.put(
        "stop-" + stop.name(), name.name(), Anchor.LEFT, x, gate ? y + 11 : y, Styles.FUNCTION,
        runs ? Styles.SUBJECT : Styles.QUIET);
    if (!name.note().isEmpty() && at.grid().wide()) {
      words.put(
          "note-" + stop.name(), name.note(), Anchor.LEFT, x, y + at.grid().mono() * 1.3,
          Styles.CAPTION);
    }
  }

  private void disk(StageLayout at, StagePicture.Lane lane, int index) {
    double y = at.rowY(index) + at.grid().mono() * 0.37;
    double left = at.capsuleLeft() + at.capsuleHeight() * 1.05;
    words.put("disk-" + lane.name(), lane.name(), Anchor.LEFT, left, y, Styles.NUMBER,
        Styles.LOUD);
    if (at.grid().wide()) {
      words.put("address-" + lane.name(), lane.address(), Anchor.LEFT, left + 36, y,
          Styles.NUMBER, Styles.QUIET);
    }
    words.put("health-" + lane.name(), lane.note(), Anchor.RIGHT, at.capsuleRight() - 12, y,
        Styles.BODY);
  }

  private void readers(StageLayout at, StagePicture picture) {
    double top = at.grid().y(92) - 4;
    double row = at.grid().y(106) + 4;
    int well = picture.lanes().stream().mapToInt(StagePicture.Lane::answered).sum();
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      StagePicture.Lane disk = picture.lanes().get(lane);
      words.put("process-" + disk.name(), disk.process(), Anchor.MIDDLE, at.downX(lane), row,
          Styles.NUMBER, Styles.LOUD);
      if (!at.laneNamesFit()) {
        continue;
      }
      words.put("reader-" + disk.name(), disk.name(), Anchor.MIDDLE, at.downX(lane), top,
          Styles.NUMBER, Styles.LOUD);
      words.put("up-" + disk.name(), disk.name(), Anchor.MIDDLE, at.upX(lane), top,
          Styles.NUMBER, Styles.QUIET);
      words.put("answered-" + disk.name(), Integer.toString(disk.answered()), Anchor.MIDDLE,
          at.upX(lane), row, Styles.NUMBER);
    }
    Texts say = texts.getValue();
    double next = row - 8 + at.grid().line();
    words.put("readers", say.of("stage.readers"), Anchor.LEFT, at.downNameX(), row - 8,
        Styles.LABEL);
    words.put("readers-note", say.of("stage.readers.note"), Anchor.LEFT, at.downNameX(),
        next, Styles.CAPTION);
    double right = at.laneNamesFit() ? at.upNameX() : at.upX(picture.lanes().size() - 1);
    words.put("answered",
        at.laneNamesFit() ? say.of("stage.answered") : say.of("stage.answered.sum", well),
        Anchor.LEFT, right, row - 8, Styles.LABEL);
    int failed = picture.lanes().stream().mapToInt(StagePicture.Lane::failed).sum();
    words.put("answered-note", say.of("stage.failed", failed), Anchor.LEFT, right,
        next, Styles.CAPTION);
  }

  /** How many more commands stand at a place than are drawn there. */
  private void crowds(StageLayout at, StagePicture picture) {
    for (StagePicture.OnPath each : picture.tokens()) {
      if (each.rank() == StagePicture.MOST_AT_ONE_PLACE) {
        long more =
            picture.tokens().stream()
                .filter(
                    other ->
                        other.lane() == each.lane()
                            && other.at() == each.at()
                            && other.rank() >= StagePicture.MOST_AT_ONE_PLACE)
                .count();
        StageLayout.Point place = at.place(each.lane(), each.at(), each.rank());
        words.put("more-" + each.lane() + "-" + each.at(), "+" + more, Anchor.MIDDLE, place.x(),
            place.y() + 4, Styles.NUMBER, Styles.LOUD);
      }
    }
  }

  private void gate(StageLayout at, StagePicture.Gate gate) {
    double y = at.gateY();
    words.put("gate", gate.title(), Anchor.LEFT, at.downNameX(), y - 1,
        gate.shut() ? Styles.TITLE : Styles.LABEL);
    if (!gate.waiting().isEmpty()) {
      words.put("waiting", gate.waiting(), Anchor.LEFT, at.downNameX(),
          y - 33 - at.grid().line(), Styles.LABEL);
      words.put("waiting-note", gate.waitingNote(), Anchor.LEFT, at.downNameX(), y - 33,
          Styles.CAPTION);
    }
  }

  /** Who runs stands below the name of the function. */
  private void runner(StageLayout at, StagePicture picture) {
    pill.setVisible(picture.running().isPresent());
    picture
        .running()
        .ifPresent(
            running -> {
              pill.say(running.runner(), running.name(), true);
              pill.autosize();
              StageLayout.Point place = at.pill(running.stop());
              pill.relocate(Math.round(place.x()), Math.round(place.y()));
            });
  }
}
