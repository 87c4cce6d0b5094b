package unjam.conform;

import java.util.List;
import java.util.Set;

/**
 * The landmarks of the recordings' README: which must be reproduced, which belong to no IO, and
 * which fields count.
 */
final class Vocabulary {

  /** Key fields in the order in which they are shown. */
  static final List<String> KEYS =
      List.of(
          "cdb", "of", "ret", "errno", "error", "bytes", "good_bytes", "value", "reason",
          "result", "disp", "old", "new", "failed", "host_state", "timeout_ms", "retries",
          "in_ms");

  /** Landmarks in bold: a simulator must emit these, in order. */
  private static final Set<String> MUST =
      Set.of(
          "io_start", "io_end", "scsi_queue_rq", "scsi_dispatch_cmd", "queuecommand_busy",
          "block_rq_requeue", "scsi_done", "scsi_complete", "scsi_decide_disposition",
          "scsi_check_sense", "scsi_finish_command", "sd_done", "scsi_io_completion",
          "scsi_end_request", "scsi_queue_insert", "scsi_timeout", "scmd_eh_abort_handler",
          "eh_abort_handler", "scsi_eh_scmd_add", "sd_eh_reset", "scsi_eh_inc_host_failed",
          "scsi_eh_wakeup", "scsi_eh_get_sense", "scsi_eh_ready_devs",
          "eh_device_reset_handler", "eh_target_reset_handler", "eh_bus_reset_handler",
          "eh_host_reset_handler", "scsi_eh_try_stu", "scsi_eh_tur", "scsi_send_eh_cmnd",
          "sd_eh_action", "scsi_device_set_state", "scsi_eh_flush_done_q",
          "scsi_run_host_queues");

  /** The other landmarks: they help to read a run and may be missing or extra. */
  private static final Set<String> MAY =
      Set.of(
          "blk_mq_requeue_work", "queue_timer_armed", "queue_timer_fires", "blk_mq_timeout_work",
          "abort_work_queued", "scsi_mq_requeue_cmd", "scsi_cmd_runtime_exceeced",
          "scsi_noretry_cmd", "scsi_handle_queue_full");

  /** About a queue, a device or a host, never about one IO, whatever command was at hand. */
  private static final Set<String> OF_NO_IO =
      Set.of(
          "scsi_eh_wakeup", "scsi_eh_get_sense", "scsi_eh_ready_devs", "scsi_device_set_state",
          "scsi_eh_flush_done_q", "scsi_run_host_queues", "blk_mq_requeue_work",
          "queue_timer_armed", "queue_timer_fires", "blk_mq_timeout_work", "abort_work_queued");

  private Vocabulary() {}

  static boolean isMust(String landmark) {
    return MUST.contains(landmark);
  }

  static boolean knows(String landmark) {
    return MUST.contains(landmark) || MAY.contains(landmark);
  }

  static boolean isOfAnIo(String landmark) {
    return !OF_NO_IO.contains(landmark);
  }
}
