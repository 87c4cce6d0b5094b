package unjam.scsi;

/**
 * What a driver's {@code eh_timed_out} says to a late command (include/scsi/scsi_host.h:
 * scsi_timeout_action; before 6.3 the words of blk_eh_timer_return stood for the same).
 */
public enum TimeoutAction {
  /** The driver has ended the command itself; nobody need do anything. */
  SCSI_EH_DONE(TimerReturn.BLK_EH_DONE),
  /** The command gets another full timeout. */
  SCSI_EH_RESET_TIMER(TimerReturn.BLK_EH_RESET_TIMER),
  /** The mid-layer may go on: abort, then the error handler. */
  SCSI_EH_NOT_HANDLED(TimerReturn.BLK_EH_DONE);

  private final TimerReturn told;

  TimeoutAction(TimerReturn told) {
    this.told = told;
  }

  /** What the block layer is told then. */
  public TimerReturn told() {
    return told;
  }

  /** The word without its prefix, as recordings write it. */
  public String shortName() {
    return name().substring("SCSI_EH_".length());
  }
}
