package unjam.kernel.lld;

import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scsi.EhHook;
import unjam.scsi.Hctl;
import unjam.scsi.LogLevel;

/** drivers/scsi/vmw_pvscsi.c: pvscsi_abort and the resets. */
final class PvscsiLines implements DriverLines {

  private final ScsiLogging log;

  PvscsiLines(ScsiLogging log) {
    this.log = log;
  }

  @Override
  public void attempting(EhHook hook, ScsiCmnd scmd) {
    Hctl at = scmd.device().at();
    String text =
        switch (hook) {
          case EH_ABORT_HANDLER ->
              "task abort on host " + at.host() + ", "
                  + ScsiLogging.pointer(scmd).substring("0x".length());
          case EH_DEVICE_RESET_HANDLER ->
              "SCSI device reset on scsi" + at.host() + ":" + at.target();
          case EH_TARGET_RESET_HANDLER -> "";
          case EH_BUS_RESET_HANDLER -> "SCSI Bus reset";
          case EH_HOST_RESET_HANDLER -> "SCSI Host reset";
        };
    log.print(LogLevel.KERN_INFO, scmd, text);
  }
}
