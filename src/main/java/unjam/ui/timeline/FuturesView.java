package unjam.ui.timeline;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.Surroundings;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Styles;

/** Several futures below each other on one axis, under one playhead that can be dragged. */
public final class FuturesView extends Region {

  private static final double OF_ONE = 78;
  private static final double OF_ONE_WIDE = 92;
  private static final double FRAME = 66;

  private final FuturesViewModel model;
  private final Surroundings around;
  private final PaintedPane painted;
  private final TextLayer words = new TextLayer();
  private final Region parting = part("parting");
  private final Region playhead = part("playhead");
  private final Region future = part("future");

  public FuturesView(FuturesViewModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    setId("futures");
    getStyleClass().add("timeline");
    painted =
        new PaintedPane(
            around.palette(), (g, colors) -> new FuturesPainter(g, colors, places()).paint());
    getChildren().addAll(painted, parting, future, playhead, words);
    model.lanesProperty().addListener((value, before, now) -> requestLayout());
    model.nowProperty().addListener((value, before, now) -> requestLayout());
    around.texts().addListener((value, before, now) -> requestLayout());
    setOnMousePressed(this::scrub);
    setOnMouseDragged(this::scrub);
  }

  private void scrub(MouseEvent event) {
    around.send(new Action.Pause());
    around.send(new Action.JumpTo(places().nanos(event.getX())));
  }

  private static Region part(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }

  private FuturesLayout places() {
    return new FuturesLayout(
        model.lanesProperty().get(), getWidth(), getHeight(), Styles.isWide(this));
  }

  @Override
  protected double computePrefHeight(double width) {
    double one = Styles.isWide(this) ? OF_ONE_WIDE : OF_ONE;
    return FRAME + one * Math.max(1, model.lanesProperty().get().size());
  }

  @Override
  protected void layoutChildren() {
    FuturesLayout at = places();
    painted.resizeRelocate(0, 0, getWidth(), getHeight());
    painted.show(List.of(at));
    long now = model.nowProperty().get();
    double x = Math.round(at.x(now));
    playhead.resizeRelocate(x - 1, at.ruler() - 6, 2, at.bottom() - at.ruler() + 6);
    future.resizeRelocate(
        x + 1, at.ruler() + 1, Math.max(0, at.right() - x), at.bottom() - at.ruler() - 2);
    parting.setVisible(at.parting().isPresent());
    at.parting()
        .ifPresent(
            nanos ->
                parting.resizeRelocate(
                    Math.round(at.x(nanos)) - 1, at.ruler() - 6, 2,
                    at.bottom() - at.ruler() + 6));
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    say(at, now);
  }

  private void say(FuturesLayout at, long now) {
    Texts texts = around.texts().getValue();
    words.begin();
    double flags = at.ruler() - 27;
    for (Ruler.Tick each : at.ticks()) {
      words.put("when-" + each.nanos(), each.text(), Anchor.MIDDLE, each.x(), at.ruler() - 8,
          Styles.AXIS);
    }
    for (int i = 0; i < at.lanes().size(); i++) {
      lane(at, i, at.lanes().get(i), texts);
    }
    words.put("future-now", TimeText.instant(now), Anchor.MIDDLE, at.x(now), flags, Styles.AXIS,
        "flag");
    at.parting()
        .filter(nanos -> Math.abs(at.x(nanos) - at.x(now)) > 120)
        .ifPresent(
            nanos ->
                words.put("future-parting",
                    texts.of("futures.parting", TimeText.instant(nanos)), Anchor.MIDDLE,
                    Math.max(at.x(nanos), at.left() + 70), flags, Styles.AXIS, "flag",
                    "parting-flag"));
    words.end();
  }

  private void lane(FuturesLayout at, int index, FutureLane lane, Texts texts) {
    double names = at.left() - 12;
    words.put("future-" + index, lane.name(), Anchor.LEFT, 20, at.diskY(index) + 4, Styles.LABEL);
    words.put("future-disk-" + index, lane.disk(), Anchor.RIGHT, names, at.diskY(index) + 4,
        Styles.NUMBER);
    words.put("future-host-" + index, lane.host(), Anchor.RIGHT, names, at.gateY(index) + 4,
        Styles.NUMBER, Styles.QUIET);
    words.put("future-others-" + index, lane.others(), Anchor.RIGHT, names,
        at.othersY(index) + 4, Styles.NUMBER, Styles.QUIET);
    if (!lane.verdicts().isEmpty()) {
      words.put("future-told-" + index, told(lane, texts), Anchor.LEFT, 20,
          at.gateY(index) + 4, Styles.AXIS, "bad");
    }
    if (lane.shut().isEmpty()) {
      words.put("future-gate-" + index, texts.of("futures.open"), Anchor.LEFT, at.left() + 8,
          at.gateY(index) + 4, Styles.AXIS, "said", Styles.ON_PAPER);
    }
  }

  /** Each error by its own name: who was told EIO is another one than who was told EROFS. */
  static String told(FutureLane lane, Texts texts) {
    return lane.told().entrySet().stream()
        .map(
            each ->
                each.getValue() == 1
                    ? each.getKey()
                    : texts.of("futures.errors", each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
