package unjam.kernel.user;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import unjam.kernel.above.Layers;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scenario.Stream;
import unjam.scenario.When;
import unjam.scsi.Errno;
import unjam.scsi.Hctl;
import unjam.scsi.LogFacility;
import unjam.trace.EndState;
import unjam.trace.ExecContext;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;

/**
 * The processes that issue IO: each thread of a stream opens its disk and does one IO after the
 * other.
 */
public final class Applications {

  private final Kernel kernel;
  private final Map<Hctl, ScsiDevice> devices;
  private final Moments moments;
  private final ScsiLogging log;
  private final Ground ground;
  private final Map<String, Running> running = new TreeMap<>();
  private final Map<Integer, Io> underWay = new TreeMap<>();
  private final Map<String, EndState.Io> ended = new LinkedHashMap<>();

  /** A stream that has begun. */
  private static final class Running {
    private final Stream stream;
    private int threadsLeft;
    private boolean stopped;

    Running(Stream stream) {
      this.stream = stream;
      this.threadsLeft = stream.threads();
    }
  }

  public Applications(
      Kernel kernel,
      ScsiLogging log,
      Map<Hctl, ScsiDevice> devices,
      Moments moments,
      ScsiErrorHandler eh,
      Layers layers) {
    this.kernel = kernel;
    this.log = log;
    this.devices = new LinkedHashMap<>(devices);
    this.moments = moments;
    this.ground = new Ground(kernel, log, eh, layers);
  }

  /** The stream will start when it says. */
  public void plan(Stream stream) {
    plan(stream, stream.start());
  }

  /** The stream will start then. */
  public void plan(Stream stream, When when) {
    moments.at(when, ExecContext.USER, () -> start(stream));
  }

  private void start(Stream stream) {
    Running run = new Running(stream);
    running.put(stream.label(), run);
    moments.streamBegan(stream.label());
    for (int thread = 0; thread < stream.threads(); thread++) {
      int number = thread;
      kernel.after(
          stream.stagger().nanos() * thread, ExecContext.USER, () -> open(run, number));
    }
  }

  /** Issues nothing new from now on; what is under way goes on. */
  public void stop(String label) {
    Running run = running.get(label);
    if (run != null) {
      run.stopped = true;
    }
  }

  /**
   * What lies above disks opened them when it was put together. open(2) of a disk itself waits
   * while the host recovers and fails when the disk is offline (drivers/scsi/sd.c: sd_open).
   */
  private void open(Running run, int thread) {
    ScsiDevice sdev = device(run.stream);
    if (run.stopped) {
      threadEnded(run);
      return;
    }
    if (run.stream.above().isPresent()) {
      next(run, thread, 0, Kernel.NONE);
      return;
    }
    log.disk(LogFacility.HLQUEUE, 3, sdev, "sd_open");
    int io = Kernel.NONE;
    if (sdev.host().inRecovery()) {
      io = register(run.stream, thread, 0).index();
      kernel.note(
          KernelFunction.SCSI_BLOCK_WHEN_PROCESSING_ERRORS,
          Kernel.NONE,
          sdev.index(),
          sdev.host().number(),
          new IoFact.OpenWaits(io));
    }
    int registered = io;
    ground
        .eh()
        .blockWhenProcessingErrors(
            sdev, ExecContext.USER, () -> opened(run, thread, registered));
  }

  private void opened(Running run, int thread, int registered) {
    ScsiDevice sdev = device(run.stream);
    if (!sdev.online()) {
      Io io = registered >= 0 ? known(registered) : register(run.stream, thread, 0);
      io.end(-1, Errno.ENXIO);
      forget(io);
      kernel.note(
          KernelFunction.SD_OPEN,
          Kernel.NONE,
          sdev.index(),
          sdev.host().number(),
          new IoFact.OpenFailed(io.index(), Errno.ENXIO));
      threadEnded(run);
      return;
    }
    next(run, thread, 0, registered);
  }

  private Io register(Stream stream, int thread, int repetition) {
    int index = kernel.recorder().io(stream.ioName(thread, repetition));
    Io io = new Io(ground, device(stream), stream, index, thread, repetition);
    underWay.put(index, io);
    return io;
  }

  private Io known(int index) {
    Io io = underWay.get(index);
    if (io == null) {
      throw new IllegalStateException("IO " + index + " is not under way");
    }
    return io;
  }

  /**
   * What became of it is kept, it itself mostly is not: a run may have millions.
   */
  private void forget(Io io) {
    if (io.mayOutliveItsEnd()) {
      return;
    }
    underWay.remove(io.index());
    ended.put(io.name(), io.endState());
  }

  private void next(Running run, int thread, int repetition, int registered) {
    Stream stream = run.stream;
    boolean tooLate =
        stream.noNewIoAfter().map(end -> kernel.now() > end.nanos()).orElse(false);
    boolean waited = registered >= 0;
    if (!waited && (repetition >= stream.repeat() || run.stopped || tooLate)) {
      closed(run);
      return;
    }
    Io io = registered >= 0 ? known(registered) : register(stream, thread, repetition);
    io.start(
        () -> {
          forget(io);
          ended(run, thread, repetition);
        });
  }

  private void ended(Running run, int thread, int repetition) {
    boolean last = repetition + 1 >= run.stream.repeat();
    if (last) {
      closed(run);
      return;
    }
    kernel.after(
        run.stream.gap().nanos(),
        ExecContext.USER,
        () -> next(run, thread, repetition + 1, Kernel.NONE));
  }

  /** drivers/scsi/sd.c: sd_release. */
  private void closed(Running run) {
    if (run.stream.above().isEmpty()) {
      log.disk(LogFacility.HLQUEUE, 3, device(run.stream), "sd_release");
    }
    threadEnded(run);
  }

  private void threadEnded(Running run) {
    run.threadsLeft--;
    if (run.threadsLeft == 0) {
      moments.streamEnded(run.stream.label());
    }
  }

  private ScsiDevice device(Stream stream) {
    ScsiDevice device = devices.get(stream.device());
    if (device == null) {
      throw new IllegalArgumentException(
          "stream " + stream.label() + " uses a device that does not exist: " + stream.device());
    }
    return device;
  }

  /** What became of every IO. */
  public Map<String, EndState.Io> endState() {
    Map<String, EndState.Io> states = new TreeMap<>(ended);
    underWay.values().forEach(io -> states.put(io.name(), io.endState()));
    return states;
  }
}
