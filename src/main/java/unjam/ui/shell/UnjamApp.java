package unjam.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import unjam.app.Action;
import unjam.app.Document;
import unjam.app.LessonMove;
import unjam.app.LessonService;
import unjam.app.Look;
import unjam.app.Opening;
import unjam.app.SimulationService;
import unjam.app.SweepService;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.lesson.LessonShelf;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;
import unjam.ui.fx.Patience;
import unjam.ui.fx.Pulse;
import unjam.ui.scenario.UserFolder;
import unjam.ui.theme.Fonts;

/** The window, and the place where its parts are put together. */
public final class UnjamApp {

  /** The scenario of the first start. */
  static final String OPENING = "seed-slow-disk";

  private static final double LARGEST_WIDTH = 1920;
  private static final double LARGEST_HEIGHT = 1080;
  private static final double PART_OF_SCREEN = 0.94;

  /** How long the window waits for something to show. */
  private static final long PATIENCE_MILLIS = 1_000;

  /** A file system that takes longer is not waited for. */
  private static final long LONGEST_WRITE_SECONDS = 10;

  private UnjamApp() {}

  /**
   * Opens the window and returns when it has been closed; the exit status. The first run is made
   * while the toolkit starts.
   *
   * @param asked what it opens with, empty for the scenario of the first start
   * @param lessons a folder of lessons, empty for those that come with the application
   */
  public static int open(Optional<Opening> asked, Optional<Path> lessons) {
    Action first = asked.map(Opening::action).orElse(new Action.Open(OPENING));
    Path folder = UserFolder.ofThisUser();
    ExecutorService writer = SimulationService.ownThread();
    SettingsFile settings = new SettingsFile(folder, writer);
    FxStore store = new FxStore(settings.session(firstLook()), FxThread.EXECUTOR);
    store.sessionProperty().subscribe(settings::keep);
    Belongings usual =
        Belongings.in(
            Catalog.ofClassPath(), folder, writer, store::send, new Chooser.OfSystem());
    Belongings belongings =
        lessons.map(each -> usual.with(LessonShelf.of(usual.catalog(), each))).orElse(usual);
    ExecutorService simulations = SimulationService.ownThread();
    SimulationService service =
        new SimulationService(belongings.catalog(), simulations, store::send);
    if (first instanceof Action.Open(String scenario)) {
      service.prepare(scenario);
    }
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            Stage stage = new Stage();
            stage.setOnHidden(event -> closed.complete(0));
            start(stage, store, service, simulations, belongings, first);
          } catch (RuntimeException bug) {
            closed.completeExceptionally(bug);
          }
        });
    int status = closed.join();
    finish(writer);
    return status;
  }

  /** What is on its way to a file arrives there. */
  private static void finish(ExecutorService writer) {
    writer.shutdown();
    try {
      writer.awaitTermination(LONGEST_WRITE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Most of the screen, but no less than is needed and no more than helps. */
  private static double fitting(double screen, double least, double most) {
    return Math.clamp(Math.floor(screen * PART_OF_SCREEN), least, most);
  }

  /** The look of the first start: light, in the language of the system if there is a choice. */
  static Look firstLook() {
    return new Look(Look.Theme.LIGHT, Locale.getDefault());
  }

  /** Puts the application together in a window. */
  static void start(
      Stage stage, FxStore store, Executor simulations, Belongings belongings) {
    start(
        stage, store,
        new SimulationService(belongings.catalog(), simulations, store::send), simulations,
        belongings, new Action.Open(OPENING));
  }

  private static void start(
      Stage stage, FxStore store, SimulationService service, Executor simulations,
      Belongings belongings, Action first) {
    SweepService sweeps =
        new SweepService(
            belongings.catalog(), SimulationService.ownThread(),
            Runtime.getRuntime().availableProcessors(), store::send);
    LessonService lessons =
        new LessonService(
            belongings.catalog(), belongings.lessons(), belongings.progress(),
            System::currentTimeMillis, simulations, store::send);
    store.performWith(
        effect -> {
          service.perform(effect);
          lessons.perform(effect);
          sweeps.perform(effect);
          belongings.files().perform(effect);
          belongings.policies().perform(effect);
        });
    store.send(first);
    belongings.lessons().onDisk().ifPresent(each -> watch(each, stage, store));
    Fonts.load();
    Workbench workbench = new Workbench(store, belongings, () -> quit(stage));
    Pulse pulse = new Pulse(nanos -> store.send(new Action.Tick(nanos)));
    store
        .sessionProperty()
        .map(session -> session.playback().playing())
        .subscribe(
            playing -> {
              if (playing) {
                pulse.start();
              } else {
                pulse.stop();
              }
            });
    stage
        .titleProperty()
        .bind(store.sessionProperty().map(session -> title(session.work())));
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          workbench.desktop().leaving(stage::hide);
        });
    stage.setMinWidth(OpeningScene.WIDTH);
    stage.setMinHeight(OpeningScene.HEIGHT);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = fitting(screen.getWidth(), OpeningScene.WIDTH, LARGEST_WIDTH);
    double height = fitting(screen.getHeight(), OpeningScene.HEIGHT, LARGEST_HEIGHT);
    Scene scene = new Scene(workbench.root(), width, height);
    StartTime.of(scene, store);
    stage.setScene(scene);
    showWithTheFirstRun(stage, store);
    workbench.root().requestFocus();
    workbench.offerLeftovers();
    belongings.policies().look();
  }

  /** While a lesson is written it is read again whenever its author saves it. */
  private static void watch(Path lessons, Stage stage, FxStore store) {
    try {
      LessonWatch watch =
          LessonWatch.of(
              lessons, name -> store.send(new Action.InLesson(new LessonMove.Reread(name))));
      stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> watch.close());
    } catch (IOException e) {
      store.send(
          new Action.Complain(
              List.of(
                  new Problem(
                      lessons.toString(), 0, 0,
                      "this folder cannot be watched; open a lesson anew to see it changed"))));
    }
  }

  /** As if its window had been closed by hand. */
  private static void quit(Stage stage) {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /** The file, marked if it is not saved. */
  private static String title(Optional<Document> work) {
    return work.map(
            each ->
                each.file().map(file -> Path.of(file).getFileName().toString())
                        .orElse(each.scenario().name())
                    + (each.isUnsaved() ? " \u2022" : "") + " - Unjam")
        .orElse("Unjam");
  }

  /**
   * An empty window would be drawn first, and then once more: so it waits for the run, which is
   * about as far as the window is. If the run takes longer, the window comes without it.
   */
  private static void showWithTheFirstRun(Stage stage, FxStore store) {
    Patience patience = new Patience(PATIENCE_MILLIS, stage::show);
    store
        .sessionProperty()
        .map(session -> session.run() != null || !session.problems().isEmpty())
        .subscribe(
            answered -> {
              if (answered) {
                patience.end();
                stage.show();
              }
            });
  }
}
