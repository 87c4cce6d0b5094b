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
    ADMIN("admin");

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

  public static ExecContext abortWork(int host) {
    return new ExecContext(Kind.ABORT_WORK, host);
  }

  public static ExecContext scsiEh(int host) {
    return new ExecContext(Kind.SCSI_EH, host);
  }

  /** The name that recordings use: {@code softirq}, {@code scsi_eh_0}, {@code abort-work}. */
  public String text() {
    return kind == Kind.SCSI_EH ? kind.word() + "_" + host : kind.word();
  }
}
