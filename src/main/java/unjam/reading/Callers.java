package unjam.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * Which function of a trace may have called which, directly or through functions that a trace does
 * not name; read from the kernel's source. Whatever is not here is where a context begins.
 */
final class Callers {

  private static final Map<KernelFunction, List<KernelFunction>> OF =
      new EnumMap<>(KernelFunction.class);

  private static final List<KernelFunction> RUNGS =
      List.of(
          KernelFunction.SCSI_EH_STU, KernelFunction.SCSI_EH_BUS_DEVICE_RESET,
          KernelFunction.SCSI_EH_TARGET_RESET, KernelFunction.SCSI_EH_BUS_RESET,
          KernelFunction.SCSI_EH_HOST_RESET, KernelFunction.SCSI_EH_OFFLINE_SDEVS);

  private Callers() {}

  static {
    goingDown();
    comingUp();
    timingOut();
    errorHandler();
    above();
  }

  private static void of(KernelFunction called, KernelFunction... callers) {
    OF.put(called, List.of(callers));
  }

  private static void goingDown() {
    of(KernelFunction.BLK_INSERT_FLUSH, KernelFunction.BLK_MQ_SUBMIT_BIO);
    of(
        KernelFunction.BLK_MQ_GET_DRIVER_TAG, KernelFunction.BLK_MQ_DISPATCH_RQ_LIST,
        KernelFunction.BLK_MQ_SUBMIT_BIO);
    of(
        KernelFunction.SCSI_QUEUE_RQ, KernelFunction.BLK_MQ_DISPATCH_RQ_LIST,
        KernelFunction.BLK_MQ_SUBMIT_BIO, KernelFunction.BLK_EXECUTE_RQ);
    of(KernelFunction.SCSI_DEVICE_STATE_CHECK, KernelFunction.SCSI_QUEUE_RQ);
    of(KernelFunction.SCSI_HOST_QUEUE_READY, KernelFunction.SCSI_QUEUE_RQ);
    of(KernelFunction.SCSI_PREPARE_CMD, KernelFunction.SCSI_QUEUE_RQ);
    of(KernelFunction.SD_INIT_COMMAND, KernelFunction.SCSI_PREPARE_CMD);
    of(KernelFunction.BLK_MQ_START_REQUEST, KernelFunction.SCSI_QUEUE_RQ);
    of(
        KernelFunction.BLK_ADD_TIMER, KernelFunction.BLK_MQ_START_REQUEST,
        KernelFunction.BLK_MQ_HANDLE_EXPIRED, KernelFunction.BLK_MQ_CHECK_EXPIRED);
    of(KernelFunction.SCSI_DISPATCH_CMD, KernelFunction.SCSI_QUEUE_RQ);
    of(
        KernelFunction.BLK_MQ_REQUEUE_REQUEST, KernelFunction.SCSI_QUEUE_INSERT,
        KernelFunction.SCSI_MQ_REQUEUE_CMD, KernelFunction.BLK_MQ_DISPATCH_RQ_LIST,
        KernelFunction.BLK_MQ_SUBMIT_BIO);
    of(KernelFunction.SCSI_BLOCK_WHEN_PROCESSING_ERRORS, KernelFunction.SD_OPEN);
  }

