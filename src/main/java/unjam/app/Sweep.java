package unjam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import unjam.analysis.CostCard;
import unjam.analysis.CostReader;
import unjam.analysis.EhPasses;
import unjam.catalog.Catalog;
import unjam.catalog.Problem;
import unjam.catalog.Read;
import unjam.engine.LimitExceeded;
import unjam.kernel.Simulation;
import unjam.projection.Timeline;
import unjam.scenario.Policy;
import unjam.scenario.Scenario;
import unjam.trace.Trace;

/**
 * Many runs of one scenario: every combination of some settings, each with many seeds. What comes
 * out depends on the plan alone, not on how many threads have worked on it.
 */
public final class Sweep {

  /** More runs than this are not a sweep but a night. */
  public static final int MOST_RUNS = 100_000;

  /** The key of an axis whose values are names of policies. */
  private static final String POLICY = "policy";

  private Sweep() {}

  /**
   * A setting and the values that it takes.
   *
   * @param key as the command line's {@code --set} takes it; {@code policy} takes names of the
   *     catalog's policies, as {@code unjam compare} does
   * @param values at least one
   */
  public record Axis(String key, List<String> values) {
    public Axis {
      values = List.copyOf(values);
    }
  }

  /**
   * One combination of settings.
   *
   * @param values one for each axis, in their order
   * @param scenario the scenario with them
   */
  public record Cell(List<String> values, Scenario scenario) {
    public Cell {
      values = List.copyOf(values);
    }
  }

  /**
   * What is to be run.
   *
   * @param axes one or two settings
   * @param cells every combination, the first axis slowest
   * @param seeds how many seeds each has: the scenario's own and those that follow it
   */
  public record Plan(List<Axis> axes, List<Cell> cells, int seeds) {
    public Plan {
      axes = List.copyOf(axes);
      cells = List.copyOf(cells);
    }

    public int runs() {
      return cells.size() * seeds;
    }
  }

  /**
   * What a run of a combination cost.
   *
   * @param cell its place in the plan
   * @param seed root of its random streams
   * @param cost what it cost
   */
  public record Result(int cell, long seed, CostCard cost) {}

  /** Makes a plan; whatever one of its settings does not make sense is told. */
  public static Read<Plan> plan(
      Catalog catalog, Scenario scenario, List<Axis> axes, int seeds) {
    List<List<String>> combinations = new ArrayList<>(List.of(List.of()));
    for (Axis axis : axes) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> each : combinations) {
        for (String value : axis.values()) {
          List<String> more = new ArrayList<>(each);
          more.add(value);
          longer.add(more);
        }
      }
      combinations = longer;
    }
    List<Problem> problems = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (List<String> values : combinations) {
      switch (cell(catalog, scenario, axes, values)) {
        case Read.Good<Scenario>(Scenario good) -> cells.add(new Cell(values, good));
        case Read.Bad<Scenario>(List<Problem> bad) -> problems.addAll(bad);
      }
    }
    return problems.isEmpty()
        ? new Read.Good<>(new Plan(axes, cells, seeds))
        : new Read.Bad<>(problems.stream().distinct().toList());
  }

  /** A policy is a bundle of settings: it goes first, and a setting beside it wins. */
  private static Read<Scenario> cell(
      Catalog catalog, Scenario scenario, List<Axis> axes, List<String> values) {
    Scenario base = scenario;
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      String value = values.get(i);
      if (!axes.get(i).key().equals(POLICY)) {
        settings.add(axes.get(i).key() + "=" + value);
        continue;
      }
      Optional<Policy> policy = catalog.policy(value);
      if (policy.isEmpty()) {
        return new Read.Bad<>(
            List.of(
                new Problem(
                    "--set policy=" + value, 0, 0,
                    "is no policy of the catalog; it has "
                        + String.join(", ", catalog.policies()))));
      }
      base = Variants.under(catalog, base, policy.get()).scenario();
    }
    return Variants.of(catalog, base, settings);
  }

  /**
   * Runs a plan.
   *
   * @param threads how many runs go on at the same time, at least 1
   * @param told takes what each run has cost, from whatever thread has done it
   * @param cancelled asked now and then whether to stop
   * @return what was run, in the order of the plan; fewer if it was stopped
   * @throws LimitExceeded if one of the runs does not end within the scenario's limits
   */
  public static List<Result> run(
      Plan plan, int threads, Consumer<Result> told, BooleanSupplier cancelled) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, Sweep::thread)) {
      List<Future<List<Result>>> asked = new ArrayList<>();
      for (int cell = 0; cell < plan.cells().size(); cell++) {
        for (int n = 0; n < plan.seeds(); n++) {
          int at = cell;
          Scenario base = plan.cells().get(cell).scenario();
          Scenario seeded = n == 0 ? base : base.withSeed(base.seed() + n);
          asked.add(
              pool.submit(
                  () -> {
                    List<Result> result = one(at, seeded, cancelled);
                    result.forEach(told);
                    return result;
                  }));
        }
      }
      return collected(asked);
    }
  }

  private static Thread thread(Runnable task) {
    return Thread.ofPlatform().daemon().name("sweep").unstarted(task);
  }

  private static List<Result> one(int cell, Scenario scenario, BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      return List.of();
    }
    Simulation.Run run = Simulation.run(scenario, "", cancelled);
    if (run.cancelled()) {
      return List.of();
    }
    Trace trace = run.trace();
    CostCard cost = CostReader.of(Timeline.of(trace), EhPasses.of(trace));
    return List.of(new Result(cell, scenario.seed(), cost));
  }

  private static List<Result> collected(List<Future<List<Result>>> asked) {
    List<Result> results = new ArrayList<>();
    for (Future<List<Result>> each : asked) {
      try {
        results.addAll(each.get());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return results;
      } catch (ExecutionException failed) {
        asked.forEach(other -> other.cancel(true));
        throw failed.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(failed.getCause());
      }
    }
    return results;
  }
}
