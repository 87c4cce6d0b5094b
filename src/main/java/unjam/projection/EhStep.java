package unjam.projection;

import unjam.scsi.EhHook;

/** What a host's error-handler thread is doing. */
public enum EhStep {
  /** Not needed. */
  ASLEEP,
  /** Woken, not running yet. */
  WOKEN,
  /** Looks for sense data. */
  SENSE,
  /** On the ladder, between two steps. */
  LADDER,
  START_UNIT,
  /** Aborts its own command that was not answered. */
  ABORT,
  LUN_RESET,
  TARGET_RESET,
  BUS_RESET,
  HOST_RESET,
  /** Asks "are you ready?". */
  TUR,
  /** Pauses after a bus or host reset. */
  SETTLING,
  /** Looks what is wrong with the link and its commands; libata only. */
  AUTOPSY,
  /** Resets the link; libata only. */
  LINK_RESET,
  /** Pauses between two resets of the link; libata only. */
  LINK_PAUSE,
  /** Asks the disk who it is and sets it up again; libata only. */
  REVALIDATE,
  /** Switches the disk off for good; libata only. */
  DISABLED,
  /** Gives devices up. */
  OFFLINE,
  /** Goes through the commands it is done with. */
  FLUSH,
  /** Lets the host dispatch again. */
  RESTART;

  static EhStep of(EhHook hook) {
    return switch (hook) {
      case EH_ABORT_HANDLER -> ABORT;
      case EH_DEVICE_RESET_HANDLER -> LUN_RESET;
      case EH_TARGET_RESET_HANDLER -> TARGET_RESET;
      case EH_BUS_RESET_HANDLER -> BUS_RESET;
      case EH_HOST_RESET_HANDLER -> HOST_RESET;
    };
  }
}
