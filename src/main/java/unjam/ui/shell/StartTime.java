package unjam.ui.shell;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import unjam.ui.fx.FxStore;

/**
 * How long it takes from the start of the Java machine until the window shows a running scene, for
 * whoever sets the system property {@code unjam.start=measure}: it is printed, and the window
 * closes again.
 */
final class StartTime {

  static final String PROPERTY = "unjam.start";
  private static final String MEASURE = "measure";

  /** The first two frames may still be on their way to the screen. */
  private static final int FRAMES = 3;

  private int frames;

  private StartTime() {}

  /** Measures if that is wanted. */
  static void of(Scene scene, FxStore store) {
    if (MEASURE.equals(System.getProperty(PROPERTY))) {
      StartTime time = new StartTime();
      scene.addPostLayoutPulseListener(() -> time.frame(scene, store));
    }
  }

  private void frame(Scene scene, FxStore store) {
    if (store.session().run() == null || ++frames != FRAMES) {
      return;
    }
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(Messages.text("start.measured", System.currentTimeMillis() - started));
    scene.getWindow().hide();
  }
}
