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
import umontreal.ssj.simevents.Event;
import unjam.engine.EventQueue;
import unjam.engine.Prng;

/**
 * Nanoseconds for one event of the hold model: so many are pending, and each that runs puts itself
 * into the future again, by an exponential span with a mean of a second.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {

  private static final int EVENTS = 100_000;
  private static final int DRAWN = 1 << 16;
  private static final double MEAN = 1e9;

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long unjam(OnUnjam engine) {
    for (int i = 0; i < EVENTS; i++) {
      engine.queue.runNext();
    }
    return engine.queue.now();
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long heap4(OnHeap4 engine) {
    for (int i = 0; i < EVENTS; i++) {
      engine.runNext();
    }
    return engine.heap.time();
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public double ssj(OnSsj engine) {
    for (int i = 0; i < EVENTS; i++) {
      engine.simulator.runNext();
    }
    return engine.simulator.time();
  }

  /** The spans, drawn beforehand, to be used round and round. */
  private static final class Spans {

    private final long[] nanos = new long[DRAWN];
    private int used;

    Spans() {
      Prng prng = new Prng(42).stream("hold");
      for (int i = 0; i < DRAWN; i++) {
        nanos[i] = (long) prng.nextExponential(MEAN);
      }
    }

    long next() {
      return nanos[used++ & (DRAWN - 1)];
    }
  }

  /**
   * The model on the engine that is measured. With one action for all events it does what the limit
   * does, which has no actions at all; with an object for each, what the peer does.
   */
  @State(Scope.Thread)
  public static class OnUnjam {

    @Param({"100", "10000", "1000000"})
    public int pending;

    @Param({"one", "each"})
    public String action;

    final EventQueue queue = new EventQueue();
    final Spans spans = new Spans();

    @Setup
    public void start() {
      Held one = new Held();
      for (int i = 0; i < pending; i++) {
        Held held = action.equals("one") ? one : new Held();
        held.run();
      }
    }

    private final class Held implements Runnable {
      @Override
      public void run() {
        queue.schedule(queue.now() + spans.next(), this);
      }
    }
  }

  /** The model on the limit. */
  @State(Scope.Thread)
  public static class OnHeap4 {

    @Param({"100", "10000", "1000000"})
    public int pending;

    Heap4 heap;
    final Spans spans = new Spans();

    @Setup
    public void startAndCompare() {
      start();
      for (int i = 0; i < EVENTS; i++) {
        runNext();
      }
      OnUnjam unjam = new OnUnjam();
      unjam.pending = pending;
      unjam.action = "one";
      unjam.start();
      for (int i = 0; i < EVENTS; i++) {
        unjam.queue.runNext();
      }
      if (unjam.queue.nextTime() != heap.time()) {
        throw new IllegalStateException(
            "heap4 is at " + heap.time() + " ns, Unjam at " + unjam.queue.nextTime() + " ns");
      }
    }

    private void start() {
      heap = new Heap4(pending);
      for (int i = 0; i < pending; i++) {
        heap.push(spans.next(), i);
      }
    }

    void runNext() {
      long now = heap.time();
      heap.push(now + spans.next(), heap.pop());
    }
  }

  /** The model on the peer. */
  @State(Scope.Thread)
  public static class OnSsj {

    @Param({"100", "10000", "1000000"})
    public int pending;

    final SsjLoop simulator = new SsjLoop();
    final Spans spans = new Spans();

    @Setup
    public void start() {
      for (int i = 0; i < pending; i++) {
        new Held().actions();
      }
    }

    private final class Held extends Event {

      Held() {
        super(simulator);
      }

      @Override
      public void actions() {
        schedule(spans.next());
      }
    }
  }
}
