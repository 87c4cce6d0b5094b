package unjam.ui.shell;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.Session;
import unjam.app.SimulationService;
import unjam.catalog.Catalog;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;
import unjam.ui.fx.Pulse;
import unjam.ui.theme.Fonts;

/** The window, and the place where its parts are put together. */
public final class UnjamApp extends Application {

  /** The scenario of the first start. */
  static final String OPENING = "seed-slow-disk";

  private static final double LARGEST_WIDTH = 1920;
  private static final double LARGEST_HEIGHT = 1080;
  private static final double PART_OF_SCREEN = 0.94;

  /** Opens the window and returns when it has been closed; the exit status. */
  public static int open() {
    launch(UnjamApp.class);
    return 0;
  }

  /** Most of the screen, but no less than is needed and no more than helps. */
  private static double fitting(double screen, double least, double most) {
    return Math.clamp(Math.floor(screen * PART_OF_SCREEN), least, most);
  }

  /** The look of the first start: light, in the language of the system if there is a choice. */
  static Look firstLook() {
    return new Look(Look.Theme.LIGHT, Locale.getDefault());
  }

  @Override
  public void start(Stage stage) {
    ExecutorService simulations = SimulationService.ownThread();
    start(stage, new FxStore(Session.empty(firstLook()), FxThread.EXECUTOR), simulations);
  }

  /** Puts the application together in a window. */
  static void start(Stage stage, FxStore store, Executor simulations) {
    SimulationService service =
        new SimulationService(Catalog.ofClassPath(), simulations, store::send);
    store.performWith(service::perform);
    store.send(new Action.Open(OPENING));
    Fonts.load();
    Workbench workbench = new Workbench(store);
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
    stage.setTitle("Unjam");
    stage.setMinWidth(OpeningScene.WIDTH);
    stage.setMinHeight(OpeningScene.HEIGHT);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = fitting(screen.getWidth(), OpeningScene.WIDTH, LARGEST_WIDTH);
    double height = fitting(screen.getHeight(), OpeningScene.HEIGHT, LARGEST_HEIGHT);
    stage.setScene(new Scene(workbench.root(), width, height));
    stage.show();
    workbench.root().requestFocus();
  }
}
