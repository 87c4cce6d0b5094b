package unjam.scsi;

/** Sense keys with the words that the kernel log uses (drivers/scsi/constants.c: snstext). */
public enum SenseKey {
  NO_SENSE("No Sense"),
  RECOVERED_ERROR("Recovered Error"),
  NOT_READY("Not Ready"),
  MEDIUM_ERROR("Medium Error"),
  HARDWARE_ERROR("Hardware Error"),
  ILLEGAL_REQUEST("Illegal Request"),
  UNIT_ATTENTION("Unit Attention"),
  DATA_PROTECT("Data Protect"),
  BLANK_CHECK("Blank Check"),
  VENDOR_SPECIFIC("Vendor Specific(9)"),
  COPY_ABORTED("Copy Aborted"),
  ABORTED_COMMAND("Aborted Command"),
  EQUAL("Equal"),
  VOLUME_OVERFLOW("Volume Overflow"),
  MISCOMPARE("Miscompare"),
  COMPLETED("Completed");

  private final String words;

  SenseKey(String words) {
    this.words = words;
  }

  /** The key's number, 0 to 15. */
  public int value() {
    return ordinal();
  }

  public String words() {
    return words;
  }

  /** The key of this number; the range is 0 to 15. */
  public static SenseKey of(int value) {
    return values()[value & 0xf];
  }
}
