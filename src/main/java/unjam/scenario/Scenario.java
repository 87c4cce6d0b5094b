package unjam.scenario;

import java.util.ArrayList;
import java.util.List;
import unjam.engine.SimTime;

/**
 * Everything a run depends on: the same scenario gives the same trace, byte for byte.
 *
 * @param name short identifier, as in a file name
 * @param title one sentence on what happens
 * @param kernel rules of the kernel version that runs
 * @param seed root of every random stream
 * @param until instant at which the run ends if nothing is left to wait for earlier
 * @param limits when to give up on a run that does not end
 * @param machine hosts, targets, disks and their settings at time zero
 * @param workload what applications do
 * @param faults what goes wrong, where and when
 * @param interventions what an administrator does, in order of the file
 */
public record Scenario(
    String name,
    String title,
    KernelRules kernel,
    long seed,
    SimTime until,
    Limits limits,
    Machine machine,
    List<Stream> workload,
    List<FaultRule> faults,
    List<Intervention> interventions) {

  public Scenario {
    workload = List.copyOf(workload);
    faults = List.copyOf(faults);
    interventions = List.copyOf(interventions);
  }

  /** The same situation with one more intervention: a fork. */
  public Scenario with(Intervention added) {
    List<Intervention> more = new ArrayList<>(interventions);
    more.add(added);
    return withInterventions(more);
  }

  public Scenario withInterventions(List<Intervention> interventions) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, workload, faults, interventions);
  }

  public Scenario withSeed(long seed) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, workload, faults, interventions);
  }

  public Scenario withUntil(SimTime until) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, workload, faults, interventions);
  }

  public Scenario withFaults(List<FaultRule> faults) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, workload, faults, interventions);
  }

  public Scenario withMachine(Machine machine) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, workload, faults, interventions);
  }

  /**
   * Bounds on a run.
   *
   * @param maxEvents most events that the engine may execute, and most that a trace may hold;
   *     at least 1
   */
  public record Limits(long maxEvents) {

    public static final Limits DEFAULT = new Limits(5_000_000);

    public Limits {
      if (maxEvents < 1) {
        throw new IllegalArgumentException("the event limit must be at least 1, was " + maxEvents);
      }
    }
  }
}
