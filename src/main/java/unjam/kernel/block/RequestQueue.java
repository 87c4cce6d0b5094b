package unjam.kernel.block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.core.Ratelimit;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.scsi.BlkStatus;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * One disk's request queue with its hardware queue: who waits where, what is sent, what comes back
 * to be sent again (block/blk-mq.c, block/blk-mq-sched.c).
 */
public final class RequestQueue {

  /**
   * Pause before a refused request is offered again, in ms (block/blk-mq.c: BLK_MQ_RESOURCE_DELAY).
   */
  private static final long RESOURCE_DELAY_MS = 3;

  private final Kernel kernel;
  private final ScsiDevice device;
  private final TagSet tags;
  private final QueueOps ops;
  private final BlkTimeout timeout;
  private final Ratelimit errorLines;
  private final Elevator scheduler;
  private final FlushQueue flushes = new FlushQueue(this::issueFlush);
  private final Deque<Request> dispatch = new ArrayDeque<>();
  private final Deque<Request> requeueList = new ArrayDeque<>();
  private final List<Request> flushList = new ArrayList<>();
  private final DelayedWork runWork;
  private final DelayedWork requeueWork;
  private boolean restart;
  private boolean quiesced;

  public RequestQueue(
      Kernel kernel, ScsiDevice device, TagSet tags, QueueOps ops, Ratelimit errorLines) {
    this.kernel = kernel;
    this.device = device;
    this.tags = tags;
    this.ops = ops;
    this.errorLines = errorLines;
    boolean sorts = device.config().scheduler().equals("mq-deadline");
    this.scheduler = sorts ? new Deadline(kernel) : new Fifo();
    this.timeout = new BlkTimeout(kernel, this, tags, ops);
    this.runWork = new DelayedWork(kernel, ExecContext.KBLOCKD, this::dispatchRequests);
    this.requeueWork = new DelayedWork(kernel, ExecContext.KBLOCKD, this::requeueWork);
  }

  public ScsiDevice device() {
    return device;
  }

  /** A new request joins the queue and the queue runs (block/blk-mq.c: blk_mq_submit_bio). */
  public void submit(Request request, boolean fromSubmitter) {
    scheduler.add(request);
    runHwQueues(!fromSubmitter);
  }

  /**
   * A ready-made command goes past the scheduler, the kernel's own even past everybody
   * (block/blk-mq.c: blk_execute_rq).
   */
  public void execute(Request request, boolean atHead) {
    if (atHead) {
      dispatch.addFirst(request);
    } else {
      dispatch.addLast(request);
    }
    runHwQueues(false);
  }

  /** block/blk-flush.c: blk_insert_flush. */
  public void submitFlush(Request request) {
    flushes.add(request);
  }

  /** A flush goes over the requeue work to the queue (block/blk-flush.c: blk_kick_flush). */
  private void issueFlush(Request request) {
    flushList.add(request);
    kickRequeueList();
  }

  /** block/blk-mq.c: blk_mq_run_hw_queues. */
  public void runHwQueues(boolean async) {
    if (dispatch.isEmpty() && scheduler.isEmpty()) {
      return;
    }
    if (async) {
      runWork.modify(0);
    } else {
      dispatchRequests();
    }
  }

  /**
   * Runs the queue after a pause, unless a run is already to come (block/blk-mq.c:
   * blk_mq_delay_run_hw_queues).
   */
  public void delayRunHwQueues(long millis) {
    if (!runWork.isPending()) {
      delayRunHwQueue(millis);
    }
  }

  /** Runs the queue after a pause and not before (block/blk-mq.c: blk_mq_delay_run_hw_queue). */
  private void delayRunHwQueue(long millis) {
    note(
        KernelFunction.BLK_MQ_DELAY_RUN_HW_QUEUES,
        Kernel.NONE,
        new BlockFact.QueueRunDelayed(millis * 1_000_000));
    runWork.modify(kernel.msecsToJiffies(millis));
  }

  /** Nothing is sent until further notice (block/blk-mq.c: blk_mq_quiesce_queue_nowait). */
  public void quiesce() {
    quiesced = true;
  }

