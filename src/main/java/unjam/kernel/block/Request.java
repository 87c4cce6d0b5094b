package unjam.kernel.block;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.scsi.BlkStatus;
import unjam.scsi.FailFast;
import unjam.scsi.IoOp;

/** A block request (include/linux/blk-mq.h: struct request) with the scsi_cmnd that lives in it. */
public final class Request {

  /** Life of a request in the block layer's eyes (include/linux/blk-mq.h: mq_rq_state). */
  public enum State {
    IDLE,
    IN_FLIGHT,
    COMPLETE
  }

  private final int id;
  private final RequestQueue queue;
  private final IoOp op;
  private final long sector;
  private final int bytes;
  private final FailFast failFast;
  private final boolean passthrough;
  private final boolean flush;
  private final Consumer<BlkStatus> endIo;
  private final ScsiCmnd scmd;

  private int flags = ReqFlags.SYNC;
  private int doneBytes;
  private int tag = -1;
  private boolean budget;
  private State state = State.IDLE;
  private boolean dontPrep;
  private boolean timedOut;
  private boolean quiet;
  private boolean noRetryForced;
  private long timeoutJiffies;
  private long deadline;

  /**
   * @param timeoutJiffies its own timeout in ticks, or 0 for the queue's at dispatch
   * @param endIo told the status of the whole request, once
   */
  public Request(
      int id,
      RequestQueue queue,
      IoOp op,
      long sector,
      int bytes,
      FailFast failFast,
      boolean passthrough,
      boolean flush,
      long timeoutJiffies,
      Consumer<BlkStatus> endIo) {
    this.id = id;
    this.queue = queue;
    this.op = op;
    this.sector = sector;
    this.bytes = bytes;
    this.failFast = failFast;
    this.passthrough = passthrough;
    this.flush = flush;
    this.timeoutJiffies = timeoutJiffies;
    this.endIo = endIo;
    this.scmd = new ScsiCmnd(this, queue.device());
  }

  public int id() {
    return id;
  }

  /** How it is marked, of {@link ReqFlags}, apart from who may not retry it. */
  int flags() {
    return flags;
  }

  public void setFlags(int flags) {
    this.flags = flags;
  }

  public RequestQueue queue() {
    return queue;
  }

  public ScsiCmnd scmd() {
    return scmd;
  }

  public IoOp op() {
    return op;
  }

  /** First 512-byte sector that is not done yet (include/linux/blk-mq.h: blk_rq_pos). */
  public long sector() {
    return sector + doneBytes / 512;
  }

  /** Bytes that are not done yet (include/linux/blk-mq.h: blk_rq_bytes). */
  public int bytes() {
    return bytes - doneBytes;
  }

  public FailFast failFast() {
    return failFast;
  }

  /** Carries a ready-made CDB: SG_IO and the kernel's own commands. */
  public boolean passthrough() {
    return passthrough;
  }

  public boolean isFlush() {
    return flush;
  }

  public int tag() {
    return tag;
  }

  void setTag(int tag) {
    this.tag = tag;
  }

  boolean hasBudget() {
    return budget;
  }

  void setBudget(boolean budget) {
    this.budget = budget;
  }

  public State state() {
    return state;
  }

  public void setState(State state) {
    this.state = state;
  }

  /** Prepared already: a requeue sends it as it is (RQF_DONTPREP). */
  public boolean dontPrep() {
    return dontPrep;
  }

  public void setDontPrep(boolean dontPrep) {
    this.dontPrep = dontPrep;
  }

  /** Its timeout was reported and must not be again (RQF_TIMED_OUT). */
  public boolean timedOut() {
    return timedOut;
  }

  public void setTimedOut(boolean timedOut) {
    this.timedOut = timedOut;
  }

  /** No error lines for it (RQF_QUIET). */
  public boolean quiet() {
    return quiet;
  }

  /** Ticks it may stay with the driver. */
  public long timeoutJiffies() {
    return timeoutJiffies;
  }

  public void setTimeoutJiffies(long timeoutJiffies) {
    this.timeoutJiffies = timeoutJiffies;
  }

  /** Tick at which it is late. */
  public long deadline() {
    return deadline;
  }

  public void setDeadline(long deadline) {
    this.deadline = deadline;
  }

  /**
   * A command duration limit made it fail-fast on the way (drivers/scsi/scsi_error.c:
   * scsi_check_sense).
   */
  public void forbidRetry() {
    noRetryForced = true;
    quiet = true;
  }

  public boolean failFastDev() {
    return failFast.dev() || noRetryForced;
  }

  /**
   * Marks bytes as done (block/blk-mq.c: blk_update_request).
   *
   * @return whether something is left
   */
  boolean advance(int count) {
    doneBytes = Math.min(bytes, doneBytes + count);
    return doneBytes < bytes;
  }

  void end(BlkStatus status) {
    endIo.accept(status);
  }

  @Override
  public @Nullable String toString() {
    return "request " + id;
  }
}
