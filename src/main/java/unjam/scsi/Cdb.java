package unjam.scsi;

import java.util.Locale;

/**
 * A command descriptor block.
 *
 * @param opcode what is asked for
 * @param lba first logical block, 0 where the command has none
 * @param blocks number of logical blocks, 0 where the command has none
 */
public record Cdb(Opcode opcode, long lba, long blocks) {

  public static final Cdb TEST_UNIT_READY = new Cdb(Opcode.TEST_UNIT_READY, 0, 0);
  public static final Cdb REQUEST_SENSE = new Cdb(Opcode.REQUEST_SENSE, 0, 0);
  public static final Cdb START_UNIT = new Cdb(Opcode.START_STOP, 0, 0);
  public static final Cdb SYNCHRONIZE_CACHE = new Cdb(Opcode.SYNCHRONIZE_CACHE, 0, 0);

  /** The bytes on the wire, as far as the model fills them. */
  public byte[] bytes() {
    byte[] bytes = new byte[opcode.length()];
    bytes[0] = (byte) opcode.value();
    switch (opcode) {
      case READ_6, WRITE_6 -> {
        bytes[1] = (byte) (lba >>> 16 & 0x1f);
        bytes[2] = (byte) (lba >>> 8);
        bytes[3] = (byte) lba;
        bytes[4] = (byte) blocks;
      }
      case READ_10, WRITE_10, VERIFY, WRITE_SAME -> {
        put(bytes, 2, 4, lba);
        put(bytes, 7, 2, blocks);
      }
      case READ_16, WRITE_16 -> {
        put(bytes, 2, 8, lba);
        put(bytes, 10, 4, blocks);
      }
      case START_STOP -> bytes[4] = 1;
      case REQUEST_SENSE -> bytes[4] = 96;
      case TEST_UNIT_READY, INQUIRY, MODE_SENSE, READ_CAPACITY, SYNCHRONIZE_CACHE, UNMAP,
          REPORT_LUNS -> { }
    }
    return bytes;
  }

  private static void put(byte[] bytes, int at, int count, long value) {
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >>> 8 * (count - 1 - i));
    }
  }

  /** {@code Read(10) 28 00 00 00 08 00 00 00 08 00}, as the kernel log prints it after "CDB: ". */
  public String logText() {
    StringBuilder text = new StringBuilder(opcode.words());
    for (byte b : bytes()) {
      text.append(String.format(Locale.ROOT, " %02x", b & 0xff));
    }
    return text.toString();
  }
}
