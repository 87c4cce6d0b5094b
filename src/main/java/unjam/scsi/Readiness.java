package unjam.scsi;

/** Answer of the error handler's TEST UNIT READY (drivers/scsi/scsi_error.c: scsi_eh_tur). */
public enum Readiness implements ReturnValue {
  READY,
  NOT_READY;

  @Override
  public String text() {
    return name();
  }
}
