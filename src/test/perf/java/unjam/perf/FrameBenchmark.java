package unjam.perf;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import unjam.app.Action;
import unjam.app.Look;
import unjam.app.OpenRun;
import unjam.app.Session;
import unjam.engine.Prng;
import unjam.kernel.Simulation;
import unjam.playback.Pace;
import unjam.projection.IoOutcome;
import unjam.scenario.Scenario;
import unjam.ui.fx.FxStore;
import unjam.ui.fx.FxThread;
import unjam.ui.shell.Workbench;
import unjam.ui.theme.Fonts;

/**
 * G8: one frame of the whole window, 1280x800, painted by the software pipeline without a display.
 * Frames follow each other as fast as they can, so the time of one is from pulse to pulse and
 * includes waiting for the painting of the one before; {@code cpu} is what all threads took, the
 * compiler's too. What the two threads of the toolkit took is printed at the end: other work on the
 * machine does not lengthen it.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgs = {
      "-Xmx3g", "-XX:+UseSerialGC", "-Dglass.platform=Headless", "-Dprism.order=sw",
      "-Djavafx.animation.fullspeed=true", "--enable-native-access=ALL-UNNAMED"
    })
public class FrameBenchmark {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** Sixty frames a second. */
  private static final long FRAME_NANOS = 16_666_667;

  /** So slow that single steps of the kernel are seen. */
  private static final Pace SLOW_MOTION = new Pace.Constant(100_000);

  /** What is shown. */
  public enum Show {
    /** 2,000 reads in flight on eight disks, in slow motion. */
    PLAY_2000_IN_FLIGHT(8, 2_000, 5) {
      @Override
      Action next(long busyUntil, Prng prng) {
        return new Action.Tick(FRAME_NANOS);
      }
    },
    /** A playhead dragged through a million events of 40,000 commands. */
    SCRUB_A_MILLION_EVENTS(4, 64, 625) {
      @Override
      Action next(long busyUntil, Prng prng) {
        return new Action.JumpTo(prng.nextLong(busyUntil));
      }
    },
    /** The same where 2,000 are in flight at any instant. */
    SCRUB_2000_IN_FLIGHT(8, 2_000, 20) {
      @Override
      Action next(long busyUntil, Prng prng) {
        return new Action.JumpTo(prng.nextLong(busyUntil));
      }
    };

    private final int disks;
    private final int inFlight;
    private final int repeat;

    Show(int disks, int inFlight, int repeat) {
      this.disks = disks;
      this.inFlight = inFlight;
      this.repeat = repeat;
    }

    Scenario scenario() {
      return Load.reads(disks, inFlight, repeat);
    }

    /** What happens before the next frame. */
    abstract Action next(long busyUntil, Prng prng);
  }

  @Param public Show show = Show.PLAY_2000_IN_FLIGHT;

  private final FrameCost cost = new FrameCost();
  private final Semaphore wanted = new Semaphore(0);
  private final Semaphore painted = new Semaphore(0);

  @Setup(Level.Trial)
  public void open() throws InterruptedException {
    Scenario scenario = show.scenario();
    OpenRun run = OpenRun.of(scenario, Simulation.run(scenario).trace());
    CountDownLatch open = new CountDownLatch(1);
    Platform.startup(
        () -> {
          open(run);
          open.countDown();
        });
    open.await();
  }

  /** When the last IO ends; behind that only timers fire. */
  private static long busyUntil(OpenRun run) {
    return run.timeline().ios().all().stream().mapToLong(IoOutcome::end).max().orElseThrow();
  }

  /** On the toolkit's thread. */
  private void open(OpenRun run) {
    long busyUntil = busyUntil(run);
    Fonts.load();
    FxStore store =
        new FxStore(
            Session.empty(new Look(Look.Theme.LIGHT, Locale.ENGLISH)), FxThread.EXECUTOR);
    store.send(new Action.RunFinished(0, run));
    store.send(new Action.SetPace(SLOW_MOTION));
    store.send(new Action.JumpTo(busyUntil / 2));
    Stage stage = new Stage();
    Scene scene = new Scene(Workbench.ofPicture(store).root(), WIDTH, HEIGHT);
    scene.addPostLayoutPulseListener(painted::release);
    stage.setScene(scene);
    stage.show();
    Prng prng = new Prng(1);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        cost.frame();
        wanted.acquireUninterruptibly();
        store.send(show.next(busyUntil, prng));
      }
    }.start();
  }

  @Setup(Level.Iteration)
  public void begin() {
    cost.forget();
  }

  @TearDown(Level.Iteration)
  public void tell() {
    System.out.print(cost.inWords());
  }

  @Benchmark
  public void frame() throws InterruptedException {
    painted.drainPermits();
    wanted.release();
    painted.acquire();
  }
}
