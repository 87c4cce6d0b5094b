package unjam.kernel.midlayer;

import unjam.kernel.core.Kernel;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/**
 * Changes of device and host states (drivers/scsi/scsi_lib.c: scsi_device_set_state, hosts.c:
 * scsi_host_set_state).
 */
public final class DeviceStates {

  private final Kernel kernel;
  private final ScsiLogging log;

  public DeviceStates(Kernel kernel, ScsiLogging log) {
    this.kernel = kernel;
    this.log = log;
  }

  /**
   * Asks for a device state.
   *
   * @return whether the change is legal; an illegal one leaves the state as it is
   */
  public boolean set(ScsiDevice sdev, SdevState next) {
    SdevState old = sdev.state;
    boolean legal = old.mayBecome(next);
    if (legal && old != next) {
      sdev.state = next;
      sdev.offlineAlready = false;
    }
    kernel.note(
        KernelFunction.SCSI_DEVICE_SET_STATE,
        Kernel.NONE,
        sdev.index(),
        sdev.host().number(),
        new MachineFact.DeviceStateSet(old, next, legal));
    if (!legal) {
      log.illegal(sdev, "Illegal state transition " + old.sysfs() + "->" + next.sysfs());
    }
    return legal;
  }

  /**
   * The transport stops a device: nothing is sent and nothing is refused, requests wait in their
   * queue (drivers/scsi/scsi_lib.c: scsi_internal_device_block_nowait).
   */
  public void block(ScsiDevice sdev) {
    if (set(sdev, SdevState.SDEV_BLOCK) || set(sdev, SdevState.SDEV_CREATED_BLOCK)) {
      sdev.queue().quiesce();
    }
  }

  /**
   * The transport lets a device go: back to work, or off line with everything that waits. What is
   * off line for another reason stays so (drivers/scsi/scsi_lib.c:
   * scsi_internal_device_unblock_nowait).
   *
   * @param next {@code SDEV_RUNNING} or {@code SDEV_TRANSPORT_OFFLINE}
   */
  public void unblock(ScsiDevice sdev, SdevState next) {
    SdevState old = sdev.state;
    switch (old) {
      case SDEV_BLOCK, SDEV_TRANSPORT_OFFLINE -> sdev.state = next;
      case SDEV_CREATED_BLOCK ->
          sdev.state = next == SdevState.SDEV_RUNNING ? SdevState.SDEV_CREATED : next;
      case SDEV_CANCEL, SDEV_OFFLINE -> { }
      case SDEV_CREATED, SDEV_RUNNING, SDEV_DEL, SDEV_QUIESCE -> {
        return;
      }
    }
    if (sdev.state != old) {
      sdev.offlineAlready = false;
      kernel.note(
          KernelFunction.SCSI_INTERNAL_DEVICE_UNBLOCK,
          Kernel.NONE,
          sdev.index(),
          sdev.host().number(),
          new MachineFact.DeviceStateSet(old, sdev.state, true));
    }
    sdev.queue().unquiesce();
  }

  /** Asks for a host state; answers whether it is legal. */
  public boolean set(ScsiHost shost, ShostState next) {
    ShostState old = shost.state;
    boolean legal = old.mayBecome(next);
    if (legal && old != next) {
      shost.state = next;
      kernel.note(
          KernelFunction.SCSI_HOST_SET_STATE,
          Kernel.NONE,
          Kernel.NONE,
          shost.number(),
          new MachineFact.HostStateSet(old, next));
    }
    return legal;
  }
}
