package unjam.catalog;

import unjam.scsi.Knob;

/** How a knob's value in sysfs is spelled as a key of a scenario's machine. */
final class KnobKeys {

  private static final long MILLIS = 1_000;

  private KnobKeys() {}

  /** The key of a disk, a host or the machine, by the knob's level. */
  static String key(Knob knob) {
    return switch (knob) {
      case TIMEOUT, IO_TIMEOUT -> "timeout";
      case EH_TIMEOUT -> "eh_timeout";
      case QUEUE_DEPTH -> "queue_depth";
      case STATE -> "state";
      case MAX_RETRIES -> "max_retries";
      case MAX_MEDIUM_ACCESS_TIMEOUTS -> "max_medium_access_timeouts";
      case ALLOW_RESTART -> "allow_restart";
      case EH_DEADLINE -> "eh_deadline";
      case LOGGING_LEVEL -> "logging_level";
      case RECOVERY_TMO, ABORT_TMO, LU_RESET_TMO, TGT_RESET_TMO, RECV_TMO, PING_TMO,
          FAST_IO_FAIL_TMO, DEV_LOSS_TMO ->
          knob.setting().orElseThrow().field();
    };
  }

  /**
   * The value with the unit that sysfs leaves out.
   *
   * @throws IllegalArgumentException if it is not of the form that the file takes
   */
  static String value(Knob knob, String sysfs) {
    return switch (knob) {
      case TIMEOUT, EH_TIMEOUT -> whole(knob, sysfs, "whole seconds without a unit") + "s";
      case IO_TIMEOUT -> milliseconds(whole(knob, sysfs, "milliseconds without a unit"));
      case EH_DEADLINE -> sysfs.equals("off")
          ? sysfs
          : whole(knob, sysfs, "off, or whole seconds without a unit") + "s";
      case RECOVERY_TMO, FAST_IO_FAIL_TMO -> sysfs.equals("off")
          ? LldProfileReader.NONE
          : whole(knob, sysfs, "off, or whole seconds without a unit") + "s";
      case RECV_TMO, PING_TMO -> sysfs.equals("0")
          ? LldProfileReader.NONE
          : whole(knob, sysfs, "whole seconds without a unit, 0 for off") + "s";
      case ABORT_TMO, LU_RESET_TMO, TGT_RESET_TMO, DEV_LOSS_TMO ->
          whole(knob, sysfs, "whole seconds without a unit") + "s";
      case ALLOW_RESTART -> flag(sysfs);
      case QUEUE_DEPTH, MAX_RETRIES, MAX_MEDIUM_ACCESS_TIMEOUTS, LOGGING_LEVEL, STATE -> sysfs;
    };
  }

  private static long whole(Knob knob, String sysfs, String right) {
    try {
      long value = Values.anyWhole(sysfs);
      if (value >= 0) {
        return value;
      }
    } catch (IllegalArgumentException _) {
      // Said below, with what the file takes.
    }
    throw new IllegalArgumentException(
        knob.shortName() + " takes " + right + ", found " + Text.quoted(sysfs));
  }

  private static String milliseconds(long value) {
    return value % MILLIS == 0 ? value / MILLIS + "s" : value + "ms";
  }

  private static String flag(String sysfs) {
    return switch (sysfs) {
      case "1" -> "true";
      case "0" -> "false";
      default -> throw new IllegalArgumentException(
          "scsi_disk/allow_restart takes 1 or 0, found " + Text.quoted(sysfs));
    };
  }
}
