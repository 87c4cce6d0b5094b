package unjam.scsi;

/** SCSI status byte as in SAM (include/scsi/scsi_proto.h). */
public enum SamStatus {
  GOOD(0x00),
  CHECK_CONDITION(0x02),
  CONDITION_MET(0x04),
  BUSY(0x08),
  INTERMEDIATE(0x10),
  INTERMEDIATE_CONDITION_MET(0x14),
  RESERVATION_CONFLICT(0x18),
  COMMAND_TERMINATED(0x22),
  TASK_SET_FULL(0x28),
  ACA_ACTIVE(0x30),
  TASK_ABORTED(0x40);

  private final int value;

  SamStatus(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }

  /** Good in the mid-layer's sense (include/scsi/scsi.h: scsi_status_is_good). */
  public boolean isGood() {
    return switch (this) {
      case GOOD, CONDITION_MET, INTERMEDIATE, INTERMEDIATE_CONDITION_MET,
          COMMAND_TERMINATED -> true;
      case CHECK_CONDITION, BUSY, RESERVATION_CONFLICT, TASK_SET_FULL, ACA_ACTIVE, TASK_ABORTED ->
          false;
    };
  }
}
