package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import unjam.engine.SimTime;
import unjam.scenario.Intervention;
import unjam.scenario.Intervention.FaultEnds;
import unjam.scenario.Intervention.FaultStarts;
import unjam.scenario.Intervention.KnobWritten;
import unjam.scenario.Scenario;
import unjam.scenario.When;

/** What was done to a machine by hand, as a person would list it. */
public final class Deeds {

  private Deeds() {}

  /**
   * Interventions that belong together: the settings of a bundle, or a fault with what had to make
   * way for it.
   *
   * @param when they happen
   * @param indices their places in the scenario's list
   * @param parts the interventions, at least one
   */
  public record Deed(When when, List<Integer> indices, List<Intervention> parts) {
    public Deed {
      indices = List.copyOf(indices);
      parts = List.copyOf(parts);
    }

    /** In nanoseconds, if the clock alone decides it. */
    public OptionalLong nanos() {
      return when instanceof When.At(SimTime at)
          ? OptionalLong.of(at.nanos())
          : OptionalLong.empty();
    }
  }

  /** In the order of the scenario. */
  public static List<Deed> of(Scenario scenario) {
    List<Deed> deeds = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    List<Intervention> parts = new ArrayList<>();
    List<Intervention> all = scenario.interventions();
    for (int i = 0; i < all.size(); i++) {
      if (!parts.isEmpty() && !belongs(parts, all.get(i))) {
        deeds.add(new Deed(parts.getFirst().when(), indices, parts));
        indices.clear();
        parts.clear();
      }
      indices.add(i);
      parts.add(all.get(i));
    }
    if (!parts.isEmpty()) {
      deeds.add(new Deed(parts.getFirst().when(), indices, parts));
    }
    return deeds;
  }

  private static boolean belongs(List<Intervention> parts, Intervention next) {
    Intervention last = parts.getLast();
    if (!last.when().equals(next.when())) {
      return false;
    }
    return switch (next) {
      case KnobWritten written ->
          last instanceof KnobWritten before
              && parts.stream().noneMatch(each -> sameFile(each, written))
              && before.knob().compareTo(written.knob()) <= 0;
      case FaultStarts starts -> parts.stream().allMatch(each -> each instanceof FaultEnds);
      case FaultEnds ends -> false;
      case Intervention.WorkloadStarts starts -> false;
      case Intervention.WorkloadStops stops -> false;
      case Intervention.TargetsAsked asked -> false;
    };
  }

  private static boolean sameFile(Intervention each, KnobWritten written) {
    return each instanceof KnobWritten other
        && other.knob() == written.knob()
        && other.scope().equals(written.scope());
  }
}
