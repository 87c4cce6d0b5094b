package unjam.perf;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import unjam.engine.EventQueue;
import unjam.engine.StorageModel;

/** Nanoseconds for one IO with its timer, which is nearly always cancelled. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StorageBenchmark {

  private static final int IOS = 100_000;
  private static final int IN_FLIGHT_PER_SERVER = 16;

  @Benchmark
  @OperationsPerInvocation(IOS)
  public long unjam(OnUnjam engine) {
    engine.model.run(IOS);
    return engine.queue.now();
  }

  @Benchmark
  @OperationsPerInvocation(IOS)
  public long heap4(OnHeap4 engine) {
    engine.model.run(IOS);
    return engine.model.now();
  }

  @Benchmark
  @OperationsPerInvocation(IOS)
  public long ssj(OnSsj engine) {
    engine.model.run(IOS);
    return engine.model.now();
  }

  /** The model on the engine that is measured. */
  @State(Scope.Thread)
  public static class OnUnjam {

    @Param("64")
    public int inFlight;

    EventQueue queue = new EventQueue();
    StorageModel model;

    @Setup
    public void start() {
      model = new StorageModel(queue, inFlight, inFlight / IN_FLIGHT_PER_SERVER);
    }
  }

  /** The model on the limit. */
  @State(Scope.Thread)
  public static class OnHeap4 {

    @Param("64")
    public int inFlight;

    Heap4Storage model;

    @Setup
    public void startAndCompare() {
      model = new Heap4Storage(inFlight, inFlight / IN_FLIGHT_PER_SERVER);
      model.run(IOS);
      requireSameEnd(inFlight, "heap4", model.now(), model.timeouts());
    }
  }

  /** The model on the peer. */
  @State(Scope.Thread)
  public static class OnSsj {

    @Param("64")
    public int inFlight;

    SsjStorage model;

    @Setup
    public void startAndCompare() {
      model = new SsjStorage(inFlight, inFlight / IN_FLIGHT_PER_SERVER);
      model.run(IOS);
      requireSameEnd(inFlight, "SSJ", model.now(), model.timeouts());
    }
  }

  /** Figures of engines that do not do the same work say nothing. */
  private static void requireSameEnd(int inFlight, String engine, long now, long timeouts) {
    EventQueue queue = new EventQueue();
    StorageModel model = new StorageModel(queue, inFlight, inFlight / IN_FLIGHT_PER_SERVER);
    model.run(IOS);
    if (queue.now() != now || model.timeouts() != timeouts) {
      throw new IllegalStateException(
          engine + " ended at " + now + " ns with " + timeouts + " timeouts, Unjam at "
              + queue.now() + " ns with " + model.timeouts());
    }
  }
}
