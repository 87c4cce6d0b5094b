package unjam.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import unjam.engine.SimTime;
import unjam.projection.StackState;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultEnds;
import unjam.scenario.Intervention.FaultStarts;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Fault;
import unjam.scsi.Hctl;
import unjam.scsi.Scope;

/**
 * What has to be done to the machine, at an instant, so that happens what a person means. Pure.
 *
 * <p>Of all rules of one kind the one that is in force for longest decides, even when it is used
 * up; a person who puts a fault on a disk does not mean to be overruled by one that is long gone.
 */
public final class Hand {

  private final Scenario scenario;
  private final StackState state;
  private final long nanos;
  private final When now;

  private Hand(Scenario scenario, StackState state, long nanos) {
    this.scenario = scenario;
    this.state = state;
    this.nanos = nanos;
    now = new When.At(SimTime.ofNanos(nanos));
  }

  /**
   * Somebody's hand in a situation.
   *
   * @param scenario as it is now
   * @param frame what is seen
   */
  public static Hand in(Scenario scenario, Frame frame) {
    return new Hand(scenario, frame.state(), instant(frame));
  }

  /**
   * The first instant at which something can be done without changing what is seen: the playhead's
   * own, unless an event that is seen has happened in that very nanosecond.
   */
  public static long instant(Frame frame) {
    boolean taken =
        frame.at().seq() >= 0 && frame.trace().nanos(frame.at().seq()) == frame.nanos();
    return frame.nanos() + (taken ? 1 : 0);
  }

  /** In nanoseconds. */
  public long nanos() {
    return nanos;
  }

  public When now() {
    return now;
  }

  /** A fault begins. */
  public List<Intervention> put(FaultDraft draft) {
    Set<String> names = ids();
    String id = free(draft.kind().word().replace('_', '-') + "-" + place(draft.scope()), names);
    FaultRule rule = yielding(draft.rule(id));
    List<Intervention> first = new ArrayList<>();
    List<Intervention> last = new ArrayList<>();
    for (FaultRule other : begun()) {
      if (!sameKind(other.fault(), rule.fault()) || !overlap(other, rule)) {
        continue;
      }
      if (!inForce(other)) {
        first.add(new FaultEnds(now, other.id()));
      } else if (covers(other, rule)) {
        first.add(new FaultEnds(now, other.id()));
        if (!covers(rule, other)) {
          last.add(new FaultStarts(now, renamed(other, free(other.id(), names))));
        }
      }
    }
    first.add(new FaultStarts(now, rule));
    first.addAll(last);
    return first;
  }

  /** A fault ends. */
  public List<Intervention> end(String id) {
    return List.of(new FaultEnds(now, id));
  }

  /**
   * The scenario without some of its interventions, and without the end of what then never begins.
   *
   * @param indices of the interventions in the scenario
   */
  public static Scenario without(Scenario scenario, Collection<Integer> indices) {
    List<Intervention> left = new ArrayList<>();
    for (int i = 0; i < scenario.interventions().size(); i++) {
      if (!indices.contains(i)) {
        left.add(scenario.interventions().get(i));
      }
    }
    Scenario shorter = scenario.withInterventions(left);
    Set<String> known = new TreeSet<>();
    rules(shorter).forEach(each -> known.add(each.id()));
    return shorter.withInterventions(
        left.stream()
            .filter(each -> !(each instanceof FaultEnds end && !known.contains(end.faultId())))
            .toList());
  }

  private static Stream<FaultRule> rules(Scenario scenario) {
    return Stream.concat(
        scenario.faults().stream(),
        scenario.interventions().stream()
            .flatMap(
                each ->
                    each instanceof FaultStarts starts
                        ? Stream.of(starts.rule())
                        : Stream.empty()));
  }

