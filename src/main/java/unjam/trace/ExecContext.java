package unjam.trace;

/**
 * Who runs: half of the story.
 *
 * @param kind sort of context
 * @param host number of the host that a per-host context belongs to, else -1
 */
public record ExecContext(Kind kind, int host) {

  /** Sorts of context; {@link #word} is what recordings write. */
  public enum Kind {
    /** The application itself. */
    USER("user"),
    /** Kernel code in the application's thread. */
    SUBMITTER("submitter"),
    KBLOCKD("kblockd"),
    KWORKER("kworker"),
    SOFTIRQ("softirq"),
    HARDIRQ("hardirq"),
    /** The host's one worker for aborts. */
    ABORT_WORK("abort-work"),
    /** The host's error-handler thread. */
    SCSI_EH("scsi_eh"),
    /** A process that writes to sysfs. */
    ADMIN("admin"),
    /** The thread of an md array (drivers/md/raid1.c: raid1d). */
    MD_RAID1("md-raid1"),
    /** The daemon that looks after paths. */
    MULTIPATHD("multipathd"),
    /** The thread that commits a journal (fs/jbd2/journal.c: kjournald2). */
    JBD2("jbd2"),
    /** The daemon that logs in to iSCSI targets. */
    ISCSID("iscsid"),
    /** Stops a lost iSCSI connection (drivers/scsi/scsi_transport_iscsi.c). */
    CONN_CLEANUP("conn-cleanup-work"),
    BLOCK_SESSION("block-session-work"),
    UNBLOCK_SESSION("unblock-session-work"),
    /** What a transport does when its time to recover is over. */
    RECOVERY_TIMEOUT("recovery-timeout-work"),
    /** The target's thread that receives. */
    TARGET_RX("target-rx"),
    /** The target's thread that sends. */
    TARGET_TX("target-tx"),
    /** The target's thread that logs in. */
    TARGET_LOGIN("target-login"),
    /** The target's worker for task management functions. */
    TARGET_TMR("target-tmr-work");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static final ExecContext USER = new ExecContext(Kind.USER, -1);
  public static final ExecContext SUBMITTER = new ExecContext(Kind.SUBMITTER, -1);
  public static final ExecContext KBLOCKD = new ExecContext(Kind.KBLOCKD, -1);
  public static final ExecContext KWORKER = new ExecContext(Kind.KWORKER, -1);
  public static final ExecContext SOFTIRQ = new ExecContext(Kind.SOFTIRQ, -1);
  public static final ExecContext HARDIRQ = new ExecContext(Kind.HARDIRQ, -1);
  public static final ExecContext ADMIN = new ExecContext(Kind.ADMIN, -1);
  public static final ExecContext MD_RAID1 = new ExecContext(Kind.MD_RAID1, -1);
  public static final ExecContext MULTIPATHD = new ExecContext(Kind.MULTIPATHD, -1);
  public static final ExecContext JBD2 = new ExecContext(Kind.JBD2, -1);
  public static final ExecContext ISCSID = new ExecContext(Kind.ISCSID, -1);
  public static final ExecContext TARGET_LOGIN = new ExecContext(Kind.TARGET_LOGIN, -1);
  public static final ExecContext TARGET_TMR = new ExecContext(Kind.TARGET_TMR, -1);

  public static ExecContext abortWork(int host) {
    return new ExecContext(Kind.ABORT_WORK, host);
  }

  /** A worker or thread that belongs to one host's session. */
  public static ExecContext ofHost(Kind kind, int host) {
    return new ExecContext(kind, host);
  }

  public static ExecContext scsiEh(int host) {
    return new ExecContext(Kind.SCSI_EH, host);
  }

  /** The name that recordings use: {@code softirq}, {@code scsi_eh_0}, {@code abort-work}. */
  public String text() {
    return kind == Kind.SCSI_EH ? kind.word() + "_" + host : kind.word();
  }
}
