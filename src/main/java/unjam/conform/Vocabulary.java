package unjam.conform;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
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

  /**
   * Landmarks in bold, with the key fields that the README gives each: a simulator must emit these,
   * in order.
   */
  private static final Map<String, List<String>> MUST =
      Map.ofEntries(
          entry("io_start", List.of()),
          entry("io_end", List.of("ret", "errno")),
          entry("scsi_queue_rq", List.of("ret")),
          entry("scsi_dispatch_cmd", List.of("cdb")),
          entry("queuecommand_busy", List.of("value")),
          entry("block_rq_requeue", List.of()),
          entry("scsi_done", List.of("cdb", "result")),
          entry("scsi_complete", List.of()),
          entry("scsi_decide_disposition", List.of("ret")),
          entry("scsi_check_sense", List.of("ret")),
          entry("scsi_finish_command", List.of()),
          entry("sd_done", List.of("ret")),
          entry("scsi_io_completion", List.of("good_bytes")),
          entry("scsi_end_request", List.of("error", "bytes")),
          entry("scsi_queue_insert", List.of("reason", "retries")),
          entry("scsi_timeout", List.of("ret", "retries")),
          entry("scmd_eh_abort_handler", List.of("retries")),
          entry("eh_abort_handler", List.of("ret", "of")),
          entry("scsi_eh_scmd_add", List.of("retries")),
          entry("sd_eh_reset", List.of()),
          entry("scsi_eh_inc_host_failed", List.of()),
          entry("scsi_eh_wakeup", List.of()),
          entry("scsi_eh_get_sense", List.of()),
          entry("scsi_eh_ready_devs", List.of("failed")),
          entry("eh_device_reset_handler", List.of("ret")),
          entry("eh_target_reset_handler", List.of("ret")),
          entry("eh_bus_reset_handler", List.of("ret")),
          entry("eh_host_reset_handler", List.of("ret")),
          entry("scsi_eh_try_stu", List.of("ret")),
          entry("scsi_eh_tur", List.of("ret")),
          entry("scsi_send_eh_cmnd", List.of("cdb", "ret", "timeout_ms")),
          entry("sd_eh_action", List.of("disp", "ret")),
          entry("scsi_device_set_state", List.of("old", "new")),
          entry("scsi_eh_flush_done_q", List.of()),
          entry("scsi_run_host_queues", List.of("host_state")));

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
    return MUST.containsKey(landmark);
  }

  /** The fields that count for a landmark; for one that is not ours all that are known. */
  static List<String> keysOf(String landmark) {
    return MUST.getOrDefault(landmark, KEYS);
  }

  static boolean knows(String landmark) {
    return MUST.containsKey(landmark) || MAY.contains(landmark);
  }

  static boolean isOfAnIo(String landmark) {
    return !OF_NO_IO.contains(landmark);
  }
}
