package unjam.perf;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unjam.app.Sweep;
import unjam.catalog.Catalog;

/**
 * G6: a sweep with the full model, its traces and its cost cards. {@code variants} counts runs; the
 * score is the wall time of all of them, so it says something on an idle machine only.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = {"-Xmx4g", "-XX:+UseParallelGC"})
public class SweepBenchmark {

  private static final int VARIANTS = 100;
  private static final int IN_FLIGHT = 20;
  private static final int REPEAT = 100;

  /** Runs at the same time. */
  @Param({"1", "2"})
  public int threads;

  private Sweep.Plan healthy = plan();
  private Sweep.Plan troubled = healthy;

  private static Sweep.Plan plan() {
    return new Sweep.Plan(
        List.of(new Sweep.Axis("", List.of(""))),
        List.of(new Sweep.Cell(List.of(""), Load.reads(IN_FLIGHT, REPEAT))),
        VARIANTS);
  }

  /** Counts what was run. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Produced {
    public long variants;
  }

  @Setup
  public void load() {
    healthy = plan();
    Catalog catalog = Catalog.ofClassPath();
    troubled =
        Sweep.plan(
                catalog, catalog.scenario("seed-slow-disk").orElseThrow(),
                List.of(new Sweep.Axis("device/timeout", List.of("5", "7", "10", "20", "30"))),
                VARIANTS / 5)
            .orThrow();
  }

  /** 2,000 healthy reads in each of 100 variants. */
  @Benchmark
  public List<Sweep.Result> healthyReads(Produced produced) {
    return run(healthy, produced);
  }

  /** The opening story under five timeouts, twenty seeds each. */
  @Benchmark
  public List<Sweep.Result> openingStory(Produced produced) {
    return run(troubled, produced);
  }

  private List<Sweep.Result> run(Sweep.Plan plan, Produced produced) {
    List<Sweep.Result> results = Sweep.run(plan, threads, each -> {}, () -> false);
    produced.variants += results.size();
    return results;
  }
}
