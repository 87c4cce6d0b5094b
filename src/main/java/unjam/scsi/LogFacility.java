package unjam.scsi;

/**
 * The 3-bit fields of {@code scsi_logging_level}; a message of level n prints when its field is
 * greater than n (drivers/scsi/scsi_logging.h: SCSI_CHECK_LOGGING).
 */
public enum LogFacility {
  ERROR(0),
  TIMEOUT(3),
  SCAN(6),
  MLQUEUE(9),
  MLCOMPLETE(12),
  LLQUEUE(15),
  LLCOMPLETE(18),
  HLQUEUE(21),
  HLCOMPLETE(24),
  IOCTL(27);

  private final int shift;

  LogFacility(int shift) {
    this.shift = shift;
  }

  /** The field's value, 0 to 7, in the whole number. */
  public int level(int loggingLevel) {
    return loggingLevel >>> shift & 7;
  }
}
