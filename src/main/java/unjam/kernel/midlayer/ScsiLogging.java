package unjam.kernel.midlayer;

import java.util.Locale;
import unjam.kernel.core.Kernel;
import unjam.scsi.AdditionalSense;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.LogFacility;
import unjam.scsi.LogLevel;
import unjam.scsi.SamStatus;
import unjam.scsi.SenseData;

/**
 * The mid-layer's lines in the kernel log (drivers/scsi/scsi_logging.c, scsi.c: scsi_log_send,
 * scsi_log_completion).
 */
public final class ScsiLogging {

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
    HostByte host = scmd.result().host();
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

  /** 5.10 still has a driver byte; later kernels always print DRIVER_OK. */
  private String driverByte(ScsiCmnd scmd) {
    if (scmd.driverTimeout()) {
      return "DRIVER_TIMEOUT";
    }
    boolean sense =
        kernel.rules().flushSetsDriverTimeout()
            && scmd.result().is(SamStatus.CHECK_CONDITION)
            && scmd.sense().isPresent();
    return sense ? "DRIVER_SENSE" : "DRIVER_OK";
  }

  /** drivers/scsi/scsi_logging.c: scsi_print_command. */
  public void command(ScsiCmnd scmd) {
    print(LogLevel.KERN_INFO, scmd, "CDB: " + scmd.cdb().logText());
  }

  /** drivers/scsi/scsi_logging.c: scsi_print_sense. */
  public void sense(ScsiCmnd scmd) {
    if (scmd.sense().isEmpty()) {
      return;
    }
    SenseData sense = scmd.sense().get();
    print(
        LogLevel.KERN_INFO,
        scmd,
        "Sense Key : " + sense.key().words() + (sense.deferred() ? " [deferred] " : " [current] "));
    print(LogLevel.KERN_INFO, scmd, AdditionalSense.describe(sense.asc(), sense.ascq()));
  }

  /** What stands where the kernel prints a hashed pointer. */
  public static String pointer(ScsiCmnd scmd) {
    return String.format(Locale.ROOT, "0x%016x", 0x9e3779b97f4a7c15L * (scmd.id() + 1) >>> 32);
  }
}
