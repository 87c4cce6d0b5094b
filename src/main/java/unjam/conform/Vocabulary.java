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
          "in_ms", "decision", "tmf", "timeout_s", "err");

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
          entry("scsi_run_host_queues", List.of("host_state")),
          entry("iscsi_queuecommand", List.of()),
          entry("iscsi_eh_cmd_timed_out", List.of("decision", "reason")),
          entry("iscsi_send_nopout", List.of()),
          entry("iscsi_exec_task_mgmt_fn", List.of("tmf", "timeout_s", "ret")),
          entry("iscsi_tmf_timedout", List.of()),
          entry("iscsi_eh_session_reset", List.of("ret")),
          entry("iscsi_conn_error_event", List.of("err")),
          entry("iscsi_conn_stop", List.of()),
          entry("__iscsi_block_session", List.of()),
          entry("session_recovery_timedout", List.of()),
          entry("scsi_target_unblock", List.of("new")),
          entry("iscsi_conn_bind", List.of()),
          entry("iscsi_conn_start", List.of()),
          entry("__iscsi_unblock_session", List.of()),
          entry("iscsit_setup_scsi_cmd", List.of()),
          entry("iscsit_handle_task_mgt_cmd", List.of()),
          entry("core_tmr_abort_task", List.of()),
          entry("target_put_cmd_and_wait", List.of()),
          entry("iscsit_close_connection", List.of()),
          entry("iscsi_check_for_session_reinstatement", List.of()),
          entry("iscsit_stop_session", List.of()),
          entry("iscsit_close_session", List.of()));

  /** The other landmarks: they help to read a run and may be missing or extra. */
  private static final Set<String> MAY =
      Set.of(
          "blk_mq_requeue_work", "queue_timer_armed", "queue_timer_fires", "blk_mq_timeout_work",
          "abort_work_queued", "scsi_mq_requeue_cmd", "scsi_cmd_runtime_exceeced",
          "scsi_noretry_cmd", "scsi_handle_queue_full", "fail_scsi_tasks",
          "iscsi_session_recovery_timedout", "iblock_execute_rw", "dm_submit_bio",
          "target_tmr_work");

  /**
   * About a queue, a device, a host, a session or the other machine, never about one IO, whatever
   * command was at hand.
   */
  private static final Set<String> OF_NO_IO =
      Set.of(
          "iscsi_send_nopout", "iscsi_tmf_timedout", "iscsi_conn_error_event", "iscsi_conn_stop",
          "fail_scsi_tasks", "__iscsi_block_session", "session_recovery_timedout",
          "scsi_target_unblock", "iscsi_session_recovery_timedout", "iscsi_conn_bind",
          "iscsi_conn_start", "__iscsi_unblock_session", "iscsit_setup_scsi_cmd",
          "iblock_execute_rw", "dm_submit_bio", "iscsit_handle_task_mgt_cmd", "target_tmr_work",
          "core_tmr_abort_task", "target_put_cmd_and_wait", "iscsit_close_connection",
          "iscsi_check_for_session_reinstatement", "iscsit_stop_session", "iscsit_close_session",
          "scsi_eh_wakeup", "scsi_eh_get_sense", "scsi_eh_ready_devs", "scsi_device_set_state",
          "scsi_eh_flush_done_q", "scsi_run_host_queues", "blk_mq_requeue_work",
          "queue_timer_armed", "queue_timer_fires", "blk_mq_timeout_work", "abort_work_queued");

  /** Functions of drivers, which only recordings of these drivers have. */
  private static final Set<String> OF_DRIVERS =
      Set.of(
          "virtscsi_eh_timed_out", "ata_scsi_eh_timed_out", "ata_scsi_error",
          "ata_scsi_cmd_error_handler", "__ata_port_freeze", "ata_scsi_port_error_handler",
          "ahci_error_handler", "ata_eh_autopsy", "ata_eh_link_autopsy",
          "ata_eh_analyze_ncq_error", "ata_read_log_page", "ata_eh_report", "ata_eh_recover",
          "ata_eh_reset", "ata_std_prereset", "ahci_hardreset", "sata_link_hardreset",
          "ata_wait_ready", "ata_eh_thaw_port", "ata_std_postreset", "sata_down_spd_limit",
          "ata_dev_revalidate", "ata_dev_read_id", "ata_set_mode", "ata_dev_disable",
          "ata_down_xfermask_limit", "ata_eh_detach_dev", "ata_scsi_offline_dev",
          "ata_eh_finish", "__ata_eh_qc_complete", "ata_scsi_qc_complete", "scsi_eh_finish_cmd");

  /** Of those the ones that are called for a command. */
  private static final Set<String> FOR_A_COMMAND =
      Set.of("virtscsi_eh_timed_out", "ata_scsi_eh_timed_out", "scsi_eh_finish_cmd");

  private static final List<String> ANSWER = List.of("ret");

  private Vocabulary() {}

  static Set<String> ofDrivers() {
    return OF_DRIVERS;
  }

  static boolean isOfADriver(String landmark) {
    return OF_DRIVERS.contains(landmark);
  }

  static boolean isMust(String landmark) {
    return MUST.containsKey(landmark);
  }

  /** The fields that count for a landmark; for one that is not ours all that are known. */
  static List<String> keysOf(String landmark) {
    return MUST.getOrDefault(landmark, isOfADriver(landmark) ? ANSWER : KEYS);
  }

  static boolean knows(String landmark) {
    return MUST.containsKey(landmark) || MAY.contains(landmark) || isOfADriver(landmark);
  }

  static boolean isOfAnIo(String landmark) {
    return isOfADriver(landmark)
        ? FOR_A_COMMAND.contains(landmark)
        : !OF_NO_IO.contains(landmark);
  }
}
