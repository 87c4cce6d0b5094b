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
  DEV_LOSS_TMO("dev_loss_tmo");

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
