package unjam.kernel.midlayer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /**
   * Asks what to do with a command whose time is up ({@code eh_timed_out}); empty if the driver has
   * no such callback.
   */
  Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd);

  /**
   * Recovers a host in its own way, in the error-handler thread; it may sleep
   * (include/scsi/scsi_transport.h: eh_strategy_handler). It takes the commands from {@link
   * ScsiHost#ehCmdQ} itself.
   *
   * @param flushDoneQ retries or ends what is done with (scsi_error.c: scsi_eh_flush_done_q)
   */
  void recoverHost(Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ);
}
