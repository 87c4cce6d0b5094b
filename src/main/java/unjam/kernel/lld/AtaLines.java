package unjam.kernel.lld;

import java.util.List;
import java.util.Locale;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.scsi.Cdb;
import unjam.scsi.LogLevel;
import unjam.scsi.Opcode;

/** What libata says in the kernel log (drivers/ata/libata-eh.c: ata_eh_link_report). */
final class AtaLines {

  /** Disks up to here need no 48-bit command. */
  private static final long LBA28 = 1L << 28;

  private final Kernel kernel;

  AtaLines(Kernel kernel) {
    this.kernel = kernel;
  }

  void port(LogLevel level, AtaPort port, String text) {
    print(level, port, port.name() + ": " + text);
  }

  void device(LogLevel level, AtaPort port, String text) {
    print(level, port, port.name() + ".00: " + text);
  }

  /** About the disk as sd sees it. */
  void disk(AtaPort port, String text) {
    print(
        LogLevel.KERN_NOTICE,
        port,
        "sd " + port.device().at() + ": [" + port.device().disk() + "] " + text);
  }

  private void print(LogLevel level, AtaPort port, String line) {
    kernel.printk(
        level, Kernel.NONE, port.device().index(), port.shost().number(), line);
  }

  /** The head of a report and each command that failed by itself. */
  void report(AtaPort port, AtaAutopsy autopsy) {
    int active = 0;
    for (AtaAutopsy.Qc qc : autopsy.qcs()) {
      active |= qc.ncq() ? 1 << qc.scmd().request().tag() : 0;
    }
    String head =
        String.format(
            Locale.ROOT,
            "exception Emask 0x%x SAct 0x%x SErr 0x%x action 0x%x%s",
            autopsy.linkMask(), active, autopsy.linkLost() ? 0x4010000 : 0, autopsy.action(),
            port.frozen ? " frozen" : "");
    if (autopsy.linkLost()) {
      port(LogLevel.KERN_ERR, port, head);
      port(LogLevel.KERN_ERR, port, "irq_stat 0x00400040, connection status changed");
      port(LogLevel.KERN_ERR, port, "SError: { PHYRdyChg DevExch }");
    } else {
      device(LogLevel.KERN_ERR, port, head);
    }
    if (autopsy.deviceError()) {
      boolean queued = autopsy.qcs().stream().anyMatch(AtaAutopsy.Qc::ncq);
      device(LogLevel.KERN_ERR, port, "irq_stat " + (queued ? "0x40000000" : "0x40000001"));
    }
    autopsy.qcs().stream()
        .filter(qc -> qc.error() != AtaAutopsy.Error.NONE)
        .forEach(qc -> failed(port, qc));
  }

  private void failed(AtaPort port, AtaAutopsy.Qc qc) {
    device(LogLevel.KERN_ERR, port, "failed command: " + command(port, qc).words());
    device(LogLevel.KERN_ERR, port, "cmd " + taskfile(port, qc));
    print(LogLevel.KERN_ERR, port, "         res " + result(qc));
    boolean answered =
        qc.error() == AtaAutopsy.Error.MEDIA || qc.error() == AtaAutopsy.Error.DEVICE;
    device(LogLevel.KERN_ERR, port, "status: { " + (answered ? "DRDY ERR" : "DRDY") + " }");
    if (answered) {
      String bits = qc.error() == AtaAutopsy.Error.MEDIA ? "UNC" : "ABRT";
      device(LogLevel.KERN_ERR, port, "error: { " + bits + " }");
    }
  }

  private record Command(int code, String words) {}

  /** The ATA command that a CDB becomes (libata-scsi.c: ata_get_xlat_func). */
  private static Command command(AtaPort port, AtaAutopsy.Qc qc) {
    boolean small = port.device().config().sizeBytes() / 512 <= LBA28;
    Cdb cdb = qc.scmd().cdb();
    if (qc.ncq()) {
      return AtaPort.reads(cdb.opcode())
          ? new Command(0x60, "READ FPDMA QUEUED")
          : new Command(0x61, "WRITE FPDMA QUEUED");
    }
    if (AtaPort.reads(cdb.opcode())) {
      return small ? new Command(0xc8, "READ DMA") : new Command(0x25, "READ DMA EXT");
    }
    if (AtaPort.writes(cdb.opcode())) {
      return small ? new Command(0xca, "WRITE DMA") : new Command(0x35, "WRITE DMA EXT");
    }
    if (cdb.opcode() == Opcode.SYNCHRONIZE_CACHE) {
      return small ? new Command(0xe7, "FLUSH CACHE") : new Command(0xea, "FLUSH CACHE EXT");
    }
    return new Command(0xe5, "CHECK POWER MODE");
  }

  /** The code of the flush command of this disk. */
  static int flushCode(AtaPort port) {
    return port.device().config().sizeBytes() / 512 <= LBA28 ? 0xe7 : 0xea;
  }

  private static String taskfile(AtaPort port, AtaAutopsy.Qc qc) {
    ScsiCmnd scmd = qc.scmd();
    Cdb cdb = scmd.cdb();
    int code = command(port, qc).code();
    int tag = scmd.request().tag();
    boolean moves = cdb.blocks() > 0 && cdb.opcode() != Opcode.SYNCHRONIZE_CACHE;
    long blocks = moves ? cdb.blocks() : 0;
    long lba = moves ? cdb.lba() : 0;
    List<Long> low =
        List.of(
            qc.ncq() ? blocks & 0xff : 0L, qc.ncq() ? (long) tag << 3 : blocks & 0xff,
            lba & 0xff, lba >> 8 & 0xff, lba >> 16 & 0xff);
    List<Long> high =
        List.of(
            qc.ncq() ? blocks >> 8 & 0xff : 0L, 0L, lba >> 24 & 0xff, lba >> 32 & 0xff,
            lba >> 40 & 0xff);
    int device = qc.ncq() ? 0x40 : moves ? 0xe0 : 0xa0;
    String data =
        !moves ? ""
            : (qc.ncq() ? " ncq dma " : " dma ") + scmd.request().bytes()
                + (AtaPort.reads(cdb.opcode()) ? " in" : " out");
    return String.format(
        Locale.ROOT, "%02x/%s/%s/%02x tag %d%s", code, bytes(low), bytes(high), device, tag, data);
  }

  private static String bytes(List<Long> values) {
    return String.join(
        ":", values.stream().map(each -> String.format(Locale.ROOT, "%02x", each)).toList());
  }

  private static String result(AtaAutopsy.Qc qc) {
    long lba = qc.scmd().cdb().lba();
    return switch (qc.error()) {
      case MEDIA ->
          String.format(
              Locale.ROOT,
              "41/40:00:%02x:%02x:%02x/00:00:00:00:00/40 Emask 0x409 (media error) <F>",
              lba & 0xff, lba >> 8 & 0xff, lba >> 16 & 0xff);
      case DEVICE -> "41/04:00:00:00:00/00:00:00:00:00/00 Emask 0x1 (device error)";
      case TIMEOUT -> "40/00:00:00:00:00/00:00:00:00:00/00 Emask 0x4 (timeout)";
      case ATA_BUS -> "40/00:00:00:00:00/00:00:00:00:00/00 Emask 0x10 (ATA bus error)";
      case NONE -> "";
    };
  }
}
