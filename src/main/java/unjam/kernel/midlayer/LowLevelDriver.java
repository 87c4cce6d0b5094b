package unjam.kernel.midlayer;

import java.util.Optional;
import unjam.engine.Coroutine;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.MlqueueReturn;

/**
 * What the mid-layer may ask of a low-level driver (include/scsi/scsi_host.h: scsi_host_template).
 */
public interface LowLevelDriver {

  /** Takes a command, or says why not. */
  Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd);

  /** Calls a recovery callback that exists; it may sleep. */
  Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd);
}
