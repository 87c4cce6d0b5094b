package unjam.scsi;

/**
 * A target's answer to a task management function (include/target/target_core_base.h:
 * tcm_tmrsp_table).
 */
public enum TmResponse {
  TMR_FUNCTION_COMPLETE,
  TMR_TASK_DOES_NOT_EXIST,
  TMR_FUNCTION_REJECTED
}
