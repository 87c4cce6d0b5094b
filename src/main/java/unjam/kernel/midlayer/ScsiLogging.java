package unjam.kernel.midlayer;

import java.util.Locale;
import unjam.kernel.core.Kernel;
import unjam.scsi.AdditionalSense;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.LogFacility;
import unjam.scsi.LogLevel;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;

/**
 * The mid-layer's lines in the kernel log (drivers/scsi/scsi_logging.c, scsi.c: scsi_log_send,
 * scsi_log_completion).
 */
public final class ScsiLogging {

  /** Length of a sense buffer (include/scsi/scsi_device.h: SCSI_SENSE_BUFFERSIZE). */
  private static final int SENSE_BYTES = 96;

  private static final int DUMP_BYTES = 16;

  private final Kernel kernel;

  public ScsiLogging(Kernel kernel) {
    this.kernel = kernel;
  }

  /** scmd_printk. */
  public void print(LogLevel level, ScsiCmnd scmd, String text) {
    kernel.printk(
        level,
        scmd.id(),
        scmd.device().index(),
        scmd.host().number(),
        scmd.logPrefix() + text);
  }

  /** sdev_printk. */
  public void print(LogLevel level, ScsiDevice sdev, String text) {
    kernel.printk(
        level, Kernel.NONE, sdev.index(), sdev.host().number(), sdev.logPrefix() + text);
  }

  /** shost_printk. */
  public void print(LogLevel level, ScsiHost shost, String text) {
    kernel.printk(level, Kernel.NONE, Kernel.NONE, shost.number(), shost.logPrefix() + text);
  }

  /** A line about a command that prints only from an error-handler logging level on. */
  public void error(int level, ScsiCmnd scmd, String text) {
    if (kernel.logs(LogFacility.ERROR, level)) {
      print(LogLevel.KERN_INFO, scmd, text);
    }
  }

  public void error(int level, ScsiDevice sdev, String text) {
    if (kernel.logs(LogFacility.ERROR, level)) {
      print(LogLevel.KERN_INFO, sdev, text);
    }
  }

  public void error(int level, ScsiHost shost, String text) {
    if (kernel.logs(LogFacility.ERROR, level)) {
      print(LogLevel.KERN_INFO, shost, text);
    }
  }

  /** As {@link #error(int, ScsiCmnd, String)}, at WARNING. */
  public void errorWarning(int level, ScsiCmnd scmd, String text) {
    if (kernel.logs(LogFacility.ERROR, level)) {
      print(LogLevel.KERN_WARNING, scmd, text);
    }
  }

  /** A change of state that is not allowed, for those who log errors at all. */
  void illegal(ScsiDevice sdev, String text) {
    if (kernel.logs(LogFacility.ERROR, 1)) {
      print(LogLevel.KERN_ERR, sdev, text);
    }
  }

  public void mlqueue(int level, ScsiCmnd scmd, String text) {
    if (kernel.logs(LogFacility.MLQUEUE, level)) {
      print(LogLevel.KERN_INFO, scmd, text);
    }
  }

  public void mlqueue(int level, ScsiDevice sdev, String text) {
    if (kernel.logs(LogFacility.MLQUEUE, level)) {
      print(LogLevel.KERN_INFO, sdev, text);
    }
  }

  public void mlqueue(int level, ScsiHost shost, String text) {
    if (kernel.logs(LogFacility.MLQUEUE, level)) {
      print(LogLevel.KERN_INFO, shost, text);
    }
  }

  /** A line of sd about its disk, from a logging level on (drivers/scsi/sd.h: sd_printk). */
  public void disk(LogFacility facility, int level, ScsiDevice sdev, String text) {
    if (kernel.logs(facility, level)) {
      print(LogLevel.KERN_INFO, sdev, "[" + sdev.disk() + "] " + text);
    }
  }

  /** drivers/scsi/scsi.c: scsi_log_send. */
  public void send(ScsiCmnd scmd) {
    if (kernel.logLevel(LogFacility.MLQUEUE) > 1) {
      print(LogLevel.KERN_INFO, scmd, "Send: scmd " + pointer(scmd));
      command(scmd);
    }
  }

