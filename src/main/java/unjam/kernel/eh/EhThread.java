package unjam.kernel.eh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLib;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.kernel.midlayer.Sd;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.LogFacility;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.ShostState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * The error-handler thread of one host (drivers/scsi/scsi_error.c: scsi_error_handler,
 * scsi_unjam_host).
 */
public final class EhThread {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiSense sense;
  private final DeviceStates states;
  private final ScsiLib lib;
  private final LowLevelDriver driver;
  private final ScsiHost shost;
  private final EhCommands commands;
  private final EhReadyDevs ladder;
  private final Kernel.Wait wake;
  private final List<Runnable> waitingForRestart = new ArrayList<>();
  private boolean started;

  EhThread(
      Kernel kernel,
      ScsiLogging log,
      ScsiSense sense,
      Sd sd,
      DeviceStates states,
      ScsiLib lib,
      LowLevelDriver driver,
      ScsiHost shost) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.states = states;
    this.lib = lib;
    this.driver = driver;
    this.shost = shost;
    this.commands = new EhCommands(kernel, log, sense, driver, shost);
    this.ladder = new EhReadyDevs(kernel, log, sense, sd, states, commands, shost);
    this.wake = kernel.newWait();
  }

  void wakeUp() {
    if (!started) {
      started = true;
      kernel.startThread(
          "scsi_eh_" + shost.number(), ExecContext.scsiEh(shost.number()), this::run);
    }
    wake.complete();
  }

  /**
   * Runs {@code action} when the host has left recovery (scsi_error.c:
   * scsi_block_when_processing_errors).
   */
  public void afterRestart(Runnable action) {
    waitingForRestart.add(action);
  }

  /** scsi_error.c: scsi_error_handler. */
  private void run(Coroutine self) {
    awaitWake(self);
    while (true) {
      while (shost.failed() == 0 && !shost.ehScheduled() || shost.failed() != shost.busy()) {
        sleep(self);
      }
      log.error(1, shost, name() + ": waking up 0/" + shost.failed() + "/" + shost.busy());
      shost.setEhScheduled(false);
      switch (shost.template().ehStrategy()) {
        case SCSI_UNJAM_HOST -> unjamHost(self);
        case ATA_SCSI_ERROR -> driver.recoverHost(self, shost, this::flushDoneQ);
      }
      shost.setFailed(0);
      restartOperations();
    }
  }

  private void sleep(Coroutine self) {
    log.error(1, shost, name() + ": sleeping");
    note(KernelFunction.SCSI_ERROR_HANDLER, new EhFact.EhSlept());
    awaitWake(self);
  }

  private void awaitWake(Coroutine self) {
    kernel.await(self, wake);
    wake.reinit();
  }

  private String name() {
    return "scsi_eh_" + shost.number();
  }

  /** scsi_error.c: scsi_unjam_host. There is no abort in here. */
  private void unjamHost(Coroutine self) {
    note(KernelFunction.SCSI_UNJAM_HOST, CallFact.Entered.INSTANCE);
    List<ScsiCmnd> work = new ArrayList<>(shost.ehCmdQ());
    shost.ehCmdQ().clear();
    List<ScsiCmnd> done = new ArrayList<>();
    printFailStats(work);
    if (!getSense(self, work, done)) {
      ladder.scsiEhReadyDevs(self, work, done);
    }
    shost.stopDeadline();
    flushDoneQ(done);
  }

  /** scsi_error.c: scsi_eh_prt_fail_stats. */
  private void printFailStats(List<ScsiCmnd> work) {
    if (!kernel.logs(LogFacility.ERROR, 1)) {
      return;
    }
    int devices = 0;
    for (ScsiDevice sdev : shost.devices()) {
      long cancelled =
          work.stream().filter(s -> s.device() == sdev && s.abortScheduled()).count();
      long failed = work.stream().filter(s -> s.device() == sdev && !s.abortScheduled()).count();
      if (cancelled + failed > 0) {
        devices++;
        log.error(
            3,
            shost,
            "scsi_eh_prt_fail_stats: cmds failed: " + failed + ", cancel: " + cancelled);
      }
    }
    log.error(
        2,
        shost,
        "Total of " + work.size() + " commands on " + devices + " devices require eh work");
  }

  /** For drivers that do not fetch sense data themselves (scsi_error.c: scsi_eh_get_sense). */
  private boolean getSense(Coroutine self, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    note(KernelFunction.SCSI_EH_GET_SENSE, new EhFact.EhPassBegan(work.size()));
    for (ScsiCmnd scmd : List.copyOf(work)) {
      if (scmd.abortScheduled() || scmd.sense().isPresent()) {
        continue;
      }
      if (shost.pastDeadline(kernel.jiffies())) {
        log.error(3, scmd, name() + ": skip request sense, past eh deadline");
        break;
      }
      if (!scmd.result().is(SamStatus.CHECK_CONDITION)) {
        continue;
      }
      log.error(2, scmd, name() + ": requesting sense");
      if (commands.requestSense(self, scmd) != Disposition.SUCCESS) {
        continue;
      }
      logSense(scmd);
      Disposition verdict = sense.decideDisposition(scmd);
      if (verdict == Disposition.SUCCESS) {
        finishRatherThanRetry(scmd);
      } else if (verdict != Disposition.NEEDS_RETRY) {
        continue;
      }
      work.remove(scmd);
      done.add(scmd);
    }
    return work.isEmpty();
  }

  private void logSense(ScsiCmnd scmd) {
    if (kernel.logs(LogFacility.ERROR, 3)) {
      log.error(
          3,
          scmd,
          "sense requested, result " + String.format(Locale.ROOT, "%x", scmd.result().bits()));
      log.sense(scmd);
    }
  }

  /** It has its sense data now: nobody needs it again, whatever retries are left. */
  private static void finishRatherThanRetry(ScsiCmnd scmd) {
    if (scmd.allowed() == ScsiCmnd.RETRIES_NO_LIMIT) {
      scmd.setAllowed(1);
    }
    scmd.setRetries(scmd.allowed());
  }

  /** Retries what may be retried, tells the rest (scsi_error.c: scsi_eh_flush_done_q). */
  private void flushDoneQ(List<ScsiCmnd> done) {
    note(KernelFunction.SCSI_EH_FLUSH_DONE_Q, new EhFact.FlushBegan());
    for (ScsiCmnd scmd : done) {
      boolean retry =
          scmd.device().online() && !sense.noRetry(scmd) && sense.retryAllowed(scmd);
      if (retry) {
        log.error(3, scmd, name() + ": flush retry cmd");
        lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, true);
        if (kernel.rules().requeueHeldInRecovery()) {
          scmd.device().queue().kickRequeueList();
        }
      } else {
        giveUp(scmd);
      }
    }
  }

  private void giveUp(ScsiCmnd scmd) {
    if (scmd.result().isZero()) {
      if (kernel.rules().flushSetsDriverTimeout()) {
        scmd.setResult(scmd.result().withDriver(ScsiResult.DRIVER_TIMEOUT));
      } else {
        scmd.setResult(scmd.result().withHost(HostByte.DID_TIME_OUT));
      }
    }
    log.error(3, scmd, name() + ": flush finish cmd");
    lib.completion().finishCommand(scmd);
  }

  /**
   * The host dispatches again and whoever waited for that goes on (scsi_error.c:
   * scsi_restart_operations).
   */
  private void restartOperations() {
    note(KernelFunction.SCSI_RESTART_OPERATIONS, CallFact.Entered.INSTANCE);
    log.error(3, shost, "waking up host to restart");
    states.set(shost, ShostState.SHOST_RUNNING);
    List<Runnable> waiting = new ArrayList<>(waitingForRestart);
    waitingForRestart.clear();
    waiting.forEach(Runnable::run);
    lib.runHostQueues(shost);
  }

  private void note(KernelFunction in, Fact fact) {
    kernel.note(in, Kernel.NONE, Kernel.NONE, shost.number(), fact);
  }
}
