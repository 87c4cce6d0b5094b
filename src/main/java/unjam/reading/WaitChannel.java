package unjam.reading;

/**
 * Kernel functions in which a process sleeps; they are no steps of a command's way and so are not
 * in the trace. {@link #symbol} is the kernel's name.
 */
public enum WaitChannel {
  IO_SCHEDULE("io_schedule", "kernel/sched/core.c"),
  SCHEDULE("schedule", "kernel/sched/core.c"),
  SCHEDULE_TIMEOUT("schedule_timeout", "kernel/time/timer.c"),
  MSLEEP("msleep", "kernel/time/timer.c"),
  WAIT_FOR_COMPLETION_IO("wait_for_completion_io_timeout", "kernel/sched/completion.c"),
  WAIT_FOR_COMPLETION_TIMEOUT("wait_for_completion_timeout", "kernel/sched/completion.c"),
  BLK_IO_SCHEDULE("blk_io_schedule", "block/blk-core.c"),
  SUBMIT_BIO_WAIT("submit_bio_wait", "block/bio.c"),
  BLKDEV_ISSUE_FLUSH("blkdev_issue_flush", "block/blk-flush.c"),
  BLKDEV_FSYNC("blkdev_fsync", "block/fops.c"),
  BLKDEV_DIRECT_IO("blkdev_direct_IO", "block/fops.c"),
  FILEMAP_READ("filemap_read", "mm/filemap.c"),
  FOLIO_WAIT_BIT_COMMON("folio_wait_bit_common", "mm/filemap.c"),
  WAIT_ON_PAGE_BIT_COMMON("wait_on_page_bit_common", "mm/filemap.c"),
  SG_IO("sg_io", "drivers/scsi/scsi_ioctl.c"),
  DO_SYS_OPENAT2("do_sys_openat2", "fs/open.c"),
  WORKER_THREAD("worker_thread", "kernel/workqueue.c"),
  PROCESS_ONE_WORK("process_one_work", "kernel/workqueue.c"),
  KTHREAD("kthread", "kernel/kthread.c"),
  RET_FROM_FORK("ret_from_fork", "arch/x86/kernel/process.c"),
  INET_CSK_ACCEPT("inet_csk_accept", "net/ipv4/inet_connection_sock.c"),
  SK_WAIT_DATA("sk_wait_data", "net/core/sock.c"),
  ISCSIT_ACCEPT_NP("iscsit_accept_np", "drivers/target/iscsi/iscsi_target_login.c"),
  ISCSI_TARGET_START_NEGOTIATION(
      "iscsi_target_start_negotiation", "drivers/target/iscsi/iscsi_target_nego.c"),
  ISCSI_TARGET_RX_THREAD("iscsi_target_rx_thread", "drivers/target/iscsi/iscsi_target.c"),
  ISCSI_TARGET_TX_THREAD("iscsi_target_tx_thread", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_TAKE_ACTION_FOR_CONNECTION_EXIT(
      "iscsit_take_action_for_connection_exit", "drivers/target/iscsi/iscsi_target_erl0.c"),
  ISCSIT_FREE_CMD("iscsit_free_cmd", "drivers/target/iscsi/iscsi_target_util.c"),
  TRANSPORT_GENERIC_FREE_CMD(
      "transport_generic_free_cmd", "drivers/target/target_core_transport.c"),
  WAIT_READ_BARRIER("wait_read_barrier", "drivers/md/raid1.c"),
  RAID1_MAKE_REQUEST("raid1_make_request", "drivers/md/raid1.c"),
  HANDLE_READ_ERROR("handle_read_error", "drivers/md/raid1.c"),
  HANDLE_WRITE_FINISHED("handle_write_finished", "drivers/md/raid1.c"),
  RAID1D("raid1d", "drivers/md/raid1.c"),
  MD_HANDLE_REQUEST("md_handle_request", "drivers/md/md.c"),
  MD_SUBMIT_BIO("md_submit_bio", "drivers/md/md.c"),
  MD_ERROR("md_error", "drivers/md/md.c"),
  MD_UPDATE_SB("md_update_sb", "drivers/md/md.c"),
  MD_CHECK_RECOVERY("md_check_recovery", "drivers/md/md.c"),
  MD_THREAD("md_thread", "drivers/md/md.c"),
  MAP_REQUEST("map_request", "drivers/md/dm-rq.c"),
  DM_MQ_QUEUE_RQ("dm_mq_queue_rq", "drivers/md/dm-rq.c"),
  DM_DONE("dm_done", "drivers/md/dm-rq.c"),
  DM_SOFTIRQ_DONE("dm_softirq_done", "drivers/md/dm-rq.c"),
  MULTIPATH_MESSAGE("multipath_message", "drivers/md/dm-mpath.c"),
  TARGET_MESSAGE("target_message", "drivers/md/dm-ioctl.c"),
  IOMAP_DIO_RW("__iomap_dio_rw", "fs/iomap/direct-io.c"),
  EXT4_FILE_READ_ITER("ext4_file_read_iter", "fs/ext4/file.c"),
  EXT4_FILE_WRITE_ITER("ext4_file_write_iter", "fs/ext4/file.c"),
  EXT4_JOURNAL_CHECK_START("ext4_journal_check_start", "fs/ext4/ext4_jbd2.c"),
  EXT4_SYNC_FILE("ext4_sync_file", "fs/ext4/fsync.c"),
  JBD2_LOG_WAIT_COMMIT("jbd2_log_wait_commit", "fs/jbd2/journal.c"),
  KJOURNALD2("kjournald2", "fs/jbd2/journal.c"),
  CLOCK_NANOSLEEP("common_nsleep", "kernel/time/posix-timers.c");

  private final String symbol;
  private final String file;

  WaitChannel(String symbol, String file) {
    this.symbol = symbol;
    this.file = file;
  }

  public String symbol() {
    return symbol;
  }

  /** {@code mm/filemap.c: filemap_read}. */
  public String citation() {
    return file + ": " + symbol;
  }
}
