package unjam.scsi;

/** Busy answers of {@code queuecommand} and reasons to requeue (include/scsi/scsi.h). */
public enum MlqueueReturn implements ReturnValue {
  SCSI_MLQUEUE_HOST_BUSY(0x1055, "HOST_BUSY"),
  SCSI_MLQUEUE_DEVICE_BUSY(0x1056, "DEVICE_BUSY"),
  SCSI_MLQUEUE_EH_RETRY(0x1057, "EH_RETRY"),
  SCSI_MLQUEUE_TARGET_BUSY(0x1058, "TARGET_BUSY");

  private final int value;
  private final String text;

  MlqueueReturn(int value, String text) {
    this.value = value;
    this.text = text;
  }

  public int value() {
    return value;
  }

  @Override
  public String text() {
    return text;
  }
}
