package unjam.scsi;

/**
 * Block layer status with its errno and the words of the block layer's error line
 * (block/blk-core.c: blk_errors). RESOURCE and DEV_RESOURCE only answer a dispatch, never an IO.
 */
public enum BlkStatus implements ReturnValue {
  OK(Errno.OK, ""),
  NOTSUPP(Errno.EOPNOTSUPP, "operation not supported"),
  NOSPC(Errno.ENOSPC, "critical space allocation"),
  TRANSPORT(Errno.ENOLINK, "recoverable transport"),
  TARGET(Errno.EREMOTEIO, "critical target"),
  RESV_CONFLICT(Errno.EBADE, "reservation conflict"),
  MEDIUM(Errno.ENODATA, "critical medium"),
  PROTECTION(Errno.EILSEQ, "protection"),
  RESOURCE(Errno.ENOMEM, "kernel resource"),
  DEV_RESOURCE(Errno.EBUSY, "device resource"),
  AGAIN(Errno.EAGAIN, "nonblocking retry"),
  OFFLINE(Errno.ENODEV, "device offline"),
  ZONE_OPEN_RESOURCE(Errno.ETOOMANYREFS, "open zones exceeded"),
  DURATION_LIMIT(Errno.ETIME, "duration limit exceeded"),
  IOERR(Errno.EIO, "I/O");

  private final Errno errno;
  private final String words;

  BlkStatus(Errno errno, String words) {
    this.errno = errno;
    this.words = words;
  }

  /** The errno that a failed IO carries to the application. */
  public Errno errno() {
    return errno;
  }

  /**
   * What stands before " error, dev" in the kernel log (6.12's wording; kernel rules may differ).
   */
  public String words() {
    return words;
  }

  @Override
  public String text() {
    return name();
  }
}
