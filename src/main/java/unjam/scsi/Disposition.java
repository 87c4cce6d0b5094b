package unjam.scsi;

/** Verdict on a command, with the kernel's values (include/scsi/scsi.h). */
public enum Disposition implements ReturnValue {
  NEEDS_RETRY(0x2001),
  SUCCESS(0x2002),
  FAILED(0x2003),
  QUEUED(0x2004),
  SOFT_ERROR(0x2005),
  ADD_TO_MLQUEUE(0x2006),
  TIMEOUT_ERROR(0x2007),
  SCSI_RETURN_NOT_HANDLED(0x2008),
  FAST_IO_FAIL(0x2009);

  private final int value;

  Disposition(int value) {
    this.value = value;
  }

  /** The kernel's number, as printed in hexadecimal by the error handler's log lines. */
  public int value() {
    return value;
  }

  @Override
  public String text() {
    return name();
  }
}
