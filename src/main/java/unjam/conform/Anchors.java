package unjam.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import unjam.engine.SimTime;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Scope;

/**
 * Keeps an administrator's writes, and the beginning and end of faults, between the same IOs as
 * recorded.
 *
 * <p>An absolute instant in the middle of a stream of IOs means "after this IO has begun and before
 * that one begins". Recorded IOs drift by the milliseconds of their machine, which mean nothing (up
 * to 20 ms for the first IO of a run alone), so in the simulator the same instant can fall between
 * two others. Then it moves with the IO that follows it, or else with the one before it. It moves
 * only if the order was not kept, only by less than the 100 ms by which any latency may differ
 * (rule 9), and the verdict says so.
 */
final class Anchors {

  private static final double MOST = 100;

  private final Scenario asRecorded;
  private final Observed recorded;

  Anchors(Scenario asRecorded, Golden golden) {
    this.asRecorded = asRecorded;
    this.recorded = golden.seen();
  }

  /**
   * A scenario with one instant moved.
   *
   * @param note says which, and by how much
   */
  record Moved(Scenario scenario, String note) {}

  /**
   * Something that happens at an absolute instant.
   *
   * @param what in words
   * @param millis when
   * @param scope what it is about
   * @param moved the same scenario with this at another instant
   */
  private record Edge(
      String what, double millis, Scope scope, Function<When, Scenario> moved) {}

  /** How many instants can be moved. */
  int movable() {
    return edges(asRecorded).size();
  }

  /** The first instant that a run shows between other IOs than recorded and that can be moved. */
  Optional<Moved> move(Scenario current, Observed simulated) {
    List<Edge> then = edges(asRecorded);
    List<Edge> now = edges(current);
    for (int i = 0; i < now.size(); i++) {
      Edge edge = now.get(i);
      double recordedAt = then.get(i).millis();
      Optional<Double> better = better(recordedAt, edge.millis(), edge.scope(), simulated);
      if (better.isPresent()) {
        SimTime time = SimTime.ofNanos(Math.round(better.get() * SimTime.NANOS_PER_MILLI));
        return Optional.of(new Moved(
            edge.moved().apply(new When.At(time)),
            String.format(Locale.ROOT, "%s moved by %.1f ms to stay between the same IOs",
                edge.what(), better.get() - recordedAt)));
      }
    }
    return Optional.empty();
  }

  private static List<Edge> edges(Scenario scenario) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < scenario.interventions().size(); i++) {
      int at = i;
      if (scenario.interventions().get(i) instanceof Intervention.KnobWritten write) {
        edge(edges, write.knob().shortName() + " = " + write.value(), write.when(), write.scope(),
            when -> scenario.withInterventions(with(scenario.interventions(), at,
                new Intervention.KnobWritten(when, write.knob(), write.scope(), write.value()))));
      }
    }
    for (int i = 0; i < scenario.faults().size(); i++) {
      int at = i;
      FaultRule rule = scenario.faults().get(i);
      rule.from().ifPresent(from ->
          edge(edges, "the start of " + rule.id(), from, rule.scope(), when ->
              scenario.withFaults(with(scenario.faults(), at,
                  during(rule, Optional.of(when), rule.until())))));
      rule.until().ifPresent(until ->
          edge(edges, "the end of " + rule.id(), until, rule.scope(), when ->
              scenario.withFaults(with(scenario.faults(), at,
                  during(rule, rule.from(), Optional.of(when))))));
    }
    return edges;
  }

  private static void edge(
      List<Edge> edges, String what, When when, Scope scope, Function<When, Scenario> moved) {
    if (when instanceof When.At(var time)) {
      edges.add(new Edge(what, Landmarks.millis(time.nanos()), scope, moved));
    }
  }

  private static <T> List<T> with(List<T> list, int index, T other) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, other);
    return changed;
  }

  private static FaultRule during(FaultRule rule, Optional<When> from, Optional<When> until) {
    return new FaultRule(rule.id(), rule.fault(), rule.scope(), rule.opcode(), rule.lbas(),
        rule.skip(), rule.count(), from, until, rule.curedBy());
  }

  private Optional<Double> better(double then, double now, Scope scope, Observed simulated) {
    Optional<Observed.Io> before =
        starts(scope).filter(each -> start(each) <= then)
            .max(Comparator.comparingDouble(Anchors::start));
    Optional<Observed.Io> after =
        starts(scope).filter(each -> start(each) > then)
            .min(Comparator.comparingDouble(Anchors::start));
    double from = before.flatMap(each -> startIn(simulated, each)).orElse(0.0);
    double until = after.flatMap(each -> startIn(simulated, each)).orElse(Double.MAX_VALUE);
    if (from <= now && now < until) {
      return Optional.empty();
    }
    return Stream.of(after, before)
        .flatMap(Optional::stream)
        .flatMap(each ->
            startIn(simulated, each).map(start -> then + start - start(each)).stream())
        .filter(to -> Math.abs(to - then) < MOST && from <= to && to < until)
        .findFirst();
  }

  /** Recorded IOs on what was written to. */
  private Stream<Observed.Io> starts(Scope scope) {
    return recorded.ios().stream()
        .filter(each -> each.startMillis().isPresent())
        .filter(each -> Trial.streamOf(asRecorded, each.name())
            .map(stream -> !stream.background() && scope.covers(stream.device()))
            .orElse(false));
  }

  private static double start(Observed.Io io) {
    return io.startMillis().orElseThrow();
  }

  private static Optional<Double> startIn(Observed simulated, Observed.Io io) {
    return simulated.io(io.name())
        .filter(each -> each.startMillis().isPresent())
        .map(Anchors::start);
  }
}
