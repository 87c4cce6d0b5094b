package unjam.kernel.user;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import unjam.kernel.block.ReqFlags;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Ratelimit;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;
import unjam.scsi.LogLevel;
import unjam.trace.BlockFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * The dirty pages of one disk: a buffered write ends here, and reaches the disk with an fsync or
 * after half a minute (mm/page-writeback.c, fs/buffer.c). What was read is not kept: every read of
 * a scenario is meant to reach the disk.
 */
final class PageCache {

  /** Bytes of a page. */
  static final int PAGE = 4096;

  /** Age at which dirty pages are written (mm/page-writeback.c: dirty_expire_interval). */
  private static final long DIRTY_EXPIRE_SECONDS = 30;

  private final Kernel kernel;
  private final ScsiDevice device;
  private final Ratelimit complaints;
  private final TreeMap<Long, Integer> dirty = new TreeMap<>();
  private boolean lost;

  /** The writes of one round, and what becomes of them. */
  private final class Round {
    private final Consumer<BlkStatus> end;
    private int left;
    private BlkStatus worst = BlkStatus.OK;

    Round(int writes, Consumer<BlkStatus> end) {
      this.left = writes;
      this.end = end;
    }

    void ended(long offset, int length, BlkStatus status) {
      if (status != BlkStatus.OK) {
        for (long page = offset; page < offset + length; page += PAGE) {
          complain(page, "lost async page write");
        }
        worst = status;
      }
      left--;
      if (left == 0) {
        end.accept(worst);
      }
    }
  }

  PageCache(Kernel kernel, ScsiDevice device, Ratelimit complaints) {
    this.kernel = kernel;
    this.device = device;
    this.complaints = complaints;
  }

  /** The bytes are in memory; the disk gets them later. */
  void write(long offset, int length) {
    if (dirty.isEmpty()) {
      long nanos = kernel.jiffiesToNanos(kernel.secondsToJiffies(DIRTY_EXPIRE_SECONDS));
      kernel.after(nanos, ExecContext.KWORKER, this::expired);
    }
    dirty.merge(offset, length, Math::max);
  }

  private void expired() {
    writeBack(Kernel.NONE, request -> { }, status -> lost |= status != BlkStatus.OK);
  }

  /**
   * Writes what is dirty and says how it went; an error that a kworker met earlier is told too,
   * once.
   *
   * @param io whom the writes are for, or none
   * @param sent told of every request
   */
  void writeBack(int io, Consumer<Request> sent, Consumer<BlkStatus> end) {
    Map<Long, Integer> ranges = new TreeMap<>(dirty);
    dirty.clear();
    boolean lostBefore = io != Kernel.NONE && lost;
    lost &= !lostBefore;
    Consumer<BlkStatus> told = status -> end.accept(lostBefore ? BlkStatus.IOERR : status);
    if (ranges.isEmpty()) {
      told.accept(BlkStatus.OK);
      return;
    }
    Round round = new Round(ranges.size(), told);
    ranges.forEach((offset, length) -> sent.accept(send(io, offset, length, round)));
  }

  private Request send(int io, long offset, int length, Round round) {
    Request request =
        new Request(
            kernel.recorder().command(io),
            device.queue(),
            IoOp.WRITE,
            offset / 512,
            length,
            FailFast.NONE,
            false,
            false,
            0,
            status -> round.ended(offset, length, status));
    request.setFlags(io == Kernel.NONE ? ReqFlags.BACKGROUND : ReqFlags.SYNC);
    kernel.note(
        KernelFunction.BLK_MQ_SUBMIT_BIO,
        request.id(),
        device.index(),
        device.host().number(),
        new BlockFact.RequestAllocated(
            io, IoOp.WRITE, request.sector(), length, FailFast.NONE, false, io == Kernel.NONE));
    device.queue().submit(request, kernel.rules().directDispatchFromSubmitter());
    return request;
  }

  /** A page could not be read or written (fs/buffer.c: buffer_io_error). */
  void complain(long offset, String what) {
    complaints.print(
        () ->
            kernel.printk(
                LogLevel.KERN_ERR,
                Kernel.NONE,
                device.index(),
                device.host().number(),
                "Buffer I/O error on dev " + device.disk() + ", logical block " + offset / PAGE
                    + ", " + what));
  }
}
