package unjam.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rule 10: each recorded wait for a kernel timer has a simulated counterpart that lies in [nominal,
 * nominal + granularity + noise].
 *
 * <p>Decisions: noise is the largest that the README measured for the timer. A request timeout is
 * bounded by the arming that found it: it fires in (N, N + granularity] of that arming, so the
 * slack that the wheel happened to add to the recorded one is taken off first; where a recording
 * does not tell that slack, the wait is bounded as any other. Where that arming
 * was made by the dispatch itself - the queue's timer was not pending - the simulator must have
 * armed it for as long. The k-th wait of a kind for an IO is compared with the k-th; answers are
 * found by the dispatch they are for. Waits of background IOs are not compared.
 */
final class Timers {

  private static final String REQUEST_TIMEOUT = "request-timeout";
  private static final String ABORT_DELAY = "async-abort-delay";
  private static final String DEVICE_ANSWER = "device-answer";

  /** Queue timer expiry to scsi_timeout, at most, grace period included. */
  private static final double REQUEST_NOISE = 64;

  private static final double ABORT_NOISE = 24;

  /** EH command timeout beyond nominal + granularity, at most; the other waits are of its kind. */
  private static final double NOISE = 34;

  /** A queue timer that is not pending is armed for at most 5 s, and a little more. */
  private static final double MOST_COLD = 5000;

  private static final double COLD_EXTRA = 1024;

  /** What is asked of a timer is rounded to ticks, at most so long. */
  private static final double JIFFY = 10;

  /** Recordings give tenths of milliseconds. */
  private static final double ROUNDING = 0.1;

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();

  private Timers(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    Timers rule = new Timers(trial);
    for (Observed.Wait each : trial.recorded().waits()) {
      if (!trial.isBackground(each.io())) {
        rule.check(each);
      }
    }
    return rule.found;
  }

  private void check(Observed.Wait real) {
    List<Observed.Wait> candidates =
        trial.simulated().waits().stream()
            .filter(each -> each.timer().equals(real.timer()))
            .filter(each -> real.io().isEmpty() || each.io().equals(real.io()))
            .toList();
    int index =
        real.timer().equals(DEVICE_ANSWER)
            ? dispatch(real)
            : taken.merge(real.timer() + " of " + real.io(), 1, Integer::sum) - 1;
    if (index >= candidates.size()) {
      found.add(Divergence.plain(10, where(real), millis(real.millis()), "no such wait"));
      return;
    }
    compare(real, candidates.get(index));
  }

  /**
   * Which of the IO's dispatches an answer is for: the one recorded nearest to the wait's
   * beginning.
   */
  private int dispatch(Observed.Wait real) {
    List<Landmark> dispatches =
        trial.recorded().landmarks().stream()
            .filter(each ->
                each.name().equals("scsi_dispatch_cmd") && each.io().equals(real.io()))
            .toList();
    int nearest = 0;
    for (int i = 0; i < dispatches.size(); i++) {
      if (distance(dispatches.get(i), real) < distance(dispatches.get(nearest), real)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(Landmark dispatch, Observed.Wait wait) {
    return Math.abs(dispatch.millis() - wait.fromMillis());
  }

  private void compare(Observed.Wait real, Observed.Wait sim) {
    Bounds bounds = bounds(real);
    if (!(sim.millis() >= bounds.least - ROUNDING && sim.millis() <= bounds.most + ROUNDING)) {
      found.add(Divergence.plain(10, where(real),
          millis(bounds.least) + " to " + millis(bounds.most), millis(sim.millis())));
    }
    if (isArmedByItsDispatch(real) && sim.armedForMillis().isPresent()
        && Math.abs(sim.armedForMillis().getAsDouble() - real.armedForMillis().orElseThrow())
            >= JIFFY) {
      found.add(Divergence.plain(10, where(real),
          "a queue timer armed for " + millis(real.armedForMillis().orElseThrow()),
          millis(sim.armedForMillis().getAsDouble())));
    }
  }

  private record Bounds(double least, double most) {}

  private static Bounds bounds(Observed.Wait real) {
    double nominal = real.nominalMillis().orElse(real.millis());
    double granularity = real.granularityMillis().orElse(0);
    double noise = noise(real.timer());
    double least = nominal;
    double latest = nominal + granularity + noise;
    if (real.timer().equals(REQUEST_TIMEOUT) && real.slackMillis().isPresent()) {
      double armed = armedFor(real);
      least = Math.max(nominal, isArmedByItsDispatch(real) ? armed : armed - noise);
      latest = Math.max(nominal, armed) + granularity + noise;
    }
    return new Bounds(least, latest);
  }

  /** From the dispatch to the instant that the arming asked for. */
  private static double armedFor(Observed.Wait real) {
    return isArmedByItsDispatch(real)
        ? real.armedForMillis().orElseThrow()
        : real.millis() - real.slackMillis().orElse(0);
  }

  private static double noise(String timer) {
    return switch (timer) {
      case REQUEST_TIMEOUT -> REQUEST_NOISE;
      case ABORT_DELAY -> ABORT_NOISE;
      default -> NOISE;
    };
  }

  /**
   * Armed for what a timer that is not pending gets, and fired no later after that than bucket and
   * way to scsi_timeout explain.
   */
  private static boolean isArmedByItsDispatch(Observed.Wait real) {
    if (!real.timer().equals(REQUEST_TIMEOUT) || real.armedForMillis().isEmpty()) {
      return false;
    }
    double armed = real.armedForMillis().getAsDouble();
    double cold = Math.min(real.nominalMillis().orElse(0), MOST_COLD) + COLD_EXTRA;
    double beyond = real.millis() - armed;
    return Math.abs(armed - cold) < JIFFY
        && beyond >= 0
        && beyond <= real.granularityMillis().orElse(0) + REQUEST_NOISE;
  }

  private static String where(Observed.Wait wait) {
    return wait.io().isEmpty() ? wait.timer() : wait.timer() + " of " + wait.io();
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }
}
