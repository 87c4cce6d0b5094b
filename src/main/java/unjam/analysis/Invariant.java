package unjam.analysis;

import java.util.Locale;

/** What holds in every run of every modelled kernel, whatever goes wrong in the machine. */
public enum Invariant {
  TIME_NEVER_DECREASES("Time never runs backwards.", ""),
  CAUSE_COMES_FIRST("A cause comes before its effect.", ""),
  A_CALL_RETURNS_ONCE("A call comes back at most once, from the function that was called.", ""),

  AN_IO_ENDS_ONCE("An application is told the end of an IO once, after it asked.", ""),
  TIMEOUT_IS_NEVER_ETIMEDOUT(
      "A SCSI timeout is never told as ETIMEDOUT.",
      "drivers/scsi/scsi_lib.c: scsi_result_to_blk_status"),

  A_REQUEST_ENDS_ONCE("A request ends once.", "block/blk-mq.c: blk_mq_end_request"),
  NOTHING_AFTER_THE_END(
      "Nothing happens to a request that has ended, but for an answer that comes too late.",
      "block/blk-mq.c: blk_mq_free_request"),
  NO_TIMEOUT_BEFORE_ITS_TIME(
      "A request is not timed out before its deadline.",
      "block/blk-mq.c: blk_mq_req_expired"),
  A_CLAIMED_COMMAND_IS_NOT_COMPLETED(
      "A timed-out command is owned by the mid-layer: a late answer is dropped.",
      "drivers/scsi/scsi_lib.c: scsi_done_internal"),
  ONE_ABORT_PER_PREPARATION(
      "A command gets one asynchronous abort until it is prepared anew.",
      "drivers/scsi/scsi_error.c: scsi_abort_command"),
  RETRIES_NEVER_DECREASE(
      "The retry counter of a request never falls.",
      "drivers/scsi/scsi_error.c: scsi_cmd_retry_allowed"),

  ONE_TIMER_PER_QUEUE(
      "A queue has one timer: it fires only when set, and not before the instant it was set to.",
      "block/blk-timeout.c: blk_add_timer"),
  TAGS_ARE_UNIQUE(
      "No two commands in flight on a host have the same tag.",
      "block/blk-mq.c: blk_mq_get_driver_tag"),
  DEPTH_IS_NOT_EXCEEDED(
      "A device never has more commands in flight than its queue depth when one is added.",
      "drivers/scsi/scsi_lib.c: scsi_mq_get_budget"),
  CAN_QUEUE_IS_NOT_EXCEEDED(
      "A host never has more commands in flight than it can queue.",
      "drivers/scsi/hosts.c: scsi_add_host_with_dma"),

  NO_DISPATCH_IN_RECOVERY(
      "A host in recovery is sent no command.",
      "drivers/scsi/scsi_lib.c: scsi_host_queue_ready"),
  RECOVERY_NEEDS_A_FAILED_COMMAND(
      "A host stops only for a command that the error handler was given; an abort stops nobody.",
      "drivers/scsi/scsi_error.c: scsi_eh_scmd_add"),
  HOST_STATES_ARE_LEGAL(
      "A host changes its state only as the table allows.",
      "drivers/scsi/hosts.c: scsi_host_set_state"),
  DEVICE_STATES_ARE_LEGAL(
      "A device changes its state only as the table allows.",
      "drivers/scsi/scsi_lib.c: scsi_device_set_state"),
  ABORTS_ARE_SERIAL(
      "Asynchronous aborts of one host follow each other.",
      "drivers/scsi/hosts.c: scsi_host_alloc"),
  BUSY_IS_COUNTED_RIGHT(
      "What a host counts as busy and failed is what is in flight and what has failed.",
      "drivers/scsi/hosts.c: scsi_host_busy"),
  EH_WAITS_FOR_ALL(
      "The error handler starts only when every command in flight on its host has failed.",
      "drivers/scsi/scsi_error.c: scsi_eh_wakeup"),

  EH_SENDS_ONE_AT_A_TIME(
      "The error handler sends its own commands one at a time, in a command that it holds.",
      "drivers/scsi/scsi_error.c: scsi_send_eh_cmnd"),
  NO_ABORT_ON_THE_LADDER(
      "The error handler aborts only commands of its own.",
      "drivers/scsi/scsi_error.c: scsi_unjam_host"),
  THE_LADDER_GOES_UP(
      "Within a pass the rungs become harsher, never milder.",
      "drivers/scsi/scsi_error.c: scsi_eh_ready_devs"),
  A_RESET_IS_NOT_ENOUGH(
      "A command is cured only when its device answers, is given up, or the driver fails it fast.",
      "drivers/scsi/scsi_error.c: scsi_eh_test_devices");

  private final String statement;
  private final String citation;

  Invariant(String statement, String citation) {
    this.statement = statement;
    this.citation = citation;
  }

  /** Its name in reports: {@code no-dispatch-in-recovery}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of the statement in the message files. */
  public String key() {
    return "invariant." + name().toLowerCase(Locale.ROOT);
  }

  /** What holds, in one sentence. */
  public String statement() {
    return statement;
  }

  /** Where the kernel makes it so; empty for what follows from the trace's own grammar. */
  public String citation() {
    return citation;
  }
}
