package unjam.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unjam.scenario.Stream;

/**
 * Rule 9: latencies differ by no more than the recorded {@code latency_tolerance_ms}; of a
 * background stream (rule 7) the longest one by no more than that of the recorded longest IO and
 * one {@code gap_ms}.
 *
 * <p>A recording without tolerances gets the README's own: 100 ms, 30 ms for each of at most 20
 * dispatches, and for each kernel timer coarser than 4 ms that the IO waited for its granularity
 * and 60 ms. A wait that names no IO counts for every IO that was under way during it.
 */
final class Latencies {

  private static final double BASE = 100;
  private static final double PER_DISPATCH = 30;
  private static final int MOST_DISPATCHES = 20;
  private static final double PER_TIMER = 60;
  private static final double FINE = 4;

  private final Trial trial;
  private final List<Divergence> found = new ArrayList<>();

  private Latencies(Trial trial) {
    this.trial = trial;
  }

  static List<Divergence> check(Trial trial) {
    Latencies rule = new Latencies(trial);
    for (String io : trial.measuredIos()) {
      trial.recorded().io(io).ifPresent(real ->
          trial.simulated().io(io).ifPresent(sim ->
              rule.compare(7, io, real, sim, rule.tolerance(real))));
    }
    trial.scenario().workload().stream().filter(Stream::background).forEach(rule::longest);
    return rule.found;
  }

  private void longest(Stream stream) {
    Optional<Observed.Io> real = longest(trial.recorded(), stream.label());
    Optional<Observed.Io> sim = longest(trial.simulated(), stream.label());
    if (real.isPresent() && sim.isPresent()) {
      compare(9, "longest of background stream " + stream.label(), real.get(), sim.get(),
          tolerance(real.get()) + Landmarks.millis(stream.gap().nanos()));
    }
  }

  private Optional<Observed.Io> longest(Observed side, String label) {
    return side.ios().stream()
        .filter(each -> each.latencyMillis().isPresent()
            && trial.stream(each.name()).map(of -> of.label().equals(label)).orElse(false))
        .max(Comparator.comparingDouble(each -> each.latencyMillis().orElseThrow()));
  }

  private void compare(
      int unended, String where, Observed.Io real, Observed.Io sim, double tolerance) {
    if (real.latencyMillis().isEmpty()) {
      return;
    }
    double expected = real.latencyMillis().getAsDouble();
    if (sim.latencyMillis().isEmpty()) {
      found.add(Divergence.plain(unended, where, "an end after " + millis(expected), "none"));
      return;
    }
    double took = sim.latencyMillis().getAsDouble();
    if (Math.abs(took - expected) > tolerance) {
      found.add(Divergence.plain(9, where,
          millis(expected) + ", give or take " + millis(tolerance), millis(took)));
    }
  }

  private double tolerance(Observed.Io io) {
    if (io.tolerance().isPresent()) {
      return io.tolerance().getAsDouble();
    }
    double from = io.startMillis().orElse(0);
    double to = from + io.latencyMillis().orElse(0);
    double timers =
        trial.recorded().waits().stream()
            .filter(wait -> wait.granularityMillis().orElse(0) > FINE)
            .filter(wait -> wait.io().equals(io.name())
                || wait.io().isEmpty() && wait.fromMillis() >= from && wait.toMillis() <= to)
            .mapToDouble(wait -> wait.granularityMillis().orElse(0) + PER_TIMER)
            .sum();
    return BASE + PER_DISPATCH * Math.min(io.dispatches().orElse(1), MOST_DISPATCHES) + timers;
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }
}