  private Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    rules(scenario).forEach(each -> ids.add(each.id()));
    return ids;
  }

  /** A name that nobody has; it is taken then. */
  private static String free(String wanted, Set<String> taken) {
    String base = wanted.replaceFirst("-[0-9]{1,4}$", "");
    String name = taken.contains(wanted) ? base : wanted;
    for (int n = 2; taken.contains(name); n++) {
      name = base + "-" + n;
    }
    taken.add(name);
    return name;
  }

  private String place(Scope scope) {
    return switch (scope) {
      case Scope.Machine() -> "everywhere";
      case Scope.Host(int host) -> "host" + host;
      case Scope.Bus bus -> "bus" + bus.host() + "." + bus.channel();
      case Scope.Target target ->
          "target" + target.host() + "." + target.channel() + "." + target.target();
      case Scope.Lun(Hctl at) ->
          state.devices().stream()
              .filter(each -> each.at().equals(at))
              .findFirst()
              .map(each -> each.disk())
              .orElseGet(() -> at.toString().replace(':', '.'));
    };
  }

  /** The instant from which a rule is in force, if the clock alone decides that. */
  private static Optional<Long> start(FaultRule rule, When when) {
    return rule.from().orElse(when) instanceof When.At(SimTime at)
        ? Optional.of(at.nanos())
        : Optional.empty();
  }

  /** Rules that have begun by now and that nobody has ended by hand. */
  private List<FaultRule> begun() {
    Set<String> ended = new TreeSet<>();
    for (Intervention each : scenario.interventions()) {
      if (each instanceof FaultEnds(When.At(SimTime at), String id) && at.nanos() <= nanos) {
        ended.add(id);
      }
    }
    List<FaultRule> begun = new ArrayList<>();
    for (FaultRule each : scenario.faults()) {
      boolean early = start(each, new When.At(SimTime.ZERO)).orElse(Long.MAX_VALUE) <= nanos;
      if (early || inForce(each)) {
        begun.add(each);
      }
    }
    for (Intervention each : scenario.interventions()) {
      if (each instanceof FaultStarts(When when, FaultRule rule)
          && (start(rule, when).orElse(Long.MAX_VALUE) <= nanos || inForce(rule))) {
        begun.add(rule);
      }
    }
    begun.removeIf(each -> ended.contains(each.id()) || timeIsUp(each));
    return begun;
  }

  private boolean timeIsUp(FaultRule rule) {
    return rule.until().isPresent()
        && rule.until().get() instanceof When.At(SimTime at) && at.nanos() <= nanos;
  }

  private boolean inForce(FaultRule rule) {
    return state.faults().stream().anyMatch(each -> each.id().equals(rule.id()));
  }

  /**
   * A rule that is soon used up ends when a later one of its kind begins, or that one would never
   * hit.
   */
  private FaultRule yielding(FaultRule rule) {
    if (rule.count().isEmpty()) {
      return rule;
    }
    long next = Long.MAX_VALUE;
    for (FaultRule each : scenario.faults()) {
      next = Math.min(next, laterStart(rule, each, new When.At(SimTime.ZERO)));
    }
    for (Intervention each : scenario.interventions()) {
      if (each instanceof FaultStarts(When when, FaultRule other)) {
        next = Math.min(next, laterStart(rule, other, when));
      }
    }
    return next == Long.MAX_VALUE
        ? rule
        : new FaultRule(
            rule.id(), rule.fault(), rule.scope(), rule.opcode(), rule.lbas(), rule.skip(),
            rule.count(), rule.from(), Optional.of(new When.At(SimTime.ofNanos(next))),
            rule.curedBy());
  }

  private long laterStart(FaultRule rule, FaultRule other, When when) {
    long start = start(other, when).orElse(Long.MAX_VALUE);
    boolean concerned = sameKind(rule.fault(), other.fault()) && overlap(rule, other);
    return concerned && start > nanos ? start : Long.MAX_VALUE;
  }

  private static FaultRule renamed(FaultRule rule, String id) {
    return new FaultRule(
        id, rule.fault(), rule.scope(), rule.opcode(), rule.lbas(), 0, rule.count(),
        Optional.empty(), rule.until(), rule.curedBy());
  }

  private static boolean sameKind(Fault one, Fault other) {
    return one instanceof Fault.HookFails hook
        ? other instanceof Fault.HookFails same && same.hook() == hook.hook()
        : one.getClass() == other.getClass();
  }

  /** Some command would be picked by both. */
  private boolean overlap(FaultRule one, FaultRule other) {
    boolean place =
        state.devices().stream()
            .anyMatch(each -> one.scope().covers(each.at()) && other.scope().covers(each.at()));
    boolean opcode =
        one.opcode().isEmpty() || other.opcode().isEmpty()
            || one.opcode().equals(other.opcode());
    return place && opcode && (one.lbas().isEmpty() || other.lbas().isEmpty()
        || touch(one.lbas().get(), other.lbas().get()));
  }

  private static boolean touch(LbaRange one, LbaRange other) {
    return one.first() <= other.last() && other.first() <= one.last();
  }

  /** Every command that the narrow rule picks is picked by the wide one. */
  private boolean covers(FaultRule wide, FaultRule narrow) {
    boolean place =
        state.devices().stream()
            .filter(each -> narrow.scope().covers(each.at()))
            .allMatch(each -> wide.scope().covers(each.at()));
    boolean opcode = wide.opcode().isEmpty() || wide.opcode().equals(narrow.opcode());
    boolean lbas =
        wide.lbas().isEmpty()
            || narrow.lbas()
                .filter(each -> wide.lbas().get().first() <= each.first())
                .filter(each -> each.last() <= wide.lbas().get().last())
                .isPresent();
    return place && opcode && lbas;
  }
}
