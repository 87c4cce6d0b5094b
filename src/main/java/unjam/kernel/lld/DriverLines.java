package unjam.kernel.lld;

import unjam.kernel.midlayer.ScsiCmnd;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;

/** What a driver itself says in the kernel log while it recovers; most say nothing. */
interface DriverLines {

  /** A driver that says nothing. */
  DriverLines SILENT = new DriverLines() {};

  /** A callback begins. */
  default void attempting(EhHook hook, ScsiCmnd scmd) {}

  /** A callback has its answer. */
  default void answered(EhHook hook, ScsiCmnd scmd, Disposition answer) {}

  /** The firmware family knows no such task management. */
  default void unsupported(EhHook hook, ScsiCmnd scmd) {}

  /** The command to abort is not there any more. */
  default void notFound(ScsiCmnd scmd) {}

  /** The device did not answer a task management function in time. */
  default void unanswered(ScsiCmnd scmd) {}

  /** The adapter waits for what is under way. */
  default void waiting(ScsiCmnd scmd, int seconds, int commands) {}

  /** The adapter is reset now. */
  default void resetBegins(ScsiCmnd scmd) {}

  /** The driver sends a command once more by itself. */
  default void sentAgain(ScsiCmnd scmd) {}

  /** The adapter is back. */
  default void resetEnds(ScsiCmnd scmd) {}
}
