package unjam.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unjam.app.Action;
import unjam.app.Desk;
import unjam.app.Frame;
import unjam.app.Look;
import unjam.app.Session;
import unjam.app.View;
import unjam.ui.control.Surroundings;
import unjam.ui.control.Zoomed;
import unjam.ui.drivers.DriversView;
import unjam.ui.drivers.DriversViewModel;
import unjam.ui.fx.FxStore;
import unjam.ui.inspector.InspectorView;
import unjam.ui.inspector.SourceView;
import unjam.ui.inspector.SourceViewModel;
import unjam.ui.ladder.LadderView;
import unjam.ui.ladder.LadderViewModel;
import unjam.ui.ledger.LedgerView;
import unjam.ui.ledger.LedgerViewModel;
import unjam.ui.scenario.EditorView;
import unjam.ui.scenario.EditorViewModel;
import unjam.ui.radius.RadiusView;
import unjam.ui.radius.RadiusViewModel;
import unjam.ui.scenario.RailView;
import unjam.ui.stage.StageView;
import unjam.ui.stage.StageViewModel;
import unjam.ui.sweep.SweepView;
import unjam.ui.sweep.SweepViewModel;
import unjam.ui.text.Texts;
import unjam.ui.theme.Fonts;
import unjam.ui.theme.PaletteSource;
import unjam.ui.theme.Styles;
import unjam.ui.timeline.FuturesView;
import unjam.ui.timeline.FuturesViewModel;
import unjam.ui.timeline.ScrubberView;
import unjam.ui.timeline.ScrubberViewModel;
import unjam.ui.timeline.TransportView;
import unjam.ui.timeline.TransportViewModel;

/** The window's content: every view in its place, all fed from one store. */
public final class Workbench {

  /** The width in which the presenter's stage is laid out, before it is enlarged. */
  private static final double PRESENTER_WIDTH = 872;

  private final FxStore store;
  private final ReadOnlyObjectWrapper<Texts> texts;
  private final StageViewModel stage = new StageViewModel();
  private final LadderViewModel ladder = new LadderViewModel();
  private final SourceViewModel steps = new SourceViewModel();
  private final TransportViewModel transport = new TransportViewModel();
  private final ScrubberViewModel scrubber = new ScrubberViewModel();
  private final Surroundings surroundings;
  private final InspectorView inspector;
  private final Board board;
  private final TransportView player;
  private final CompareBoard compare;
  private final FuturesViewModel futures = new FuturesViewModel();
  private final FuturesView futureLanes;
  private final LedgerViewModel ledgerModel = new LedgerViewModel();
  private final LedgerView ledger;
  private final EditorViewModel editorModel;
  private final EditorView editor;
  private final SweepViewModel sweepModel = new SweepViewModel();
  private final SweepView sweep;
  private final RadiusViewModel radiusModel = new RadiusViewModel();
  private final RadiusView radius;
  private final DriversViewModel driversModel;
  private final DriversView drivers;
  private final ScrubberView lanes;
  private final LessonSide lesson;
  private final VBox large = new VBox();
  private final Zoomed enlarged = new Zoomed(large, PRESENTER_WIDTH);
  private final RailView rail;
  private final BorderPane root = new BorderPane();
  private double scale;
  private final Desktop desktop;
  private final TopBar top;
  private final ProblemsBar problems;
  private final RecoveryBar recovery;

