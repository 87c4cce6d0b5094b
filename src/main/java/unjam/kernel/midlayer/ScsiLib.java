package unjam.kernel.midlayer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.kernel.block.QueueOps;
import unjam.kernel.block.Request;
import unjam.kernel.block.RequestQueue;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.core.Kernel;
import unjam.scsi.BlkStatus;
import unjam.scsi.HostByte;
import unjam.scsi.LogLevel;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact.Gate;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/**
 * Submission: preparation, dispatch, and the way back into the queue
 * (drivers/scsi/scsi_lib.c).
 */
public final class ScsiLib implements QueueOps {

  /**
   * Pause before a device without a place is looked at again, in ms (scsi_lib.c: SCSI_QUEUE_DELAY).
   */
  private static final long QUEUE_DELAY_MS = 3;

  private final Kernel kernel;
  private final ScsiLogging log;
  private final Sd sd;
  private final QueueGates gates;
  private final ScsiCompletion completion;
  private @Nullable LowLevelDriver driver;
  private @Nullable ErrorHandling eh;

  public ScsiLib(Kernel kernel, ScsiLogging log, ScsiSense sense, Sd sd) {
    this.kernel = kernel;
    this.log = log;
    this.sd = sd;
    this.gates = new QueueGates(kernel, log);
    this.completion = new ScsiCompletion(kernel, log, sense, sd, this);
  }

  /** Connects the ordinary path with the driver below and the error path beside it. */
  public void connect(LowLevelDriver driver, ErrorHandling eh) {
    this.driver = driver;
    this.eh = eh;
  }

  public ScsiCompletion completion() {
    return completion;
  }

  ErrorHandling eh() {
    return connected(eh);
  }

  private static <T> T connected(@Nullable T other) {
    if (other == null) {
      throw new IllegalStateException("the stack is not connected yet");
    }
    return other;
  }

  // Budget: a place in the device's depth.

  /** scsi_lib.c: scsi_mq_get_budget. */
  @Override
  public boolean getBudget(RequestQueue queue) {
    ScsiDevice sdev = queue.device();
    if (gates.devQueueReady(sdev)) {
      sdev.deviceBusy++;
      return true;
    }
    sdev.restarts++;
    if (sdev.deviceBusy == 0 && !QueueGates.isBlocked(sdev)) {
      queue.delayRunHwQueues(QUEUE_DELAY_MS);
    }
    return false;
  }

  @Override
  public void putBudget(RequestQueue queue) {
    queue.device().deviceBusy--;
  }

  // scsi_queue_rq and its gates.

  /** scsi_lib.c: scsi_queue_rq. */
  @Override
  public BlkStatus queueRq(Request request) {
    ScsiCmnd scmd = request.scmd();
    int call = note(KernelFunction.SCSI_QUEUE_RQ, scmd, CallFact.Entered.INSTANCE);
    BlkStatus status = throughGates(request);
    if (status != BlkStatus.OK) {
      status = refused(request, status);
    }
    note(KernelFunction.SCSI_QUEUE_RQ, scmd, new CallFact.Returned(call, status));
    return status;
  }

  private BlkStatus throughGates(Request request) {
    ScsiCmnd scmd = request.scmd();
    ScsiDevice sdev = scmd.device();
    ScsiHost shost = scmd.host();
    if (sdev.state != SdevState.SDEV_RUNNING) {
      BlkStatus status = gates.deviceStateCheck(scmd);
      if (status != BlkStatus.OK) {
        return status;
      }
    }
    if (shost.inRecovery()) {
      gates.refuse(scmd, KernelFunction.SCSI_QUEUE_RQ, Gate.HOST_IN_RECOVERY);
      return BlkStatus.RESOURCE;
    }
    if (!gates.hostQueueReady(scmd)) {
      return BlkStatus.RESOURCE;
    }
    BlkStatus prepared = prepare(request);
    if (prepared != BlkStatus.OK) {
      decHostBusy(scmd);
      return prepared;
    }
    request.queue().startRequest(request);
    Optional<MlqueueReturn> busy = dispatch(scmd);
    if (busy.isPresent()) {
      gates.setBlocked(scmd, busy.get());
      gates.refuse(scmd, KernelFunction.SCSI_DISPATCH_CMD, Gate.QUEUECOMMAND);
      decHostBusy(scmd);
      return BlkStatus.RESOURCE;
    }
    return BlkStatus.OK;
  }

