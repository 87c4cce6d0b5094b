package unjam.scsi;

/** State of a scsi_device (include/scsi/scsi_device.h: scsi_device_state). */
public enum SdevState {
  SDEV_CREATED("created", true),
  SDEV_RUNNING("running", true),
  SDEV_CANCEL("cancel", true),
  SDEV_DEL("deleted", false),
  SDEV_QUIESCE("quiesce", true),
  SDEV_OFFLINE("offline", false),
  SDEV_TRANSPORT_OFFLINE("transport-offline", false),
  SDEV_BLOCK("blocked", true),
  SDEV_CREATED_BLOCK("created-blocked", true);

  private final String sysfs;
  private final boolean online;

  SdevState(String sysfs, boolean online) {
    this.sysfs = sysfs;
    this.online = online;
  }

  /** The word in {@code device/state} (drivers/scsi/scsi_sysfs.c: sdev_states). */
  public String sysfs() {
    return sysfs;
  }

  /** include/scsi/scsi_device.h: scsi_device_online. */
  public boolean online() {
    return online;
  }

  /** The kernel constant without its prefix, as recordings write it. */
  public String shortName() {
    return name().substring("SDEV_".length());
  }

  /**
   * Whether a device may go from this state to {@code next}
   * (drivers/scsi/scsi_lib.c: scsi_device_set_state). Staying is always allowed.
   */
  public boolean mayBecome(SdevState next) {
    if (this == next) {
      return true;
    }
    return switch (next) {
      case SDEV_CREATED -> this == SDEV_CREATED_BLOCK;
      case SDEV_RUNNING -> switch (this) {
        case SDEV_CREATED, SDEV_OFFLINE, SDEV_TRANSPORT_OFFLINE, SDEV_QUIESCE, SDEV_BLOCK -> true;
        case SDEV_RUNNING, SDEV_CANCEL, SDEV_DEL, SDEV_CREATED_BLOCK -> false;
      };
      case SDEV_QUIESCE ->
          this == SDEV_RUNNING || this == SDEV_OFFLINE || this == SDEV_TRANSPORT_OFFLINE;
      case SDEV_OFFLINE, SDEV_TRANSPORT_OFFLINE ->
          this == SDEV_CREATED || this == SDEV_RUNNING || this == SDEV_QUIESCE
              || this == SDEV_BLOCK;
      case SDEV_BLOCK ->
          this == SDEV_RUNNING || this == SDEV_CREATED_BLOCK || this == SDEV_QUIESCE
              || this == SDEV_OFFLINE;
      case SDEV_CREATED_BLOCK -> this == SDEV_CREATED;
      case SDEV_CANCEL ->
          this == SDEV_CREATED || this == SDEV_RUNNING || this == SDEV_QUIESCE
              || this == SDEV_OFFLINE || this == SDEV_TRANSPORT_OFFLINE;
      case SDEV_DEL -> this != SDEV_QUIESCE;
    };
  }
}