  private static void comingUp() {
    of(KernelFunction.DRIVER_IRQ, KernelFunction.DRIVER_IRQ);
    of(KernelFunction.SCSI_DONE, KernelFunction.DRIVER_IRQ, KernelFunction.SCSI_DISPATCH_CMD);
    of(KernelFunction.BLK_MQ_COMPLETE_REQUEST, KernelFunction.SCSI_DONE);
    of(KernelFunction.BLK_MQ_RAISE_SOFTIRQ, KernelFunction.BLK_MQ_COMPLETE_REQUEST);
    of(
        KernelFunction.SCSI_COMPLETE, KernelFunction.BLK_DONE_SOFTIRQ,
        KernelFunction.BLK_MQ_COMPLETE_REQUEST);
    of(
        KernelFunction.SCSI_DECIDE_DISPOSITION, KernelFunction.SCSI_COMPLETE,
        KernelFunction.SCSI_EH_GET_SENSE);
    of(
        KernelFunction.SCSI_CHECK_SENSE, KernelFunction.SCSI_DECIDE_DISPOSITION,
        KernelFunction.SCSI_EH_COMPLETED_NORMALLY, KernelFunction.SCSI_EH_STU);
    of(
        KernelFunction.SCSI_NORETRY_CMD, KernelFunction.SCSI_DECIDE_DISPOSITION,
        KernelFunction.SCMD_EH_ABORT_HANDLER, KernelFunction.SCSI_EH_FLUSH_DONE_Q,
        KernelFunction.SCSI_IO_COMPLETION);
    of(
        KernelFunction.SCSI_HANDLE_QUEUE_FULL, KernelFunction.SCSI_DECIDE_DISPOSITION,
        KernelFunction.SCSI_EH_COMPLETED_NORMALLY);
    of(KernelFunction.SCSI_CHANGE_QUEUE_DEPTH, KernelFunction.SCSI_HANDLE_QUEUE_FULL);
    of(
        KernelFunction.SCSI_CMD_RUNTIME_EXCEECED, KernelFunction.SCSI_IO_COMPLETION_ACTION,
        KernelFunction.SCSI_COMPLETE);
    of(
        KernelFunction.SCSI_FINISH_COMMAND, KernelFunction.SCSI_COMPLETE,
        KernelFunction.SCMD_EH_ABORT_HANDLER, KernelFunction.SCSI_EH_FLUSH_DONE_Q);
    of(
        KernelFunction.SCSI_QUEUE_INSERT, KernelFunction.SCSI_IO_COMPLETION_ACTION,
        KernelFunction.SCSI_COMPLETE, KernelFunction.SCMD_EH_ABORT_HANDLER,
        KernelFunction.SCSI_EH_FLUSH_DONE_Q);
    of(KernelFunction.SD_DONE, KernelFunction.SCSI_FINISH_COMMAND);
    of(KernelFunction.SCSI_IO_COMPLETION, KernelFunction.SCSI_FINISH_COMMAND);
    of(KernelFunction.SCSI_IO_COMPLETION_ACTION, KernelFunction.SCSI_IO_COMPLETION);
    of(
        KernelFunction.SCSI_MQ_REQUEUE_CMD, KernelFunction.SCSI_IO_COMPLETION_ACTION,
        KernelFunction.SCSI_IO_COMPLETION);
    of(
        KernelFunction.SCSI_END_REQUEST, KernelFunction.SCSI_IO_COMPLETION_ACTION,
        KernelFunction.SCSI_IO_COMPLETION);
    of(KernelFunction.BLK_UPDATE_REQUEST, KernelFunction.SCSI_END_REQUEST);
    of(KernelFunction.BIO_ENDIO, KernelFunction.BLK_UPDATE_REQUEST);
  }

  private static void timingOut() {
    of(KernelFunction.BLK_MQ_CHECK_EXPIRED, KernelFunction.BLK_MQ_TIMEOUT_WORK);
    of(KernelFunction.BLK_MQ_HANDLE_EXPIRED, KernelFunction.BLK_MQ_TIMEOUT_WORK);
    of(KernelFunction.MOD_TIMER, KernelFunction.BLK_MQ_TIMEOUT_WORK);
    of(
        KernelFunction.SCSI_TIMEOUT, KernelFunction.BLK_MQ_HANDLE_EXPIRED,
        KernelFunction.BLK_MQ_CHECK_EXPIRED);
    of(KernelFunction.SCSI_ABORT_COMMAND, KernelFunction.SCSI_TIMEOUT);
    of(
        KernelFunction.SCSI_EH_SCMD_ADD, KernelFunction.SCSI_TIMEOUT,
        KernelFunction.SCMD_EH_ABORT_HANDLER, KernelFunction.SCSI_COMPLETE);
    of(KernelFunction.SD_EH_RESET, KernelFunction.SCSI_EH_SCMD_ADD);
    of(
        KernelFunction.SCSI_HOST_SET_STATE, KernelFunction.SCSI_EH_SCMD_ADD,
        KernelFunction.SCSI_RESTART_OPERATIONS);
    of(
        KernelFunction.SCSI_EH_WAKEUP, KernelFunction.SCSI_EH_INC_HOST_FAILED,
        KernelFunction.SCSI_FINISH_COMMAND, KernelFunction.SCSI_QUEUE_INSERT,
        KernelFunction.SCSI_QUEUE_RQ, KernelFunction.SCSI_HOST_QUEUE_READY);
    of(
        KernelFunction.EH_ABORT_HANDLER, KernelFunction.SCSI_ABORT_EH_CMND,
        KernelFunction.SCMD_EH_ABORT_HANDLER);
  }

