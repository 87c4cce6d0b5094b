package unjam.scsi;

/**
 * The recovery callbacks a low-level driver may implement (include/scsi/scsi_host.h:
 * scsi_host_template), from the mildest to the harshest. The abort is not a rung of the ladder: it
 * stands before it.
 */
public enum EhHook {
  EH_ABORT_HANDLER("eh_abort_handler", "abort"),
  EH_DEVICE_RESET_HANDLER("eh_device_reset_handler", "lun-reset"),
  EH_TARGET_RESET_HANDLER("eh_target_reset_handler", "target-reset"),
  EH_BUS_RESET_HANDLER("eh_bus_reset_handler", "bus-reset"),
  EH_HOST_RESET_HANDLER("eh_host_reset_handler", "host-reset");

  private final String field;
  private final String rung;

  EhHook(String field, String rung) {
    this.field = field;
    this.rung = rung;
  }

  /** The field's name in scsi_host_template. */
  public String field() {
    return field;
  }

  /** The word that recordings use for it. */
  public String rung() {
    return rung;
  }
}
