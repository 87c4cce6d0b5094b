package unjam.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unjam.analysis.Mark;
import unjam.engine.SimTime;
import unjam.projection.ArmedFault;
import unjam.scenario.FaultRule;
import unjam.scenario.Intervention;
import unjam.scenario.Scenario;
import unjam.scenario.When;

/** All faults of a run, and how it is with each at an instant. */
public final class FaultBook {

  private FaultBook() {}

  /** Whether a fault can hit. */
  public enum Status {
    IN_FORCE,
    TO_COME,
    /** Used up, ended or cured. */
    OVER
  }

  /**
   * A fault at an instant.
   *
   * @param rule what it does
   * @param byHand somebody has put it there while playing; else the scenario has it
   * @param status how it is with it
   * @param nanos since when it is in force, when it will be, or when it was over; -1 if that is
   *     not known
   * @param why the word for what ended it, if it is over
   */
  public record Entry(
      FaultRule rule, boolean byHand, Status status, long nanos, Optional<String> why) {}

  /** In force, then to come, then over; in each the order of the scenario. */
  public static List<Entry> of(Frame frame) {
    Scenario scenario = frame.run().scenario();
    List<Entry> entries = new ArrayList<>();
    for (FaultRule rule : scenario.faults()) {
      entries.add(entry(frame, rule, new When.At(SimTime.ZERO), false));
    }
    for (Intervention each : scenario.interventions()) {
      if (each instanceof Intervention.FaultStarts(When when, FaultRule rule)) {
        entries.add(entry(frame, rule, when, true));
      }
    }
    entries.sort(Comparator.comparing(Entry::status));
    return entries;
  }

  private static Entry entry(Frame frame, FaultRule rule, When when, boolean byHand) {
    Optional<ArmedFault> armed =
        frame.state().faults().stream().filter(each -> each.id().equals(rule.id())).findFirst();
    if (armed.isPresent()) {
      return new Entry(
          rule, byHand, Status.IN_FORCE, armed.get().sinceNanos(), Optional.empty());
    }
    Optional<Mark> ended = ended(frame, rule.id());
    if (ended.isPresent()) {
      return new Entry(
          rule, byHand, Status.OVER, ended.get().nanos(),
          Optional.of(ended.get().arguments().getLast()));
    }
    long start =
        rule.from().orElse(when) instanceof When.At(SimTime at) ? at.nanos() : -1;
    boolean past = start >= 0 && start <= frame.nanos() && !begins(frame, rule.id());
    return new Entry(
        rule, byHand, past ? Status.OVER : Status.TO_COME, past ? -1 : start, Optional.empty());
  }

  /** It takes a moment until what was just done has its effect. */
  private static boolean begins(Frame frame, String id) {
    return frame.run().marks().all().stream()
        .filter(each -> each.kind() == Mark.Kind.FAULT_BEGAN && each.nanos() > frame.nanos())
        .anyMatch(each -> each.arguments().getFirst().equals(id));
  }

  private static Optional<Mark> ended(Frame frame, String id) {
    return frame.run().marks().all().stream()
        .filter(each -> each.kind() == Mark.Kind.FAULT_ENDED && each.nanos() <= frame.nanos())
        .filter(each -> each.arguments().getFirst().equals(id))
        .findFirst();
  }
}
