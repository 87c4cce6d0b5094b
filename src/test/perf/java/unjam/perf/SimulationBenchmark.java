package unjam.perf;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unjam.kernel.Simulation;
import unjam.scenario.Scenario;
import unjam.trace.TraceRecorder;

/**
 * G2: the whole SCSI model, with and without keeping its trace. {@code events} is trace events a
 * second.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = {"-Xmx6g", "-Xmn2g", "-XX:+UseSerialGC"})
public class SimulationBenchmark {

  private static final int IN_FLIGHT = 64;
  private static final int REPEAT = 1_000;

  private Scenario scenario = Load.reads(IN_FLIGHT, REPEAT);

  /** Counts what a run produced. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Produced {
    public long traceEvents;
  }

  @Setup
  public void load() {
    scenario = Load.reads(IN_FLIGHT, REPEAT);
  }

  /** A run whose trace is kept. */
  @Benchmark
  public Simulation.Run recorded(Produced produced) {
    Simulation.Run run = Simulation.run(scenario);
    produced.traceEvents += run.trace().size();
    return run;
  }

  /** The same run, its events numbered and forgotten. */
  @Benchmark
  public Simulation.Run forgotten(Produced produced) {
    TraceRecorder recorder = TraceRecorder.forgetful();
    Simulation.Run run = Simulation.run(scenario, "", () -> false, recorder);
    produced.traceEvents += recorder.size();
    return run;
  }
}
