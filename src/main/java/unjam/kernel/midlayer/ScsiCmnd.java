package unjam.kernel.midlayer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.kernel.block.Request;
import unjam.scsi.Cdb;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;

/**
 * A SCSI command (include/scsi/scsi_cmnd.h: struct scsi_cmnd). It lives as long as its request and
 * goes through several dispatches; the error handler borrows it for commands of its own.
 */
public final class ScsiCmnd {

  /** No limit on retries (drivers/scsi/scsi_priv.h: SCSI_CMD_RETRIES_NO_LIMIT). */
  public static final int RETRIES_NO_LIMIT = -1;

  private final Request request;
  private final ScsiDevice device;

  private @Nullable Cdb cdb;
  private int allowed;
  private int retries;
  private ScsiResult result = ScsiResult.GOOD;
  private @Nullable SenseData sense;
  private long jiffiesAtAlloc = -1;
  private boolean complete;
  private boolean abortScheduled;
  private int dispatches;
  private int timeouts;
  private int maxRetriesSeen;
  private boolean sentByErrorHandler;
  private @Nullable Borrowed borrowed;

  /**
   * What the error handler puts aside while it uses the command (scsi_error.c: scsi_eh_prep_cmnd).
   */
  private record Borrowed(Cdb cdb, ScsiResult result, boolean abortScheduled) {}

  public ScsiCmnd(Request request, ScsiDevice device) {
    this.request = request;
    this.device = device;
  }

  public Request request() {
    return request;
  }

  public ScsiDevice device() {
    return device;
  }

  public ScsiHost host() {
    return device.host();
  }

  public int id() {
    return request.id();
  }

  /**
   * The CDB on the wire: the request's own, or the error handler's while it borrows the command.
   */
  public Cdb cdb() {
    if (cdb == null) {
      throw new IllegalStateException("command " + id() + " has no CDB yet");
    }
    return cdb;
  }

  public void setCdb(Cdb cdb) {
    this.cdb = cdb;
  }

  /** Times it was given to the driver, refusals included. */
  public int dispatches() {
    return dispatches;
  }

  void countDispatch() {
    dispatches++;
  }

  public int timeouts() {
    return timeouts;
  }

  public void countTimeout() {
    timeouts++;
  }

  /** Highest retry counter that was told anywhere. */
  public int maxRetriesSeen() {
    return maxRetriesSeen;
  }

  /** The retry counter, told to a record. */
  public int tellRetries() {
    maxRetriesSeen = Math.max(maxRetriesSeen, retries);
    return retries;
  }

  public int allowed() {
    return allowed;
  }

  public void setAllowed(int allowed) {
    this.allowed = allowed;
  }

  public int retries() {
    return retries;
  }

  public void setRetries(int retries) {
    this.retries = retries;
  }

  public ScsiResult result() {
    return result;
  }

  public void setResult(ScsiResult result) {
    this.result = result;
  }

  public Optional<SenseData> sense() {
    return Optional.ofNullable(sense);
  }

  public void setSense(@Nullable SenseData sense) {
    this.sense = sense;
  }

  /** Tick at which it was prepared first; its age and the limit on its life count from there. */
  public long jiffiesAtAlloc() {
    return jiffiesAtAlloc;
  }

  public void setJiffiesAtAlloc(long jiffies) {
    this.jiffiesAtAlloc = jiffies;
  }

  public boolean neverPrepared() {
    return jiffiesAtAlloc < 0;
  }

  /**
   * Whoever comes first, completion or timeout, owns the command (SCMD_STATE_COMPLETE).
   *
   * @return whether somebody came before
   */
  public boolean testAndSetComplete() {
    boolean before = complete;
    complete = true;
    return before;
  }

  /** Whether completion or timeout has come. */
  public boolean isClaimed() {
    return complete;
  }

  public void clearComplete() {
    complete = false;
  }

  /** The one asynchronous abort of its life is used up (SCSI_EH_ABORT_SCHEDULED). */
  public boolean abortScheduled() {
    return abortScheduled;
  }

  public void setAbortScheduled(boolean abortScheduled) {
    this.abortScheduled = abortScheduled;
  }

  /** The error handler takes the command for one of its own (scsi_error.c: scsi_eh_prep_cmnd). */
  public void borrow(Cdb own) {
    borrowed = new Borrowed(cdb(), result, abortScheduled);
    cdb = own;
    result = ScsiResult.GOOD;
    sense = null;
    abortScheduled = false;
    sentByErrorHandler = true;
  }

  /**
   * The error handler gives it back; the sense buffer stays as it is, and so does the mark of who
   * sent it last (scsi_error.c: scsi_eh_restore_cmnd).
   */
  public void giveBack() {
    Borrowed own = borrowed;
    if (own == null) {
      throw new IllegalStateException("command " + id() + " is not borrowed");
    }
    cdb = own.cdb();
    result = own.result();
    abortScheduled = own.abortScheduled();
    borrowed = null;
  }

  public boolean isBorrowed() {
    return borrowed != null;
  }

  /** Whether the error handler sent it last; an answer is then for the error handler. */
  public boolean sentByErrorHandler() {
    return sentByErrorHandler;
  }

  void sentByBlockLayer() {
    sentByErrorHandler = false;
  }

  /**
   * {@code sd 0:0:0:0: [sda] tag#5 }: what the kernel log puts before a line about this command.
   */
  public String logPrefix() {
    return "sd " + device.at() + ": [" + device.disk() + "] tag#" + request.tag() + " ";
  }
}
