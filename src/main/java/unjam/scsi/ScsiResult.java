package unjam.scsi;

/**
 * The 32-bit result of a command: status byte, mid-layer byte, host byte, driver byte
 * (drivers/scsi, include/scsi).
 *
 * @param bits status in bits 0 to 7, mid-layer verdict in 8 to 15, host byte in 16 to 23, and, on
 *     kernels that still have one, a driver byte in 24 to 31
 */
public record ScsiResult(int bits) {

  public static final ScsiResult GOOD = new ScsiResult(0);

  /** Driver byte of a command that was given up without any result (5.10). */
  public static final int DRIVER_TIMEOUT = 0x06;

  /** A result of the given host byte and status, without a mid-layer verdict. */
  public static ScsiResult of(HostByte host, SamStatus status) {
    return new ScsiResult(host.value() << 16 | status.value());
  }

  public static ScsiResult of(HostByte host) {
    return of(host, SamStatus.GOOD);
  }

  public static ScsiResult of(SamStatus status) {
    return of(HostByte.DID_OK, status);
  }

  public HostByte host() {
    return HostByte.of(bits >>> 16 & 0xff);
  }

  /** The driver byte; zero on kernels that no longer have one. */
  public int driver() {
    return bits >>> 24;
  }

  /** The raw status byte; may be one that SAM does not name. */
  public int status() {
    return bits & 0xff;
  }

  public MlStatus ml() {
    return MlStatus.values()[bits >>> 8 & 0xff];
  }

  public boolean isZero() {
    return bits == 0;
  }

  public boolean is(SamStatus status) {
    return (bits & 0xfe) == status.value();
  }

  public ScsiResult withHost(HostByte host) {
    return new ScsiResult(bits & 0xff00ffff | host.value() << 16);
  }

  public ScsiResult withDriver(int driver) {
    return new ScsiResult(bits & 0x00ffffff | driver << 24);
  }

  public ScsiResult withMl(MlStatus ml) {
    return new ScsiResult(bits & 0xffff00ff | ml.value() << 8);
  }

  /**
   * Whether status and host byte together read as good (include/scsi/scsi.h: scsi_status_is_good).
   */
  public boolean statusIsGood() {
    if (host() == HostByte.DID_NO_CONNECT) {
      return false;
    }
    for (SamStatus status : SamStatus.values()) {
      if (is(status)) {
        return status.isGood();
      }
    }
    return false;
  }

  /** As recordings write it: {@code 0x00030000}. */
  public String hex() {
    return String.format("0x%08x", bits);
  }
}
