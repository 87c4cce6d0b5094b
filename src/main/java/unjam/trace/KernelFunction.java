package unjam.trace;

/**
 * Every kernel function that a trace names, with its file: the only place where a kernel function's
 * name is spelled. The few words that recordings use for things that are no function (io_start,
 * queuecommand_busy, abort_work_queued), and ours for a store that is no part of the kernel, stand
 * here too, without a file or with that of the mechanism.
 */
public enum KernelFunction {
  IO_START("io_start", ""),
  IO_END("io_end", ""),
  SYSFS_WRITE("kernfs_fop_write_iter", "fs/kernfs/file.c"),
  SCENARIO("scenario", ""),
  STORE_ASKS("store_asks", ""),
  STORE_HEARS("store_hears", ""),
  STORE_GIVES_UP("store_gives_up", ""),
  STORE_HEARS_LATE("store_hears_late", ""),
  STORE_HAS_DATA("store_has_data", ""),
  STORE_HAS_WRITTEN("store_has_written", ""),
  STORE_MARKS_DOWN("store_marks_down", ""),

  BLK_MQ_SUBMIT_BIO("blk_mq_submit_bio", "block/blk-mq.c"),
  BLK_EXECUTE_RQ("blk_execute_rq", "block/blk-mq.c"),
  BLK_INSERT_FLUSH("blk_insert_flush", "block/blk-flush.c"),
  BLK_MQ_DISPATCH_RQ_LIST("blk_mq_dispatch_rq_list", "block/blk-mq.c"),
  BLK_MQ_GET_DRIVER_TAG("blk_mq_get_driver_tag", "block/blk-mq.h"),
  BLK_MQ_START_REQUEST("blk_mq_start_request", "block/blk-mq.c"),
  BLK_MQ_REQUEUE_REQUEST("blk_mq_requeue_request", "block/blk-mq.c"),
  BLK_MQ_REQUEUE_WORK("blk_mq_requeue_work", "block/blk-mq.c"),
  BLK_MQ_DELAY_RUN_HW_QUEUES("blk_mq_delay_run_hw_queues", "block/blk-mq.c"),
  BLK_ADD_TIMER("blk_add_timer", "block/blk-timeout.c"),
  BLK_RQ_TIMED_OUT_TIMER("blk_rq_timed_out_timer", "block/blk-core.c"),
  BLK_MQ_TIMEOUT_WORK("blk_mq_timeout_work", "block/blk-mq.c"),
  MOD_TIMER("mod_timer", "kernel/time/timer.c"),
  BLK_MQ_CHECK_EXPIRED("blk_mq_check_expired", "block/blk-mq.c"),
  BLK_MQ_HANDLE_EXPIRED("blk_mq_handle_expired", "block/blk-mq.c"),
  BLK_MQ_COMPLETE_REQUEST("blk_mq_complete_request", "block/blk-mq.c"),
  BLK_MQ_RAISE_SOFTIRQ(
      "blk_mq_raise_softirq", "block/blk-mq.c", "blk_mq_trigger_softirq", "blk_mq_raise_softirq"),
  BLK_DONE_SOFTIRQ("blk_done_softirq", "block/blk-mq.c"),
  BLK_UPDATE_REQUEST("blk_update_request", "block/blk-mq.c"),
  BIO_ENDIO("bio_endio", "block/bio.c"),

