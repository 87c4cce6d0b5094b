package unjam.scsi;

import java.util.Optional;

/** What an administrator can turn, by its real path; values are the text that sysfs takes. */
public enum Knob {
  TIMEOUT("device/timeout", "/sys/block/%s/device/timeout", Level.LUN),
  EH_TIMEOUT("device/eh_timeout", "/sys/block/%s/device/eh_timeout", Level.LUN),
  QUEUE_DEPTH("device/queue_depth", "/sys/block/%s/device/queue_depth", Level.LUN),
  STATE("device/state", "/sys/block/%s/device/state", Level.LUN),
  IO_TIMEOUT("queue/io_timeout", "/sys/block/%s/queue/io_timeout", Level.LUN),
  MAX_RETRIES("scsi_disk/max_retries", "/sys/class/scsi_disk/%s/max_retries", Level.LUN),
  MAX_MEDIUM_ACCESS_TIMEOUTS(
      "scsi_disk/max_medium_access_timeouts",
      "/sys/class/scsi_disk/%s/max_medium_access_timeouts",
      Level.LUN),
  ALLOW_RESTART("scsi_disk/allow_restart", "/sys/class/scsi_disk/%s/allow_restart", Level.LUN),
  EH_DEADLINE("scsi_host/eh_deadline", "/sys/class/scsi_host/host%s/eh_deadline", Level.HOST),
  /** drivers/scsi/scsi_transport_iscsi.c: recovery_tmo; whoever writes it overrides iscsid. */
  RECOVERY_TMO(DriverSetting.RECOVERY_TMO, "iscsi_session", "session%s", Level.HOST, true),
  ABORT_TMO(DriverSetting.ABORT_TMO, "iscsi_session", "session%s", Level.HOST, false),
  LU_RESET_TMO(DriverSetting.LU_RESET_TMO, "iscsi_session", "session%s", Level.HOST, false),
  TGT_RESET_TMO(DriverSetting.TGT_RESET_TMO, "iscsi_session", "session%s", Level.HOST, false),
  RECV_TMO(DriverSetting.RECV_TMO, "iscsi_connection", "connection%s:0", Level.HOST, false),
  PING_TMO(DriverSetting.PING_TMO, "iscsi_connection", "connection%s:0", Level.HOST, false),
  /** drivers/scsi/scsi_transport_fc.c: store_fc_rport_fast_io_fail_tmo. */
  FAST_IO_FAIL_TMO(
      DriverSetting.FAST_IO_FAIL_TMO, "fc_remote_ports", "rport-%s", Level.TARGET, true),
  /** drivers/scsi/scsi_transport_fc.c: fc_rport_set_dev_loss_tmo. */
  DEV_LOSS_TMO(DriverSetting.DEV_LOSS_TMO, "fc_remote_ports", "rport-%s", Level.TARGET, true),
  LOGGING_LEVEL(
      "/proc/sys/dev/scsi/logging_level", "/proc/sys/dev/scsi/logging_level", Level.MACHINE);

  /** What a knob belongs to. */
  public enum Level {
    LUN,
    /** A remote port. */
    TARGET,
    /** A host, or its session. */
    HOST,
    MACHINE
  }

  private final String shortName;
  private final String pattern;
  private final Level level;
  private final Optional<DriverSetting> setting;
  private final boolean writable;

  Knob(String shortName, String pattern, Level level) {
    this.shortName = shortName;
    this.pattern = pattern;
    this.level = level;
    this.setting = Optional.empty();
    this.writable = true;
  }

  Knob(
      DriverSetting setting, String group, String object, Level level, boolean writable) {
    this.shortName = group + "/" + setting.field();
    this.pattern = "/sys/class/" + group + "/" + object + "/" + setting.field();
    this.level = level;
    this.setting = Optional.of(setting);
    this.writable = writable;
  }

  /** The setting of a transport that the file shows; empty for what every device or host has. */
  public Optional<DriverSetting> setting() {
    return setting;
  }

  /**
   * Whether root may write the file. The others are told to the kernel once, when a session is
   * made (open-iscsi, over netlink), so they belong to the scenario and are only read afterwards.
   */
  public boolean isWritable() {
    return writable;
  }

  /** Name relative to the object, as recordings and policies write it: {@code device/timeout}. */
  public String shortName() {
    return shortName;
  }

  public Level level() {
    return level;
  }

  /**
   * The absolute path for one object.
   *
   * @param object disk name, h:c:t:l for scsi_disk knobs, host number, number of the session, or
   *     h:c-t of the remote port; ignored for machine knobs
   */
  public String path(String object) {
    return pattern.replace("%s", object);
  }

  /** Whether the path names the object by h:c:t:l instead of by disk name. */
  public boolean namedByHctl() {
    return pattern.startsWith("/sys/class/scsi_disk/");
  }

  /** How the path of a remote port's knob names the port that a device is behind. */
  public String objectOf(Hctl at) {
    return at.host() + ":" + at.channel() + "-" + at.target();
  }

  public static Optional<Knob> of(String shortName) {
    for (Knob knob : values()) {
      if (knob.shortName.equals(shortName)) {
        return Optional.of(knob);
      }
    }
    return Optional.empty();
  }
}
