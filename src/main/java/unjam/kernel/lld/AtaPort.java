package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scenario.LldProfile;
import unjam.scsi.Cdb;
import unjam.scsi.Opcode;
import unjam.scsi.SenseData;

/**
 * One ATA port with its disk (include/linux/libata.h: struct ata_port, ata_link, ata_device).
 */
final class AtaPort {

  /** A link's speed is not limited. */
  static final int NO_LIMIT = 0;

  /** It was limited while nobody was there to tell its speed. */
  static final int UNKNOWN_LIMIT = 0x1f;

  private final ScsiHost shost;
  private final ScsiDevice device;
  private final LldProfile.Ata ata;
  private final AtaErrorHistory history = new AtaErrorHistory();
  private final List<ScsiCmnd> failed = new ArrayList<>();

  boolean ncqOff;
  boolean disabled;
  boolean detached;
  boolean frozen;
  boolean inEh;
  boolean hotplugged;
  boolean dubiousTransfer;
  int speedLimit = NO_LIMIT;
  int udma;
  int slowedDown;
  long lastReset = -1;
  @Nullable ScsiCmnd guilty;
  @Nullable SenseData sense;

  AtaPort(ScsiHost shost, ScsiDevice device, LldProfile.Ata ata) {
    this.shost = shost;
    this.device = device;
    this.ata = ata;
    this.udma = ata.udma();
  }

  ScsiHost shost() {
    return shost;
  }

  ScsiDevice device() {
    return device;
  }

  LldProfile.Ata ata() {
    return ata;
  }

  AtaErrorHistory history() {
    return history;
  }

  /** Commands that the port gave up without an answer of their own. */
  List<ScsiCmnd> failed() {
    return failed;
  }

  /** Generation of the link now: 1, 2, 3. */
  int speed() {
    return speedLimit == NO_LIMIT ? ata.linkSpeed() : Math.min(speedLimit, ata.linkSpeed());
  }

  /** {@code 6.0 Gbps}. */
  static String speedText(int generation) {
    return switch (generation) {
      case 1 -> "1.5 Gbps";
      case 2 -> "3.0 Gbps";
      case 3 -> "6.0 Gbps";
      default -> "<unknown>";
    };
  }

  /** The next slower mode (libata-core.c: ATA_DNXFER_DMA); the same one if it is the last. */
  private static int below(int udma) {
    return IntStream.of(100, 66, 44, 33, 25, 16).filter(each -> each < udma).findFirst()
        .orElse(udma);
  }

  /** What a cable of 40 wires carries (libata-core.c: ATA_DNXFER_40C, ATA_UDMA_MASK_40C). */
  private static int withoutThickCable(int udma) {
    return Math.min(udma, 33);
  }

  /**
   * A slower transfer mode: the next one, then what the thinnest cable carries, and never again
   * (libata-eh.c: ata_eh_speed_down, libata-core.c: ata_down_xfermask_limit).
   *
   * @return false if there is none
   */
  boolean slowTransfer() {
    if (slowedDown >= 2) {
      return false;
    }
    int before = udma;
    udma = slowedDown == 0 ? below(udma) : withoutThickCable(udma);
    slowedDown++;
    return udma != before;
  }

  /** {@code ata1}: ports are counted from 1 (drivers/ata/libata-core.c: ata_print_id). */
  String name() {
    return "ata" + (shost.number() + 1);
  }

  /** A queued command: read or write while NCQ is on. */
  boolean isNcq(Cdb cdb) {
    return !ncqOff && (reads(cdb.opcode()) || writes(cdb.opcode()));
  }

  static boolean reads(Opcode opcode) {
    return opcode == Opcode.READ_6 || opcode == Opcode.READ_10 || opcode == Opcode.READ_16;
  }

  static boolean writes(Opcode opcode) {
    return opcode == Opcode.WRITE_6 || opcode == Opcode.WRITE_10 || opcode == Opcode.WRITE_16;
  }
}
