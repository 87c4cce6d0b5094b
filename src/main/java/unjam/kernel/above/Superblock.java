package unjam.kernel.above;

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
 * Where an array writes down who belongs to it and which blocks are bad. A leg on which that fails
 * is out (drivers/md/md.c: md_update_sb, super_written).
 */
final class Superblock {

  /** Version 1.2 lies 4 KiB behind the beginning of a leg. */
  private static final long OFFSET = 4_096;

  private static final int LENGTH = 4_096;

  private static final WayDown.Steps STEPS =
      new WayDown.Steps(
          KernelFunction.MD_SUPER_WRITE, KernelFunction.SUPER_WRITTEN,
          KernelFunction.SUPER_WRITTEN, KernelFunction.SUPER_WRITTEN);

  private final Raid1 array;
  private final WayDown way;
  private boolean dirty;

  Superblock(Raid1 array, Kernel kernel) {
    this.array = array;
    way = new WayDown(kernel, STEPS, ExecContext.SOFTIRQ, 0);
  }

  void change() {
    dirty = true;
  }

  boolean isDirty() {
    return dirty;
  }

  void update(Coroutine self) {
    dirty = false;
    for (Raid1.Leg leg : array.working()) {
      Kernel.Wait done = way.kernel().newWait();
      AboveIo io =
          new AboveIo(Kernel.NONE, IoOp.WRITE, OFFSET, LENGTH, request -> { });
      Try sent =
          way.send(
              io, leg.device, array.config().name(), Why.SUPERBLOCK, 1, FailFast.NONE,
              each -> done.complete());
      way.kernel().await(self, done);
      if (sent.status != BlkStatus.OK) {
        way.kernel()
            .printk(
                LogLevel.KERN_ERR, Kernel.NONE, leg.device.index(), leg.device.host().number(),
                "md: super_written gets error=-" + sent.status.errno().value());
        array.error(leg);
      }
    }
  }
}
