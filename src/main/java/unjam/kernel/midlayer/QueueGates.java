package unjam.kernel.midlayer;

import unjam.kernel.core.Kernel;
import unjam.scsi.BlkStatus;
import unjam.scsi.LogLevel;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact;
import unjam.trace.BlockFact.Gate;
import unjam.trace.KernelFunction;

/**
 * What can keep a request from the driver: depth, states, and the counters that a refusal sets. The
 * gate of a target (scsi_target_queue_ready) stands open: it matters only for drivers that limit a
 * target, and none that is modelled does.
 */
final class QueueGates {

  /**
   * Queue attempts that a refusal costs an idle device or target (scsi_device.h:
   * SCSI_DEFAULT_DEVICE_BLOCKED).
   */
  private static final int DEFAULT_DEVICE_BLOCKED = 3;

  private final Kernel kernel;
  private final ScsiLogging log;

  QueueGates(Kernel kernel, ScsiLogging log) {
    this.kernel = kernel;
    this.log = log;
  }

  /**
   * scsi_lib.c: scsi_dev_queue_ready. The counter only goes down while nothing else is on the
   * device.
   */
  boolean devQueueReady(ScsiDevice sdev) {
    if (sdev.deviceBusy >= sdev.queueDepth) {
      refuse(sdev, Gate.DEVICE_DEPTH);
      return false;
    }
    if (sdev.deviceBlocked == 0) {
      return true;
    }
    if (sdev.deviceBusy > 0 || --sdev.deviceBlocked > 0) {
      refuse(sdev, Gate.DEVICE_BLOCKED_COUNTER);
      return false;
    }
    log.mlqueue(3, sdev, "unblocking device at zero depth");
    return true;
  }

  private void refuse(ScsiDevice sdev, Gate gate) {
    kernel.note(
        KernelFunction.SCSI_MQ_GET_BUDGET,
        Kernel.NONE,
        sdev.index(),
        sdev.host().number(),
        new BlockFact.Refused(gate));
  }

  static boolean isBlocked(ScsiDevice sdev) {
    return sdev.state == SdevState.SDEV_BLOCK || sdev.state == SdevState.SDEV_CREATED_BLOCK;
  }

  /** scsi_lib.c: scsi_device_state_check. */
  BlkStatus deviceStateCheck(ScsiCmnd scmd) {
    ScsiDevice sdev = scmd.device();
    return switch (sdev.state) {
      case SDEV_CREATED, SDEV_RUNNING -> BlkStatus.OK;
      case SDEV_OFFLINE, SDEV_TRANSPORT_OFFLINE -> {
        if (!sdev.offlineAlready) {
          sdev.offlineAlready = true;
          log.print(LogLevel.KERN_ERR, sdev, "rejecting I/O to offline device");
        }
        yield BlkStatus.IOERR;
      }
      case SDEV_DEL -> {
        log.print(LogLevel.KERN_ERR, sdev, "rejecting I/O to dead device");
        yield BlkStatus.IOERR;
      }
      case SDEV_BLOCK, SDEV_CREATED_BLOCK, SDEV_QUIESCE -> {
        refuse(scmd, KernelFunction.SCSI_DEVICE_STATE_CHECK, Gate.DEVICE_STATE);
        yield BlkStatus.RESOURCE;
      }
      case SDEV_CANCEL ->
          kernel.rules().cancelIsOffline() ? BlkStatus.OFFLINE : BlkStatus.IOERR;
    };
  }

  /** scsi_lib.c: scsi_host_queue_ready. */
  boolean hostQueueReady(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    if (shost.hostBlocked > 0) {
      if (shost.busy() > 0) {
        shost.starved().add(scmd.device());
        refuse(scmd, KernelFunction.SCSI_HOST_QUEUE_READY, Gate.HOST_BLOCKED_COUNTER);
        return false;
      }
      if (--shost.hostBlocked > 0) {
        refuse(scmd, KernelFunction.SCSI_HOST_QUEUE_READY, Gate.HOST_BLOCKED_COUNTER);
        return false;
      }
      log.mlqueue(3, shost, "unblocking host at zero depth");
    }
    shost.starved().remove(scmd.device());
    shost.inFlight().add(scmd);
    return true;
  }

  /**
   * scsi_lib.c: scsi_set_blocked. A target's counter matters only with a limit per target, which
   * none has.
   */
  void setBlocked(ScsiCmnd scmd, MlqueueReturn reason) {
    switch (reason) {
      case SCSI_MLQUEUE_HOST_BUSY ->
          scmd.host().hostBlocked = scmd.host().template().maxHostBlocked();
      case SCSI_MLQUEUE_DEVICE_BUSY, SCSI_MLQUEUE_EH_RETRY ->
          scmd.device().deviceBlocked = DEFAULT_DEVICE_BLOCKED;
      case SCSI_MLQUEUE_TARGET_BUSY -> { }
    }
  }

  void refuse(ScsiCmnd scmd, KernelFunction in, Gate gate) {
    kernel.note(
        in,
        scmd.id(),
        scmd.device().index(),
        scmd.host().number(),
        new BlockFact.Refused(gate));
  }
}
