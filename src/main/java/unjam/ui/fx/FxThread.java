package unjam.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The one door to the toolkit's thread. */
public final class FxThread {

  /** Runs a task at once when already there, else hands it over. */
  public static final Executor EXECUTOR =
      task -> {
        if (Platform.isFxApplicationThread()) {
          task.run();
        } else {
          Platform.runLater(task);
        }
      };

  private FxThread() {}
}
