package unjam.kernel.above;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Above;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.LogLevel;
import unjam.trace.AboveFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * An array of two legs, its barrier and its thread (drivers/md/raid1.c). Reads go to the first leg
 * in sync; the kernel's choice by distance and load is left out, and so is the bitmap.
 */
final class Raid1 implements Layer {

  /** What md sets for a leg with the flag failfast (drivers/md/md.h: MD_FAILFAST). */
  private static final FailFast MD_FAILFAST = new FailFast(true, true, false);

  private static final WayDown.Steps READ =
      steps(KernelFunction.RAID1_READ_REQUEST, KernelFunction.RAID1_END_READ_REQUEST);
  private static final WayDown.Steps WRITE =
      steps(KernelFunction.RAID1_WRITE_REQUEST, KernelFunction.RAID1_END_WRITE_REQUEST);

  private final Kernel kernel;
  private final Above.Raid1 config;
  private final List<Leg> legs = new ArrayList<>();
  private final WayDown reads;
  private final WayDown writes;
  private final Deque<Runnable> atTheBarrier = new ArrayDeque<>();
  private final Deque<Consumer<Coroutine>> retryList = new ArrayDeque<>();
  private final Deque<Runnable> endList = new ArrayDeque<>();
  private final Kernel.Wait wake;
  private final Kernel.Wait quiet;
  private final Superblock superblock;
  private boolean frozen;
  private int pending;

  /** A disk of the array. */
  static final class Leg {
    final ScsiDevice device;
    private final List<long[]> badBlocks = new ArrayList<>();
    private boolean faulty;

    /** Its superblock failed and it had to stay (drivers/md/md.h: LastDev). */
    boolean lastDev;

    Leg(ScsiDevice device) {
      this.device = device;
    }

    boolean isFaulty() {
      return faulty;
    }

    /** Whether it can be asked for these bytes. */
    boolean has(long offset, int length) {
      return !faulty
          && badBlocks.stream()
              .noneMatch(bad -> bad[0] < offset + length && offset < bad[0] + bad[1]);
    }
  }

  Raid1(Kernel kernel, Above.Raid1 config, List<ScsiDevice> devices) {
    this.kernel = kernel;
    this.config = config;
    devices.forEach(each -> legs.add(new Leg(each)));
    reads = new WayDown(kernel, READ, ExecContext.SOFTIRQ, 0);
    writes = new WayDown(kernel, WRITE, ExecContext.SOFTIRQ, 0);
    superblock = new Superblock(this, kernel);
    wake = kernel.newWait();
    quiet = kernel.newWait();
    kernel.startThread(config.name() + "_raid1", ExecContext.MD_RAID1, this::raid1d);
  }

  private static WayDown.Steps steps(KernelFunction ask, KernelFunction hear) {
    return new WayDown.Steps(ask, hear, hear, hear);
  }

  /** A write waits until what the superblock has to say is written (md.c: md_write_start). */
  @Override
  public void submit(AboveIo io, Consumer<Errno> end) {
    if (io.op() != IoOp.WRITE) {
      pass(io, () -> new Raid1Read(this, io, end).start());
    } else if (superblock.isPending()) {
      waits(KernelFunction.MD_WRITE_START, io);
      superblock.whenWritten(() -> submit(io, end));
    } else {
      pass(io, () -> new Raid1Write(this, io, end).start());
    }
  }

  /** Waits while the array is frozen (drivers/md/raid1.c: wait_barrier). */
  private void pass(AboveIo io, Runnable start) {
    if (frozen) {
      waits(KernelFunction.WAIT_BARRIER, io);
      atTheBarrier.add(start);
    } else {
      start.run();
    }
  }

  private void waits(KernelFunction in, AboveIo io) {
    note(in, legs.getFirst(), new AboveFact.WaitsAbove(io.io(), config.name()));
  }

  Above.Raid1 config() {
    return config;
  }

  Kernel kernel() {
    return kernel;
  }

  WayDown reads() {
    return reads;
  }

