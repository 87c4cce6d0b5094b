package unjam.scsi;

/**
 * The error numbers an application can be told on this path (include/uapi/asm-generic/errno*.h).
 */
public enum Errno {
  OK(0),
  EIO(5),
  ENXIO(6),
  EAGAIN(11),
  ENOMEM(12),
  EBUSY(16),
  ENODEV(19),
  EINVAL(22),
  ENOSPC(28),
  EROFS(30),
  ENODATA(61),
  ETIME(62),
  ENOLINK(67),
  EBADE(52),
  EILSEQ(84),
  EOPNOTSUPP(95),
  ETOOMANYREFS(109),
  EREMOTEIO(121),
  ETIMEDOUT(110);

  private final int value;

  Errno(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }
}
