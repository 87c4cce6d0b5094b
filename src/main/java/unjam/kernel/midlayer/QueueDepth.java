package unjam.kernel.midlayer;

import unjam.kernel.core.Kernel;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;

/**
 * What TASK SET FULL does to a device's depth, for drivers that ask for it
 * (drivers/scsi/scsi_error.c: scsi_handle_queue_full, scsi_handle_queue_ramp_up; scsi.c:
 * scsi_track_queue_full).
 */
final class QueueDepth {

  private static final int HITS_BEFORE_LOWERING = 10;
  private static final long RAMP_UP_SECONDS = 120;

  private final Kernel kernel;

  QueueDepth(Kernel kernel) {
    this.kernel = kernel;
  }

  void handleQueueFull(ScsiCmnd scmd) {
    if (scmd.host().template().trackQueueDepth()) {
      for (ScsiDevice sdev : scmd.host().devices()) {
        if (sdev.at().sameTarget(scmd.device().at())) {
          track(sdev, sdev.queueDepth - 1);
        }
      }
    }
    kernel.note(
        KernelFunction.SCSI_HANDLE_QUEUE_FULL,
        Kernel.NONE,
        scmd.device().index(),
        scmd.host().number(),
        new MidLayerFact.QueueFullNoted(scmd.device().queueDepth));
  }

  private void track(ScsiDevice sdev, int depth) {
    long now = kernel.jiffies();
    if (now >> 4 == sdev.lastQueueFullTime >> 4) {
      return;
    }
    sdev.lastQueueFullTime = now;
    if (sdev.lastQueueFullDepth != depth) {
      sdev.lastQueueFullDepth = depth;
      sdev.lastQueueFullCount = 1;
    } else {
      sdev.lastQueueFullCount++;
    }
    if (sdev.lastQueueFullCount > HITS_BEFORE_LOWERING && depth >= 1) {
      changeDepth(sdev, depth);
    }
  }

  /** drivers/scsi/scsi.c: scsi_change_queue_depth. */
  private void changeDepth(ScsiDevice sdev, int depth) {
    sdev.queueDepth = depth;
    kernel.note(
        KernelFunction.SCSI_CHANGE_QUEUE_DEPTH,
        Kernel.NONE,
        sdev.index(),
        sdev.host().number(),
        new MachineFact.KnobSet(
            Knob.QUEUE_DEPTH, new Scope.Lun(sdev.at()), Integer.toString(depth)));
  }

  void handleQueueRampUp(ScsiCmnd scmd) {
    ScsiDevice sdev = scmd.device();
    if (!scmd.host().template().trackQueueDepth() || sdev.queueDepth >= sdev.maxQueueDepth) {
      return;
    }
    long now = kernel.jiffies();
    long period = kernel.secondsToJiffies(RAMP_UP_SECONDS);
    if (now < sdev.lastQueueRampUp + period || now < sdev.lastQueueFullTime + period) {
      return;
    }
    for (ScsiDevice other : scmd.host().devices()) {
      if (other.at().sameTarget(sdev.at()) && other.queueDepth != sdev.maxQueueDepth) {
        changeDepth(other, other.queueDepth + 1);
        sdev.lastQueueRampUp = now;
      }
    }
  }
}
