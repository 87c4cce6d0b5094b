package unjam.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Scope;

/**
 * Keeps an administrator's writes between the same IOs as recorded.
 *
 * <p>A write at an absolute instant in the middle of a stream of IOs means "after this IO has begun
 * and before that one begins". Recorded IOs drift by the milliseconds of their machine, which mean
 * nothing (up to 20 ms for the first IO of a run alone), so in the simulator the same instant can
 * fall between two others. Then the write moves with the IO that follows it, or else with the one
 * before it. It moves only if the order was not kept, only by less than the 100 ms by which any
 * latency may differ (rule 9), and the verdict says so.
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
   * A scenario with one write moved.
   *
   * @param note says by how much
   */
  record Moved(Scenario scenario, String note) {}

  /**
   * The first write that a run shows between other IOs than recorded and that can be moved back;
   * empty if none.
   */
  Optional<Moved> move(Scenario current, Observed simulated) {
    for (int i = 0; i < current.interventions().size(); i++) {
      Optional<Double> now = instant(current.interventions().get(i));
      Optional<Double> then = instant(asRecorded.interventions().get(i));
      if (now.isPresent() && then.isPresent()) {
        Intervention.KnobWritten write =
            (Intervention.KnobWritten) current.interventions().get(i);
        Optional<Double> better = better(then.get(), now.get(), write.scope(), simulated);
        if (better.isPresent()) {
          return Optional.of(moved(current, i, write, better.get(), better.get() - then.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Double> instant(Intervention intervention) {
    return intervention instanceof Intervention.KnobWritten write
            && write.when() instanceof When.At(var time)
        ? Optional.of(Landmarks.millis(time.nanos()))
        : Optional.empty();
  }

  private static Moved moved(
      Scenario current, int index, Intervention.KnobWritten write, double to, double shift) {
    SimTime time = SimTime.ofNanos(Math.round(to * SimTime.NANOS_PER_MILLI));
    List<Intervention> changed = new ArrayList<>(current.interventions());
    changed.set(index,
        new Intervention.KnobWritten(
            new When.At(time), write.knob(), write.scope(), write.value()));
    return new Moved(
        current.withInterventions(changed),
        String.format(Locale.ROOT, "%s = %s moved by %.1f ms to stay between the same IOs",
            write.knob().shortName(), write.value(), shift));
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
