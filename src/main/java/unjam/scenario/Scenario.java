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
 * @param above what lies between applications and disks
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
    List<Above> above,
    List<Stream> workload,
    List<FaultRule> faults,
    List<Intervention> interventions) {

  public Scenario {
    above = List.copyOf(above);
    workload = List.copyOf(workload);
    faults = List.copyOf(faults);
    interventions = List.copyOf(interventions);
  }

  /** With nothing between applications and disks. */
  public Scenario(
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
    this(
        name, title, kernel, seed, until, limits, machine, List.of(), workload, faults,
        interventions);
  }

  /** The same situation with one more intervention: a fork. */
  public Scenario with(Intervention added) {
    List<Intervention> more = new ArrayList<>(interventions);
    more.add(added);
    return withInterventions(more);
  }

  public Scenario withInterventions(List<Intervention> interventions) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, above, workload, faults,
        interventions);
  }

  public Scenario withSeed(long seed) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, above, workload, faults,
        interventions);
  }

  public Scenario withUntil(SimTime until) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, above, workload, faults,
        interventions);
  }

  public Scenario withFaults(List<FaultRule> faults) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, above, workload, faults,
        interventions);
  }

  public Scenario withMachine(Machine machine) {
    return new Scenario(
        name, title, kernel, seed, until, limits, machine, above, workload, faults,
        interventions);
  }

  /**
   * Bounds on a run.
   *
   * @param maxEvents most events that a trace may hold; the engine may execute four for each; at
   *     least 1
   * @param maxTraceBytes most memory that a trace may take, in bytes; at least {@link
   *     #BYTES_PER_EVENT}
   */
  public record Limits(long maxEvents, long maxTraceBytes) {

    /** What one event of a trace takes, rounded up; a test measures it. */
    public static final long BYTES_PER_EVENT = 96;

    public static final Limits DEFAULT = new Limits(5_000_000, 1L << 30);

    public Limits {
      if (maxEvents < 1) {
        throw new IllegalArgumentException("the event limit must be at least 1, was " + maxEvents);
      }
      if (maxTraceBytes < BYTES_PER_EVENT) {
        throw new IllegalArgumentException(
            "the memory limit must hold one event of " + BYTES_PER_EVENT + " bytes, was "
                + maxTraceBytes);
      }
    }

    /** So many events, and whatever memory they take. */
    public Limits(long maxEvents) {
      this(maxEvents, Math.max(1L << 30, maxEvents * BYTES_PER_EVENT));
    }

    /** Whichever bound is met first, in events. */
    public long eventsThatFit() {
      return Math.min(maxEvents, maxTraceBytes / BYTES_PER_EVENT);
    }

    /** Whether memory is met before the number of events. */
    public boolean memoryComesFirst() {
      return eventsThatFit() < maxEvents;
    }
  }
}