  /**
   * @param store what it shows and where its actions go
   * @param belongings what it opens, writes and keeps with
   * @param quit ends the application
   */
  Workbench(FxStore store, Belongings belongings, Runnable quit) {
    this.store = store;
    texts = new ReadOnlyObjectWrapper<>(Texts.in(store.session().look().language()));
    PaletteSource palette = new PaletteSource();
    surroundings =
        new Surroundings(texts.getReadOnlyProperty(), palette.paletteProperty(), store::send);
    inspector = new InspectorView(surroundings);
    lesson = new LessonSide(surroundings, inspector);
    rail = new RailView(surroundings);
    desktop = new Desktop(store, belongings, root);
    top =
        new TopBar(
            surroundings, belongings,
            new MainMenu(store, surroundings, desktop, quit));
    problems = new ProblemsBar(surroundings);
    recovery = new RecoveryBar(surroundings, desktop::settle);
    Consumer<Action> actions = store::send;
    var colors = palette.paletteProperty();
    var words = texts.getReadOnlyProperty();
    board =
        new Board(
            new StageView(stage, surroundings), new LadderView(ladder, surroundings),
            new SourceView(steps, words, true), transport, surroundings);
    player = new TransportView(transport, surroundings);
    lanes = new ScrubberView(scrubber, words, colors, actions);
    compare = new CompareBoard(transport, surroundings);
    futureLanes = new FuturesView(futures, surroundings);
    ledger = new LedgerView(ledgerModel, surroundings);
    editorModel = new EditorViewModel(belongings.catalog());
    editor = new EditorView(editorModel, surroundings);
    sweep = new SweepView(sweepModel, surroundings);
    radius = new RadiusView(radiusModel, surroundings);
    driversModel = new DriversViewModel(belongings.catalog());
    drivers = new DriversView(driversModel, surroundings);
    root.getChildren().add(palette);
    root.setFocusTraversable(true);
    store.sessionProperty().subscribe(session -> show(session));
    root.widthProperty().subscribe(width -> arrange());
    store.sessionProperty().map(session -> arrangement(session))
        .subscribe(desk -> arrange());
    takeKeys();
    keepFocus();
  }

  /** What of the desk moves the parts. */
  private static Object arrangement(Session session) {
    Desk desk = session.desk();
    return List.of(
        desk.view(), desk.presenter(), desk.rail(), desk.inspector(),
        LessonSide.arrangement(session));
  }

  /** What can be painted and played, but neither opened nor kept. */
  public static Workbench ofPicture(FxStore store) {
    return new Workbench(store, Belongings.ofPicture(), () -> {});
  }

