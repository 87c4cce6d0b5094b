package unjam.scsi;

/** Kernel log levels (include/linux/kern_levels.h). */
public enum LogLevel {
  KERN_EMERG,
  KERN_ALERT,
  KERN_CRIT,
  KERN_ERR,
  KERN_WARNING,
  KERN_NOTICE,
  KERN_INFO,
  KERN_DEBUG
}
