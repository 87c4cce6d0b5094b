package unjam.kernel.iscsi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.core.WheelTimer;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.scsi.DriverSetting;
import unjam.scsi.Disposition;
import unjam.scsi.HostByte;
import unjam.scsi.IscsiError;
import unjam.scsi.SessionState;
import unjam.scsi.TmFunction;
import unjam.scsi.TmResponse;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;

/**
 * Aborts and resets: one task management function at a time, each with its own patience
 * (libiscsi.c: iscsi_exec_task_mgmt_fn, iscsi_eh_abort, iscsi_eh_device_reset,
 * iscsi_eh_recover_target).
 */
final class TaskManagement {

  private final Kernel kernel;
  private final Session session;
  private @Nullable Outcome outcome;
  private boolean out;

  /** What became of a function. */
  private enum Outcome {
    COMPLETE,
    NOT_FOUND,
    REJECTED,
    TIMED_OUT,
    CONNECTION_LOST
  }

  TaskManagement(Kernel kernel, Session session) {
    this.kernel = kernel;
    this.session = session;
  }

  /** libiscsi.c: iscsi_eh_abort. */
  Disposition abort(Coroutine self, ScsiCmnd scmd) {
    Optional<Task> task = session.task(scmd);
    if (task.isEmpty()) {
      return Disposition.SUCCESS;
    }
    if (!session.loggedIn() || out) {
      return Disposition.FAILED;
    }
    Outcome became =
        execute(self, scmd, TmFunction.ABORT_TASK, task.get().itt, DriverSetting.ABORT_TMO);
    return switch (became) {
      case COMPLETE -> {
        session.task(scmd).ifPresent(left -> session.fail(left, HostByte.DID_ABORT));
        yield Disposition.SUCCESS;
      }
      case NOT_FOUND -> session.task(scmd).isEmpty() ? Disposition.SUCCESS : Disposition.FAILED;
      case TIMED_OUT -> {
        session.recovery().connFailure(IscsiError.ISCSI_ERR_SCSI_EH_SESSION_RST);
        yield Disposition.FAILED;
      }
      case REJECTED, CONNECTION_LOST -> Disposition.FAILED;
    };
  }

  /** libiscsi.c: iscsi_eh_device_reset. */
  Disposition resetDevice(Coroutine self, ScsiCmnd scmd) {
    Disposition answer =
        reset(self, scmd, TmFunction.LUN_RESET, DriverSetting.LU_RESET_TMO);
    if (answer == Disposition.SUCCESS) {
      session.tasks().stream()
          .filter(each -> each.scmd.device() == scmd.device())
          .forEach(each -> session.fail(each, HostByte.DID_ERROR));
    }
    return answer;
  }

  /** The target first, then the session (libiscsi.c: iscsi_eh_recover_target). */
  Disposition recoverTarget(Coroutine self, ScsiCmnd scmd) {
    Disposition answer =
        reset(self, scmd, TmFunction.TARGET_WARM_RESET, DriverSetting.TGT_RESET_TMO);
    if (answer == Disposition.SUCCESS) {
      session.tasks().forEach(each -> session.fail(each, HostByte.DID_ERROR));
      return answer;
    }
    return resetSession(self, scmd);
  }

  private Disposition reset(
      Coroutine self, ScsiCmnd scmd, TmFunction function, DriverSetting patience) {
    if (!session.loggedIn() || out) {
      return Disposition.FAILED;
    }
    Outcome became = execute(self, scmd, function, -1, patience);
    if (became == Outcome.TIMED_OUT) {
      session.recovery().connFailure(IscsiError.ISCSI_ERR_SCSI_EH_SESSION_RST);
    }
    return became == Outcome.COMPLETE ? Disposition.SUCCESS : Disposition.FAILED;
  }

  /** Drops the connection and waits until somebody has logged in again, or nobody could. */
  private Disposition resetSession(Coroutine self, ScsiCmnd scmd) {
    int call =
        session.note(
            KernelFunction.ISCSI_EH_SESSION_RESET, scmd, new IscsiFact.SessionResetBegan());
    session.recovery().connFailure(IscsiError.ISCSI_ERR_SCSI_EH_SESSION_RST);
    while (session.state() == SessionState.FAILED
        || session.state() == SessionState.IN_RECOVERY) {
      kernel.await(self, session.newWait());
    }
    Disposition answer = session.loggedIn() ? Disposition.SUCCESS : Disposition.FAILED;
    session.note(
        KernelFunction.ISCSI_EH_SESSION_RESET, scmd, new CallFact.Returned(call, answer));
    return answer;
  }

  /** libiscsi.c: iscsi_exec_task_mgmt_fn. */
  private Outcome execute(
      Coroutine self, ScsiCmnd scmd, TmFunction function, int ref, DriverSetting patience) {
    long ticks = session.settings().ticks(patience);
    session.note(
        KernelFunction.ISCSI_EXEC_TASK_MGMT_FN,
        scmd,
        new IscsiFact.TmfSent(function, ref, kernel.jiffiesToNanos(ticks)));
    out = true;
    outcome = null;
    int unit = scmd.device().index();
    kernel.after(
        Latency.WORK,
        ExecContext.KWORKER,
        () -> {
          if (session.loggedIn()) {
            session.connection().sendTmf(function, ref, unit);
          }
        });
    WheelTimer timer = kernel.wheel().timer(this::timedOut);
    timer.modify(kernel.jiffies() + ticks);
    while (outcome == null && session.loggedIn()) {
      kernel.await(self, session.newWait());
    }
    timer.delete();
    out = false;
    Outcome became = outcome;
    return became == null ? Outcome.CONNECTION_LOST : became;
  }

  /** libiscsi.c: iscsi_tmf_timedout. */
  private void timedOut() {
    session.note(KernelFunction.ISCSI_TMF_TIMEDOUT, new IscsiFact.TmfTimedOut());
    settle(Outcome.TIMED_OUT);
  }

  /** libiscsi.c: iscsi_tmf_rsp. */
  void answered(TmResponse response) {
    session.note(KernelFunction.ISCSI_TMF_RSP, new IscsiFact.TmfAnswered(response));
    settle(
        switch (response) {
          case TMR_FUNCTION_COMPLETE -> Outcome.COMPLETE;
          case TMR_TASK_DOES_NOT_EXIST -> Outcome.NOT_FOUND;
          case TMR_FUNCTION_REJECTED -> Outcome.REJECTED;
        });
  }

  private void settle(Outcome became) {
    if (out && outcome == null) {
      outcome = became;
      session.wakeWaiters();
    }
  }
}
