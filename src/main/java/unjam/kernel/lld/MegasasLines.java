package unjam.kernel.lld;

import java.util.Locale;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.LogLevel;

/**
 * drivers/scsi/megaraid/megaraid_sas_base.c: megasas_task_abort, megasas_reset_target,
 * megasas_wait_for_outstanding. The model has no PCI bus: a host's number makes up its address.
 */
final class MegasasLines implements DriverLines {

  private final Kernel kernel;
  private final ScsiLogging log;

  MegasasLines(Kernel kernel, ScsiLogging log) {
    this.kernel = kernel;
    this.log = log;
  }

  @Override
  public void attempting(EhHook hook, ScsiCmnd scmd) {
    if (hook == EhHook.EH_HOST_RESET_HANDLER) {
      adapter(LogLevel.KERN_INFO, scmd, "OCR is requested due to IO timeout!!");
    }
  }

  @Override
  public void unsupported(EhHook hook, ScsiCmnd scmd) {
    String what = hook == EhHook.EH_ABORT_HANDLER ? "TASK ABORT" : "TARGET RESET";
    log.print(LogLevel.KERN_NOTICE, scmd.device(), what + " not supported");
  }

  @Override
  public void waiting(ScsiCmnd scmd, int seconds, int commands) {
    adapter(
        LogLevel.KERN_NOTICE,
        scmd,
        String.format(Locale.ROOT, "[%2d]waiting for %d commands to complete", seconds, commands));
  }

  @Override
  public void resetBegins(ScsiCmnd scmd) {
    adapter(LogLevel.KERN_NOTICE, scmd, "HBA recovery state machine, state 2 starting...");
  }

  @Override
  public void sentAgain(ScsiCmnd scmd) {
    adapter(
        LogLevel.KERN_NOTICE,
        scmd,
        ScsiLogging.pointer(scmd).substring("0x".length())
            + " scsi cmd detected on the internal queue, issue again.");
  }

  @Override
  public void answered(EhHook hook, ScsiCmnd scmd, Disposition answer) {
    if (hook == EhHook.EH_HOST_RESET_HANDLER && answer == Disposition.SUCCESS) {
      adapter(LogLevel.KERN_NOTICE, scmd, "reset successful");
    }
  }

  @Override
  public void resetEnds(ScsiCmnd scmd) {
    adapter(LogLevel.KERN_NOTICE, scmd, "no more pending commands remain after reset handling.");
  }

  private void adapter(LogLevel level, ScsiCmnd scmd, String text) {
    int host = scmd.host().number();
    String address = String.format(Locale.ROOT, "megaraid_sas 0000:%02x:00.0: ", 3 + host);
    kernel.printk(level, scmd.id(), scmd.device().index(), host, address + text);
  }
}