  private static void errorHandler() {
    of(KernelFunction.SCSI_UNJAM_HOST, KernelFunction.SCSI_ERROR_HANDLER);
    of(KernelFunction.SCSI_RESTART_OPERATIONS, KernelFunction.SCSI_ERROR_HANDLER);
    of(KernelFunction.SCSI_RUN_HOST_QUEUES, KernelFunction.SCSI_RESTART_OPERATIONS);
    of(KernelFunction.SCSI_EH_GET_SENSE, KernelFunction.SCSI_UNJAM_HOST);
    of(KernelFunction.SCSI_EH_READY_DEVS, KernelFunction.SCSI_UNJAM_HOST);
    of(KernelFunction.SCSI_EH_FLUSH_DONE_Q, KernelFunction.SCSI_UNJAM_HOST);
    of(KernelFunction.SCSI_REQUEST_SENSE, KernelFunction.SCSI_EH_GET_SENSE);
    for (KernelFunction rung : RUNGS) {
      of(rung, KernelFunction.SCSI_EH_READY_DEVS);
    }
    of(
        KernelFunction.SCSI_TRY_BUS_RESET, KernelFunction.SCSI_EH_BUS_RESET,
        KernelFunction.SCSI_ABORT_EH_CMND);
    of(
        KernelFunction.SCSI_TRY_HOST_RESET, KernelFunction.SCSI_EH_HOST_RESET,
        KernelFunction.SCSI_ABORT_EH_CMND);
    of(
        KernelFunction.EH_DEVICE_RESET_HANDLER, KernelFunction.SCSI_EH_BUS_DEVICE_RESET,
        KernelFunction.SCSI_ABORT_EH_CMND);
    of(
        KernelFunction.EH_TARGET_RESET_HANDLER, KernelFunction.SCSI_EH_TARGET_RESET,
        KernelFunction.SCSI_ABORT_EH_CMND);
    of(
        KernelFunction.EH_BUS_RESET_HANDLER, KernelFunction.SCSI_TRY_BUS_RESET,
        KernelFunction.SCSI_EH_BUS_RESET);
    of(
        KernelFunction.EH_HOST_RESET_HANDLER, KernelFunction.SCSI_TRY_HOST_RESET,
        KernelFunction.SCSI_EH_HOST_RESET);
    of(
        KernelFunction.SCSI_EH_TEST_DEVICES, KernelFunction.SCSI_EH_TARGET_RESET,
        KernelFunction.SCSI_EH_BUS_RESET, KernelFunction.SCSI_EH_HOST_RESET);
    of(
        KernelFunction.SCSI_EH_TRY_STU, KernelFunction.SCSI_EH_TEST_DEVICES,
        KernelFunction.SCSI_EH_STU);
    of(
        KernelFunction.SCSI_EH_TUR, KernelFunction.SCSI_EH_TEST_DEVICES,
        KernelFunction.SCSI_EH_BUS_DEVICE_RESET, KernelFunction.SCSI_EH_STU);
    of(
        KernelFunction.SCSI_SEND_EH_CMND, KernelFunction.SCSI_EH_TUR,
        KernelFunction.SCSI_EH_TRY_STU, KernelFunction.SCSI_REQUEST_SENSE);
    of(KernelFunction.SCSI_EH_COMPLETED_NORMALLY, KernelFunction.SCSI_SEND_EH_CMND);
    of(KernelFunction.SCSI_ABORT_EH_CMND, KernelFunction.SCSI_SEND_EH_CMND);
    of(
        KernelFunction.SD_EH_ACTION, KernelFunction.SCSI_EH_TEST_DEVICES,
        KernelFunction.SCSI_EH_BUS_DEVICE_RESET, KernelFunction.SCSI_EH_STU);
    of(
        KernelFunction.SCSI_EH_FINISH_CMD, KernelFunction.SCSI_EH_TEST_DEVICES,
        KernelFunction.SCSI_EH_BUS_DEVICE_RESET, KernelFunction.SCSI_EH_STU,
        KernelFunction.SCSI_EH_OFFLINE_SDEVS, KernelFunction.SCSI_EH_TARGET_RESET,
        KernelFunction.SCSI_EH_BUS_RESET, KernelFunction.SCSI_EH_HOST_RESET,
        KernelFunction.SCSI_EH_GET_SENSE);
    of(
        KernelFunction.SCSI_DEVICE_SET_STATE, KernelFunction.SCSI_EH_OFFLINE_SDEVS,
        KernelFunction.SD_EH_ACTION, KernelFunction.SYSFS_WRITE);
  }

