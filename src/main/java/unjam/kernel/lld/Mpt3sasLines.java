package unjam.kernel.lld;

import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.LogLevel;

/**
 * drivers/scsi/mpt3sas/mpt3sas_scsih.c: scsih_abort and the others. Lines about handles and SAS
 * addresses are left out, because the model has none.
 */
final class Mpt3sasLines implements DriverLines {

  private static final String MPT3SAS = "mpt3sas";

  private final Kernel kernel;
  private final ScsiLogging log;
  private final Targets targets;

  Mpt3sasLines(Kernel kernel, ScsiLogging log, Targets targets) {
    this.kernel = kernel;
    this.log = log;
    this.targets = targets;
  }

  @Override
  public void attempting(EhHook hook, ScsiCmnd scmd) {
    switch (hook) {
      case EH_ABORT_HANDLER -> {
        long age = kernel.jiffiesToMsecs(kernel.jiffies() - scmd.jiffiesAtAlloc());
        long timeout = scmd.request().timeoutJiffies() / kernel.hz() * 1000;
        unit(scmd, "attempting task abort!" + pointer(scmd) + ", outstanding for " + age
            + " ms & timeout " + timeout + " ms");
      }
      case EH_DEVICE_RESET_HANDLER -> unit(scmd, "attempting device reset! " + pointer(scmd));
      case EH_TARGET_RESET_HANDLER -> target(scmd, "attempting target reset! " + pointer(scmd));
      case EH_BUS_RESET_HANDLER -> { }
      case EH_HOST_RESET_HANDLER ->
          adapter(LogLevel.KERN_INFO, scmd, "attempting host reset! " + pointer(scmd));
    }
    log.command(scmd);
  }

  @Override
  public void answered(EhHook hook, ScsiCmnd scmd, Disposition answer) {
    String end = (answer == Disposition.SUCCESS ? "SUCCESS " : "FAILED ") + pointer(scmd);
    switch (hook) {
      case EH_ABORT_HANDLER -> unit(scmd, "task abort: " + end);
      case EH_DEVICE_RESET_HANDLER -> unit(scmd, "device reset: " + end);
      case EH_TARGET_RESET_HANDLER -> target(scmd, "target reset: " + end);
      case EH_BUS_RESET_HANDLER -> { }
      case EH_HOST_RESET_HANDLER -> adapter(LogLevel.KERN_INFO, scmd, "host reset: " + end);
    }
  }

  @Override
  public void notFound(ScsiCmnd scmd) {
    unit(scmd, "No reference found at driver, assuming " + pointer(scmd)
        + " might have completed");
  }

  @Override
  public void unanswered(ScsiCmnd scmd) {
    adapter(LogLevel.KERN_ERR, scmd, "Command Timeout");
  }

  @Override
  public void resetBegins(ScsiCmnd scmd) {
    adapter(LogLevel.KERN_INFO, scmd, "sending diag reset !!");
  }

  @Override
  public void resetEnds(ScsiCmnd scmd) {
    adapter(LogLevel.KERN_INFO, scmd, "diag reset: SUCCESS");
  }

  private static String pointer(ScsiCmnd scmd) {
    return "scmd(" + ScsiLogging.pointer(scmd) + ")";
  }

  private void unit(ScsiCmnd scmd, String text) {
    log.print(LogLevel.KERN_INFO, scmd.device(), text);
  }

  private void target(ScsiCmnd scmd, String text) {
    Hctl at = scmd.device().at();
    print(
        LogLevel.KERN_INFO,
        scmd,
        "scsi target" + at.host() + ":" + at.channel() + ":" + at.target() + ": " + text);
  }

  private void adapter(LogLevel level, ScsiCmnd scmd, String text) {
    int index = targets.adapter(scmd.host()).index();
    print(level, scmd, MPT3SAS + "_cm" + index + ": " + text);
  }

  private void print(LogLevel level, ScsiCmnd scmd, String line) {
    kernel.printk(level, scmd.id(), scmd.device().index(), scmd.host().number(), line);
  }
}
