package unjam.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unjam.engine.SimTime;
import unjam.ui.text.TimeText;
import unjam.ui.timeline.TimeAxis.Piece;

/** Round instants on an axis. */
final class Ruler {

  private static final long SECOND = SimTime.NANOS_PER_SECOND;
  private static final long[] ROUND = {1, 2, 5};

  /** An instant, its place, and how it is written; nothing if there is no room for that. */
  record Tick(long nanos, double x, String text) {}

  private Ruler() {}

  /**
   * Instants of the lanes, each slice with its own step.
   *
   * @param letter width of one letter of their numbers
   */
  static List<Tick> of(TimeAxis axis, double letter) {
    List<Tick> ticks = new ArrayList<>();
    for (Piece slice : axis.slices()) {
      ticks.addAll(slice(slice, letter));
    }
    return ticks;
  }

  private static List<Tick> slice(Piece slice, double letter) {
    double gap = 6 * letter;
    double room = slice.right() - slice.left();
    long coarsest = SECOND;
    while (coarsest < slice.to() - slice.from()) {
      coarsest *= 10;
    }
    List<Tick> best = List.of();
    for (long power = coarsest; power >= 1; power /= 10) {
      for (int i = ROUND.length - 1; i >= 0; i--) {
        List<Tick> ticks = steps(slice, power * ROUND[i]);
        double wanted =
            ticks.stream().mapToDouble(each -> each.text().length() * letter + gap).sum();
        if (wanted > room + gap && !best.isEmpty()) {
          return best;
        }
        best = ticks;
        if (ticks.size() > 60) {
          return best;
        }
      }
    }
    return best;
  }

  private static List<Tick> steps(Piece slice, long step) {
    List<Tick> ticks = new ArrayList<>();
    for (long at = Math.ceilDiv(slice.from(), step) * step; at <= slice.to(); at += step) {
      ticks.add(new Tick(at, slice.x(at), text(at, step)));
      if (ticks.size() > 200) {
        break;
      }
    }
    return ticks;
  }

  /** Seconds with as many decimals as the step has, in threes: {@code 33.776 004}. */
  static String text(long nanos, long step) {
    if (nanos == 0) {
      return "0";
    }
    int decimals = 0;
    for (long unit = SECOND; unit > 1 && step % unit != 0; unit /= 10) {
      decimals++;
    }
    StringBuilder text = new StringBuilder(Long.toString(nanos / SECOND));
    if (decimals > 0) {
      String all = String.format(Locale.ROOT, "%09d", nanos % SECOND);
      text.append('.');
      for (int i = 0; i < decimals; i++) {
        text.append(i > 0 && i % 3 == 0 ? " " : "").append(all.charAt(i));
      }
    }
    return text.toString();
  }

  /**
   * Instants of the whole run: 0 s, 1 s, 2 s.
   *
   * @param end where the run ends
   * @param width of the axis
   * @param least distance of two ticks
   */
  static List<Tick> whole(long end, double left, double width, double least) {
    long step = 1;
    double scale = width / Math.max(1, end);
    search:
    for (long power = 1; power <= 1_000_000 * SECOND; power *= 10) {
      for (long each : ROUND) {
        step = power * each;
        if (step * scale >= least) {
          break search;
        }
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (long at = 0; at <= end; at += step) {
      ticks.add(new Tick(at, left + at * scale, unit(at, end < SECOND ? 0 : step)));
    }
    return ticks;
  }

  private static String unit(long nanos, long step) {
    if (step > 0) {
      return text(nanos, step) + " s";
    }
    return nanos == 0 ? "0 s" : TimeText.unit(nanos);
  }
}
