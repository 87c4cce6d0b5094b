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
