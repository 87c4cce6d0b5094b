package unjam.scsi;

/**
 * Why an iSCSI connection is given up (include/scsi/iscsi_if.h: iscsi_err). The number is what the
 * kernel log shows.
 */
public enum IscsiError {
  ISCSI_ERR_DATASN,
  ISCSI_ERR_DATA_OFFSET,
  ISCSI_ERR_MAX_CMDSN,
  ISCSI_ERR_EXP_CMDSN,
  ISCSI_ERR_BAD_OPCODE,
  ISCSI_ERR_DATALEN,
  ISCSI_ERR_AHSLEN,
  ISCSI_ERR_PROTO,
  ISCSI_ERR_LUN,
  ISCSI_ERR_BAD_ITT,
  ISCSI_ERR_CONN_FAILED,
  ISCSI_ERR_R2TSN,
  ISCSI_ERR_SESSION_FAILED,
  ISCSI_ERR_HDR_DGST,
  ISCSI_ERR_DATA_DGST,
  ISCSI_ERR_PARAM_NOT_FOUND,
  ISCSI_ERR_NO_SCSI_CMD,
  ISCSI_ERR_INVALID_HOST,
  ISCSI_ERR_XMIT_FAILED,
  ISCSI_ERR_TCP_CONN_CLOSE,
  ISCSI_ERR_SCSI_EH_SESSION_RST,
  ISCSI_ERR_NOP_TIMEDOUT;

  private static final int BASE = 1000;

  /** 1001 to 1022. */
  public int number() {
    return BASE + 1 + ordinal();
  }
}
