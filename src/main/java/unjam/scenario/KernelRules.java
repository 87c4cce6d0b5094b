package unjam.scenario;

/**
 * The decisions in which the modelled kernel versions differ; each is read in one place.
 *
 * @param version such as {@code 6.12}
 * @param directDispatchFromSubmitter a direct IO is given to the driver by the thread that
 *     submits it (6.12), not by kblockd (block/blk-mq.c: blk_mq_submit_bio)
 * @param timeoutScanPasses 1: handled where found (5.10); 2: found first, handled after a grace
 *     period (block/blk-mq.c: blk_mq_timeout_work)
 * @param timeoutCountsAsDone a timed-out command adds to iodone_cnt (drivers/scsi/scsi_error.c:
 *     scsi_timeout)
 * @param timeoutIsCounted there is an iotmo_cnt (6.1)
 * @param missingAbortGoesStraightToEh no abort callback: no 10 ms detour (scsi_error.c:
 *     scsi_abort_command)
 * @param abortSuccessClearsDeadline an abort that leaves nothing to do resets the deadline's clock
 *     (scsi_error.c: scmd_eh_abort_handler)
 * @param ehStartUnitUsesEhTimeout START UNIT of the error handler waits eh_timeout (6.1, 6.12), not
 *     the queue's rq_timeout (5.10; scsi_error.c: scsi_eh_try_stu)
 * @param flushSetsDriverTimeout a command given up without result gets DRIVER_TIMEOUT (5.10), not
 *     DID_TIME_OUT (scsi_error.c: scsi_eh_flush_done_q)
 * @param requeueHeldInRecovery a requeue during recovery is not kicked at once but by the flush
 *     and the restart, and a completion then runs no queue (6.12, drivers/scsi/scsi_lib.c:
 *     __scsi_queue_insert, scsi_run_queue_async, scsi_error.c: scsi_eh_flush_done_q)
 * @param restartKicksRequeueLists the restart leaves the queues to kblockd by kicking their
 *     requeue lists (6.12); before, the thread that restarts the host runs them itself (scsi_lib.c:
 *     scsi_run_queue)
 * @param commandDurationLimits a disk may give up by itself at a limit: sense data beside GOOD
 *     is looked at, and 0b/2e and f/55/0a mean such a limit (6.12, scsi_error.c:
 *     scsi_decide_disposition, scsi_check_sense)
 * @param marginalHostByte there is a DID_TRANSPORT_MARGINAL
 * @param cancelIsOffline IO to a device being removed is told ENODEV, not EIO
 *     (scsi_lib.c: scsi_device_state_check)
 * @param aluaTransitionReprepares NOT READY 04/0a is prepared again after 1 s
 *     (scsi_lib.c: scsi_io_completion_action)
 * @param depopulationRetried NOT READY 04/24 is retried (5.10)
 * @param sleepAddsTick msleep sleeps one tick more than asked (5.10, 6.1; kernel/time/timer.c:
 *     msleep)
 * @param requeueListIsLifo what is requeued last is taken first (5.10, 6.1; block/blk-mq.c:
 *     blk_mq_requeue_request)
 * @param deadlineKeepsPosition mq-deadline goes on from where it dispatched last (6.12), not from
 *     the request that then stood next (block/mq-deadline.c: deadline_next_request)
 * @param saysIndicationReceived lines about changed LUNs or parameters begin with "Warning!
 *     Received an indication that the" (5.10; scsi_error.c: scsi_report_sense)
 * @param comresetFailedIsPrinted libata says of every link reset that failed that COMRESET did
 *     (5.10, 6.1; drivers/ata/libata-sata.c: sata_link_hardreset)
 * @param filesystemErrorStopsReads errors=remount-ro shuts a file system down: not only writes but
 *     reads too are told EIO (6.6 up to 6.14.1; fs/ext4/super.c: ext4_handle_error sets
 *     EXT4_FLAGS_SHUTDOWN, fs/ext4/file.c: ext4_file_read_iter looks at it)
 * @param ataDisableWords what libata says of a disk that it switches off ("disabled" in 5.10;
 *     drivers/ata/libata-eh.c: ata_dev_disable)
 * @param nexusWords words for a reservation conflict in the block layer's line
 *     (block/blk-core.c: blk_errors)
 * @param blockErrorPrefix what stands before the block layer's error line
 * @param printsPriorityClass number printed as "prio class"
 */
public record KernelRules(
    String version,
    boolean directDispatchFromSubmitter,
    int timeoutScanPasses,
    boolean timeoutCountsAsDone,
    boolean timeoutIsCounted,
    boolean missingAbortGoesStraightToEh,
    boolean abortSuccessClearsDeadline,
    boolean ehStartUnitUsesEhTimeout,
    boolean flushSetsDriverTimeout,
    boolean requeueHeldInRecovery,
    boolean restartKicksRequeueLists,
    boolean commandDurationLimits,
    boolean marginalHostByte,
    boolean cancelIsOffline,
    boolean aluaTransitionReprepares,
    boolean depopulationRetried,
    boolean sleepAddsTick,
    boolean requeueListIsLifo,
    boolean deadlineKeepsPosition,
    boolean saysIndicationReceived,
    boolean comresetFailedIsPrinted,
    boolean filesystemErrorStopsReads,
    String ataDisableWords,
    String nexusWords,
    String blockErrorPrefix,
    int printsPriorityClass) {}
