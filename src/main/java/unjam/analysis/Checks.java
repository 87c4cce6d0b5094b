package unjam.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/** Every {@link Invariant} held against every event of a trace, to be asked at any instant. */
public final class Checks {

  private static final int CANCEL_CHECK_EVENTS = 1 << 12;

  private final Tally tally;
  private final Map<Invariant, Violation> firstViolations = new EnumMap<>(Invariant.class);

  private Checks(Tally tally) {
    this.tally = tally;
    for (Invariant each : Invariant.values()) {
      tally.of(each).close();
    }
    tally.violations().forEach(each -> firstViolations.putIfAbsent(each.invariant(), each));
  }

  /** Reads a trace once. */
  public static Checks of(Trace trace) {
    return of(trace, () -> false).orElseThrow();
  }

  /**
   * Reads a trace once.
   *
   * @param cancelled asked now and then whether anybody still wants to know
   * @return empty if nobody does
   */
  public static Optional<Checks> of(Trace trace, BooleanSupplier cancelled) {
    Tally tally = new Tally(trace.size());
    List<Watch> watches = new ArrayList<>();
    watches.add(new GrammarWatch(tally, trace));
    watches.add(new IoWatch(tally));
    watches.add(new CommandWatch(tally, trace));
    watches.add(new QueueWatch(tally));
    watches.add(new HostWatch(tally));
    watches.add(new LadderWatch(tally));
    for (int seq = 0; seq < trace.size(); seq++) {
      if (seq % CANCEL_CHECK_EVENTS == 0 && cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      TraceEvent event = trace.event(seq);
      for (Watch watch : watches) {
        watch.see(event);
      }
    }
    return Optional.of(new Checks(tally));
  }

  /** What does not hold, in order of the events. */
  public List<Violation> violations() {
    return List.copyOf(tally.violations());
  }

  /** How many events until {@code seq} a statement was held against; 0: it says nothing yet. */
  public int lookedAt(Invariant invariant, int seq) {
    return tally.of(invariant).until(seq);
  }

  /** The first event that a statement is about, or -1 if there is none in the whole run. */
  public int firstLookedAt(Invariant invariant) {
    return tally.of(invariant).first();
  }

  /** Why a statement does not hold, if that is known when an event has happened. */
  public Optional<Violation> violation(Invariant invariant, int seq) {
    return Optional.ofNullable(firstViolations.get(invariant)).filter(each -> each.seq() <= seq);
  }
}
