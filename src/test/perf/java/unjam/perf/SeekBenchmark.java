package unjam.perf;

import java.util.concurrent.TimeUnit;
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
import unjam.engine.Prng;
import unjam.kernel.Simulation;
import unjam.projection.StackState;
import unjam.projection.Timeline;
import unjam.trace.Trace;

/** G4: the state at a random instant of a trace of about a million events. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xmx6g", "-XX:+UseSerialGC"})
public class SeekBenchmark {

  private static final int IN_FLIGHT = 64;
  private static final int REPEAT = 625;

  private final Prng prng = new Prng(1);
  private Trace trace = Simulation.run(Load.reads(4, 1)).trace();
  private Timeline timeline = Timeline.of(trace);

  @Setup
  public void load() {
    trace = Simulation.run(Load.reads(IN_FLIGHT, REPEAT)).trace();
    timeline = Timeline.of(trace);
  }

  /** Anywhere, as a dragged playhead does. */
  @Benchmark
  public StackState seek() {
    return timeline.at(prng.nextLong(trace.endNanos() + 1));
  }
}
