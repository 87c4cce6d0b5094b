package unjam.scsi;

/**
 * The mid-layer's own verdict, kept in bits 8 to 15 of a result since 6.1
 * (drivers/scsi/scsi_priv.h: scsi_ml_status). 5.10 kept it in host bytes 0x10 to 0x13.
 */
public enum MlStatus {
  OK(0x00),
  RESV_CONFLICT(0x01),
  NOSPC(0x02),
  MED_ERROR(0x03),
  TGT_FAILURE(0x04),
  DL_TIMEOUT(0x05);

  private final int value;

  MlStatus(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }
}
