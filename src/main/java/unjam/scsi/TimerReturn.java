package unjam.scsi;

/**
 * What a request timeout handler tells the block layer (include/linux/blk-mq.h:
 * blk_eh_timer_return).
 */
public enum TimerReturn implements ReturnValue {
  BLK_EH_DONE,
  BLK_EH_RESET_TIMER;

  @Override
  public String text() {
    return name();
  }
}
