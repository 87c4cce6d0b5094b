package unjam.kernel.midlayer;

import unjam.scsi.TimerReturn;

/** What the ordinary path asks of the error path (drivers/scsi/scsi_error.c). */
public interface ErrorHandling {

  /** A request is late: scsi_timeout. */
  TimerReturn scsiTimeout(ScsiCmnd scmd);

  /** A command is beyond ordinary help: scsi_eh_scmd_add. */
  void scsiEhScmdAdd(ScsiCmnd scmd);

  /** The count of busy commands changed while the host recovers: scsi_eh_wakeup. */
  void scsiEhWakeup(ScsiHost shost);

  /** The error handler is wanted although no command has failed: scsi_schedule_eh. */
  void scsiScheduleEh(ScsiHost shost);
}
