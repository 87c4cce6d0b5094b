package unjam.kernel.eh;

import java.util.Optional;
import java.util.TreeMap;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ErrorHandling;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLib;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.kernel.midlayer.Sd;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.scsi.ShostState;
import unjam.scsi.TimeoutAction;
import unjam.scsi.TimerReturn;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TimeoutFact;

/**
 * The way from a timeout, or from a verdict that nothing else helps, to the abort worker and the
 * error-handler thread of the host (drivers/scsi/scsi_error.c).
 */
public final class ScsiErrorHandler implements ErrorHandling {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final Sd sd;
  private final DeviceStates states;
  private final TreeMap<Integer, AbortWorker> abortWorkers = new TreeMap<>();
  private final TreeMap<Integer, EhThread> threads = new TreeMap<>();
  private final ScsiSense sense;
  private final ScsiLib lib;
  private final LowLevelDriver driver;

  public ScsiErrorHandler(
      Kernel kernel,
      ScsiLogging log,
      ScsiSense sense,
      Sd sd,
      DeviceStates states,
      ScsiLib lib,
      LowLevelDriver driver) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.sd = sd;
    this.states = states;
    this.lib = lib;
    this.driver = driver;
  }

  /** Gives a host its abort worker and its thread (drivers/scsi/hosts.c: scsi_host_alloc). */
  public void add(ScsiHost shost) {
    abortWorkers.put(
        shost.number(), new AbortWorker(kernel, log, sense, lib, driver, this, shost));
    threads.put(
        shost.number(), new EhThread(kernel, log, sense, sd, states, lib, driver, shost));
  }

  private EhThread thread(ScsiHost shost) {
    EhThread thread = threads.get(shost.number());
    if (thread == null) {
      throw new IllegalStateException("host " + shost.number() + " has no error handler");
    }
    return thread;
  }

  /**
   * Goes on as {@code who} once the host is out of recovery; at once if it is (scsi_error.c:
   * scsi_block_when_processing_errors).
   */
  public void blockWhenProcessingErrors(ScsiDevice sdev, ExecContext who, Runnable then) {
    if (!sdev.host().inRecovery()) {
      then.run();
      return;
    }
    thread(sdev.host())
        .afterRestart(
            () ->
                kernel.after(
                    Latency.THREAD_WAKE,
                    who,
                    () -> blockWhenProcessingErrors(sdev, who, then)));
  }

  /** scsi_error.c: scsi_timeout (5.10: scsi_times_out). */
  @Override
  public TimerReturn scsiTimeout(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    Optional<TimeoutAnswer> drivers = driver.ehTimedOut(scmd);
    TimerReturn answer =
        drivers.map(own -> own.action().told()).orElse(TimerReturn.BLK_EH_DONE);
    note(
        KernelFunction.SCSI_TIMEOUT, scmd, new TimeoutFact.TimedOut(answer, scmd.tellRetries()));
    scmd.countTimeout();
    log.completion(scmd, Disposition.TIMEOUT_ERROR);
    if (kernel.rules().timeoutIsCounted()) {
      scmd.device()
          .countTimeout(
              answer == TimerReturn.BLK_EH_DONE && kernel.rules().timeoutCountsAsDone());
    }
    shost.startDeadline(kernel.jiffies());
    drivers.ifPresent(own -> carryOut(scmd, own));
    if (drivers.map(own -> own.action() != TimeoutAction.SCSI_EH_NOT_HANDLED).orElse(false)
        || scmd.testAndSetComplete()) {
      return answer;
    }
    if (!scsiAbortCommand(scmd)) {
      scmd.setResult(scmd.result().withHost(HostByte.DID_TIME_OUT));
      scsiEhScmdAdd(scmd);
    }
    return answer;
  }

  private void carryOut(ScsiCmnd scmd, TimeoutAnswer own) {
    note(own.in(), scmd, new TimeoutFact.DriverAsked(own.action(), own.reason()));
    own.then().run();
  }

  /**
   * Schedules the one asynchronous abort of a command's life (scsi_error.c: scsi_abort_command).
   */
  private boolean scsiAbortCommand(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    if (kernel.rules().missingAbortGoesStraightToEh()
        && !shost.has(EhHook.EH_ABORT_HANDLER)) {
      return false;
    }
    if (scmd.abortScheduled()) {
      log.error(3, scmd, "previous abort failed");
      return false;
    }
    shost.startDeadline(kernel.jiffies());
    shost.ehAbortList().add(scmd);
    scmd.setAbortScheduled(true);
    log.error(3, scmd, "abort scheduled");
    AbortWorker worker = abortWorkers.get(shost.number());
    if (worker == null) {
      throw new IllegalStateException("host " + shost.number() + " has no abort worker");
    }
    worker.schedule(scmd);
    return true;
  }

  /**
   * Hands a command over; the host stops at once, the count follows a grace period later
   * (scsi_eh_scmd_add).
   */
  @Override
  public void scsiEhScmdAdd(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    note(KernelFunction.SCSI_EH_SCMD_ADD, scmd, new EhFact.EhAdded(scmd.tellRetries()));
    if (!states.set(shost, ShostState.SHOST_RECOVERY)) {
      states.set(shost, ShostState.SHOST_CANCEL_RECOVERY);
    }
    shost.startDeadline(kernel.jiffies());
    if (!scmd.request().passthrough()) {
      sd.ehReset(scmd);
    }
    shost.ehCmdQ().add(scmd);
    kernel.after(Latency.RCU_GRACE, ExecContext.SOFTIRQ, () -> incHostFailed(scmd));
  }

  private void incHostFailed(ScsiCmnd scmd) {
    ScsiHost shost = scmd.host();
    shost.setFailed(shost.failed() + 1);
    note(
        KernelFunction.SCSI_EH_INC_HOST_FAILED,
        scmd,
        new EhFact.HostFailedCounted(shost.failed(), shost.busy()));
    scsiEhWakeup(shost);
  }

  /**
   * The thread wakes when every command that the host holds has failed (scsi_error.c:
   * scsi_eh_wakeup).
   */
  @Override
  public void scsiEhWakeup(ScsiHost shost) {
    if (shost.busy() != shost.failed()) {
      return;
    }
    kernel.note(
        KernelFunction.SCSI_EH_WAKEUP,
        Kernel.NONE,
        Kernel.NONE,
        shost.number(),
        new EhFact.EhWoken(shost.failed(), shost.busy()));
    thread(shost).wakeUp();
    log.error(5, shost, "Waking error handler thread");
  }

  /**
   * The driver wants the thread: the host stops, and the thread wakes when nothing is in flight
   * (scsi_error.c: scsi_schedule_eh).
   */
  @Override
  public void scsiScheduleEh(ScsiHost shost) {
    kernel.note(
        KernelFunction.SCSI_SCHEDULE_EH,
        Kernel.NONE,
        Kernel.NONE,
        shost.number(),
        CallFact.Entered.INSTANCE);
    if (states.set(shost, ShostState.SHOST_RECOVERY)) {
      shost.setEhScheduled(true);
      scsiEhWakeup(shost);
    }
  }

  private void note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    kernel.note(in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
