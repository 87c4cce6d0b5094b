package unjam.scsi;

import java.util.Optional;

/**
 * A span that only some drivers or transports know: a module parameter or a file of sysfs. A driver
 * that has none of this name does without; one without a value has it switched off.
 */
public enum DriverSetting {
  /** drivers/scsi/megaraid/megaraid_sas_base.c: resetwaittime. */
  RESETWAITTIME("resetwaittime"),
  /** drivers/scsi/megaraid/megaraid_sas_base.c: scmd_timeout. */
  SCMD_TIMEOUT("scmd_timeout"),
  /** drivers/scsi/scsi_transport_fc.c: fast_io_fail_tmo; off without a value. */
  FAST_IO_FAIL_TMO("fast_io_fail_tmo"),
  /** drivers/scsi/scsi_transport_fc.c: dev_loss_tmo. */
  DEV_LOSS_TMO("dev_loss_tmo"),
  /**
   * How long a lost iSCSI session holds its commands (open-iscsi: replacement_timeout); without a
   * value for as long as it takes (drivers/scsi/scsi_transport_iscsi.c: recovery_tmo).
   */
  RECOVERY_TMO("recovery_tmo"),
  /** drivers/scsi/libiscsi.c: abort_timeout (open-iscsi: abort_timeout). */
  ABORT_TMO("abort_tmo"),
  /** drivers/scsi/libiscsi.c: lu_reset_timeout (open-iscsi: lu_reset_timeout). */
  LU_RESET_TMO("lu_reset_tmo"),
  /** drivers/scsi/libiscsi.c: tgt_reset_timeout (open-iscsi: tgt_reset_timeout). */
  TGT_RESET_TMO("tgt_reset_tmo"),
  /**
   * Quiet for so long makes the initiator ask whether the target is there (open-iscsi:
   * noop_out_interval); without a value it never asks.
   */
  RECV_TMO("recv_tmo"),
  /** How long it waits for the answer then (open-iscsi: noop_out_timeout). */
  PING_TMO("ping_tmo");

  private final String field;

  DriverSetting(String field) {
    this.field = field;
  }

  /** The kernel's name of it, which is also its key in a driver's file. */
  public String field() {
    return field;
  }

  public static Optional<DriverSetting> of(String field) {
    for (DriverSetting setting : values()) {
      if (setting.field.equals(field)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }
}