  /** drivers/scsi/scsi.c: scsi_log_completion. */
  public void completion(ScsiCmnd scmd, Disposition disposition) {
    int level = kernel.logLevel(LogFacility.MLCOMPLETE);
    boolean bad = !scmd.result().isZero() || disposition != Disposition.SUCCESS;
    if (level > 1 || level > 0 && bad) {
      result(scmd, "Done: ", disposition);
      command(scmd);
      if (scmd.result().is(SamStatus.CHECK_CONDITION)) {
        sense(scmd);
      }
      if (level > 3) {
        print(
            LogLevel.KERN_INFO,
            scmd,
            "scsi host busy " + scmd.host().busy() + " failed " + scmd.host().failed());
      }
    }
  }

  /** drivers/scsi/scsi_logging.c: scsi_print_result. */
  public void result(ScsiCmnd scmd, String prefix, Disposition disposition) {
    long age = (kernel.jiffies() - scmd.jiffiesAtAlloc()) / kernel.hz();
    HostByte host = prefix.isEmpty() ? scmd.result().host() : hostByteOf(scmd);
    String hostText =
        host == HostByte.DID_TRANSPORT_MARGINAL
            ? String.format(Locale.ROOT, "0x%02x", host.value())
            : host.name();
    print(
        LogLevel.KERN_INFO,
        scmd,
        prefix + disposition + " Result: hostbyte=" + hostText
            + " driverbyte=" + driverByte(scmd) + " cmd_age=" + age + "s");
  }

  /** 5.10 keeps in the host byte, until the command ends, what is in the mid-layer byte later. */
  private HostByte hostByteOf(ScsiCmnd scmd) {
    HostByte host = scmd.result().host();
    if (!kernel.rules().flushSetsDriverTimeout()) {
      return host;
    }
    return switch (scmd.result().ml()) {
      case RESV_CONFLICT -> HostByte.DID_NEXUS_FAILURE;
      case NOSPC -> HostByte.DID_ALLOC_FAILURE;
      case MED_ERROR -> HostByte.DID_MEDIUM_ERROR;
      case TGT_FAILURE -> HostByte.DID_TARGET_FAILURE;
      case OK, DL_TIMEOUT -> host;
    };
  }

  /** 5.10 still has a driver byte; later kernels always print DRIVER_OK. */
  private String driverByte(ScsiCmnd scmd) {
    if (scmd.result().driver() == ScsiResult.DRIVER_TIMEOUT) {
      return "DRIVER_TIMEOUT";
    }
    boolean sense =
        kernel.rules().flushSetsDriverTimeout()
            && scmd.result().is(SamStatus.CHECK_CONDITION)
            && scmd.sense().isPresent();
    return sense ? "DRIVER_SENSE" : "DRIVER_OK";
  }

  /** Sense data beside a failure; 5.10 asks the driver byte whether there is any. */
  void senseOfFailure(ScsiCmnd scmd) {
    boolean asksDriverByte = kernel.rules().flushSetsDriverTimeout();
    if (scmd.sense().isPresent()
        && (!asksDriverByte || driverByte(scmd).equals("DRIVER_SENSE"))) {
      sense(scmd);
    }
  }

  /** drivers/scsi/scsi_logging.c: scsi_print_command. */
  public void command(ScsiCmnd scmd) {
    print(LogLevel.KERN_INFO, scmd, "CDB: " + scmd.cdb().logText());
  }

  /** drivers/scsi/scsi_logging.c: scsi_print_sense. */
  public void sense(ScsiCmnd scmd) {
    if (scmd.sense().isEmpty()) {
      dumpEmptySense(scmd);
      return;
    }
    SenseData sense = scmd.sense().get();
    print(
        LogLevel.KERN_INFO,
        scmd,
        "Sense Key : " + sense.key().words() + (sense.deferred() ? " [deferred] " : " [current] "));
    print(LogLevel.KERN_INFO, scmd, AdditionalSense.describe(sense.asc(), sense.ascq()));
  }

  /** A buffer without valid sense data is shown byte by byte (scsi_log_dump_sense). */
  private void dumpEmptySense(ScsiCmnd scmd) {
    for (int i = 0; i < SENSE_BYTES; i += DUMP_BYTES) {
      print(LogLevel.KERN_INFO, scmd, "00 ".repeat(DUMP_BYTES).trim());
    }
  }

  /** What stands where the kernel prints a hashed pointer. */
  public static String pointer(ScsiCmnd scmd) {
    return String.format(Locale.ROOT, "0x%016x", 0x9e3779b97f4a7c15L * (scmd.id() + 1) >>> 32);
  }
}
