package unjam.kernel.midlayer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unjam.kernel.block.RequestQueue;
import unjam.kernel.core.DelayedWork;
import unjam.scenario.Disk;
import unjam.scsi.Hctl;
import unjam.scsi.SdevState;
import unjam.trace.EndState;

/**
 * A logical unit with the disk on it (include/scsi/scsi_device.h: struct scsi_device,
 * drivers/scsi/sd.h: struct scsi_disk). Timeouts are in ticks.
 */
public final class ScsiDevice {

  private final int index;
  private final ScsiHost host;
  private final Disk config;
  private @Nullable RequestQueue queue;

  // include/scsi/scsi_device.h: struct scsi_device
  SdevState state;
  int queueDepth;
  int deviceBusy;
  int deviceBlocked;
  int restarts;
  boolean offlineAlready;
  boolean wasReset;
  boolean expectingCcUa;
  boolean changed;
  boolean useTenForReadWrite = true;
  long rqTimeout;
  long ehTimeout;
  int iorequestCnt;
  int iodoneCnt;
  int ioerrCnt;
  int iotmoCnt;
  @Nullable DelayedWork requeueWork;
  int lastQueueFullDepth;
  int lastQueueFullCount;
  long lastQueueFullTime = -1;
  long lastQueueRampUp;
  int maxQueueDepth;

  // drivers/scsi/sd.h: struct scsi_disk
  boolean allowRestart;
  int maxRetries;
  int maxMediumAccessTimeouts;
  int mediumAccessTimedOut;
  boolean ignoreMediumAccessErrors;

  public ScsiDevice(int index, ScsiHost host, Disk config, int hz) {
    this.index = index;
    this.host = host;
    this.config = config;
    this.state = config.state();
    this.queueDepth = config.queueDepth();
    this.maxQueueDepth = config.queueDepth();
    this.rqTimeout = (long) config.timeoutSeconds() * hz;
    this.ehTimeout = (long) config.ehTimeoutSeconds() * hz;
    this.allowRestart = config.allowRestart();
    this.maxRetries = config.maxRetries();
    this.maxMediumAccessTimeouts = config.maxMediumAccessTimeouts();
  }

  public void attach(RequestQueue queue) {
    this.queue = queue;
  }

  public int index() {
    return index;
  }

  public ScsiHost host() {
    return host;
  }

  public Disk config() {
    return config;
  }

  public Hctl at() {
    return config.at();
  }

  public String disk() {
    return config.name();
  }

  public RequestQueue queue() {
    if (queue == null) {
      throw new IllegalStateException(this + " has no queue yet");
    }
    return queue;
  }

  public SdevState state() {
    return state;
  }

  /** include/scsi/scsi_device.h: scsi_device_online. */
  public boolean online() {
    return state.online();
  }

  /** Commands that hold a place in its depth (include/scsi/scsi_device.h: scsi_device_busy). */
  public int busy() {
    return deviceBusy;
  }

  public int queueDepth() {
    return queueDepth;
  }

  public void setQueueDepth(int depth) {
    queueDepth = depth;
    maxQueueDepth = depth;
  }

  public boolean wasReset() {
    return wasReset;
  }

  public void setWasReset(boolean wasReset) {
    this.wasReset = wasReset;
  }

  public boolean allowRestart() {
    return allowRestart;
  }

  public void setAllowRestart(boolean allowRestart) {
    this.allowRestart = allowRestart;
  }

  public void setMaxRetries(int maxRetries) {
    this.maxRetries = maxRetries;
  }

  public void setMaxMediumAccessTimeouts(int max) {
    maxMediumAccessTimeouts = max;
  }

  public long rqTimeout() {
    return rqTimeout;
  }

  public void setRqTimeout(long jiffies) {
    rqTimeout = jiffies;
  }

  public long ehTimeout() {
    return ehTimeout;
  }

  public void setEhTimeout(long jiffies) {
    ehTimeout = jiffies;
  }

  public int iorequestCnt() {
    return iorequestCnt;
  }

  public int iodoneCnt() {
    return iodoneCnt;
  }

  public int ioerrCnt() {
    return ioerrCnt;
  }

  public int iotmoCnt() {
    return iotmoCnt;
  }

  /** A command timed out; where the version says so it also counts as done. */
  public void countTimeout(boolean alsoDone) {
    iotmoCnt++;
    if (alsoDone) {
      iodoneCnt++;
    }
  }

  /**
   * The device was reset by us: its next unit attention is expected (scsi_error.c:
   * __scsi_report_device_reset).
   */
  public void reportReset() {
    wasReset = true;
    expectingCcUa = true;
  }

  /** Where it stands: its counters and what the driver or the error handler holds of it. */
  public EndState.Device endState() {
    return new EndState.Device(
        state.sysfs(), queueDepth, iorequestCnt, iodoneCnt, ioerrCnt, iotmoCnt, inFlight());
  }

  private List<Integer> inFlight() {
    return host.inFlight().stream()
        .filter(scmd -> scmd.device() == this)
        .map(ScsiCmnd::id)
        .sorted()
        .toList();
  }

  /** {@code sd 0:0:0:0: }: what the kernel log puts before a line about this device. */
  public String logPrefix() {
    return "sd " + at() + ": ";
  }

  @Override
  public String toString() {
    return at().toString();
  }
}
