package unjam.kernel.above;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Above;
import unjam.scsi.BlkStatus;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.LogLevel;
import unjam.trace.AboveFact;
import unjam.trace.AboveFact.Why;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * A file system on one disk. Files are read and written directly, a write needs new blocks; what
 * it changes goes to the journal after five seconds or with an fsync. An error of a file is told to
 * who asked. An error of the journal is found by the next change (fs/ext4/ext4_jbd2.c:
 * ext4_journal_check_start), which makes everything read-only or shuts it down, as the version of
 * the kernel has it (fs/ext4/super.c: ext4_handle_error).
 * Flushes of the disk's cache around a commit are left out.
 */
final class Ext4 implements Layer {

  /** How long a change may wait (include/linux/jbd2.h: JBD2_DEFAULT_MAX_COMMIT_AGE). */
  private static final long COMMIT_NANOS = 5 * SimTime.NANOS_PER_SECOND;

  private static final int BLOCK = 4_096;

  private final Kernel kernel;
  private final Above.Ext4 config;
  private final ScsiDevice device;
  private final WayDown reads;
  private final WayDown writes;
  private final WayDown journal;
  private final List<Consumer<Errno>> waiting = new ArrayList<>();
  private Optional<AboveIo> onBehalfOf = Optional.empty();
  private boolean dirty;
  private boolean committing;
  private boolean aborted;
  private boolean readOnly;
  private long head;
  private long timer;

  Ext4(Kernel kernel, Above.Ext4 config, ScsiDevice device) {
    this.kernel = kernel;
    this.config = config;
    this.device = device;
    reads = way(KernelFunction.EXT4_DIO_READ_ITER, ExecContext.SUBMITTER);
    writes = way(KernelFunction.EXT4_DIO_WRITE_ITER, ExecContext.SUBMITTER);
    journal = way(KernelFunction.JBD2_JOURNAL_COMMIT_TRANSACTION, ExecContext.JBD2);
  }

  private WayDown way(KernelFunction in, ExecContext ender) {
    return new WayDown(
        kernel, new WayDown.Steps(in, in, in, in), ender, Latency.THREAD_WAKE);
  }

  @Override
  public void submit(AboveIo io, Consumer<Errno> end) {
    switch (io.op()) {
      case READ -> {
        if (readOnly && readError() != Errno.OK) {
          end.accept(readError());
        } else {
          file(reads, io, end);
        }
      }
      case WRITE -> {
        if (aborted) {
          findAbortedJournal();
          end.accept(writeError());
        } else {
          change();
          file(writes, io, end);
        }
      }
      case FSYNC -> fsync(io, end);
    }
  }

  private void file(WayDown way, AboveIo io, Consumer<Errno> end) {
    way.send(
        io, device, config.name(), Why.FILE, 1, FailFast.NONE,
        ended -> end.accept(ended.status.errno()));
  }

  /** The inode has a new time; somebody will write that down. */
  private void change() {
    if (!dirty) {
      dirty = true;
      timer = kernel.after(COMMIT_NANOS, ExecContext.JBD2, this::commit);
    }
  }

  private void fsync(AboveIo io, Consumer<Errno> end) {
    if (aborted) {
      end.accept(readOnly ? writeError() : Errno.EIO);
    } else if (dirty || committing) {
      waiting.add(end);
      onBehalfOf = onBehalfOf.or(() -> Optional.of(io));
      kernel.after(Latency.THREAD_WAKE, ExecContext.JBD2, this::commit);
    } else {
      end.accept(Errno.OK);
    }
  }

  /** What has changed first, and then that this was all (fs/jbd2/commit.c). */
  private void commit() {
    if (!dirty || committing || aborted) {
      return;
    }
    dirty = false;
    kernel.cancel(timer);
    committing = true;
    AboveIo io =
        onBehalfOf.orElseGet(
            () -> new AboveIo(Kernel.NONE, IoOp.WRITE, 0, BLOCK, request -> { }));
    List<Consumer<Errno>> told = List.copyOf(waiting);
    waiting.clear();
    onBehalfOf = Optional.empty();
    block(io, 1, told, () -> block(io, 2, told, () -> committed(told)));
  }

  private void block(AboveIo io, int buffer, List<Consumer<Errno>> told, Runnable then) {
    long at = config.journal() + head;
    head = (head + BLOCK) % Above.Ext4.JOURNAL_BYTES;
    journal.send(
        io, device, config.name(), Why.JOURNAL, buffer, IoOp.WRITE, at, BLOCK, FailFast.NONE,
        ended -> {
          if (ended.status == BlkStatus.OK) {
            then.run();
          } else {
            abort(told);
          }
        });
  }

  private void committed(List<Consumer<Errno>> told) {
    committing = false;
    told.forEach(each -> each.accept(Errno.OK));
    if (dirty && !waiting.isEmpty()) {
      commit();
    } else {
      tellTheRest(Errno.OK);
    }
  }

  /** Who waits for this commit is told (fs/jbd2/journal.c: jbd2_journal_abort). */
  private void abort(List<Consumer<Errno>> told) {
    committing = false;
    aborted = true;
    print(LogLevel.KERN_ERR, "Aborting journal on device " + device.disk() + "-8.");
    told.forEach(each -> each.accept(Errno.EIO));
    tellTheRest(Errno.EIO);
  }

  /** The first change after it pays for all (fs/ext4/ext4_jbd2.c: ext4_journal_check_start). */
  private void findAbortedJournal() {
    if (readOnly) {
      return;
    }
    readOnly = true;
    writes.note(
        KernelFunction.EXT4_HANDLE_ERROR, device,
        new AboveFact.RemountedReadOnly(config.name(), writeError(), readError()));
    print(
        LogLevel.KERN_CRIT,
        "EXT4-fs error (device " + device.disk()
            + "): ext4_journal_check_start: Detected aborted journal");
    print(
        LogLevel.KERN_CRIT, "EXT4-fs (" + device.disk() + "): Remounting filesystem read-only");
  }

  /** What changes are told: SB_RDONLY says EROFS, EXT4_FLAGS_SHUTDOWN EIO. */
  private Errno writeError() {
    return kernel.rules().filesystemErrorStopsReads() ? Errno.EIO : Errno.EROFS;
  }

  /** Only a file system that is shut down refuses reads (fs/ext4/file.c: ext4_file_read_iter). */
  private Errno readError() {
    return kernel.rules().filesystemErrorStopsReads() ? Errno.EIO : Errno.OK;
  }

  private void tellTheRest(Errno errno) {
    List<Consumer<Errno>> rest = List.copyOf(waiting);
    waiting.clear();
    onBehalfOf = Optional.empty();
    rest.forEach(each -> each.accept(errno));
  }

  private void print(LogLevel level, String line) {
    kernel.printk(level, Kernel.NONE, device.index(), device.host().number(), line);
  }
}
