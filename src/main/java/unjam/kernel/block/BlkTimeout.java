package unjam.kernel.block;

import java.util.ArrayList;
import java.util.List;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.core.WheelTimer;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * The one timer of a request queue: a command is not timed out at its timeout but when this timer
 * next looks (block/blk-timeout.c: blk_add_timer, block/blk-mq.c: blk_mq_timeout_work).
 */
final class BlkTimeout {

  /**
   * Farthest ahead that the timer is set, before rounding (block/blk.h: BLK_MAX_TIMEOUT).
   */
  private static final long MAX_TIMEOUT_SECONDS = 5;

  private final Kernel kernel;
  private final RequestQueue queue;
  private final TagSet tags;
  private final QueueOps ops;
  private final WheelTimer timer;
  private boolean workQueued;

  BlkTimeout(Kernel kernel, RequestQueue queue, TagSet tags, QueueOps ops) {
    this.kernel = kernel;
    this.queue = queue;
    this.tags = tags;
    this.ops = ops;
    this.timer = kernel.wheel().timer(this::fires);
  }

  /** Gives the request its deadline. */
  void add(Request request) {
    request.setTimedOut(false);
    request.setDeadline(kernel.jiffies() + request.timeoutJiffies());
  }

  /** Sets the queue's timer unless it is pending and would fire early enough. */
  void arm(Request request) {
    long expiry =
        Math.min(
            rounded(request.deadline()),
            rounded(kernel.jiffies() + kernel.secondsToJiffies(MAX_TIMEOUT_SECONDS)));
    if (!timer.isPending() || timer.expires() - expiry >= kernel.hz() / 2) {
      set(KernelFunction.BLK_ADD_TIMER, expiry);
    }
  }

  /**
   * Adds a power of two of at least a second; despite its name nothing is rounded
   * (block/blk-timeout.c: blk_round_jiffies).
   */
  private long rounded(long jiffies) {
    int mask = Integer.highestOneBit(kernel.hz());
    long step = mask == kernel.hz() ? mask : mask * 2L;
    return jiffies + step;
  }

  private void set(KernelFunction in, long expiry) {
    timer.modify(expiry);
    long now = kernel.jiffies();
    note(
        in,
        new BlockFact.TimerArmed(
            kernel.jiffiesToNanos(expiry - now),
            kernel.jiffiesToNanos(timer.bucketExpiry() - expiry),
            kernel.nanosAt(timer.bucketExpiry())));
  }

  /** The request is late now and is looked at at once (block/blk-timeout.c: blk_abort_request). */
  void abort(Request request) {
    request.setDeadline(kernel.jiffies());
    kernel.note(
        KernelFunction.BLK_ABORT_REQUEST,
        request.id(),
        queue.device().index(),
        queue.device().host().number(),
        new BlockFact.RequestAborted(kernel.nanosAt(request.deadline())));
    scheduleWork();
  }

  private void fires() {
    note(KernelFunction.BLK_RQ_TIMED_OUT_TIMER, BlockFact.TimerFired.INSTANCE);
    scheduleWork();
  }

  private void scheduleWork() {
    if (!workQueued) {
      workQueued = true;
      kernel.after(Latency.WORK, ExecContext.KBLOCKD, this::timeoutWork);
    }
  }

  private void timeoutWork() {
    workQueued = false;
    long start = kernel.jiffies();
    entered(KernelFunction.BLK_MQ_CHECK_EXPIRED);
    int expired = expired(start).size();
    note(KernelFunction.BLK_MQ_TIMEOUT_WORK, new BlockFact.TimeoutScanned(expired));
    if (expired == 0) {
      rearm(start, List.of());
    } else if (kernel.rules().timeoutScanPasses() == 1) {
      handle(start);
    } else {
      kernel.after(Latency.RCU_GRACE, ExecContext.KBLOCKD, () -> handle(start));
    }
  }

  private List<Request> expired(long start) {
    List<Request> late = new ArrayList<>();
    tags.forEach(
        queue,
        request -> {
          if (isCounted(request) && start >= request.deadline()) {
            late.add(request);
          }
        });
    return late;
  }

  private static boolean isCounted(Request request) {
    return request.state() == Request.State.IN_FLIGHT && !request.timedOut();
  }

  private void handle(long start) {
    entered(KernelFunction.BLK_MQ_HANDLE_EXPIRED);
    List<Request> late = expired(start);
    for (Request request : late) {
      if (!isCounted(request)) {
        continue;
      }
      request.setTimedOut(true);
      if (ops.timeout(request) == TimerReturn.BLK_EH_RESET_TIMER) {
        queue.restartTimer(request);
      }
    }
    rearm(start, late);
  }

  /**
   * The timer is set to the exact earliest deadline of what is left. A request that was late and
   * got more time is not asked again: the timer that its new deadline set stays.
   */
  private void rearm(long start, List<Request> late) {
    long[] next = {Long.MAX_VALUE};
    tags.forEach(
        queue,
        request -> {
          if (isCounted(request) && start < request.deadline() && !late.contains(request)) {
            next[0] = Math.min(next[0], request.deadline());
          }
        });
    if (next[0] != Long.MAX_VALUE) {
      set(KernelFunction.MOD_TIMER, next[0]);
    }
  }

  private void entered(KernelFunction in) {
    kernel.note(
        in,
        Kernel.NONE,
        queue.device().index(),
        queue.device().host().number(),
        CallFact.Entered.INSTANCE);
  }

  private void note(KernelFunction in, BlockFact fact) {
    kernel.note(
        in, Kernel.NONE, queue.device().index(), queue.device().host().number(), fact);
  }
}
