package unjam.kernel.user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unjam.engine.SimTime;
import unjam.kernel.above.AboveIo;
import unjam.kernel.above.Layers;
import unjam.kernel.block.ReqFlags;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.eh.ScsiErrorHandler;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scenario.Stream;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.MlStatus;
import unjam.scsi.LogFacility;
import unjam.scsi.Opcode;
import unjam.scsi.ScsiResult;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EndState;
import unjam.trace.ExecContext;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;

/**
 * One IO of an application, from its system call and back, with the one or two requests that serve
 * it.
 */
final class Io {

  /**
   * Shortest and default timeout of SG_IO (include/linux/blkdev.h: BLK_MIN_SG_TIMEOUT,
   * BLK_DEFAULT_SG_TIMEOUT).
   */
  private static final long MIN_SG_TIMEOUT_SECONDS = 7;

  private static final long DEFAULT_SG_TIMEOUT_SECONDS = 60;

  /** The request number of the ioctl, as sd prints it (include/scsi/sg.h: SG_IO). */
  private static final String SG_IO = "0x2285";

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiErrorHandler eh;
  private final Layers layers;
  private final PageCache cache;
  private final ScsiDevice device;
  private final Stream stream;
  private final int index;
  private final int thread;
  private final int repetition;
  private final List<Request> requests = new ArrayList<>();
  private boolean ended;
  private long ret;
  private Errno errno = Errno.OK;

  /** What a request is to the block layer. */
  private enum Kind {
    READ_WRITE,
    FLUSH,
    PASSTHROUGH
  }

  Io(Ground ground, ScsiDevice device, Stream stream, int index, int thread, int repetition) {
    this.kernel = ground.kernel();
    this.log = ground.log();
    this.eh = ground.eh();
    this.layers = ground.layers();
    this.cache = ground.cache(device);
    this.device = device;
    this.stream = stream;
    this.index = index;
    this.thread = thread;
    this.repetition = repetition;
  }

  int index() {
    return index;
  }

  String name() {
    return stream.ioName(thread, repetition);
  }

  private long offset() {
    return stream.offset() + stream.stride() * (thread + repetition);
  }

  /** Enters the system call; {@code after} runs when the application has its answer. */
  void start(Runnable after) {
    note(
        KernelFunction.IO_START,
        new IoFact.IoStarted(
            index, stream.op(), stream.mode(), offset(), stream.length(), stream.background()));
    kernel.after(Latency.SYSCALL, ExecContext.SUBMITTER, () -> submit(after));
  }

  private void submit(Runnable after) {
    if (stream.above().isPresent()) {
      ask(stream.above().get(), after);
    } else if (stream.op() == IoOp.FSYNC) {
      fsync(after);
    } else if (stream.mode() == IoMode.SG_IO) {
      ioctl(after);
    } else if (stream.mode() == IoMode.DIRECT) {
      int idle = stream.op() == IoOp.WRITE ? ReqFlags.IDLE : 0;
      readWrite(
          stream.failFast(),
          ReqFlags.SYNC | idle,
          offset(),
          stream.length(),
          status -> finish(status, after));
    } else if (stream.op() == IoOp.WRITE) {
      cache.write(offset(), stream.length());
      finish(BlkStatus.OK, after);
    } else {
      readAhead(after);
    }
  }

  /** What lies above the disks decides which of them serve it. */
  private void ask(String above, Runnable after) {
    AboveIo asked =
        new AboveIo(index, stream.op(), offset(), stream.length(), requests::add);
    layers
        .of(above)
        .submit(
            asked,
            told -> {
              long bytes = stream.op() == IoOp.FSYNC ? 0 : stream.length();
              answer(told == Errno.OK ? bytes : -1, told, after);
            });
  }

  /** block/blk-mq.c: blk_mq_submit_bio. */
  private void readWrite(
      FailFast failFast, int flags, long from, int length, Consumer<BlkStatus> end) {
    Request request = request(failFast, from, length, Kind.READ_WRITE, 0, end);
    request.setFlags(flags);
    note(KernelFunction.BLK_MQ_SUBMIT_BIO, request, failFast, false);
    device.queue().submit(request, kernel.rules().directDispatchFromSubmitter());
  }

  /**
   * Everything at once first, and nobody insists; pages that did not come are then read for the
   * reader who needs them, one by one (mm/readahead.c, mm/filemap.c: filemap_read).
   */
  private void readAhead(Runnable after) {
    readWrite(
        FailFast.ALL,
        ReqFlags.RAHEAD,
        offset(),
        stream.length(),
        status -> {
          if (status == BlkStatus.OK) {
            finish(status, after);
          } else {
            later(() -> readPage(0, after));
          }
        });
  }

  private void readPage(int done, Runnable after) {
    int length = Math.min(PageCache.PAGE, stream.length() - done);
    readWrite(
        stream.failFast(),
        0,
        offset() + done,
        length,
        status -> {
          if (status != BlkStatus.OK) {
            cache.complain(offset() + done, "async page read");
            answer(done > 0 ? done : -1, done > 0 ? Errno.OK : status.errno(), after);
          } else if (done + length == stream.length()) {
            finish(status, after);
          } else {
            later(() -> readPage(done + length, after));
          }
        });
  }

  private void later(Runnable next) {
    kernel.after(Latency.THREAD_WAKE, ExecContext.SUBMITTER, next);
  }

