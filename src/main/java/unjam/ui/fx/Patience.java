package unjam.ui.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something after a while on the wall, unless it is told not to. */
public final class Patience {

  private final PauseTransition pause;

  /**
   * @param millis how long to wait
   * @param then done on the toolkit's thread
   */
  public Patience(long millis, Runnable then) {
    pause = new PauseTransition(Duration.millis(millis));
    pause.setOnFinished(event -> then.run());
    pause.play();
  }

  /** It is not needed any more. */
  public void end() {
    pause.stop();
  }
}
