package unjam.kernel.above;

import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.core.Latency;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.LogLevel;
import unjam.trace.AboveFact;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/** One read of an array (drivers/md/raid1.c: r1bio, raid1_read_request, handle_read_error). */
final class Raid1Read {

  private final Raid1 array;
  private final AboveIo io;
  private final Consumer<Errno> end;
  private int tries;
  private boolean mayFailFast;

  Raid1Read(Raid1 array, AboveIo io, Consumer<Errno> end) {
    this.array = array;
    this.io = io;
    this.end = end;
  }

  void start() {
    array.begins();
    ask(Why.FIRST);
  }

  /** The first leg in sync that has it (drivers/md/raid1.c: read_balance). */
  private void ask(Why why) {
    Optional<Raid1.Leg> leg =
        array.legs().stream().filter(each -> each.has(io.offset(), io.length())).findFirst();
    if (leg.isEmpty()) {
      array.print(
          LogLevel.KERN_CRIT, array.legs().getFirst(),
          array.legs().getFirst().device.disk() + ": unrecoverable I/O read error for block "
              + io.offset() / 512);
      finish(Errno.EIO);
      return;
    }
    if (why == Why.ERROR) {
      array.print(
          LogLevel.KERN_INFO, leg.get(),
          "redirecting sector " + io.offset() / 512 + " to other mirror: "
              + leg.get().device.disk());
    }
    FailFast failFast = array.failFast();
    mayFailFast = failFast.dev();
    array
        .reads()
        .send(
            io, leg.get().device, array.config().name(), why, ++tries, failFast, this::ended);
  }

  /** Only the last leg's error is passed up (drivers/md/raid1.c: raid1_end_read_request). */
  private void ended(Try ended) {
    Raid1.Leg leg = array.legOn(ended.device);
    if (ended.status == BlkStatus.OK) {
      if (leg != array.legs().getFirst()) {
        array.note(
            KernelFunction.RAID_END_BIO_IO, leg,
            new AboveFact.ServedElsewhere(io.io(), array.config().name()));
      }
      finish(Errno.OK);
    } else if (!mayFailFast && array.working().stream().allMatch(each -> each == leg)) {
      finish(Errno.EIO);
    } else {
      array.print(
          LogLevel.KERN_ERR, leg,
          leg.device.disk() + ": rescheduling sector " + io.offset() / 512);
      array.reschedule(self -> handleReadError(self, leg));
    }
  }

  /** With failfast the leg is believed to be bad; without, the array stops and repairs it. */
  private void handleReadError(Coroutine self, Raid1.Leg bad) {
    if (array.config().failFast()) {
      array.error(bad);
    } else {
      long since = array.kernel().now();
      array.freeze(self, io, bad);
      new Raid1Repair(array, io, bad, self, tries).run();
      array.unfreeze(io, bad, since);
    }
    ask(Why.ERROR);
  }

  private void finish(Errno errno) {
    array.ends();
    array.kernel().after(Latency.STEP, ExecContext.SOFTIRQ, () -> end.accept(errno));
  }
}
