package unjam.analysis;

import java.util.Optional;
import unjam.scsi.Knob;

/**
 * One term of the sum that makes an application's wait: who had the command from one instant to the
 * next, and which setting decided for how long. Instants and spans in nanoseconds.
 *
 * @param kind what it is
 * @param from its beginning
 * @param to its end
 * @param nominal how long it may take at most as it is set, or -1 if nothing bounds it
 * @param attempt which dispatch of the command it belongs to, from 1; 0 before the first
 */
public record LedgerTerm(Kind kind, long from, long to, long nominal, int attempt) {

  /**
   * Sorts of terms.
   *
   * <p>The knob is what an administrator can turn to change it; the source is where it is decided.
   */
  public enum Kind {
    /** Who reads waits for this disk before asking another one, or instead of it. */
    ABOVE(Optional.empty(), "user space: store_asks"),
    /** No path is left and the multipath device holds the IO until there is one. */
    HELD(Optional.empty(), "drivers/md/dm-mpath.c: multipath_clone_and_map, must_push_back_rq"),
    /** An array is frozen for a repair. */
    BARRIER(Optional.empty(), "drivers/md/raid1.c: wait_barrier, freeze_array"),
    /** A write of an array waits until its superblock says what has changed. */
    SUPERBLOCK(Optional.empty(), "drivers/md/md.c: md_write_start, md_update_sb"),
    /** Waits to be sent: for a tag, a budget, or a gate that is shut. */
    WAITS(Optional.empty(), "block/blk-mq.c: blk_mq_dispatch_rq_list"),
    /** The disk answers before the timer rings. */
    SERVICE(Optional.empty(), "drivers/scsi/scsi_lib.c: scsi_queue_rq"),
    /** The command's own time goes by. */
    TIMER(Optional.of(Knob.TIMEOUT), "block/blk-timeout.c: blk_add_timer"),
    /** The queue's one timer rings after the deadline. */
    LATENESS(Optional.empty(), "block/blk-timeout.c: blk_rq_timeout, blk_round_jiffies"),
    /** Before the abort is sent: a hundredth of a second. */
    ABORT_DELAY(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_abort_command"),
    /** One worker aborts for the whole host, one command after the other. */
    ABORT_QUEUE(Optional.empty(), "drivers/scsi/hosts.c: scsi_host_alloc, tmf_work_q"),
    /** The driver aborts. */
    ABORT(Optional.empty(), "drivers/scsi/scsi_error.c: scmd_eh_abort_handler"),
    /** The error handler waits until nothing is in flight on the host any more. */
    QUIET(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_eh_wakeup"),
    /** Sense data is asked for. */
    SENSE(Optional.of(Knob.EH_TIMEOUT), "drivers/scsi/scsi_error.c: scsi_eh_get_sense"),
    /** The unit is started. */
    START_UNIT(Optional.of(Knob.EH_TIMEOUT), "drivers/scsi/scsi_error.c: scsi_eh_stu"),
    LUN_RESET(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_eh_bus_device_reset"),
    TARGET_RESET(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_eh_target_reset"),
    BUS_RESET(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_eh_bus_reset"),
    HOST_RESET(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_eh_host_reset"),
    /** The pause after a bus reset. */
    BUS_SETTLING(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_try_bus_reset"),
    /** The pause after a host reset. */
    SETTLING(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_try_host_reset"),
    /** libata resets the link and waits for the disk. */
    LINK_RESET(Optional.empty(), "drivers/ata/libata-eh.c: ata_eh_reset"),
    /** libata's pause between two resets of the link. */
    LINK_PAUSE(Optional.empty(), "drivers/ata/libata-eh.c: ata_eh_reset"),
    /** The path is blocked until the session or port is there again, or is given up. */
    SESSION(
        Optional.empty(), "drivers/scsi/scsi_lib.c: scsi_internal_device_block_nowait"),
    /** A device is asked whether it is ready. */
    TUR(Optional.of(Knob.EH_TIMEOUT), "drivers/scsi/scsi_error.c: scsi_eh_tur"),
    /** The error handler's own command was not answered and is aborted. */
    EH_ABORT(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_abort_eh_cmnd"),
    /** Everything else that the error handler does. */
    HANDLER(Optional.empty(), "drivers/scsi/scsi_error.c: scsi_error_handler"),
    /** On its way up. */
    COMPLETION(Optional.empty(), "drivers/scsi/scsi_lib.c: scsi_complete");

    private final Optional<Knob> knob;
    private final String source;

    Kind(Optional<Knob> knob, String source) {
      this.knob = knob;
      this.source = source;
    }

    /** What can be turned to change it; empty if nothing in sysfs does. */
    public Optional<Knob> knob() {
      return knob;
    }

    /** Where the kernel decides about it. */
    public String source() {
      return source;
    }
  }

  public long nanos() {
    return to - from;
  }
}
