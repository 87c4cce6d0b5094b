package unjam.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import unjam.engine.SimTime;
import unjam.scenario.Disk;
import unjam.scenario.FaultRule;
import unjam.scenario.FaultRule.LbaRange;
import unjam.scenario.Intervention;
import unjam.scenario.Machine;
import unjam.scenario.Scenario;
import unjam.scenario.When;
import unjam.scsi.Fault;

/**
 * Finds rules that can never hit: of all rules of one kind in force, the one that started first
 * decides, used up or not, so one that never ends hides what starts after it.
 */
final class FaultShadows {

  /** A rule with the instant from which it is in force. */
  private record Placed(FaultRule rule, When start, boolean endless, int index) {}

  private FaultShadows() {}

  /**
   * Looks at the rules of a scenario.
   *
   * @param places where each rule was written, by its id; rules that are not in it are left out
   * @param all whether rules that interventions start are looked at, too; what somebody clicked
   *     may be without effect and is still read back
   */
  static void check(
      Scenario scenario, Map<String, Place> places, boolean all, Problems problems) {
    List<Placed> rules =
        rules(scenario).stream().filter(each -> places.containsKey(each.rule().id())).toList();
    for (Placed later : rules) {
      Place at = places.getOrDefault(later.rule().id(), Place.whole(scenario.name()));
      rules.stream()
          .filter(_ -> all || later.index() < scenario.faults().size())
          .filter(earlier -> earlier.endless() && hides(earlier, later, scenario.machine()))
          .findFirst()
          .ifPresent(earlier -> problems.add(at, words(earlier.rule(), later.rule())));
    }
  }

  private static List<Placed> rules(Scenario scenario) {
    TreeSet<String> endedByHand = new TreeSet<>();
    for (Intervention each : scenario.interventions()) {
      if (each instanceof Intervention.FaultEnds(When _, String id)) {
        endedByHand.add(id);
      }
    }
    List<Placed> rules = new ArrayList<>();
    for (FaultRule rule : scenario.faults()) {
      add(rule, rule.from().orElse(new When.At(SimTime.ZERO)), endedByHand, rules);
    }
    for (Intervention each : scenario.interventions()) {
      if (each instanceof Intervention.FaultStarts(When when, FaultRule rule)) {
        add(rule, rule.from().orElse(when), endedByHand, rules);
      }
    }
    return rules;
  }

  private static void add(
      FaultRule rule, When start, TreeSet<String> endedByHand, List<Placed> rules) {
    boolean endless =
        rule.until().isEmpty()
            && rule.curedBy().isEmpty()
            && !endedByHand.contains(rule.id());
    rules.add(new Placed(rule, start, endless, rules.size()));
  }

  private static String words(FaultRule earlier, FaultRule later) {
    return "fault " + later.id() + " can never hit: " + earlier.id()
        + " is of the same kind, starts before it, matches the same commands and, even used up,"
        + " never ends; give " + earlier.id() + " an until";
  }

  private static boolean hides(Placed earlier, Placed later, Machine machine) {
    return earlier != later
        && sameKind(earlier.rule().fault(), later.rule().fault())
        && startsBefore(earlier, later)
        && matchesAll(earlier.rule(), later.rule())
        && coversAll(earlier.rule(), later.rule(), machine);
  }

  private static boolean sameKind(Fault one, Fault other) {
    return one instanceof Fault.HookFails hook
        ? other instanceof Fault.HookFails same && same.hook() == hook.hook()
        : one.getClass() == other.getClass();
  }

  /** Certain only for instants on the clock, and for anything against the very beginning. */
  private static boolean startsBefore(Placed earlier, Placed later) {
    if (!(earlier.start() instanceof When.At(SimTime first))) {
      return false;
    }
    return switch (later.start()) {
      case When.At(SimTime second) ->
          first.compareTo(second) < 0
              || first.equals(second) && earlier.index() < later.index();
      case When.AfterStream _, When.AfterKernelMessage _ -> first.nanos() == 0;
    };
  }

  private static boolean matchesAll(FaultRule wide, FaultRule narrow) {
    boolean opcodes = wide.opcode().isEmpty() || wide.opcode().equals(narrow.opcode());
    boolean lbas =
        wide.lbas().isEmpty()
            || narrow.lbas().isPresent() && contains(wide.lbas().get(), narrow.lbas().get());
    return opcodes && lbas;
  }

  private static boolean contains(LbaRange wide, LbaRange narrow) {
    return wide.first() <= narrow.first() && narrow.last() <= wide.last();
  }

  private static boolean coversAll(FaultRule wide, FaultRule narrow, Machine machine) {
    for (Machine.Host host : machine.hosts()) {
      for (Disk disk : host.disks()) {
        if (narrow.scope().covers(disk.at()) && !wide.scope().covers(disk.at())) {
          return false;
        }
      }
    }
    return true;
  }
}
