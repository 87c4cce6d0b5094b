package unjam.playback;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;

/** How fast simulated time goes by. */
public sealed interface Pace {

  /** Slow where much happens on the path, gliding over silences. */
  record Automatic() implements Pace {}

  /**
   * Always the same.
   *
   * @param nanosPerSecond simulated nanoseconds that pass in one second on the wall, at least 1
   */
  record Constant(long nanosPerSecond) implements Pace {
    public Constant {
      if (nanosPerSecond < 1) {
        throw new IllegalArgumentException("time must go on, was " + nanosPerSecond + " ns/s");
      }
    }
  }

  Pace AUTOMATIC = new Automatic();

  /** Ten seconds a second. */
  long FASTEST = 10 * SimTime.NANOS_PER_SECOND;

  /** A microsecond a second. */
  long SLOWEST = SimTime.NANOS_PER_MICRO;

  /** Every constant pace that can be chosen, the slowest first: seven orders of magnitude. */
  static List<Constant> constants() {
    List<Constant> all = new ArrayList<>();
    for (long rate = SLOWEST; rate <= FASTEST; rate *= 10) {
      all.add(new Constant(rate));
    }
    return List.copyOf(all);
  }

  /** The next faster pace; from the automatic one to a constant that shows single IOs. */
  default Pace faster() {
    return switch (this) {
      case Automatic automatic -> new Constant(SimTime.NANOS_PER_SECOND);
      case Constant constant ->
          new Constant(Math.min(FASTEST, constant.nanosPerSecond() * 10));
    };
  }

  /** The next slower pace; from the automatic one to a constant that shows single functions. */
  default Pace slower() {
    return switch (this) {
      case Automatic automatic -> new Constant(SimTime.NANOS_PER_MILLI);
      case Constant constant ->
          new Constant(Math.max(SLOWEST, constant.nanosPerSecond() / 10));
    };
  }
}
