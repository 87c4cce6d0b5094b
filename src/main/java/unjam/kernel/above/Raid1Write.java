package unjam.kernel.above;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/** One write of an array: to both legs, and told when both have answered. */
final class Raid1Write {

  private static final WayDown.Steps STEPS =
      new WayDown.Steps(
          KernelFunction.NARROW_WRITE_ERROR, KernelFunction.NARROW_WRITE_ERROR,
          KernelFunction.NARROW_WRITE_ERROR, KernelFunction.NARROW_WRITE_ERROR);

  private final Raid1 array;
  private final AboveIo io;
  private final Consumer<Errno> end;
  private final List<Raid1.Leg> failed = new ArrayList<>();
  private int remaining;
  private int buffer;
  private boolean written;

  Raid1Write(Raid1 array, AboveIo io, Consumer<Errno> end) {
    this.array = array;
    this.io = io;
    this.end = end;
  }

  void start() {
    array.begins();
    FailFast failFast = array.failFast();
    List<Raid1.Leg> legs =
        array.legs().stream().filter(each -> each.has(io.offset(), io.length())).toList();
    remaining = legs.size();
    for (Raid1.Leg leg : legs) {
      array
          .writes()
          .send(
              io, leg.device, array.config().name(), Why.COPY, ++buffer, failFast,
              this::ended);
    }
    if (legs.isEmpty()) {
      finish();
    }
  }

  /** With failfast an error costs the leg its place (raid1_end_write_request). */
  private void ended(Try ended) {
    Raid1.Leg leg = array.legOn(ended.device);
    if (ended.status == BlkStatus.OK) {
      written = true;
    } else if (array.config().failFast() && array.working().size() > 1) {
      array.error(leg);
    } else if (!leg.isFaulty()) {
      failed.add(leg);
    }
    remaining--;
    if (remaining == 0 && failed.isEmpty()) {
      finish();
    } else if (remaining == 0) {
      array.reschedule(this::narrow);
    }
  }

  /**
   * Which of its blocks can be written? Each one that cannot is a bad block of the leg, and the
   * write ends when that is written down (drivers/md/raid1.c: handle_write_finished).
   */
  private void narrow(Coroutine self) {
    Kernel kernel = array.kernel();
    WayDown way = new WayDown(kernel, STEPS, ExecContext.SOFTIRQ, 0);
    for (Raid1.Leg leg : failed) {
      int block = leg.device.config().blockSize();
      for (int done = 0; done < io.length(); done += block) {
        Kernel.Wait over = kernel.newWait();
        Try sent =
            way.send(
                io, leg.device, array.config().name(), Why.REWRITE, ++buffer, io.op(),
                io.offset() + done, block, FailFast.NONE, each -> over.complete());
        kernel.await(self, over);
        if (sent.status != BlkStatus.OK) {
          array.badBlocks(leg, io.offset() + done, block);
        }
      }
    }
    array.endWhenWritten(this::finish);
  }

  private void finish() {
    array.ends();
    Errno errno = written ? Errno.OK : Errno.EIO;
    array.kernel().after(Latency.STEP, ExecContext.SOFTIRQ, () -> end.accept(errno));
  }
}
