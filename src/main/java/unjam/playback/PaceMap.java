package unjam.playback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The automatic pace of one trace: a map from presentation time to simulated time that never runs
 * backwards, made of straight pieces. Both times in nanoseconds.
 */
public final class PaceMap {

  private final long[] simulated;
  private final long[] presented;
  private final List<Glide> glides;

  /** A silence that the automatic pace glides over. */
  public record Glide(long from, long to) {
    public long length() {
      return to - from;
    }
  }

  /**
   * @param simulated corner points, increasing, the first 0
   * @param presented their presentation times, increasing, the first 0
   * @param shortestGlide pieces of at least this much simulated time count as glided over
   */
  PaceMap(long[] simulated, long[] presented, long shortestGlide) {
    this.simulated = simulated.clone();
    this.presented = presented.clone();
    List<Glide> found = new ArrayList<>();
    for (int i = 1; i < simulated.length; i++) {
      if (simulated[i] - simulated[i - 1] >= shortestGlide) {
        found.add(new Glide(simulated[i - 1], simulated[i]));
      }
    }
    glides = List.copyOf(found);
  }

  /** Presentation time of the whole trace. */
  public long length() {
    return presented[presented.length - 1];
  }

  /** The simulated instant at a presentation time; before the start and after the end, those. */
  public long simulatedAt(long presentation) {
    return map(presented, simulated, presentation);
  }

  /** The same without gliding: inside a silence it is still where the silence begins. */
  public long cutAt(long presentation) {
    long nanos = simulatedAt(presentation);
    return glideUntil(nanos)
        .filter(glide -> nanos < glide.to())
        .map(Glide::from)
        .orElse(nanos);
  }

  /** The presentation time of a simulated instant: {@code simulatedAt(presentedAt(t)) <= t}. */
  public long presentedAt(long nanos) {
    return map(simulated, presented, nanos);
  }

  private static long map(long[] from, long[] to, long value) {
    int at = Arrays.binarySearch(from, value);
    if (at >= 0) {
      return to[at];
    }
    int next = -at - 1;
    if (next == 0) {
      return to[0];
    }
    if (next == from.length) {
      return to[to.length - 1];
    }
    double part = (double) (value - from[next - 1]) / (from[next] - from[next - 1]);
    return to[next - 1] + (long) (part * (to[next] - to[next - 1]));
  }

  /** Simulated nanoseconds that go by in one second of presentation, at an instant. */
  public double rateAt(long nanos) {
    int at = Arrays.binarySearch(simulated, nanos);
    int next = at >= 0 ? at + 1 : -at - 1;
    if (next == 0 || next >= simulated.length) {
      return 0;
    }
    return 1e9 * (simulated[next] - simulated[next - 1]) / (presented[next] - presented[next - 1]);
  }

  /** All silences that are glided over, in order. */
  public List<Glide> glides() {
    return glides;
  }

  /** The silence around an instant, or else the last one before it. */
  public Optional<Glide> glideUntil(long nanos) {
    int low = 0;
    int high = glides.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (glides.get(middle).from() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(glides.get(low - 1));
  }
}