  WayDown writes() {
    return writes;
  }

  List<Leg> legs() {
    return legs;
  }

  List<Leg> working() {
    return legs.stream().filter(each -> !each.faulty).toList();
  }

  Leg legOn(ScsiDevice device) {
    return legs.stream().filter(each -> each.device == device).findFirst().orElseThrow();
  }

  /** How a leg is asked: only a leg that is not the last may give up early. */
  FailFast failFast() {
    return config.failFast() && working().size() > 1 ? MD_FAILFAST : FailFast.NONE;
  }

  /** A superblock gives up early but on a leg that could not be put out for it. */
  FailFast failFastOfSuperblock(Leg leg) {
    return config.failFast() && !leg.lastDev ? MD_FAILFAST : FailFast.NONE;
  }

  void begins() {
    pending++;
  }

  void ends() {
    pending--;
    quiet.complete();
  }

  /** The array's thread will see to it (drivers/md/raid1.c: reschedule_retry). */
  void reschedule(Consumer<Coroutine> work) {
    retryList.add(work);
    quiet.complete();
    wake.complete();
  }

  /** Ends a write when its bad blocks are written down (conf->bio_end_io_list). */
  void endWhenWritten(Runnable end) {
    endList.add(end);
    quiet.complete();
    wake.complete();
  }

  private void raid1d(Coroutine self) {
    while (true) {
      if (superblock.isDirty()) {
        superblock.update(self);
      } else if (!endList.isEmpty() && !superblock.isPending()) {
        endList.removeFirst().run();
      } else if (!retryList.isEmpty()) {
        retryList.removeFirst().accept(self);
      } else {
        wake.reinit();
        kernel.await(self, wake);
      }
    }
  }

  /** Lets nothing new in, and waits for what is under way but for the one to be repaired. */
  void freeze(Coroutine self, AboveIo io, Leg bad) {
    frozen = true;
    note(KernelFunction.FREEZE_ARRAY, bad, new AboveFact.ArrayFrozen(io.io(), config.name()));
    while (pending - retryList.size() - endList.size() > 1) {
      quiet.reinit();
      kernel.await(self, quiet);
    }
  }

  void unfreeze(AboveIo io, Leg bad, long since) {
    frozen = false;
    note(
        KernelFunction.UNFREEZE_ARRAY, bad,
        new AboveFact.ArrayThawed(
            io.io(), config.name(), kernel.now() - since, atTheBarrier.size()));
    while (!frozen && !atTheBarrier.isEmpty()) {
      kernel.after(0, ExecContext.SUBMITTER, atTheBarrier.removeFirst());
    }
  }

  /** The leg leaves the array, unless it is the last one (drivers/md/raid1.c: raid1_error). */
  void error(Leg leg) {
    if (leg.faulty || working().size() == 1) {
      return;
    }
    leg.faulty = true;
    changed();
    note(KernelFunction.RAID1_ERROR, leg, new AboveFact.MarkedDown(config.name(), 1));
    print(LogLevel.KERN_CRIT, leg, "Disk failure on " + leg.device.disk() + ", disabling device.");
    print(
        LogLevel.KERN_CRIT, leg,
        "Operation continuing on " + working().size() + " devices.");
  }

  /** The leg keeps its place, but is not asked for this any more. */
  void badBlocks(Leg leg, long offset, int length) {
    leg.badBlocks.add(new long[] {offset, length});
    changed();
    note(
        KernelFunction.RDEV_SET_BADBLOCKS, leg,
        new AboveFact.BadBlocksSet(config.name(), offset / 512, length / 512));
  }

  private void changed() {
    superblock.change();
    wake.complete();
  }

  void note(KernelFunction in, Leg leg, AboveFact fact) {
    reads.note(in, leg.device, fact);
  }

  void print(LogLevel level, Leg leg, String text) {
    kernel.printk(
        level, Kernel.NONE, leg.device.index(), leg.device.host().number(),
        "md/raid1:" + config.name() + ": " + text);
  }
}
