package unjam.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import unjam.scenario.Scenario;

/**
 * Compares a simulated run with a recording by the rules of the recordings' README. First come the
 * divergences in the order of steps (rules 1, 2, 4, 12), earliest first; then what is broken of the
 * others, by rule. A departure in one place usually breaks several rules; the first one listed is
 * where to look.
 *
 * <p>Rule 13, recordings for reading only, is the caller's: they are not compared.
 */
final class Comparison {

  private Comparison() {}

  static List<Divergence> of(Scenario scenario, Golden golden, Observed simulated) {
    Threads threads = Threads.of(scenario, golden, simulated);
    Trial trial = new Trial(scenario, golden, simulated.renamed(threads::recordedName));
    List<Divergence> steps = new ArrayList<>();
    steps.addAll(OrderPerIo.check(trial));
    steps.addAll(OrderPerContext.check(trial));
    steps.addAll(SessionOrder.check(trial));
    steps.sort(Comparator.comparingDouble(
        each -> Double.isNaN(each.millis()) ? Double.MAX_VALUE : each.millis()));
    List<Divergence> rest = new ArrayList<>();
    rest.addAll(AcrossContexts.check(trial));
    rest.addAll(Counts.check(trial));
    rest.addAll(LadderOrder.check(trial));
    rest.addAll(Results.check(trial));
    rest.addAll(KernelLog.check(trial, threads));
    rest.addAll(Latencies.check(trial));
    rest.addAll(Timers.check(trial));
    rest.addAll(Threads.check(trial));
    rest.sort(Comparator.comparingInt(Divergence::rule));
    steps.addAll(rest);
    return List.copyOf(steps);
  }
}
