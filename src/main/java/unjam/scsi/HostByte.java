package unjam.scsi;

/**
 * Host byte of a command's result, set by the driver or the mid-layer (include/scsi/scsi_status.h).
 */
public enum HostByte {
  DID_OK(0x00),
  DID_NO_CONNECT(0x01),
  DID_BUS_BUSY(0x02),
  DID_TIME_OUT(0x03),
  DID_BAD_TARGET(0x04),
  DID_ABORT(0x05),
  DID_PARITY(0x06),
  DID_ERROR(0x07),
  DID_RESET(0x08),
  DID_BAD_INTR(0x09),
  DID_PASSTHROUGH(0x0a),
  DID_SOFT_ERROR(0x0b),
  DID_IMM_RETRY(0x0c),
  DID_REQUEUE(0x0d),
  DID_TRANSPORT_DISRUPTED(0x0e),
  DID_TRANSPORT_FAILFAST(0x0f),
  /** 5.10 only: 6.1 moved this verdict to the mid-layer byte. */
  DID_TARGET_FAILURE(0x10),
  /** 5.10 only. */
  DID_NEXUS_FAILURE(0x11),
  /** 5.10 only. */
  DID_ALLOC_FAILURE(0x12),
  /** 5.10 only. */
  DID_MEDIUM_ERROR(0x13),
  DID_TRANSPORT_MARGINAL(0x14);

  private static final HostByte[] BY_VALUE = values();

  private final int value;

  HostByte(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }

  /** The host byte of this number. */
  public static HostByte of(int value) {
    if (value < 0 || value >= BY_VALUE.length) {
      throw new IllegalArgumentException("no such host byte: 0x" + Integer.toHexString(value));
    }
    return BY_VALUE[value];
  }
}