  private BlkStatus refused(Request request, BlkStatus status) {
    ScsiDevice sdev = request.scmd().device();
    sdev.deviceBusy--;
    if (status == BlkStatus.RESOURCE) {
      return QueueGates.isBlocked(sdev) ? BlkStatus.DEV_RESOURCE : status;
    }
    request
        .scmd()
        .setResult(
            ScsiResult.of(sdev.online() ? HostByte.DID_ERROR : HostByte.DID_NO_CONNECT));
    runQueueAsync(sdev);
    return status;
  }

  /**
   * scsi_lib.c: scsi_prepare_cmd. A request that comes again as it is keeps its CDB and its flags.
   */
  private BlkStatus prepare(Request request) {
    ScsiCmnd scmd = request.scmd();
    scmd.setSense(null);
    scmd.sentByBlockLayer();
    if (request.dontPrep()) {
      scmd.clearComplete();
      return BlkStatus.OK;
    }
    if (scmd.neverPrepared()) {
      scmd.setJiffiesAtAlloc(kernel.jiffies());
      scmd.setRetries(0);
    }
    scmd.clearComplete();
    scmd.setAbortScheduled(false);
    scmd.setResult(ScsiResult.GOOD);
    if (!request.passthrough()) {
      BlkStatus status = sd.initCommand(request);
      if (status != BlkStatus.OK) {
        return status;
      }
    }
    if (request.timeoutJiffies() == 0) {
      request.setTimeoutJiffies(scmd.device().rqTimeout());
    }
    request.setDontPrep(true);
    note(
        KernelFunction.SCSI_PREPARE_CMD,
        scmd,
        new MidLayerFact.Prepared(scmd.cdb(), scmd.allowed()));
    return BlkStatus.OK;
  }

  /** scsi_lib.c: scsi_dispatch_cmd. */
  private Optional<MlqueueReturn> dispatch(ScsiCmnd scmd) {
    ScsiDevice sdev = scmd.device();
    note(
        KernelFunction.SCSI_DISPATCH_CMD, scmd, new MidLayerFact.Dispatched(scmd.cdb()));
    sdev.iorequestCnt++;
    scmd.countDispatch();
    if (sdev.state == SdevState.SDEV_DEL || scmd.host().state == ShostState.SHOST_DEL) {
      scmd.setResult(ScsiResult.of(HostByte.DID_NO_CONNECT));
      completion.scsiDone(scmd);
      return Optional.empty();
    }
    log.send(scmd);
    Optional<MlqueueReturn> busy = connected(driver).queuecommand(scmd);
    if (busy.isPresent()) {
      sdev.iorequestCnt--;
      log.mlqueue(3, scmd, "queuecommand : request rejected");
      note(
          KernelFunction.QUEUECOMMAND_BUSY,
          scmd,
          new MidLayerFact.QueuecommandBusy(busy.get()));
    }
    return busy;
  }

  // Leaving the device, and going back to the queue.

  /**
   * scsi_lib.c: scsi_dec_host_busy. While the host recovers, every command that leaves may wake the
   * handler.
   */
  private void decHostBusy(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    if (!shost.inFlight().remove(scmd)) {
      return;
    }
    if (shost.inRecovery() && (shost.failed() > 0 || shost.ehScheduled())) {
      eh().scsiEhWakeup(shost);
    }
  }

  /** scsi_lib.c: scsi_device_unbusy. */
  void deviceUnbusy(ScsiCmnd scmd) {
    decHostBusy(scmd);
    scmd.device().deviceBusy--;
  }

