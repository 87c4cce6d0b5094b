package unjam.analysis;

import java.util.Optional;
import unjam.scsi.EhHook;

/**
 * The rungs of the error handler's ladder, from the mildest to the harshest
 * (drivers/scsi/scsi_error.c: scsi_eh_ready_devs). The abort is none of them.
 */
public enum Rung {
  START_UNIT(Optional.empty()),
  LUN_RESET(Optional.of(EhHook.EH_DEVICE_RESET_HANDLER)),
  TARGET_RESET(Optional.of(EhHook.EH_TARGET_RESET_HANDLER)),
  BUS_RESET(Optional.of(EhHook.EH_BUS_RESET_HANDLER)),
  HOST_RESET(Optional.of(EhHook.EH_HOST_RESET_HANDLER)),
  OFFLINE(Optional.empty());

  private final Optional<EhHook> hook;

  Rung(Optional<EhHook> hook) {
    this.hook = hook;
  }

  /** The driver's callback that does it; empty for what the mid-layer does by itself. */
  public Optional<EhHook> hook() {
    return hook;
  }

  /** The rung that a callback belongs to; empty for the abort. */
  public static Optional<Rung> of(EhHook hook) {
    for (Rung rung : values()) {
      if (rung.hook.filter(each -> each == hook).isPresent()) {
        return Optional.of(rung);
      }
    }
    return Optional.empty();
  }
}