  SCSI_MQ_GET_BUDGET("scsi_mq_get_budget", "drivers/scsi/scsi_lib.c"),
  SCSI_QUEUE_RQ("scsi_queue_rq", "drivers/scsi/scsi_lib.c"),
  SCSI_DEVICE_STATE_CHECK("scsi_device_state_check", "drivers/scsi/scsi_lib.c"),
  SCSI_HOST_QUEUE_READY("scsi_host_queue_ready", "drivers/scsi/scsi_lib.c"),
  SCSI_PREPARE_CMD("scsi_prepare_cmd", "drivers/scsi/scsi_lib.c"),
  SCSI_DISPATCH_CMD("scsi_dispatch_cmd", "drivers/scsi/scsi_lib.c"),
  QUEUECOMMAND_BUSY("queuecommand_busy", ""),
  SCSI_EXECUTE_CMD(
      "scsi_execute_cmd", "drivers/scsi/scsi_lib.c", "__scsi_execute", "__scsi_execute"),
  DRIVER_IRQ("driver", ""),
  SCSI_DONE("scsi_done", "drivers/scsi/scsi_lib.c", "scsi_mq_done", "scsi_done"),
  SCSI_COMPLETE("scsi_complete", "drivers/scsi/scsi_lib.c", "scsi_softirq_done", "scsi_complete"),
  SCSI_FINISH_COMMAND("scsi_finish_command", "drivers/scsi/scsi.c"),
  SCSI_IO_COMPLETION("scsi_io_completion", "drivers/scsi/scsi_lib.c"),
  SCSI_IO_COMPLETION_ACTION("scsi_io_completion_action", "drivers/scsi/scsi_lib.c"),
  SCSI_END_REQUEST("scsi_end_request", "drivers/scsi/scsi_lib.c"),
  SCSI_QUEUE_INSERT("scsi_queue_insert", "drivers/scsi/scsi_lib.c"),
  SCSI_MQ_REQUEUE_CMD("scsi_mq_requeue_cmd", "drivers/scsi/scsi_lib.c"),
  SCSI_CMD_RUNTIME_EXCEECED("scsi_cmd_runtime_exceeced", "drivers/scsi/scsi_lib.c"),
  SCSI_RUN_HOST_QUEUES("scsi_run_host_queues", "drivers/scsi/scsi_lib.c"),
  SCSI_DEVICE_SET_STATE("scsi_device_set_state", "drivers/scsi/scsi_lib.c"),
  SCSI_INTERNAL_DEVICE_UNBLOCK(
      "scsi_internal_device_unblock_nowait", "drivers/scsi/scsi_lib.c"),
  SCSI_HOST_SET_STATE("scsi_host_set_state", "drivers/scsi/hosts.c"),
  SCSI_RESCAN_DEVICE("scsi_rescan_device", "drivers/scsi/scsi_scan.c"),

  SD_OPEN("sd_open", "drivers/scsi/sd.c"),
  SD_INIT_COMMAND("sd_init_command", "drivers/scsi/sd.c"),
  SD_DONE("sd_done", "drivers/scsi/sd.c"),
  SD_EH_RESET("sd_eh_reset", "drivers/scsi/sd.c"),
  SD_EH_ACTION("sd_eh_action", "drivers/scsi/sd.c"),