  /** Puts a command that the device had back for another try (scsi_lib.c: scsi_queue_insert). */
  public void queueInsert(ScsiCmnd scmd, MlqueueReturn reason, boolean unbusy) {
    note(
        KernelFunction.SCSI_QUEUE_INSERT,
        scmd,
        new MidLayerFact.QueueInserted(reason, scmd.tellRetries()));
    log.mlqueue(
        1, scmd, "Inserting command " + ScsiLogging.pointer(scmd) + " into mlqueue");
    gates.setBlocked(scmd, reason);
    if (unbusy) {
      deviceUnbusy(scmd);
    }
    scmd.setResult(ScsiResult.GOOD);
    scmd.request().queue().requeue(scmd.request(), kicksRequeueList(scmd.host()));
  }

  /** Sends a request back to be prepared anew (scsi_lib.c: scsi_mq_requeue_cmd). */
  void requeueForPrep(ScsiCmnd scmd, long delayMillis) {
    note(
        KernelFunction.SCSI_MQ_REQUEUE_CMD,
        scmd,
        new MidLayerFact.RequeuedForPrep(delayMillis * 1_000_000));
    Request request = scmd.request();
    request.setDontPrep(false);
    boolean kick = kicksRequeueList(scmd.host());
    request.queue().requeue(request, kick && delayMillis == 0);
    if (kick && delayMillis > 0) {
      request.queue().delayKickRequeueList(delayMillis);
    }
  }

  private boolean kicksRequeueList(ScsiHost shost) {
    return !(kernel.rules().requeueHeldInRecovery() && shost.inRecovery());
  }

  /** scsi_lib.c: scsi_run_queue_async. */
  void runQueueAsync(ScsiDevice sdev) {
    ScsiHost shost = sdev.host();
    if (kernel.rules().requeueHeldInRecovery() && shost.inRecovery()) {
      return;
    }
    if (!shost.starved().isEmpty()) {
      requeueWork(sdev).queue();
    } else if (sdev.restarts > 0) {
      sdev.restarts = 0;
      sdev.queue().runHwQueues(true);
    }
  }

  private DelayedWork requeueWork(ScsiDevice sdev) {
    DelayedWork work = sdev.requeueWork;
    if (work == null) {
      work = new DelayedWork(kernel, ExecContext.KBLOCKD, () -> runQueue(sdev));
      sdev.requeueWork = work;
    }
    return work;
  }

  /** scsi_lib.c: scsi_run_queue. */
  private void runQueue(ScsiDevice sdev) {
    runStarved(sdev.host());
    if (kernel.rules().restartKicksRequeueLists()) {
      sdev.queue().kickRequeueList();
    } else {
      sdev.queue().runHwQueues(false);
    }
  }

  /** Devices that a blocked host turned away go first (scsi_lib.c: scsi_starved_list_run). */
  private void runStarved(ScsiHost shost) {
    List<ScsiDevice> list = new ArrayList<>(shost.starved());
    shost.starved().clear();
    while (!list.isEmpty() && shost.hostBlocked == 0) {
      list.removeFirst().queue().runHwQueues(false);
    }
    list.addAll(shost.starved());
    shost.starved().clear();
    shost.starved().addAll(list);
  }

  /** All devices of a host may dispatch again (scsi_lib.c: scsi_run_host_queues). */
  public void runHostQueues(ScsiHost shost) {
    kernel.note(
        KernelFunction.SCSI_RUN_HOST_QUEUES,
        Kernel.NONE,
        Kernel.NONE,
        shost.number(),
        new EhFact.HostQueuesRan(shost.state));
    for (ScsiDevice sdev : shost.devices()) {
      if (sdev.state != SdevState.SDEV_DEL) {
        runQueue(sdev);
      }
    }
  }

  @Override
  public void complete(Request request) {
    completion.scsiComplete(request.scmd());
  }

  @Override
  public TimerReturn timeout(Request request) {
    return eh().scsiTimeout(request.scmd());
  }

  int note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    return kernel.note(in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
