package unjam.scsi;

/** State of a Scsi_Host (include/scsi/scsi_host.h: scsi_host_state). */
public enum ShostState {
  SHOST_CREATED("created"),
  SHOST_RUNNING("running"),
  SHOST_CANCEL("cancel"),
  SHOST_DEL("deleted"),
  SHOST_RECOVERY("recovery"),
  SHOST_CANCEL_RECOVERY("cancel/recovery"),
  SHOST_DEL_RECOVERY("deleted/recovery");

  private final String sysfs;

  ShostState(String sysfs) {
    this.sysfs = sysfs;
  }

  /** The word in {@code scsi_host/hostN/state}. */
  public String sysfs() {
    return sysfs;
  }

  public String shortName() {
    return name().substring("SHOST_".length());
  }

  /** The host dispatches nothing (include/scsi/scsi_host.h: scsi_host_in_recovery). */
  public boolean inRecovery() {
    return switch (this) {
      case SHOST_RECOVERY, SHOST_CANCEL_RECOVERY, SHOST_DEL_RECOVERY -> true;
      case SHOST_CREATED, SHOST_RUNNING, SHOST_CANCEL, SHOST_DEL -> false;
    };
  }

  /**
   * Whether a host may go from this state to {@code next} (drivers/scsi/hosts.c:
   * scsi_host_set_state).
   */
  public boolean mayBecome(ShostState next) {
    if (this == next) {
      return true;
    }
    return switch (next) {
      case SHOST_CREATED -> false;
      case SHOST_RUNNING -> this == SHOST_CREATED || this == SHOST_RECOVERY;
      case SHOST_RECOVERY -> this == SHOST_RUNNING;
      case SHOST_CANCEL ->
          this == SHOST_CREATED || this == SHOST_RUNNING || this == SHOST_CANCEL_RECOVERY;
      case SHOST_DEL -> this == SHOST_CANCEL || this == SHOST_DEL_RECOVERY;
      case SHOST_CANCEL_RECOVERY -> this == SHOST_CANCEL || this == SHOST_RECOVERY;
      case SHOST_DEL_RECOVERY -> this == SHOST_CANCEL_RECOVERY;
    };
  }
}