  SCSI_DECIDE_DISPOSITION("scsi_decide_disposition", "drivers/scsi/scsi_error.c"),
  SCSI_CHECK_SENSE("scsi_check_sense", "drivers/scsi/scsi_error.c"),
  SCSI_NORETRY_CMD("scsi_noretry_cmd", "drivers/scsi/scsi_error.c"),
  SCSI_HANDLE_QUEUE_FULL("scsi_handle_queue_full", "drivers/scsi/scsi_error.c"),
  SCSI_CHANGE_QUEUE_DEPTH("scsi_change_queue_depth", "drivers/scsi/scsi.c"),
  SCSI_TIMEOUT("scsi_timeout", "drivers/scsi/scsi_error.c", "scsi_times_out", "scsi_timeout"),
  SCSI_ABORT_COMMAND("scsi_abort_command", "drivers/scsi/scsi_error.c"),
  SCMD_EH_ABORT_HANDLER("scmd_eh_abort_handler", "drivers/scsi/scsi_error.c"),
  SCSI_EH_SCMD_ADD("scsi_eh_scmd_add", "drivers/scsi/scsi_error.c"),
  SCSI_EH_INC_HOST_FAILED("scsi_eh_inc_host_failed", "drivers/scsi/scsi_error.c"),
  SCSI_EH_WAKEUP("scsi_eh_wakeup", "drivers/scsi/scsi_error.c"),
  SCSI_ERROR_HANDLER("scsi_error_handler", "drivers/scsi/scsi_error.c"),
  SCSI_UNJAM_HOST("scsi_unjam_host", "drivers/scsi/scsi_error.c"),
  SCSI_EH_GET_SENSE("scsi_eh_get_sense", "drivers/scsi/scsi_error.c"),
  SCSI_REQUEST_SENSE("scsi_request_sense", "drivers/scsi/scsi_error.c"),
  SCSI_EH_READY_DEVS("scsi_eh_ready_devs", "drivers/scsi/scsi_error.c"),
  SCSI_EH_STU("scsi_eh_stu", "drivers/scsi/scsi_error.c"),
  SCSI_EH_BUS_DEVICE_RESET("scsi_eh_bus_device_reset", "drivers/scsi/scsi_error.c"),
  SCSI_EH_TARGET_RESET("scsi_eh_target_reset", "drivers/scsi/scsi_error.c"),
  SCSI_EH_BUS_RESET("scsi_eh_bus_reset", "drivers/scsi/scsi_error.c"),
  SCSI_EH_HOST_RESET("scsi_eh_host_reset", "drivers/scsi/scsi_error.c"),
  SCSI_EH_OFFLINE_SDEVS("scsi_eh_offline_sdevs", "drivers/scsi/scsi_error.c"),
  SCSI_EH_TRY_STU("scsi_eh_try_stu", "drivers/scsi/scsi_error.c"),
  SCSI_EH_TUR("scsi_eh_tur", "drivers/scsi/scsi_error.c"),
  SCSI_EH_TEST_DEVICES("scsi_eh_test_devices", "drivers/scsi/scsi_error.c"),
  SCSI_SEND_EH_CMND("scsi_send_eh_cmnd", "drivers/scsi/scsi_error.c"),
  SCSI_EH_COMPLETED_NORMALLY("scsi_eh_completed_normally", "drivers/scsi/scsi_error.c"),
  SCSI_ABORT_EH_CMND("scsi_abort_eh_cmnd", "drivers/scsi/scsi_error.c"),
  SCSI_EH_FINISH_CMD("scsi_eh_finish_cmd", "drivers/scsi/scsi_error.c"),
  SCSI_EH_FLUSH_DONE_Q("scsi_eh_flush_done_q", "drivers/scsi/scsi_error.c"),
  SCSI_RESTART_OPERATIONS("scsi_restart_operations", "drivers/scsi/scsi_error.c"),
  SCSI_BLOCK_WHEN_PROCESSING_ERRORS(
      "scsi_block_when_processing_errors", "drivers/scsi/scsi_error.c"),
  SCSI_TRY_BUS_RESET("scsi_try_bus_reset", "drivers/scsi/scsi_error.c"),
  SCSI_TRY_HOST_RESET("scsi_try_host_reset", "drivers/scsi/scsi_error.c"),