  /** Sends again (block/blk-mq.c: blk_mq_unquiesce_queue). */
  public void unquiesce() {
    quiesced = false;
    runHwQueues(true);
  }

  /** block/blk-mq-sched.c: __blk_mq_sched_dispatch_requests. */
  private void dispatchRequests() {
    if (quiesced) {
      return;
    }
    if (!dispatch.isEmpty()) {
      Deque<Request> list = new ArrayDeque<>(dispatch);
      dispatch.clear();
      restart = true;
      if (!dispatchList(list)) {
        return;
      }
    }
    while (!scheduler.isEmpty() && dispatch.isEmpty() && ops.getBudget(this)) {
      Request request = Objects.requireNonNull(scheduler.next());
      request.setBudget(true);
      Deque<Request> list = new ArrayDeque<>(1);
      list.add(request);
      if (!dispatchList(list)) {
        return;
      }
    }
  }

  /**
   * Sends what it can (block/blk-mq.c: blk_mq_dispatch_rq_list).
   *
   * @return whether everything was sent
   */
  private boolean dispatchList(Deque<Request> list) {
    boolean needsResource = false;
    boolean noTag = false;
    while (!list.isEmpty()) {
      Request request = list.peekFirst();
      if (!request.hasBudget()) {
        if (!ops.getBudget(this)) {
          needsResource = true;
          break;
        }
        request.setBudget(true);
      }
      if (!tags.assign(request)) {
        releaseBudget(request);
        refuse(request, KernelFunction.BLK_MQ_GET_DRIVER_TAG, BlockFact.Gate.NO_TAG);
        noTag = true;
        break;
      }
      list.removeFirst();
      BlkStatus status = ops.queueRq(request);
      if (status == BlkStatus.OK) {
        continue;
      }
      request.setBudget(false);
      if (status == BlkStatus.RESOURCE || status == BlkStatus.DEV_RESOURCE) {
        needsResource |= status == BlkStatus.RESOURCE;
        list.addFirst(request);
        putBack(request, true);
        break;
      }
      endRequest(request, status);
    }
    if (list.isEmpty()) {
      return true;
    }
    keepForLater(list, needsResource, noTag);
    return false;
  }

  private void keepForLater(Deque<Request> list, boolean needsResource, boolean noTag) {
    for (Request request : list) {
      releaseBudget(request);
    }
    dispatch.addAll(list);
    if (!restart && !noTag) {
      runHwQueues(true);
    } else if (needsResource) {
      delayRunHwQueue(RESOURCE_DELAY_MS);
    }
  }

  private void releaseBudget(Request request) {
    if (request.hasBudget()) {
      request.setBudget(false);
      ops.putBudget(this);
    }
  }

  private void refuse(Request request, KernelFunction in, BlockFact.Gate gate) {
    note(in, request.id(), new BlockFact.Refused(gate));
  }

  /**
   * The driver is about to be given the request: its clock starts (block/blk-mq.c:
   * blk_mq_start_request).
   */
  public void startRequest(Request request) {
    timeout.add(request);
    request.setState(Request.State.IN_FLIGHT);
    note(
        KernelFunction.BLK_MQ_START_REQUEST,
        request.id(),
        new BlockFact.RequestStarted(
            request.tag(),
            kernel.jiffiesToNanos(request.timeoutJiffies()),
            kernel.nanosAt(request.deadline())));
    timeout.arm(request);
  }

  /**
   * Another full timeout for a request that its driver vouches for (block/blk-timeout.c:
   * blk_add_timer).
   */
  void restartTimer(Request request) {
    timeout.add(request);
    timeout.arm(request);
  }

  /** The driver wants the request timed out now (block/blk-timeout.c: blk_abort_request). */
  public void abort(Request request) {
    timeout.abort(request);
  }

  /** block/blk-mq.c: __blk_mq_requeue_request. */
  private void putBack(Request request, boolean refused) {
    tags.release(request);
    note(
        KernelFunction.BLK_MQ_REQUEUE_REQUEST, request.id(), new BlockFact.Requeued(refused));
    request.setState(Request.State.IDLE);
    request.setTimedOut(false);
  }

