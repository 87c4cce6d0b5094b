package unjam.kernel.user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import unjam.engine.SimTime;
import unjam.kernel.block.Request;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scenario.Stream;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Errno;
import unjam.scsi.FailFast;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Opcode;
import unjam.scsi.ScsiResult;
import unjam.trace.BlockFact;
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
   * Shortest and default timeout of SG_IO (block/blk.h: BLK_MIN_SG_TIMEOUT,
   * BLK_DEFAULT_SG_TIMEOUT).
   */
  private static final long MIN_SG_TIMEOUT_SECONDS = 7;

  private static final long DEFAULT_SG_TIMEOUT_SECONDS = 60;

  private final Kernel kernel;
  private final ScsiDevice device;
  private final Stream stream;
  private final int index;
  private final int thread;
  private final int repetition;
  private final List<Request> requests = new ArrayList<>();
  private boolean ended;
  private long ret;
  private Errno errno = Errno.OK;

  Io(
      Kernel kernel, ScsiDevice device, Stream stream, int index, int thread, int repetition) {
    this.kernel = kernel;
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
    if (stream.op() == IoOp.FSYNC) {
      flush(after);
    } else if (stream.mode() == IoMode.SG_IO) {
      passthrough(after);
    } else if (stream.mode() == IoMode.DIRECT) {
      readWrite(stream.failFast(), status -> finish(status, after));
    } else {
      readWrite(
          FailFast.ALL,
          status -> {
            if (status == BlkStatus.OK) {
              finish(status, after);
            } else {
              kernel.after(
                  Latency.THREAD_WAKE,
                  ExecContext.SUBMITTER,
                  () -> readWrite(stream.failFast(), again -> finish(again, after)));
            }
          });
    }
  }

  /** block/blk-mq.c: blk_mq_submit_bio. */
  private void readWrite(FailFast failFast, Consumer<BlkStatus> end) {
    Request request = request(failFast, false, false, 0, end);
    note(KernelFunction.BLK_MQ_SUBMIT_BIO, request, failFast, false);
    device.queue().submit(request, kernel.rules().directDispatchFromSubmitter());
  }

  private void flush(Runnable after) {
    if (!device.config().writeCache()) {
      finish(BlkStatus.OK, after);
      return;
    }
    Request request =
        request(FailFast.NONE, false, true, 0, status -> finish(status, after));
    note(KernelFunction.BLK_INSERT_FLUSH, request, FailFast.NONE, false);
    device.queue().submitFlush(request);
  }

  /**
   * The ioctl comes back well whatever the device said; its header tells
   * (drivers/scsi/scsi_ioctl.c: sg_io).
   */
  private void passthrough(Runnable after) {
    long seconds =
        stream
            .sgioTimeout()
            .map(asked -> (asked.nanos() + SimTime.NANOS_PER_SECOND - 1) / SimTime.NANOS_PER_SECOND)
            .orElse(DEFAULT_SG_TIMEOUT_SECONDS);
    long jiffies = kernel.secondsToJiffies(Math.max(MIN_SG_TIMEOUT_SECONDS, seconds));
    Request[] sent = new Request[1];
    sent[0] =
        request(
            FailFast.NONE,
            true,
            false,
            jiffies,
            status -> {
              ScsiResult result = sent[0].scmd().result();
              kernel.after(
                  Latency.THREAD_WAKE,
                  ExecContext.USER,
                  () -> {
                    note(KernelFunction.IO_END, new IoFact.SgHeaderFilled(index, result));
                    tell(0, Errno.OK, after);
                  });
            });
    Opcode opcode = stream.op() == IoOp.WRITE ? Opcode.WRITE_10 : Opcode.READ_10;
    int blockSize = device.config().blockSize();
    sent[0].scmd().setCdb(new Cdb(opcode, offset() / blockSize, stream.length() / blockSize));
    sent[0].scmd().setAllowed(0);
    note(KernelFunction.BLK_EXECUTE_RQ, sent[0], FailFast.NONE, true);
    device.queue().execute(sent[0]);
  }

  private Request request(
      FailFast failFast,
      boolean passthrough,
      boolean flush,
      long timeoutJiffies,
      Consumer<BlkStatus> end) {
    Request request =
        new Request(
            kernel.recorder().command(index),
            device.queue(),
            stream.op(),
            flush ? 0 : offset() / 512,
            flush ? 0 : stream.length(),
            failFast,
            passthrough,
            flush,
            timeoutJiffies,
            end);
    requests.add(request);
    return request;
  }

  private void finish(BlkStatus status, Runnable after) {
    kernel.after(
        Latency.THREAD_WAKE,
        ExecContext.USER,
        () -> {
          boolean good = status == BlkStatus.OK;
          long bytes = stream.op() == IoOp.FSYNC ? 0 : stream.length();
          tell(good ? bytes : -1, status.errno(), after);
        });
  }

  private void tell(long ret, Errno errno, Runnable after) {
    end(ret, errno);
    note(KernelFunction.IO_END, new IoFact.IoEnded(index, ret, errno));
    after.run();
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
