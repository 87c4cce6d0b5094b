package unjam.ui.timeline;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import unjam.app.Action;
import unjam.app.Guess;
import unjam.app.TimeDesk;
import unjam.app.TimeWindow;
import unjam.ui.control.PaintedPane;
import unjam.ui.control.TextLayer;
import unjam.ui.text.Texts;
import unjam.ui.theme.Palette;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.LanePlan.Kind;
import unjam.ui.timeline.ScrubberPicture.Bar;
import unjam.ui.timeline.ScrubberPicture.Page;

/** The whole run, and the lanes of a part of it. */
public final class ScrubberView extends Region {

  private static final double HEIGHT = 196;
  private static final double HEIGHT_WIDE = 256;
  private static final double HEIGHT_SLIM = 88;
  private static final double LOWEST = 120;

  /** So much higher is the time line for the lanes of another machine. */
  private static final double REMOTE_PART = 0.7;

  /** Of the window's height. */
  private static final double HIGHEST = 0.5;

  private final ScrubberViewModel model;
  private final ObservableValue<Texts> texts;
  private final Consumer<Action> actions;
  private final PaintedPane base;
  private final PaintedPane past;
  private final PaintedPane ahead;
  private final PaintedPane top;
  private final Rectangle edges = new Rectangle();
  private final Rectangle pastClip = new Rectangle();
  private final Rectangle aheadClip = new Rectangle();
  private final TextLayer words = new TextLayer();
  private final Region future = part("future");
  private final Region playhead = part("playhead");
  private final Region tip = part("playhead-tip");
  private final Region overviewHead = part("overview-head");
  private final Region hover = part("bar-hover");
  private final Region markerA = part("marker");
  private final Region markerB = part("marker");
  private final Region between = part("between");
  private final Region range = part("range");
  private final Button follow = new Button();
  private final Button contexts = new Button();
  private final ScrollBar scroll = new ScrollBar();
  private final BarNodes nodes;
  private final GuessLayer guess;
  private final StatedLayer stated;

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
    this.actions = actions;
    setId("scrubber");
    getStyleClass().add("timeline");
    base = new PaintedPane(palette, (g, colors) -> painter(g, colors).paintBase());
    past = new PaintedPane(palette, (g, colors) -> bars(g, colors, false).paint());
    ahead = new PaintedPane(palette, (g, colors) -> bars(g, colors, true).paint());
    top = new PaintedPane(palette, (g, colors) -> painter(g, colors).paintTop());
    setClip(edges);
    past.setClip(pastClip);
    ahead.setClip(aheadClip);
    nodes = new BarNodes(model, texts, actions);
    guess = new GuessLayer(texts, palette, actions);
    stated = new StatedLayer(texts);
    overviewHead.setId("overview-head");
    playhead.setId("playhead");
    buttons();
    getChildren().addAll(
        base, past, ahead, top, between, future, markerA, markerB, overviewHead, playhead, tip,
        hover, words, nodes, scroll, follow, contexts, range, stated, guess);
    model.pictureProperty().addListener((value, before, now) -> requestLayout());
    model.deskProperty().addListener((value, before, now) -> requestLayout());
    model.guessProperty().addListener((value, before, now) -> requestLayout());
    model.statedProperty().addListener((value, before, now) -> requestLayout());
    texts.addListener((value, before, now) -> requestLayout());
    new ScrubberGestures(this, model, texts, actions, range).listen();
  }

  private ScrubberPainter painter(
      GraphicsContext g, Palette colors) {
    return new ScrubberPainter(g, colors, places(), picture(), scrolled());
  }

  private BarPainter bars(
      GraphicsContext g, Palette colors, boolean toCome) {
    return new BarPainter(g, colors, places(), picture(), scrolled(), toCome);
  }

  private void buttons() {
    follow.setId("follow");
    follow.getStyleClass().add("time-button");
    follow.textProperty().bind(texts.map(each -> each.of("scrubber.follow")));
    follow.accessibleTextProperty().bind(texts.map(each -> each.of("scrubber.follow.long")));
    follow.setOnAction(event -> arrange(desk().with(TimeWindow.FOLLOW)));
    contexts.setId("contexts");
    contexts.getStyleClass().add("fold-button");
    contexts.textProperty().bind(texts.map(each -> each.of("scrubber.contexts")));
    contexts.accessibleTextProperty().bind(texts.map(each -> each.of("scrubber.contexts.long")));
    Region icon = new Region();
    contexts.setGraphic(icon);
    model
        .deskProperty()
        .subscribe(
            desk -> icon.getStyleClass().setAll(desk.contexts() ? "icon-open" : "icon-closed"));
    contexts.setOnAction(event -> arrange(desk().withContexts(!desk().contexts())));
    scroll.setOrientation(Orientation.VERTICAL);
    scroll.valueProperty().addListener((value, before, now) -> requestLayout());
  }

  private TimeDesk desk() {
    return model.deskProperty().get();
  }

  private void arrange(TimeDesk desk) {
    model.session().ifPresent(
        session -> actions.accept(new Action.SetDesk(session.desk().with(desk))));
  }

  private ScrubberPicture picture() {
    return model.pictureProperty().get();
  }

  /** Where everything is while nothing is scrolled. */
  ScrubberLayout places() {
    return new ScrubberLayout(
        model.room(), picture().page().lanes().stream().map(each -> each.plan()).toList());
  }

  /** How far the lanes are scrolled. */
  double scrolled() {
    return scroll.isVisible() ? scroll.getValue() : 0;
  }

  /** Scrolls the lanes. */
  void scrollBy(double pixels) {
    scroll.setValue(Math.clamp(scroll.getValue() + pixels, 0, scroll.getMax()));
  }

  private boolean isSlim() {
    return model.session().filter(each -> each.desk().presenter()).isPresent();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (isSlim()) {
      return HEIGHT_SLIM;
    }
    double usual = (Styles.isWide(this) ? HEIGHT_WIDE : HEIGHT) * Math.sqrt(model.room().scale());
    double wanted = desk().height() > 0 ? desk().height() : usual + contexts() + remote();
    double most = getScene() == null ? wanted : getScene().getHeight() * HIGHEST;
    return Math.clamp(wanted, LOWEST, Math.max(LOWEST, most));
  }

  /** What the lanes of contexts want, if somebody has asked for them. */
  private double contexts() {
    return desk().contexts()
        ? ContextIndex.Who.values().length * Kind.CONTEXT.height(Styles.isWide(this))
        : 0;
  }

  /** What the lanes of the other machine want: they may be lower than they would like to be. */
  private double remote() {
    boolean wide = Styles.isWide(this);
    double all =
        picture().page().lanes().stream()
            .filter(each -> each.plan().isRemote())
            .mapToDouble(each -> each.plan().kind().height(wide))
            .sum();
    return Math.min(all, wide ? 105 : 80) * REMOTE_PART;
  }

  private static Region part(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    region.setMouseTransparent(true);
    return region;
  }

  @Override
  protected void layoutChildren() {
    edges.setWidth(getWidth());
    edges.setHeight(getHeight());
    double scale = model.session().map(each -> each.look().scale()).orElse(1.0);
    model.fit(new Room(getWidth(), getHeight(), Styles.isWide(this), scale, isSlim()));
    ScrubberPicture picture = picture();
    ScrubberLayout at = places();
    scrolling(at);
    Object painted = List.of(picture.painted(), scrolled());
    for (PaintedPane each : new PaintedPane[] {base, past, ahead, top}) {
      each.resizeRelocate(0, 0, getWidth(), getHeight());
      each.show(painted);
    }
    words.resizeRelocate(0, 0, getWidth(), getHeight());
    heads(at, picture);
    pins(at, picture);
    hovered(at, picture);
    controls(at, picture.page());
    new ScrubberWords(words, at, picture, desk(), texts.getValue(), scrolled())
        .say(model.guessProperty().get().filter(Guess::blind).isEmpty());
    nodes.resizeRelocate(0, 0, getWidth(), getHeight());
    nodes.place(at, scrolled());
    stated.resizeRelocate(0, 0, getWidth(), getHeight());
    stated.show(model.statedProperty().get(), at, picture.page().axis());
    guess.resizeRelocate(0, 0, getWidth(), getHeight());
    guess.show(model.guessProperty().get(), at, picture.page().axis());
  }

  /** The playheads; what lies before them is past, what lies behind is pale. */
  private void heads(ScrubberLayout at, ScrubberPicture picture) {
    double whole = Math.round(at.overviewX(picture.now(), picture.overview().end()));
    overviewHead.resizeRelocate(whole - 5, at.overviewY() - 13, 10, 8);
    future.resizeRelocate(
        whole + 1, at.overviewY() - 5, Math.max(0, at.right() - whole), 12);
    TimeAxis axis = picture.page().axis();
    double now = Math.round(axis.x(picture.now()));
    boolean here = picture.now() >= axis.first() && picture.now() <= axis.last();
    double first = at.lanesTop() - 6;
    playhead.setVisible(here);
    tip.setVisible(here);
    playhead.resizeRelocate(now - 1, first, 2, at.lanesBottom() + 4 - first);
    tip.resizeRelocate(now - 6, first, 12, 8);
    pastClip.setWidth(now);
    pastClip.setHeight(getHeight());
    aheadClip.setX(now);
    aheadClip.setWidth(Math.max(0, getWidth() - now));
    aheadClip.setHeight(getHeight());
  }

  private void pins(ScrubberLayout at, ScrubberPicture picture) {
    TimeAxis axis = picture.page().axis();
    long a = picture.pins().a();
    long b = picture.pins().b();
    marker(markerA, a, at, axis);
    marker(markerB, b, at, axis);
    between.setVisible(a >= 0 && b >= 0);
    double left = Math.min(axis.x(a), axis.x(b));
    between.resizeRelocate(
        left, at.lanesTop(), Math.abs(axis.x(a) - axis.x(b)), at.lanesBottom() - at.lanesTop());
  }

  private static void marker(Region line, long nanos, ScrubberLayout at, TimeAxis axis) {
    line.setVisible(nanos >= 0 && axis.shows(nanos));
    line.resizeRelocate(
        Math.round(axis.x(nanos)), at.lanesTop() - 6, 1, at.lanesBottom() - at.lanesTop() + 6);
  }

  /** The first bar of what the pointer is over, here or anywhere else. */
  private void hovered(ScrubberLayout at, ScrubberPicture picture) {
    hover.setVisible(false);
    if (picture.hovered() < 0) {
      return;
    }
    BarHits hits = new BarHits(picture.page(), at);
    double left = Double.MAX_VALUE;
    double right = 0;
    for (int i = 0; i < picture.page().lanes().size(); i++) {
      for (Bar bar : picture.page().lanes().get(i).bars()) {
        if (bar.command() == picture.hovered()) {
          BarHits.Box box = hits.box(i, bar);
          left = Math.min(left, box.left());
          right = Math.max(right, box.left() + box.width());
          hover.setVisible(box.top() - scrolled() > at.lanesTop() - 4);
          hover.resizeRelocate(left, box.top() - scrolled(), right - left, box.height());
        }
      }
    }
  }

  private void scrolling(ScrubberLayout at) {
    double room = at.lanesBottom() - at.lanesTop();
    boolean needed = !at.fits();
    scroll.setVisible(needed);
    scroll.setMax(Math.max(0, at.lanesHeight() - room));
    scroll.setVisibleAmount(scroll.getMax() * room / Math.max(1, at.lanesHeight()));
    scroll.setUnitIncrement(at.lanesHeight() == 0 ? 1 : at.laneHeight(0));
    scroll.setValue(Math.clamp(scroll.getValue(), 0, scroll.getMax()));
    scroll.resizeRelocate(getWidth() - 9, at.lanesTop(), 8, room);
  }

  private void controls(ScrubberLayout at, Page page) {
    boolean byHand = !page.folded() && model.guessProperty().get().isEmpty();
    follow.setVisible(byHand && !at.room().slim());
    place(follow, at.room().nameX(), at.ruler() - 4);
    boolean shown =
        page.lanes().stream().noneMatch(each -> each.plan().kind() == Kind.CONTEXT)
            || desk().contexts();
    contexts.setVisible(shown && !at.room().slim());
    place(contexts, at.room().nameX(), at.names() - 4);
  }

  private static void place(Node node, double x, double middle) {
    node.autosize();
    node.relocate(x, Math.round(middle - node.getLayoutBounds().getHeight() / 2));
  }
}