  /**
   * Puts a request that the driver had back for another try (block/blk-mq.c:
   * blk_mq_requeue_request).
   */
  public void requeue(Request request, boolean kick) {
    request.setBudget(false);
    putBack(request, false);
    if (kernel.rules().requeueListIsLifo()) {
      requeueList.addFirst(request);
    } else {
      requeueList.addLast(request);
    }
    if (kick) {
      kickRequeueList();
    }
  }

  /** block/blk-mq.c: blk_mq_kick_requeue_list. */
  public void kickRequeueList() {
    requeueWork.modify(0);
  }

  /** block/blk-mq.c: blk_mq_delay_kick_requeue_list. */
  public void delayKickRequeueList(long millis) {
    requeueWork.modify(kernel.msecsToJiffies(millis));
  }

  private void requeueWork() {
    note(
        KernelFunction.BLK_MQ_REQUEUE_WORK,
        Kernel.NONE,
        new BlockFact.RequeueWorkRan(requeueList.size() + flushList.size()));
    List<Request> requests = new ArrayList<>(requeueList);
    requeueList.clear();
    for (Request request : requests) {
      if (request.dontPrep()) {
        dispatch.addLast(request);
      } else if (request.passthrough() || request.isFlush()) {
        dispatch.addFirst(request);
      } else {
        scheduler.addFirst(request);
      }
    }
    flushList.forEach(dispatch::addFirst);
    flushList.clear();
    runHwQueues(false);
  }

  /**
   * The driver is done with the request: on to the softirq, or straight on where each processor has
   * its own hardware queue (block/blk-mq.c: blk_mq_complete_request_remote).
   */
  public void completeRequest(Request request, int nrHwQueues) {
    request.setState(Request.State.COMPLETE);
    entered(KernelFunction.BLK_MQ_COMPLETE_REQUEST, request);
    if (nrHwQueues > 1) {
      ops.complete(request);
      return;
    }
    entered(KernelFunction.BLK_MQ_RAISE_SOFTIRQ, request);
    kernel.after(
        Latency.SOFTIRQ,
        ExecContext.SOFTIRQ,
        () -> {
          entered(KernelFunction.BLK_DONE_SOFTIRQ, request);
          ops.complete(request);
        });
  }

  /**
   * Tells the block layer of bytes that are done (drivers/scsi/scsi_lib.c: scsi_end_request on
   * block/blk-mq.c: blk_update_request).
   *
   * @return whether something is left
   */
  public boolean endBytes(Request request, BlkStatus status, int bytes) {
    BlockErrorLine.print(kernel, errorLines, device, request, status);
    if (request.advance(bytes)) {
      return true;
    }
    entered(KernelFunction.BLK_UPDATE_REQUEST, request);
    if (!request.passthrough()) {
      entered(KernelFunction.BIO_ENDIO, request);
    }
    finish(request, status);
    return false;
  }

  /** Ends a request that never reached the driver (block/blk-mq.c: blk_mq_end_request). */
  private void endRequest(Request request, BlkStatus status) {
    note(
        KernelFunction.BLK_UPDATE_REQUEST,
        request.id(),
        new BlockFact.RequestEnded(status, request.bytes(), true));
    BlockErrorLine.print(kernel, errorLines, device, request, status);
    request.advance(request.bytes());
    finish(request, status);
  }

  private void finish(Request request, BlkStatus status) {
    free(request);
    request.end(status);
    if (request.isFlush()) {
      for (Request other : flushes.ended(request)) {
        note(
            KernelFunction.BLK_UPDATE_REQUEST,
            other.id(),
            new BlockFact.RequestEnded(status, 0, true));
        BlockErrorLine.print(kernel, errorLines, device, other, status);
        other.end(status);
      }
    }
  }

  private void free(Request request) {
    request.setState(Request.State.IDLE);
    request.setBudget(false);
    tags.release(request);
    if (restart) {
      restart = false;
      runHwQueues(true);
    }
  }

  private void note(KernelFunction in, int cmd, BlockFact fact) {
    kernel.note(in, cmd, device.index(), device.host().number(), fact);
  }

  private void entered(KernelFunction in, Request request) {
    kernel.note(
        in, request.id(), device.index(), device.host().number(), CallFact.Entered.INSTANCE);
  }
}