  /** md, dm and ext4 (drivers/md/raid1.c, drivers/md/md.c, drivers/md/dm-mpath.c, fs/ext4). */
  private static void above() {
    of(
        KernelFunction.BLK_MQ_SUBMIT_BIO, KernelFunction.RAID1_READ_REQUEST,
        KernelFunction.RAID1_WRITE_REQUEST, KernelFunction.FIX_READ_ERROR,
        KernelFunction.NARROW_WRITE_ERROR, KernelFunction.MD_SUPER_WRITE,
        KernelFunction.EXT4_DIO_READ_ITER, KernelFunction.EXT4_DIO_WRITE_ITER,
        KernelFunction.JBD2_JOURNAL_COMMIT_TRANSACTION);
    of(KernelFunction.RAID1_END_READ_REQUEST, KernelFunction.BIO_ENDIO);
    of(KernelFunction.RAID1_END_WRITE_REQUEST, KernelFunction.BIO_ENDIO);
    of(KernelFunction.SUPER_WRITTEN, KernelFunction.BIO_ENDIO);
    of(KernelFunction.RAID_END_BIO_IO, KernelFunction.RAID1_END_READ_REQUEST);
    of(
        KernelFunction.RAID1_ERROR, KernelFunction.RAID1_END_WRITE_REQUEST,
        KernelFunction.SUPER_WRITTEN);
    of(
        KernelFunction.RDEV_SET_BADBLOCKS, KernelFunction.FIX_READ_ERROR,
        KernelFunction.NARROW_WRITE_ERROR);
    of(
        KernelFunction.MPT3SAS_BASE_HARD_RESET_HANDLER, KernelFunction.EH_ABORT_HANDLER,
        KernelFunction.EH_DEVICE_RESET_HANDLER, KernelFunction.EH_TARGET_RESET_HANDLER);
  }

  /** Functions that may have called this one; empty where a context begins. */
  static List<KernelFunction> of(KernelFunction called, ExecContext context) {
    boolean worker = context.kind() == ExecContext.Kind.KBLOCKD;
    boolean fromList =
        called == KernelFunction.SCSI_QUEUE_RQ
            || called == KernelFunction.BLK_MQ_REQUEUE_REQUEST;
    if (fromList && worker) {
      return List.of(KernelFunction.BLK_MQ_DISPATCH_RQ_LIST);
    }
    boolean told = context.kind() == ExecContext.Kind.SOFTIRQ;
    return called == KernelFunction.FAIL_PATH && told
        ? List.of(KernelFunction.MULTIPATH_END_IO)
        : OF.getOrDefault(called, List.of());
  }
}
