package unjam.scsi;

import java.util.Optional;

/** SCSI operation codes that occur on the IO and error path (include/scsi/scsi_proto.h). */
public enum Opcode {
  TEST_UNIT_READY(0x00, 6, "Test Unit Ready"),
  REQUEST_SENSE(0x03, 6, "Request Sense"),
  READ_6(0x08, 6, "Read(6)"),
  WRITE_6(0x0a, 6, "Write(6)"),
  INQUIRY(0x12, 6, "Inquiry"),
  MODE_SENSE(0x1a, 6, "Mode Sense(6)"),
  START_STOP(0x1b, 6, "Start/Stop Unit"),
  READ_CAPACITY(0x25, 10, "Read Capacity(10)"),
  READ_10(0x28, 10, "Read(10)"),
  WRITE_10(0x2a, 10, "Write(10)"),
  VERIFY(0x2f, 10, "Verify(10)"),
  SYNCHRONIZE_CACHE(0x35, 10, "Synchronize Cache(10)"),
  WRITE_SAME(0x41, 10, "Write Same(10)"),
  UNMAP(0x42, 10, "Unmap/Read sub-channel"),
  READ_16(0x88, 16, "Read(16)"),
  WRITE_16(0x8a, 16, "Write(16)"),
  REPORT_LUNS(0xa0, 12, "Report luns");

  private final int value;
  private final int length;
  private final String words;

  Opcode(int value, int length, String words) {
    this.value = value;
    this.length = length;
    this.words = words;
  }

  public int value() {
    return value;
  }

  /** Length of a command descriptor block of this kind, in bytes. */
  public int length() {
    return length;
  }

  /** The kernel log's name after "CDB:" (drivers/scsi/constants.c: cdb_byte0_names). */
  public String words() {
    return words;
  }

  /**
   * Moves data between medium and host, so that sd counts its timeouts (sd.h:
   * scsi_medium_access_command).
   */
  public boolean accessesMedium() {
    return switch (this) {
      case READ_6, READ_10, READ_16, WRITE_6, WRITE_10, WRITE_16, VERIFY, SYNCHRONIZE_CACHE,
          WRITE_SAME, UNMAP -> true;
      case TEST_UNIT_READY, REQUEST_SENSE, INQUIRY, MODE_SENSE, START_STOP, READ_CAPACITY,
          REPORT_LUNS -> false;
    };
  }

  public static Optional<Opcode> of(int value) {
    for (Opcode opcode : values()) {
      if (opcode.value == value) {
        return Optional.of(opcode);
      }
    }
    return Optional.empty();
  }
}
