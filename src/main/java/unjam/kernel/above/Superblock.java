package unjam.kernel.above;

import java.util.ArrayDeque;
import java.util.Deque;
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
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean dirty;
  private boolean pending;

  Superblock(Raid1 array, Kernel kernel) {
    this.array = array;
    way = new WayDown(kernel, STEPS, ExecContext.SOFTIRQ, 0);
  }

  void change() {
    dirty = true;
    pending = true;
  }

  boolean isDirty() {
    return dirty;
  }

  /** A change is not on the legs yet (drivers/md/md.h: MD_SB_CHANGE_PENDING). */
  boolean isPending() {
    return pending;
  }

  /** Goes on when nothing is pending any more (drivers/md/md.c: md_write_start). */
  void whenWritten(Runnable then) {
    waiting.add(then);
  }

  /** What has changed is written to all legs, again if one could not be told without patience. */
  void update(Coroutine self) {
    dirty = false;
    while (write(self)) {
      dirty = false;
    }
    if (!dirty) {
      pending = false;
      while (!waiting.isEmpty()) {
        way.kernel().after(0, ExecContext.SUBMITTER, waiting.removeFirst());
      }
    }
  }

  /** To all legs at once; whether one has to be written again (md_super_write, md_super_wait). */
  private boolean write(Coroutine self) {
    List<Raid1.Leg> legs = array.working();
    Kernel.Wait done = way.kernel().newWait();
    int[] left = {legs.size()};
    boolean[] again = {false};
    for (Raid1.Leg leg : legs) {
      FailFast failFast = array.failFastOfSuperblock(leg);
      AboveIo io = new AboveIo(Kernel.NONE, IoOp.WRITE, OFFSET, LENGTH, request -> { });
      way.send(
          io, leg.device, array.config().name(), Why.SUPERBLOCK, 1, failFast,
          sent -> {
            again[0] |= written(leg, sent.status, failFast);
            left[0]--;
            if (left[0] == 0) {
              done.complete();
            }
          });
    }
    if (left[0] > 0) {
      way.kernel().await(self, done);
    }
    return again[0];
  }

  /**
   * A leg that gave up early and cannot be put out, because it is the last one, is written once
   * more with all patience (drivers/md/md.c: super_written, LastDev, MD_SB_NEED_REWRITE).
   */
  private boolean written(Raid1.Leg leg, BlkStatus status, FailFast failFast) {
    if (status == BlkStatus.OK) {
      leg.lastDev = false;
      return false;
    }
    way.kernel()
        .printk(
            LogLevel.KERN_ERR, Kernel.NONE, leg.device.index(), leg.device.host().number(),
            "md: super_written gets error=-" + status.errno().value());
    array.error(leg);
    leg.lastDev |= !leg.isFaulty() && failFast.dev();
    return !leg.isFaulty() && failFast.dev();
  }
}
