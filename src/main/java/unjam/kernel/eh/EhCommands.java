package unjam.kernel.eh;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.IntReturn;
import unjam.scsi.Readiness;
import unjam.scsi.SdevState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * Commands that the error handler sends in a borrowed scsi_cmnd, and the callbacks it asks the
 * driver for (drivers/scsi/scsi_error.c: scsi_send_eh_cmnd, scsi_eh_tur, scsi_try_*).
 */
final class EhCommands {

  /**
   * Pause after a successful bus or host reset, in seconds (scsi_error.c: BUS_RESET_SETTLE_TIME).
   */
  private static final long SETTLE_SECONDS = 10;

  /** Pause before a refused or blocked command is tried again, in ms (scsi_error.c: stall_for). */
  private static final long STALL_MS = 100;

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiSense sense;
  private final LowLevelDriver driver;
  private final ScsiHost shost;

  EhCommands(
      Kernel kernel, ScsiLogging log, ScsiSense sense, LowLevelDriver driver, ScsiHost shost) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.driver = driver;
    this.shost = shost;
  }

  /** Asks for one recovery callback; a callback that the driver lacks is an instant FAILED. */
  Disposition tryHook(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    if (hook == EhHook.EH_BUS_RESET_HANDLER) {
      log.error(3, scmd, "scsi_try_bus_reset: Snd Bus RST");
    } else if (hook == EhHook.EH_HOST_RESET_HANDLER) {
      log.error(3, shost, "Snd Host RST");
    }
    if (!shost.has(hook)) {
      return Disposition.FAILED;
    }
    Disposition answer = driver.recover(self, hook, scmd);
    if (answer == Disposition.SUCCESS) {
      afterSuccess(self, hook, scmd);
    }
    return answer;
  }

  private void afterSuccess(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    switch (hook) {
      case EH_ABORT_HANDLER -> { }
      case EH_DEVICE_RESET_HANDLER -> scmd.device().reportReset();
      case EH_TARGET_RESET_HANDLER ->
          devices(d -> d.at().sameTarget(scmd.device().at())).forEach(ScsiDevice::reportReset);
      case EH_BUS_RESET_HANDLER -> {
        settle(self, hook, scmd);
        devices(d -> d.at().sameChannel(scmd.device().at())).forEach(ScsiDevice::reportReset);
      }
      case EH_HOST_RESET_HANDLER -> {
        settle(self, hook, scmd);
        devices(d -> d.at().sameChannel(scmd.device().at())).forEach(ScsiDevice::reportReset);
      }
    }
  }

  private List<ScsiDevice> devices(Predicate<ScsiDevice> which) {
    return shost.devices().stream().filter(which).toList();
  }

  private void settle(Coroutine self, EhHook after, ScsiCmnd scmd) {
    if (shost.template().skipSettleDelay()) {
      return;
    }
    KernelFunction in =
        after == EhHook.EH_BUS_RESET_HANDLER
            ? KernelFunction.SCSI_TRY_BUS_RESET
            : KernelFunction.SCSI_TRY_HOST_RESET;
    note(in, scmd, new EhFact.Settling(after, SETTLE_SECONDS * 1_000_000_000L));
    kernel.msleep(self, SETTLE_SECONDS * 1000);
  }

  /** scsi_error.c: scsi_eh_tur. A second "try again" counts as ready. */
  Readiness tur(Coroutine self, ScsiCmnd scmd) {
    int call = note(KernelFunction.SCSI_EH_TUR, scmd, new EhFact.TurBegan());
    Disposition answer = tur1(self, scmd);
    if (answer == Disposition.NEEDS_RETRY) {
      answer = tur1(self, scmd);
    }
    Readiness ready =
        answer == Disposition.SUCCESS || answer == Disposition.NEEDS_RETRY
            ? Readiness.READY
            : Readiness.NOT_READY;
    note(KernelFunction.SCSI_EH_TUR, scmd, new CallFact.Returned(call, ready));
    return ready;
  }

  private Disposition tur1(Coroutine self, ScsiCmnd scmd) {
    Disposition answer = send(self, scmd, Cdb.TEST_UNIT_READY, scmd.device().ehTimeout());
    log.error(3, scmd, "scsi_eh_tur return: " + hex(answer));
    return answer;
  }

  /**
   * Starts the motor if the device may be started, with the patience of the kernel's version
   * (scsi_error.c: scsi_eh_try_stu: rq_timeout in 5.10, eh_timeout in 6.1 and 6.12); 0 worked.
   */
  boolean tryStartUnit(Coroutine self, ScsiCmnd scmd) {
    int call = note(KernelFunction.SCSI_EH_TRY_STU, scmd, new EhFact.StartUnitBegan());
    boolean worked = false;
    if (scmd.device().allowRestart()) {
      long timeout =
          kernel.rules().ehStartUnitUsesEhTimeout()
              ? scmd.device().ehTimeout()
              : scmd.device().rqTimeout();
      Disposition answer = Disposition.NEEDS_RETRY;
      for (int i = 0; answer == Disposition.NEEDS_RETRY && i < 2; i++) {
        answer = send(self, scmd, Cdb.START_UNIT, timeout);
      }
      worked = answer == Disposition.SUCCESS;
    }
    note(
        KernelFunction.SCSI_EH_TRY_STU,
        scmd,
        new CallFact.Returned(call, worked ? IntReturn.ZERO : IntReturn.ONE));
    return worked;
  }

  /** scsi_error.c: scsi_request_sense. */
  Disposition requestSense(Coroutine self, ScsiCmnd scmd) {
    note(KernelFunction.SCSI_REQUEST_SENSE, scmd, CallFact.Entered.INSTANCE);
    return send(self, scmd, Cdb.REQUEST_SENSE, scmd.device().ehTimeout());
  }

  /** scsi_error.c: scsi_send_eh_cmnd. */
  private Disposition send(Coroutine self, ScsiCmnd scmd, Cdb cdb, long timeoutJiffies) {
    int call =
        note(
            KernelFunction.SCSI_SEND_EH_CMND,
            scmd,
            new EhFact.EhCommandSent(cdb, kernel.jiffiesToNanos(timeoutJiffies)));
    Kernel.Wait done = kernel.newWait();
    boolean taken = queue(self, scmd, cdb, done, timeoutJiffies);
    long left = taken ? kernel.await(self, done, timeoutJiffies) : 0;
    shost.setEhAction(null);
    log.completion(scmd, taken ? Disposition.SUCCESS : Disposition.FAILED);
    log.error(3, scmd, "scsi_send_eh_cmnd timeleft: " + left);
    Disposition verdict = Disposition.FAILED;
    if (left > 0) {
      verdict = verdictOn(scmd);
    } else if (taken) {
      abortEhCommand(self, scmd);
    }
    scmd.giveBack();
    note(KernelFunction.SCSI_SEND_EH_CMND, scmd, new CallFact.Returned(call, verdict));
    return verdict;
  }

  /** Offers the borrowed command to the driver until it takes it or the time is up. */
  private boolean queue(
      Coroutine self, ScsiCmnd scmd, Cdb cdb, Kernel.Wait done, long timeoutJiffies) {
    long stall = kernel.msecsToJiffies(STALL_MS);
    long left = timeoutJiffies;
    while (true) {
      scmd.borrow(cdb);
      shost.setEhAction(done);
      log.send(scmd);
      while (isBlocked(scmd) && left > 0) {
        long delay = Math.min(left, stall);
        left -= delay;
        kernel.msleep(self, kernel.jiffiesToMsecs(delay));
      }
      if (!isBlocked(scmd) && driver.queuecommand(scmd).isEmpty()) {
        return true;
      }
      if (left <= stall) {
        return false;
      }
      scmd.giveBack();
      left -= stall;
      kernel.msleep(self, STALL_MS);
    }
  }

  private static boolean isBlocked(ScsiCmnd scmd) {
    return scmd.device().state() == SdevState.SDEV_BLOCK;
  }

  private Disposition verdictOn(ScsiCmnd scmd) {
    note(KernelFunction.SCSI_EH_COMPLETED_NORMALLY, scmd, CallFact.Entered.INSTANCE);
    Disposition verdict = sense.ehCompletedNormally(scmd);
    log.error(3, scmd, "scsi_send_eh_cmnd: scsi_eh_completed_normally " + hex(verdict));
    return switch (verdict) {
      case SUCCESS, NEEDS_RETRY -> verdict;
      case ADD_TO_MLQUEUE -> Disposition.NEEDS_RETRY;
      case FAILED, QUEUED, SOFT_ERROR, TIMEOUT_ERROR, SCSI_RETURN_NOT_HANDLED, FAST_IO_FAIL ->
          Disposition.FAILED;
    };
  }

  /**
   * The error handler's own command got no answer: a small ladder of its own (scsi_error.c:
   * scsi_abort_eh_cmnd).
   */
  private void abortEhCommand(Coroutine self, ScsiCmnd scmd) {
    note(KernelFunction.SCSI_ABORT_EH_CMND, scmd, CallFact.Entered.INSTANCE);
    for (EhHook hook : EhHook.values()) {
      if (tryHook(self, hook, scmd) == Disposition.SUCCESS) {
        return;
      }
    }
  }

  private static String hex(Disposition disposition) {
    return String.format(Locale.ROOT, "%x", disposition.value());
  }

  private int note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    return kernel.note(in, scmd.id(), scmd.device().index(), shost.number(), fact);
  }
}
