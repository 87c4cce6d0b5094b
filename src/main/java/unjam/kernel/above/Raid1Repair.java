package unjam.kernel.above;

import java.util.List;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.LogLevel;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * Reads page by page what could not be read, the failing leg first, and writes it back where it
 * was missing (drivers/md/raid1.c: fix_read_error). Each step waits for its disk.
 */
final class Raid1Repair {

  private static final int PAGE = 4_096;

  private static final WayDown.Steps STEPS =
      new WayDown.Steps(
          KernelFunction.FIX_READ_ERROR, KernelFunction.FIX_READ_ERROR,
          KernelFunction.FIX_READ_ERROR, KernelFunction.FIX_READ_ERROR);

  private final Raid1 array;
  private final Kernel kernel;
  private final AboveIo io;
  private final Raid1.Leg bad;
  private final Coroutine self;
  private final WayDown way;
  private int buffer;

  Raid1Repair(Raid1 array, AboveIo io, Raid1.Leg bad, Coroutine self, int buffer) {
    this.array = array;
    this.kernel = array.kernel();
    this.io = io;
    this.bad = bad;
    this.self = self;
    this.buffer = buffer;
    way = new WayDown(kernel, STEPS, ExecContext.SOFTIRQ, 0);
  }

  void run() {
    for (int done = 0; done < io.length(); done += PAGE) {
      if (!page(io.offset() + done, Math.min(PAGE, io.length() - done))) {
        return;
      }
    }
  }

  /** Whether somebody could read it. */
  private boolean page(long offset, int length) {
    List<Raid1.Leg> legs = array.legs();
    int first = legs.indexOf(bad);
    for (int i = 0; i < legs.size(); i++) {
      Raid1.Leg leg = legs.get((first + i) % legs.size());
      if (leg.has(offset, length) && sync(leg, Why.REREAD, IoOp.READ, offset, length)) {
        if (leg != bad) {
          writeBack(offset, length);
        }
        return true;
      }
    }
    array.badBlocks(bad, offset, length);
    return false;
  }

  /** A failed write, or a failed look at it, costs the leg these sectors. */
  private void writeBack(long offset, int length) {
    if (bad.isFaulty()) {
      return;
    }
    if (!sync(bad, Why.REWRITE, IoOp.WRITE, offset, length)) {
      array.badBlocks(bad, offset, length);
    }
    if (!sync(bad, Why.VERIFY, IoOp.READ, offset, length)) {
      array.badBlocks(bad, offset, length);
    } else {
      array.print(
          LogLevel.KERN_INFO, bad,
          "read error corrected (" + length / 512 + " sectors at " + offset / 512 + " on "
              + bad.device.disk() + ")");
    }
  }

  private boolean sync(Raid1.Leg leg, Why why, IoOp op, long offset, int length) {
    Kernel.Wait done = kernel.newWait();
    Try sent =
        way.send(
            io, leg.device, array.config().name(), why, ++buffer, op, offset, length,
            FailFast.NONE, each -> done.complete());
    kernel.await(self, done);
    return sent.status == BlkStatus.OK;
  }
}
