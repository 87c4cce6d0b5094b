package unjam.ui.timeline;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unjam.app.Action;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.TextLayer;
import unjam.ui.control.TextLayer.Anchor;
import unjam.ui.text.Texts;
import unjam.ui.text.TimeText;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.ScrubberPicture.Lane;
import unjam.ui.timeline.ScrubberPicture.Page;
import unjam.ui.timeline.ScrubberPicture.Tick;

/** The whole run to drag along, and the lanes around the playhead. */
public final class ScrubberView extends Region {

  private static final double HEIGHT = 196;
  private static final double HEIGHT_WIDE = 256;
  private static final int MOST_NAMES = 6;

  private final ScrubberViewModel model;
  private final ObservableValue<Texts> texts;
  private final PaintedPane painted;
  private final TextLayer words = new TextLayer();
  private final Region future = part("future");
  private final Region pageFuture = part("future");
  private final Region playhead = part("playhead");
  private final Region overviewHead = part("overview-head");
  private Page dragged = ScrubberPicture.EMPTY.page();
  private boolean onOverview;

  /**
   * @param model what to show
   * @param texts the words of the language
   * @param palette the colours
   * @param actions takes what a person does
   */
  public ScrubberView(
      ScrubberViewModel model, ObservableValue<Texts> texts, ObservableValue<Palette> palette,
      Consumer<Action> actions) {
    this.model = model;
    this.texts = texts;
    setId("scrubber");
    getStyleClass().add("timeline");
    setCursor(Cursor.HAND);
    painted =
        new PaintedPane(
            palette,
            (g, colors) ->
                new ScrubberPainter(g, colors, places(), model.pictureProperty().get()).paint());
    getChildren().addAll(painted, future, pageFuture, overviewHead, playhead, words);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    texts.addListener((value, before, now) -> requestLayout());
    setOnMousePressed(
        event -> {
          dragged = model.pictureProperty().get().page();
          onOverview = event.getY() < places().overviewBottom();
          actions.accept(new Action.Pause());
          actions.accept(new Action.JumpTo(instantAt(event)));
        });
    setOnMouseDragged(event -> actions.accept(new Action.JumpTo(instantAt(event))));
  }

  private long instantAt(MouseEvent event) {
    ScrubberLayout at = places();
    return onOverview
        ? at.overviewInstant(event.getX(), model.pictureProperty().get().end())
        : model.instantAt(at.pagePlace(event.getX(), dragged));
  }

  private boolean isWide() {
    return Styles.isWide(this);
  }

  private ScrubberLayout places() {
    return new ScrubberLayout(
        getWidth(), getHeight(), isWide(), model.pictureProperty().get().page().lanes());
  }

  @Override
  protected double computePrefHeight(double width) {
    return isWide() ? HEIGHT_WIDE : HEIGHT;
  }

  @Override
  protected void layoutChildren() {
    ScrubberPicture picture = model.pictureProperty().get();
    ScrubberLayout at = places();
    painted.resizeRelocate(0, 0, getWidth(), getHeight());
    painted.show(picture.painted());
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    heads(at, picture);
    words.begin();
    overview(at, picture);
    Page page = picture.page();
    for (int i = 0; i < page.lanes().size(); i++) {
      lane(at, i, page.lanes().get(i), page);
    }
    double now = at.pageX(page.now(), page);
    for (int i = 0; i < page.folds().size(); i++) {
      fold(at, i, page.folds().get(i), page);
    }
    for (int i = 0; i < page.ticks().size(); i++) {
      tick(at, i, page.ticks().get(i), page, now);
    }
    names(at, page);
    words.put("playhead-time", TimeText.micros(picture.now()), Anchor.MIDDLE, now,
        at.rulerY(), Styles.NUMBER, Styles.LOUD);
    words.end();
  }

  private static Region part(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }

