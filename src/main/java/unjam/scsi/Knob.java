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
  LOGGING_LEVEL(
      "/proc/sys/dev/scsi/logging_level", "/proc/sys/dev/scsi/logging_level", Level.MACHINE);

  /** What a knob belongs to. */
  public enum Level {
    LUN,
    HOST,
    MACHINE
  }

  private final String shortName;
  private final String pattern;
  private final Level level;

  Knob(String shortName, String pattern, Level level) {
    this.shortName = shortName;
    this.pattern = pattern;
    this.level = level;
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
   * @param object disk name, h:c:t:l for scsi_disk knobs, or host number; ignored for machine knobs
   */
  public String path(String object) {
    return pattern.replace("%s", object);
  }

  /** Whether the path names the object by h:c:t:l instead of by disk name. */
  public boolean namedByHctl() {
    return pattern.startsWith("/sys/class/scsi_disk/");
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
