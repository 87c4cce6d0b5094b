package unjam.kernel.above;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Above;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.LogLevel;
import unjam.trace.AboveFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * A map of paths (drivers/md/dm-mpath.c). IO takes the first path that is not failed, without
 * groups and selectors. What is on a path that fails stays there: only its answer frees it.
 */
final class Multipath implements Layer {

  /** All that dm asks for: errors of the transport are not to be retried; timeouts are. */
  private static final FailFast TRANSPORT = new FailFast(false, true, false);

  private static final WayDown.Steps STEPS =
      new WayDown.Steps(
          KernelFunction.MULTIPATH_CLONE_AND_MAP, KernelFunction.MULTIPATH_END_IO,
          KernelFunction.MULTIPATH_END_IO, KernelFunction.MULTIPATH_END_IO);

  /** How the map is called in the log: the first one of device mapper's major number. */
  private static final String DM = "254:0";

  private static final int MINORS_OF_A_DISK = 16;

  private final Kernel kernel;
  private final Above.Multipath config;
  private final WayDown way;
  private final List<Path> paths = new ArrayList<>();
  private final Deque<Mapped> held = new ArrayDeque<>();
  private boolean queueIfNoPath;

  /** One way to the logical unit. */
  static final class Path {
    final ScsiDevice device;
    private boolean failed;

    Path(ScsiDevice device) {
      this.device = device;
    }

    boolean isFailed() {
      return failed;
    }
  }

  /** An IO with the number of paths it was sent to. */
  private static final class Mapped {
    final AboveIo io;
    final Consumer<Errno> end;
    int tries;

    Mapped(AboveIo io, Consumer<Errno> end) {
      this.io = io;
      this.end = end;
    }
  }

  Multipath(
      Kernel kernel, Above.Multipath config, List<ScsiDevice> devices, ScsiErrorHandler eh) {
    this.kernel = kernel;
    this.config = config;
    this.queueIfNoPath = mayQueue();
    way = new WayDown(kernel, STEPS, ExecContext.SOFTIRQ, 0);
    devices.forEach(each -> paths.add(new Path(each)));
    Multipathd daemon = new Multipathd(kernel, this, eh);
    paths.forEach(daemon::watch);
  }

  private boolean mayQueue() {
    return config.noPath().looks() != 0;
  }

  Above.Multipath config() {
    return config;
  }

  @Override
  public void submit(AboveIo io, Consumer<Errno> end) {
    map(new Mapped(io, end), AboveFact.Why.FIRST);
  }

  private Optional<Path> valid() {
    return paths.stream().filter(each -> !each.failed).findFirst();
  }

  boolean hasPath() {
    return valid().isPresent();
  }

  private void map(Mapped mapped, AboveFact.Why why) {
    Optional<Path> path = valid();
    if (path.isPresent()) {
      way.send(
          mapped.io, path.get().device, config.name(), why, ++mapped.tries, TRANSPORT,
          ended -> ended(mapped, ended));
    } else if (queueIfNoPath) {
      held.add(mapped);
      note(
          KernelFunction.MULTIPATH_CLONE_AND_MAP, paths.getFirst(),
          new AboveFact.Held(mapped.io.io(), config.name()));
    } else {
      mapped.end.accept(Errno.EIO);
    }
  }

  /** drivers/md/dm-mpath.c: multipath_end_io. */
  private void ended(Mapped mapped, Try ended) {
    Path path =
        paths.stream().filter(each -> each.device == ended.device).findFirst().orElseThrow();
    if (ended.status == BlkStatus.OK) {
      if (path != paths.getFirst()) {
        note(
            KernelFunction.MULTIPATH_END_IO, path,
            new AboveFact.ServedElsewhere(mapped.io.io(), config.name()));
      }
      mapped.end.accept(Errno.OK);
    } else if (!isPathError(ended.status)) {
      mapped.end.accept(ended.status.errno());
    } else {
      fail(path);
      if (hasPath() || queueIfNoPath) {
        kernel.after(
            Latency.WORK, ExecContext.KBLOCKD,
            () -> map(mapped, AboveFact.Why.ERROR));
      } else {
        mapped.end.accept(ended.status.errno());
      }
    }
  }

  /** Another path would say the same of the others (include/linux/blk_types.h: blk_path_error). */
  private static boolean isPathError(BlkStatus status) {
    return switch (status) {
      case NOTSUPP, NOSPC, TARGET, RESV_CONFLICT, MEDIUM, PROTECTION -> false;
      case OK, TRANSPORT, RESOURCE, DEV_RESOURCE, AGAIN, OFFLINE, ZONE_OPEN_RESOURCE,
          DURATION_LIMIT, IOERR -> true;
    };
  }

  /** drivers/md/dm-mpath.c: fail_path. */
  void fail(Path path) {
    if (path.failed) {
      return;
    }
    path.failed = true;
    note(KernelFunction.FAIL_PATH, path, new AboveFact.MarkedDown(config.name(), 1));
    print(path, "Failing path");
  }

  /** drivers/md/dm-mpath.c: reinstate_path; what was held goes on. */
  void reinstate(Path path) {
    if (!path.failed) {
      return;
    }
    path.failed = false;
    queueIfNoPath = mayQueue();
    note(KernelFunction.REINSTATE_PATH, path, new AboveFact.Reinstated(config.name()));
    print(path, "Reinstating path");
    release();
  }

  /** The daemon has waited long enough: nothing is held any longer. */
  void stopQueueing() {
    if (queueIfNoPath) {
      queueIfNoPath = false;
      note(
          KernelFunction.QUEUE_IF_NO_PATH, paths.getFirst(),
          new AboveFact.HoldingEnded(config.name(), held.size()));
      release();
    }
  }

  private void release() {
    List<Mapped> all = List.copyOf(held);
    held.clear();
    all.forEach(
        each ->
            kernel.after(
                Latency.WORK, ExecContext.KBLOCKD,
                () -> map(each, AboveFact.Why.ERROR)));
  }

  private void note(KernelFunction in, Path path, AboveFact fact) {
    way.note(in, path.device, fact);
  }

  private void print(Path path, String what) {
    kernel.printk(
        LogLevel.KERN_WARNING, Kernel.NONE, path.device.index(), path.device.host().number(),
        "device-mapper: multipath: " + DM + ": " + what + " 8:"
            + path.device.index() * MINORS_OF_A_DISK + ".");
  }
}
