package unjam.ui.fx;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/** The one wall clock: at every frame it says how many nanoseconds have gone by since the last. */
public final class Pulse extends AnimationTimer {

  private final LongConsumer tick;
  private long before = -1;

  public Pulse(LongConsumer tick) {
    this.tick = tick;
  }

  @Override
  public void handle(long now) {
    if (before >= 0) {
      tick.accept(now - before);
    }
    before = now;
  }

  @Override
  public void start() {
    before = -1;
    super.start();
  }
}