  EH_ABORT_HANDLER("eh_abort_handler", "include/scsi/scsi_host.h"),
  EH_DEVICE_RESET_HANDLER("eh_device_reset_handler", "include/scsi/scsi_host.h"),
  EH_TARGET_RESET_HANDLER("eh_target_reset_handler", "include/scsi/scsi_host.h"),
  EH_BUS_RESET_HANDLER("eh_bus_reset_handler", "include/scsi/scsi_host.h"),
  EH_HOST_RESET_HANDLER("eh_host_reset_handler", "include/scsi/scsi_host.h"),
  ISCSI_QUEUECOMMAND("iscsi_queuecommand", "drivers/scsi/libiscsi.c"),
  ISCSI_XMIT_TASK("iscsi_xmit_task", "drivers/scsi/libiscsi.c"),
  ISCSI_EH_CMD_TIMED_OUT("iscsi_eh_cmd_timed_out", "drivers/scsi/libiscsi.c"),
  ISCSI_SEND_NOPOUT("iscsi_send_nopout", "drivers/scsi/libiscsi.c"),
  ISCSI_NOP_OUT_RSP("iscsi_nop_out_rsp", "drivers/scsi/libiscsi.c"),
  ISCSI_CHECK_TRANSPORT_TIMEOUTS("iscsi_check_transport_timeouts", "drivers/scsi/libiscsi.c"),
  ISCSI_EXEC_TASK_MGMT_FN("iscsi_exec_task_mgmt_fn", "drivers/scsi/libiscsi.c"),
  ISCSI_TMF_TIMEDOUT("iscsi_tmf_timedout", "drivers/scsi/libiscsi.c"),
  ISCSI_TMF_RSP("iscsi_tmf_rsp", "drivers/scsi/libiscsi.c"),
  ISCSI_EH_SESSION_RESET("iscsi_eh_session_reset", "drivers/scsi/libiscsi.c"),
  ISCSI_CONN_STOP("iscsi_conn_stop", "drivers/scsi/libiscsi.c"),
  ISCSI_CONN_BIND("iscsi_conn_bind", "drivers/scsi/libiscsi.c"),
  ISCSI_CONN_START("iscsi_conn_start", "drivers/scsi/libiscsi.c"),
  FAIL_SCSI_TASKS("fail_scsi_tasks", "drivers/scsi/libiscsi.c"),
  ISCSI_SESSION_RECOVERY_TIMEDOUT(
      "iscsi_session_recovery_timedout", "drivers/scsi/libiscsi.c"),
  ISCSI_CONN_ERROR_EVENT("iscsi_conn_error_event", "drivers/scsi/scsi_transport_iscsi.c"),
  ISCSI_BLOCK_SESSION("__iscsi_block_session", "drivers/scsi/scsi_transport_iscsi.c"),
  ISCSI_UNBLOCK_SESSION("__iscsi_unblock_session", "drivers/scsi/scsi_transport_iscsi.c"),
  SESSION_RECOVERY_TIMEDOUT(
      "session_recovery_timedout", "drivers/scsi/scsi_transport_iscsi.c"),
  SCSI_TARGET_UNBLOCK("scsi_target_unblock", "drivers/scsi/scsi_lib.c"),
  ISCSIT_SETUP_SCSI_CMD("iscsit_setup_scsi_cmd", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_HANDLE_TASK_MGT_CMD(
      "iscsit_handle_task_mgt_cmd", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_HANDLE_NOP_OUT("iscsit_handle_nop_out", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_CLOSE_CONNECTION("iscsit_close_connection", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_CLOSE_SESSION("iscsit_close_session", "drivers/target/iscsi/iscsi_target.c"),
  ISCSIT_STOP_SESSION("iscsit_stop_session", "drivers/target/iscsi/iscsi_target.c"),
  ISCSI_CHECK_FOR_SESSION_REINSTATEMENT(
      "iscsi_check_for_session_reinstatement", "drivers/target/iscsi/iscsi_target_login.c"),
  ISCSI_TARGET_LOGIN_THREAD(
      "iscsi_target_login_thread", "drivers/target/iscsi/iscsi_target_login.c"),
  ISCSI_TARGET_DO_LOGIN("iscsi_target_do_login", "drivers/target/iscsi/iscsi_target_nego.c"),
  IBLOCK_EXECUTE_RW("iblock_execute_rw", "drivers/target/target_core_iblock.c"),
  IBLOCK_BIO_DONE("iblock_bio_done", "drivers/target/target_core_iblock.c"),
  DM_SUBMIT_BIO("dm_submit_bio", "drivers/md/dm.c"),
  TARGET_TMR_WORK("target_tmr_work", "drivers/target/target_core_transport.c"),
  TARGET_PUT_CMD_AND_WAIT(
      "target_put_cmd_and_wait", "drivers/target/target_core_transport.c"),
  TRANSPORT_WAIT_FOR_TASKS(
      "__transport_wait_for_tasks", "drivers/target/target_core_transport.c"),
  CORE_TMR_ABORT_TASK("core_tmr_abort_task", "drivers/target/target_core_tmr.c"),
  ABORT_WORK_QUEUED("abort_work_queued", "kernel/workqueue.c"),

  VIRTSCSI_EH_TIMED_OUT("virtscsi_eh_timed_out", "drivers/scsi/virtio_scsi.c"),
  ATA_SCSI_EH_TIMED_OUT("ata_scsi_eh_timed_out", "drivers/ata/libata-scsi.c"),
  ATA_SCSI_ERROR("ata_scsi_error", "drivers/ata/libata-eh.c"),
  ATA_SCSI_CMD_ERROR_HANDLER("ata_scsi_cmd_error_handler", "drivers/ata/libata-eh.c"),
  ATA_PORT_FREEZE("__ata_port_freeze", "drivers/ata/libata-eh.c"),
  ATA_SCSI_PORT_ERROR_HANDLER("ata_scsi_port_error_handler", "drivers/ata/libata-eh.c"),
  AHCI_ERROR_HANDLER("ahci_error_handler", "drivers/ata/libahci.c"),
  ATA_EH_AUTOPSY("ata_eh_autopsy", "drivers/ata/libata-eh.c"),
  ATA_EH_LINK_AUTOPSY("ata_eh_link_autopsy", "drivers/ata/libata-eh.c"),
  ATA_EH_ANALYZE_NCQ_ERROR("ata_eh_analyze_ncq_error", "drivers/ata/libata-sata.c"),
  ATA_READ_LOG_PAGE("ata_read_log_page", "drivers/ata/libata-core.c"),
  ATA_EH_REPORT("ata_eh_report", "drivers/ata/libata-eh.c"),
  ATA_EH_RECOVER("ata_eh_recover", "drivers/ata/libata-eh.c"),
  ATA_EH_RESET("ata_eh_reset", "drivers/ata/libata-eh.c"),
  ATA_STD_PRERESET("ata_std_prereset", "drivers/ata/libata-core.c"),
  AHCI_HARDRESET("ahci_hardreset", "drivers/ata/libahci.c"),
  SATA_LINK_HARDRESET("sata_link_hardreset", "drivers/ata/libata-sata.c"),
  ATA_WAIT_READY("ata_wait_ready", "drivers/ata/libata-core.c"),
  ATA_EH_THAW_PORT("ata_eh_thaw_port", "drivers/ata/libata-eh.c"),
  ATA_STD_POSTRESET("ata_std_postreset", "drivers/ata/libata-core.c"),
  SATA_DOWN_SPD_LIMIT("sata_down_spd_limit", "drivers/ata/libata-core.c"),
  ATA_DEV_REVALIDATE("ata_dev_revalidate", "drivers/ata/libata-core.c"),
  ATA_DEV_READ_ID("ata_dev_read_id", "drivers/ata/libata-core.c"),
  ATA_SET_MODE("ata_set_mode", "drivers/ata/libata-eh.c"),
  ATA_DEV_DISABLE("ata_dev_disable", "drivers/ata/libata-eh.c"),
  ATA_DOWN_XFERMASK_LIMIT("ata_down_xfermask_limit", "drivers/ata/libata-core.c"),
  ATA_EH_DETACH_DEV("ata_eh_detach_dev", "drivers/ata/libata-eh.c"),
  ATA_SCSI_OFFLINE_DEV("ata_scsi_offline_dev", "drivers/ata/libata-scsi.c"),
  ATA_EH_FINISH("ata_eh_finish", "drivers/ata/libata-eh.c"),
  ATA_EH_QC_COMPLETE("__ata_eh_qc_complete", "drivers/ata/libata-eh.c"),
  ATA_SCSI_QC_COMPLETE("ata_scsi_qc_complete", "drivers/ata/libata-scsi.c"),
  ATA_PORT_ABORT("ata_port_abort", "drivers/ata/libata-eh.c"),
  ATA_QC_SCHEDULE_EH("ata_qc_schedule_eh", "drivers/ata/libata-eh.c"),
  ATA_SCSI_HOTPLUG("ata_scsi_hotplug", "drivers/ata/libata-scsi.c"),
  BLK_ABORT_REQUEST("blk_abort_request", "block/blk-timeout.c"),
  SCSI_SCHEDULE_EH("scsi_schedule_eh", "drivers/scsi/scsi_error.c"),
  MPT3SAS_BASE_HARD_RESET_HANDLER(
      "mpt3sas_base_hard_reset_handler", "drivers/scsi/mpt3sas/mpt3sas_base.c"),
  MEGASAS_RESET_TIMER("megasas_reset_timer", "drivers/scsi/megaraid/megaraid_sas_base.c"),
  FC_REMOTE_PORT_DELETE("fc_remote_port_delete", "drivers/scsi/scsi_transport_fc.c"),
  FC_REMOTE_PORT_ADD("fc_remote_port_add", "drivers/scsi/scsi_transport_fc.c"),
  FC_TIMEOUT_FAIL_RPORT_IO("fc_timeout_fail_rport_io", "drivers/scsi/scsi_transport_fc.c"),
  FC_TIMEOUT_DELETED_RPORT("fc_timeout_deleted_rport", "drivers/scsi/scsi_transport_fc.c"),
  FC_BLOCK_SCSI_EH("fc_block_scsi_eh", "drivers/scsi/scsi_transport_fc.c"),
  FC_EH_TIMED_OUT("fc_eh_timed_out", "drivers/scsi/scsi_transport_fc.c"),

  RAID1_READ_REQUEST("raid1_read_request", "drivers/md/raid1.c"),
  RAID1_END_READ_REQUEST("raid1_end_read_request", "drivers/md/raid1.c"),
  RAID1_WRITE_REQUEST("raid1_write_request", "drivers/md/raid1.c"),
  RAID1_END_WRITE_REQUEST("raid1_end_write_request", "drivers/md/raid1.c"),
  RAID_END_BIO_IO("raid_end_bio_io", "drivers/md/raid1.c"),
  FREEZE_ARRAY("freeze_array", "drivers/md/raid1.c"),
  UNFREEZE_ARRAY("unfreeze_array", "drivers/md/raid1.c"),
  WAIT_BARRIER("wait_barrier", "drivers/md/raid1.c"),
  MD_WRITE_START("md_write_start", "drivers/md/md.c"),
  FIX_READ_ERROR("fix_read_error", "drivers/md/raid1.c"),
  NARROW_WRITE_ERROR("narrow_write_error", "drivers/md/raid1.c"),
  RAID1_ERROR("raid1_error", "drivers/md/raid1.c"),
  MD_SUPER_WRITE("md_super_write", "drivers/md/md.c"),
  SUPER_WRITTEN("super_written", "drivers/md/md.c"),
  MULTIPATH_CLONE_AND_MAP("multipath_clone_and_map", "drivers/md/dm-mpath.c"),
  MULTIPATH_END_IO("multipath_end_io", "drivers/md/dm-mpath.c"),
  FAIL_PATH("fail_path", "drivers/md/dm-mpath.c"),
  REINSTATE_PATH("reinstate_path", "drivers/md/dm-mpath.c"),
  QUEUE_IF_NO_PATH("queue_if_no_path", "drivers/md/dm-mpath.c"),
  EXT4_DIO_READ_ITER("ext4_dio_read_iter", "fs/ext4/file.c"),
  EXT4_DIO_WRITE_ITER("ext4_dio_write_iter", "fs/ext4/file.c"),
  JBD2_JOURNAL_COMMIT_TRANSACTION("jbd2_journal_commit_transaction", "fs/jbd2/commit.c"),
  EXT4_HANDLE_ERROR("ext4_handle_error", "fs/ext4/super.c"),
  RDEV_SET_BADBLOCKS("rdev_set_badblocks", "drivers/md/md.c"),

  PRINTK("printk", "kernel/printk/printk.c");

  private final String kernelName;
  private final String file;
  private final String nameIn510;
  private final String nameIn61;

  KernelFunction(String kernelName, String file) {
    this(kernelName, file, kernelName, kernelName);
  }

  KernelFunction(String kernelName, String file, String nameIn510, String nameIn61) {
    this.kernelName = kernelName;
    this.file = file;
    this.nameIn510 = nameIn510;
    this.nameIn61 = nameIn61;
  }

  /** Name in the newest modelled kernel. */
  public String kernelName() {
    return kernelName;
  }

  /** What this step is called in a kernel version: 5.10, 6.1 or 6.12. */
  public String nameIn(String version) {
    return switch (version) {
      case "5.10" -> nameIn510;
      case "6.1" -> nameIn61;
      default -> kernelName;
    };
  }

  /** The word that recordings use for it. */
  public String recordedAs() {
    return switch (this) {
      case BLK_MQ_REQUEUE_REQUEST -> "block_rq_requeue";
      case BLK_ADD_TIMER, MOD_TIMER -> "queue_timer_armed";
      case BLK_RQ_TIMED_OUT_TIMER -> "queue_timer_fires";
      default -> kernelName;
    };
  }

  /** Path of the source file in the kernel tree; empty for a word that is no function. */
  public String file() {
    return file;
  }

  /** {@code drivers/scsi/scsi_error.c: scsi_eh_ready_devs}. */
  public String citation() {
    return file.isEmpty() ? kernelName : file + ": " + kernelName;
  }
}
