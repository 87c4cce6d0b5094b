package unjam.scsi;

/** A thread of the LIO target that can wait for a backstore (drivers/target). */
public enum TargetThread {
  /** Logs initiators in, one after the other, for a whole portal. */
  ISCSI_NP("iscsi_np"),
  /** Receives what an initiator sends over one connection. */
  ISCSI_TRX("iscsi_trx"),
  /** Sends the answers of one connection. */
  ISCSI_TTX("iscsi_ttx"),
  /** A worker of the system's own that carries out a task management function. */
  TMR_WORKER("kworker/0:1+events");

  private final String comm;

  TargetThread(String comm) {
    this.comm = comm;
  }

  /** Its name in {@code ps}. */
  public String comm() {
    return comm;
  }
}
