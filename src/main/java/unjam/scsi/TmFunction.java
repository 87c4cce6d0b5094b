package unjam.scsi;

/** A task management function, as recordings and the iSCSI standard (RFC 7143) call it. */
public enum TmFunction {
  ABORT_TASK,
  LUN_RESET,
  TARGET_WARM_RESET
}