  /**
   * Keys work wherever the focus is, as far as what has the focus leaves them, and never while
   * somebody writes. A button that was clicked does not keep the focus, or the space bar would
   * press it again.
   */
  private void takeKeys() {
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (Keys.hasNoUseFor(event)) {
            take(event);
          }
        });
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!Keys.isWriting(event.getTarget())) {
            take(event);
          }
        });
    root.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (root.getScene().getFocusOwner() instanceof Button) {
            root.requestFocus();
          }
        });
  }

  /** What had the focus is gone: keys must not go with it. */
  private void keepFocus() {
    root.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .map(each -> false)
        .orElse(true)
        .subscribe(
            nobody -> {
              if (nobody && root.getScene() != null) {
                root.requestFocus();
              }
            });
  }

  private void take(KeyEvent event) {
    if (top.takes(event)) {
      event.consume();
      return;
    }
    Keys.of(event, store.session())
        .ifPresent(
            action -> {
              store.send(action);
              event.consume();
            });
  }

  /** Puts the parts where the desk and the width of the window want them. */
  private void arrange() {
    Desk desk = store.session().desk();
    double width = root.getWidth();
    boolean presenter = desk.presenter();
    toggle(Styles.PRESENTER, presenter);
    toggle(Styles.WIDE, width >= Styles.WIDE_FROM && !presenter);
    if (presenter) {
      root.setTop(problems);
      root.setCenter(lesson.card(store.session()).orElse(enlarged));
      root.setLeft(null);
      root.setRight(null);
      root.setBottom(null);
      VBox.setVgrow(board, Priority.ALWAYS);
      board.setMinHeight(0);
      board.setPrefHeight(0);
      lanes.setMinHeight(Region.USE_PREF_SIZE);
      large.getChildren().setAll(board, lanes);
      return;
    }
    root.setTop(new VBox(top, recovery, problems));
    switch (desk.view()) {
      case COMPARE -> arrangeCompare();
      case LEDGER -> arrangeLedger();
      case SCENARIO -> arrangeEditor();
      case SWEEP -> arrangeSweep();
      case RADIUS -> arrangeRadius();
      case DRIVERS -> arrangeDrivers();
      case STAGE -> arrangeStage(desk);
    }
  }

  private void arrangeStage(Desk desk) {
    lanes.setMinHeight(Region.USE_COMPUTED_SIZE);
    Session session = store.session();
    boolean mirror = LessonSide.isMirror(session);
    root.setCenter(mirror ? lesson.mirror() : board);
    root.setLeft(rail);
    root.setRight(
        session.lesson() == null
            ? desk.inspector() ? inspector : null : lesson.beside(session));
    root.setBottom(mirror ? player : new VBox(player, lanes));
    session.frame().ifPresent(frame -> showSteps(session, frame));
  }

  private void arrangeCompare() {
    root.setCenter(compare);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(new VBox(player, futureLanes));
    showCompare(store.session());
  }

  private void arrangeEditor() {
    root.setCenter(editor);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(player);
    editorModel.show(store.session());
  }

  private void arrangeLedger() {
    root.setCenter(ledger);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(player);
    store.session().frame().ifPresent(this::showLedger);
  }

  /** It is about whole runs: there is no instant, and no player. */
  private void arrangeSweep() {
    root.setCenter(sweep);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(null);
    store.session().frame().ifPresent(this::showSweep);
  }

  private void arrangeRadius() {
    root.setCenter(radius);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(player);
    Session session = store.session();
    session.frame().ifPresent(frame -> radiusModel.show(session, frame, texts.get()));
  }

  /** It is about what a machine is made of: there is no instant, and no player. */
  private void arrangeDrivers() {
    root.setCenter(drivers);
    root.setLeft(rail);
    root.setRight(lesson.beside(store.session()));
    root.setBottom(null);
    driversModel.show(store.session(), texts.get());
  }

  private void showSweep(Frame frame) {
    sweepModel.show(store.session(), frame, texts.get());
  }

  private void showLedger(Frame frame) {
    ledgerModel.show(store.session(), frame, texts.get());
  }

  private void showCompare(Session session) {
    compare.show(session, texts.get());
    futures.show(session, texts.get());
  }

  private void showSteps(Session session, Frame frame) {
    board.show(session);
    if (board.showsSteps(session)) {
      steps.show(frame, session.selection(), texts.get());
    }
  }

  private void toggle(String style, boolean on) {
    if (on && !root.getStyleClass().contains(style)) {
      root.getStyleClass().add(style);
    } else if (!on) {
      root.getStyleClass().remove(style);
    }
  }

  private void show(Session session) {
    Look look = session.look();
    toggle(Styles.DARK, look.theme() == Look.Theme.DARK);
    if (!texts.get().language().equals(look.language())) {
      texts.set(Texts.in(look.language()));
    }
    if (texts.get().isChinese()) {
      Fonts.loadChinese();
    }
    toggle(Styles.CHINESE, texts.get().isChinese());
    toggle(Styles.CONTRAST, look.contrast());
    if (look.scale() != scale) {
      scale = look.scale();
      root.getStylesheets().setAll(Styles.sheets(scale));
    }
    problems.show(session.problems());
    lesson.show(session, texts.get());
    session.frame().ifPresent(frame -> show(session, frame));
  }

  private void show(Session session, Frame frame) {
    top.show(session, frame, texts.get());
    transport.show(session, frame, texts.get());
    rail.show(session, frame, texts.get());
    View view = session.desk().presenter() ? View.STAGE : session.desk().view();
    switch (view) {
      case COMPARE -> showCompare(session);
      case LEDGER -> showLedger(frame);
      case SCENARIO -> editorModel.show(session);
      case SWEEP -> showSweep(frame);
      case RADIUS -> radiusModel.show(session, frame, texts.get());
      case DRIVERS -> driversModel.show(session, texts.get());
      case STAGE -> showStage(session, frame);
    }
  }

  private void showStage(Session session, Frame frame) {
    stage.show(session, frame, texts.get());
    ladder.show(session, frame, texts.get());
    showSteps(session, frame);
    scrubber.show(session, frame, texts.get());
    if (session.desk().inspector() || LessonSide.isMirror(session)) {
      inspector.show(session, frame, texts.get());
    }
  }

  /** What can be opened and saved. */
  Desktop desktop() {
    return desktop;
  }

  /** Offers what an earlier run could not save. */
  void offerLeftovers() {
    recovery.offer(desktop.leftBehind());
  }

  /** The whole of it, for a scene. */
  public Region root() {
    return root;
  }
}