  /** The playheads, and the veil over what has not happened yet. */
  private void heads(ScrubberLayout at, ScrubberPicture picture) {
    double whole = Math.round(at.overviewX(picture.now(), picture.end()));
    overviewHead.resizeRelocate(whole - 5, at.overviewY() - 21, 10, 28);
    future.resizeRelocate(
        whole, at.overviewY() - 13, Math.max(0, at.right() - whole), 13);
    double now = Math.round(at.pageX(picture.page().now(), picture.page()));
    double top = at.lanesTop();
    double height = at.lanesBottom() - top;
    playhead.resizeRelocate(now - 1, top - 4, 2, height + 8);
    pageFuture.resizeRelocate(
        now + 1, top + 1, Math.max(0, at.right() + 4 - now), height - 1);
  }

  private void overview(ScrubberLayout at, ScrubberPicture picture) {
    words.put("to-scale", texts.getValue().of("scrubber.to_scale"), Anchor.LEFT, at.nameX(),
        at.overviewY() + 4, Styles.CAPTION);
    words.put("folded", texts.getValue().of("scrubber.folded"), Anchor.LEFT, at.nameX(),
        at.rulerY(), Styles.CAPTION);
    words.put("end", TimeText.unit(picture.end()), Anchor.LEFT, at.right() + 6,
        at.overviewY() + 4, Styles.NUMBER, Styles.QUIET);
  }

  private void lane(ScrubberLayout at, int index, Lane lane, Page page) {
    double y = at.laneY(index) + at.laneHeight(index) / 2 + 4;
    words.put("lane-" + lane.id(), lane.name(), Anchor.LEFT, at.nameX(), y, Styles.NUMBER,
        Styles.LOUD);
    if (!lane.note().isEmpty()) {
      words.put("lane-note-" + lane.id(), lane.note(), Anchor.RIGHT, at.left() - 10, y,
          Styles.CAPTION);
    }
    for (int i = 0; i < lane.bars().size(); i++) {
      ScrubberPicture.Bar bar = lane.bars().get(i);
      if (bar.text().isEmpty()) {
        continue;
      }
      double from = Math.max(at.left(), at.pageX(bar.from(), page));
      double to = Math.min(at.right(), at.pageX(bar.to(), page));
      boolean free = page.folds().stream().noneMatch(
          fold -> fold.from() < bar.to() && fold.to() > bar.from());
      if (free && to - from > bar.text().length() * 7 + 12) {
        words.put("bar-" + lane.id() + i, bar.text(), Anchor.LEFT, from + 6, y - 1,
            Styles.LABEL, bar.to() <= page.now() ? Styles.ON_EH : Styles.LABEL);
      }
    }
  }

  private void fold(ScrubberLayout at, int index, ScrubberPicture.Fold fold, Page page) {
    double from = Math.max(at.left(), at.pageX(fold.from(), page));
    double to = Math.min(at.right(), at.pageX(fold.to(), page));
    if (to - from > 46) {
      words.put("fold-" + index, fold.length(), Anchor.MIDDLE, (from + to) / 2,
          (at.lanesTop() + at.lanesBottom()) / 2 + 4, Styles.NUMBER, Styles.QUIET);
    }
  }

  private void tick(ScrubberLayout at, int index, Tick tick, Page page, double now) {
    double x = at.pageX(tick.at(), page);
    if (Math.abs(x - now) > (isWide() ? 100 : 84) && x < at.right() + 1) {
      words.put("tick-" + index, tick.text(), Anchor.MIDDLE, x, at.rulerY(), Styles.NUMBER,
          Styles.QUIET);
    }
  }

  /** Names that have room, at most six; the others stay dotted lines. */
  private void names(ScrubberLayout at, Page page) {
    List<Tick> names = page.names();
    double free = at.left();
    int shown = 0;
    for (int i = 0; i < names.size() && shown < MOST_NAMES; i++) {
      double x = at.pageX(names.get(i).at(), page);
      double half = names.get(i).text().length() * (isWide() ? 3.6 : 3.2) + 4;
      if (x - half >= free && x + half <= at.right() + 40) {
        words.put("mark-" + i, names.get(i).text(), Anchor.MIDDLE, x, at.lanesBottom() + 14,
            Styles.CAPTION);
        free = x + half + 8;
        shown++;
      }
    }
  }
}
