package unjam.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A run with one thing done otherwise. */
final class Altered {

  private final Observed run;

  Altered(Observed run) {
    this.run = run;
  }

  Observed landmarks(Consumer<List<Landmark>> change) {
    List<Landmark> landmarks = new ArrayList<>(run.landmarks());
    change.accept(landmarks);
    return new Observed(landmarks, run.ios(), run.ladder(), run.wakeups(), run.stateChanges(),
        run.log(), run.finals(), run.counters(), run.waits());
  }

  /** Replaces the first landmark that is like this. */
  Observed landmark(Predicate<Landmark> which, UnaryOperator<Landmark> by) {
    return landmarks(list -> list.set(index(list, which), by.apply(list.get(index(list, which)))));
  }

  Observed without(Predicate<Landmark> which) {
    return landmarks(list -> list.remove(index(list, which)));
  }

  Observed twice(Predicate<Landmark> which) {
    return landmarks(list -> list.add(index(list, which), list.get(index(list, which))));
  }

  /** Lets two landmarks change places. */
  Observed swapped(Predicate<Landmark> one, Predicate<Landmark> other) {
    return landmarks(list -> Collections.swap(list, index(list, one), index(list, other)));
  }

  private static int index(List<Landmark> list, Predicate<Landmark> which) {
    for (int i = 0; i < list.size(); i++) {
      if (which.test(list.get(i))) {
        return i;
      }
    }
    throw new AssertionError("no such landmark");
  }

  static Predicate<Landmark> of(String io, String name) {
    return each -> each.io().equals(io) && each.name().equals(name);
  }

  static Landmark in(String context, Landmark landmark) {
    return new Landmark(landmark.index(), landmark.millis(), context, landmark.name(),
        landmark.io(), landmark.device(), landmark.keys(), landmark.optional());
  }

  Observed io(String name, UnaryOperator<Observed.Io> change) {
    return ios(run.ios().stream()
        .map(each -> each.name().equals(name) ? change.apply(each) : each)
        .toList());
  }

  Observed ios(List<Observed.Io> ios) {
    return new Observed(run.landmarks(), ios, run.ladder(), run.wakeups(), run.stateChanges(),
        run.log(), run.finals(), run.counters(), run.waits());
  }

  static Observed.Io told(Observed.Io io, long ret, String errno) {
    return new Observed.Io(io.name(), io.startMillis(), io.latencyMillis(), OptionalLong.of(ret),
        errno, io.dispatches(), io.timeouts(), io.maxRetryCounter(), io.tolerance(), io.sg());
  }

  static Observed.Io took(Observed.Io io, double millis) {
    return new Observed.Io(io.name(), io.startMillis(), OptionalDouble.of(millis), io.ret(),
        io.errno(), io.dispatches(), io.timeouts(), io.maxRetryCounter(), io.tolerance(),
        io.sg());
  }

  static Observed.Io counted(Observed.Io io, int dispatches, int timeouts, int retries) {
    return new Observed.Io(io.name(), io.startMillis(), io.latencyMillis(), io.ret(), io.errno(),
        OptionalInt.of(dispatches), OptionalInt.of(timeouts), OptionalInt.of(retries),
        io.tolerance(), io.sg());
  }

  Observed ladder(Consumer<List<Observed.Rung>> change) {
    List<Observed.Rung> ladder = new ArrayList<>(run.ladder());
    change.accept(ladder);
    return new Observed(run.landmarks(), run.ios(), ladder, run.wakeups(), run.stateChanges(),
        run.log(), run.finals(), run.counters(), run.waits());
  }

  Observed wakeups(Consumer<List<Observed.Wakeup>> change) {
    List<Observed.Wakeup> wakeups = new ArrayList<>(run.wakeups());
    change.accept(wakeups);
    return new Observed(run.landmarks(), run.ios(), run.ladder(), wakeups, run.stateChanges(),
        run.log(), run.finals(), run.counters(), run.waits());
  }

  Observed stateChanges(Consumer<List<Observed.StateChange>> change) {
    List<Observed.StateChange> changes = new ArrayList<>(run.stateChanges());
    change.accept(changes);
    return new Observed(run.landmarks(), run.ios(), run.ladder(), run.wakeups(), changes,
        run.log(), run.finals(), run.counters(), run.waits());
  }

  Observed log(Consumer<List<Observed.LogLine>> change) {
    List<Observed.LogLine> log = new ArrayList<>(run.log());
    change.accept(log);
    return new Observed(run.landmarks(), run.ios(), run.ladder(), run.wakeups(),
        run.stateChanges(), log, run.finals(), run.counters(), run.waits());
  }

  static Observed.LogLine line(String context, String text) {
    return new Observed.LogLine(0, context, text, LineNormaliser.normalise(text));
  }

  Observed ends(String device, Observed.DeviceEnd end) {
    Map<String, Observed.DeviceEnd> finals = new TreeMap<>(run.finals());
    finals.put(device, end);
    return new Observed(run.landmarks(), run.ios(), run.ladder(), run.wakeups(),
        run.stateChanges(), run.log(), finals, run.counters(), run.waits());
  }

  Observed counter(String device, String name, long by) {
    Map<String, Map<String, Long>> counters = new TreeMap<>(run.counters());
    Map<String, Long> one = new TreeMap<>(counters.get(device));
    one.merge(name, by, Long::sum);
    counters.put(device, one);
    return new Observed(run.landmarks(), run.ios(), run.ladder(), run.wakeups(),
        run.stateChanges(), run.log(), run.finals(), counters, run.waits());
  }

  /** The waits for one timer end so much later. */
  Observed waits(String timer, double later, double armedFor) {
    List<Observed.Wait> waits = new ArrayList<>();
    for (Observed.Wait each : run.waits()) {
      waits.add(!each.timer().equals(timer)
          ? each
          : new Observed.Wait(each.timer(), each.io(), each.fromMillis(), each.toMillis() + later,
              each.nominalMillis(), each.granularityMillis(),
              armedFor == 0 ? each.armedForMillis() : OptionalDouble.of(armedFor),
              each.slackMillis()));
    }
    return new Observed(run.landmarks(), run.ios(), run.ladder(), run.wakeups(),
        run.stateChanges(), run.log(), run.finals(), run.counters(), waits);
  }
}