  /** What is dirty in the page cache first, then the disk's own cache (block/fops.c). */
  private void fsync(Runnable after) {
    cache.writeBack(
        index,
        requests::add,
        status -> {
          if (status != BlkStatus.OK) {
            finish(BlkStatus.IOERR, after);
          } else {
            flush(after);
          }
        });
  }

  private void flush(Runnable after) {
    if (!device.config().writeCache()) {
      finish(BlkStatus.OK, after);
      return;
    }
    Request request =
        request(FailFast.NONE, 0, 0, Kind.FLUSH, 0, status -> finish(status, after));
    note(KernelFunction.BLK_INSERT_FLUSH, request, FailFast.NONE, false);
    device.queue().submitFlush(request);
  }

  /**
   * An ioctl waits while the host recovers, and finds no device that is offline (sd.c: sd_ioctl).
   */
  private void ioctl(Runnable after) {
    log.disk(
        LogFacility.IOCTL, 1, device, "sd_ioctl: disk=" + device.disk() + ", cmd=" + SG_IO);
    if (device.host().inRecovery()) {
      kernel.note(
          KernelFunction.SCSI_BLOCK_WHEN_PROCESSING_ERRORS,
          Kernel.NONE,
          device.index(),
          device.host().number(),
          CallFact.Entered.INSTANCE);
    }
    eh.blockWhenProcessingErrors(
        device,
        ExecContext.SUBMITTER,
        () -> {
          if (device.online()) {
            passthrough(after);
          } else {
            answer(-1, Errno.ENODEV, after);
          }
        });
  }

  /**
   * The ioctl comes back well whatever the device said; its header tells
   * (drivers/scsi/scsi_ioctl.c: sg_io).
   */
  private void passthrough(Runnable after) {
    long asked =
        stream
            .sgioTimeout()
            .map(timeout -> kernel.msecsToJiffies(timeout.nanos() / SimTime.NANOS_PER_MILLI))
            .orElse(kernel.secondsToJiffies(DEFAULT_SG_TIMEOUT_SECONDS));
    long jiffies = Math.max(kernel.secondsToJiffies(MIN_SG_TIMEOUT_SECONDS), asked);
    Request[] sent = new Request[1];
    sent[0] =
        request(
            FailFast.NONE, offset(), stream.length(), Kind.PASSTHROUGH, jiffies,
            status -> fillHeader(sent[0].scmd().result(), after));
    Opcode opcode = stream.op() == IoOp.WRITE ? Opcode.WRITE_10 : Opcode.READ_10;
    int blockSize = device.config().blockSize();
    sent[0].scmd().setCdb(new Cdb(opcode, offset() / blockSize, stream.length() / blockSize));
    sent[0].scmd().setAllowed(0);
    sent[0].scmd().setJiffiesAtAlloc(kernel.jiffies());
    note(KernelFunction.BLK_EXECUTE_RQ, sent[0], FailFast.NONE, true);
    device.queue().execute(sent[0], false);
  }

  private void fillHeader(ScsiResult result, Runnable after) {
    kernel.after(
        Latency.THREAD_WAKE,
        ExecContext.USER,
        () -> {
          note(KernelFunction.IO_END, new IoFact.SgHeaderFilled(index, result.withMl(MlStatus.OK)));
          tell(0, Errno.OK, after);
        });
  }

  private Request request(
      FailFast failFast,
      long from,
      int length,
      Kind kind,
      long timeoutJiffies,
      Consumer<BlkStatus> end) {
    Request request =
        new Request(
            kernel.recorder().command(index),
            device.queue(),
            stream.op(),
            from / 512,
            length,
            failFast,
            kind == Kind.PASSTHROUGH,
            kind == Kind.FLUSH,
            timeoutJiffies,
            end);
    requests.add(request);
    return request;
  }

  private void finish(BlkStatus status, Runnable after) {
    long bytes = stream.op() == IoOp.FSYNC ? 0 : stream.length();
    answer(status == BlkStatus.OK ? bytes : -1, status.errno(), after);
  }

  private void answer(long ret, Errno errno, Runnable after) {
    kernel.after(Latency.THREAD_WAKE, ExecContext.USER, () -> tell(ret, errno, after));
  }

  private void tell(long ret, Errno errno, Runnable after) {
    end(ret, errno);
    note(KernelFunction.IO_END, new IoFact.IoEnded(index, ret, errno));
    after.run();
  }

  /** Whether commands may serve it after its end, so that its counters still move. */
  boolean mayOutliveItsEnd() {
    return stream.above().isPresent();
  }

  void end(long ret, Errno errno) {
    this.ended = true;
    this.ret = ret;
    this.errno = errno;
  }

  EndState.Io endState() {
    int dispatches = 0;
    int timeouts = 0;
    int maxRetries = 0;
    for (Request request : requests) {
      dispatches += request.scmd().dispatches();
      timeouts += request.scmd().timeouts();
      maxRetries = Math.max(maxRetries, request.scmd().maxRetriesSeen());
    }
    return new EndState.Io(ended, ret, errno, dispatches, timeouts, maxRetries);
  }

  private void note(KernelFunction in, IoFact fact) {
    kernel.note(in, Kernel.NONE, device.index(), device.host().number(), fact);
  }

  private void note(
      KernelFunction in, Request request, FailFast failFast, boolean passthrough) {
    kernel.note(
        in,
        request.id(),
        device.index(),
        device.host().number(),
        new BlockFact.RequestAllocated(
            index,
            request.op(),
            request.sector(),
            request.bytes(),
            failFast,
            passthrough,
            false));
  }
}
