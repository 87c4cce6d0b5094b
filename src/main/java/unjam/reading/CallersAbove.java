package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * What stands outermost on the stacks of md, dm and ext4: functions that only lead to the first one
 * that a trace names (drivers/md/md.c: md_submit_bio, drivers/md/raid1.c: raid1d,
 * drivers/md/dm-rq.c: dm_mq_queue_rq, fs/jbd2/journal.c: kjournald2).
 */
final class CallersAbove {

  private static final List<WaitChannel> SUBMITTED =
      List.of(
          WaitChannel.RAID1_MAKE_REQUEST, WaitChannel.MD_HANDLE_REQUEST,
          WaitChannel.MD_SUBMIT_BIO);

  private CallersAbove() {}

  /** The rest of a stack whose outermost function is known; the innermost first. */
  static List<String> of(KernelFunction outermost, ExecContext context) {
    boolean thread = context.kind() == ExecContext.Kind.MD_RAID1;
    boolean softirq = context.kind() == ExecContext.Kind.SOFTIRQ;
    return switch (outermost) {
      case RAID1_READ_REQUEST ->
          thread ? raid1d(WaitChannel.HANDLE_READ_ERROR) : symbols(SUBMITTED);
      case RAID1_WRITE_REQUEST, WAIT_BARRIER, MD_WRITE_START -> symbols(SUBMITTED);
      case FREEZE_ARRAY, UNFREEZE_ARRAY, FIX_READ_ERROR ->
          thread ? raid1d(WaitChannel.HANDLE_READ_ERROR) : List.of();
      case RAID1_ERROR ->
          thread ? raid1d(WaitChannel.MD_ERROR, WaitChannel.HANDLE_READ_ERROR) : List.of();
      case NARROW_WRITE_ERROR -> thread ? raid1d(WaitChannel.HANDLE_WRITE_FINISHED) : List.of();
      case MD_SUPER_WRITE -> raid1d(WaitChannel.MD_UPDATE_SB, WaitChannel.MD_CHECK_RECOVERY);
      case MULTIPATH_CLONE_AND_MAP ->
          symbols(List.of(WaitChannel.MAP_REQUEST, WaitChannel.DM_MQ_QUEUE_RQ));
      case MULTIPATH_END_IO ->
          symbols(List.of(WaitChannel.DM_DONE, WaitChannel.DM_SOFTIRQ_DONE));
      case FAIL_PATH, REINSTATE_PATH, QUEUE_IF_NO_PATH ->
          softirq
              ? List.of()
              : symbols(List.of(WaitChannel.MULTIPATH_MESSAGE, WaitChannel.TARGET_MESSAGE));
      case EXT4_DIO_READ_ITER -> symbols(List.of(WaitChannel.EXT4_FILE_READ_ITER));
      case EXT4_DIO_WRITE_ITER -> symbols(List.of(WaitChannel.EXT4_FILE_WRITE_ITER));
      case EXT4_HANDLE_ERROR -> symbols(List.of(WaitChannel.EXT4_JOURNAL_CHECK_START));
      case JBD2_JOURNAL_COMMIT_TRANSACTION -> symbols(List.of(WaitChannel.KJOURNALD2));
      default -> List.of();
    };
  }

  private static List<String> raid1d(WaitChannel... within) {
    List<WaitChannel> all = new ArrayList<>(List.of(within));
    all.add(WaitChannel.RAID1D);
    all.add(WaitChannel.MD_THREAD);
    return symbols(all);
  }

  private static List<String> symbols(List<WaitChannel> functions) {
    return functions.stream().map(WaitChannel::symbol).toList();
  }
}
