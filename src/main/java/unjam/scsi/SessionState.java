package unjam.scsi;

/**
 * State of an iSCSI session as libiscsi keeps it (include/scsi/libiscsi.h: iscsi_session_state),
 * with the word that sysfs shows for the session meanwhile
 * (drivers/scsi/scsi_transport_iscsi.c: iscsi_session_state_names).
 */
public enum SessionState {
  LOGGED_IN("LOGGED_IN"),
  /** The connection is known to be lost. */
  FAILED("FAILED"),
  /** The connection is stopped; somebody logs in again. */
  IN_RECOVERY("FAILED"),
  /** Nobody could log in again in time. */
  RECOVERY_FAILED("FREE");

  private final String sysfs;

  SessionState(String sysfs) {
    this.sysfs = sysfs;
  }

  public String sysfs() {
    return sysfs;
  }
}
