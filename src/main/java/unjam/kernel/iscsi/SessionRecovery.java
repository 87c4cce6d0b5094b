package unjam.kernel.iscsi;

import java.util.List;
import java.util.OptionalLong;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.lio.TargetConnection;
import unjam.scsi.DriverSetting;
import unjam.scsi.HostByte;
import unjam.scsi.IscsiError;
import unjam.scsi.LogLevel;
import unjam.scsi.SdevState;
import unjam.scsi.SessionState;
import unjam.trace.ExecContext;
import unjam.trace.ExecContext.Kind;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;

/**
 * From a lost connection to a new login or to the end of patience: all devices of the session are
 * blocked, then off line, or back to work (drivers/scsi/scsi_transport_iscsi.c, libiscsi.c).
 */
final class SessionRecovery {

  private final Kernel kernel;
  private final Session session;
  private final Devices devices;
  private final Iscsid daemon;
  private final DelayedWork recoveryWork;
  private boolean connectionUp = true;
  private boolean blocked;
  private boolean expired;

  /** The devices of the session. */
  interface Devices {
    void block();

    void unblock(SdevState next);
  }

  SessionRecovery(Kernel kernel, Session session, Devices devices, Iscsid daemon) {
    this.kernel = kernel;
    this.session = session;
    this.devices = devices;
    this.daemon = daemon;
    this.recoveryWork =
        new DelayedWork(kernel, context(Kind.RECOVERY_TIMEOUT), this::recoveryTimedOut);
  }

  /**
   * Whether the session's files take nothing, from its blocking to its return
   * (scsi_transport_iscsi.c: ISCSI_SESSION_FAILED, ISCSI_SESSION_FREE).
   */
  boolean isBusy() {
    return blocked || expired;
  }

  private ExecContext context(Kind kind) {
    return ExecContext.ofHost(kind, session.host());
  }

  /** libiscsi.c: iscsi_conn_failure, scsi_transport_iscsi.c: iscsi_conn_error_event. */
  void connFailure(IscsiError error) {
    if (session.state() == SessionState.FAILED) {
      return;
    }
    if (connectionUp) {
      session.become(SessionState.FAILED, KernelFunction.ISCSI_CONN_ERROR_EVENT);
    }
    session.note(KernelFunction.ISCSI_CONN_ERROR_EVENT, new IscsiFact.ConnError(error));
    print(
        "connection" + session.number() + ":0: detected conn error (" + error.number() + ")");
    daemon.connectionLost();
    if (connectionUp) {
      connectionUp = false;
      kernel.after(Latency.WORK, context(Kind.CONN_CLEANUP), this::stopConnection);
    }
  }

  /** libiscsi.c: iscsi_conn_stop. */
  private void stopConnection() {
    session.note(KernelFunction.ISCSI_CONN_STOP, new IscsiFact.ConnStopped());
    session.become(SessionState.IN_RECOVERY, KernelFunction.ISCSI_CONN_STOP);
    kernel.after(Latency.WORK, context(Kind.BLOCK_SESSION), this::blockSession);
    failTasks();
    session.wakeWaiters();
  }

  /** libiscsi.c: fail_scsi_tasks. */
  private void failTasks() {
    List<Task> all = session.tasks();
    session.note(KernelFunction.FAIL_SCSI_TASKS, new IscsiFact.TasksFailed(all.size()));
    all.forEach(task -> session.fail(task, HostByte.DID_TRANSPORT_DISRUPTED));
  }

  /** A login that nobody answered: the daemon stops its connection and will try again. */
  void stopByDaemon() {
    session.note(KernelFunction.ISCSI_CONN_STOP, new IscsiFact.ConnStopped());
    failTasks();
  }

  /** scsi_transport_iscsi.c: __iscsi_block_session. */
  private void blockSession() {
    OptionalLong patience = session.settings().maybe(DriverSetting.RECOVERY_TMO);
    session.note(
        KernelFunction.ISCSI_BLOCK_SESSION,
        new IscsiFact.SessionBlocked(
            patience.isPresent() ? kernel.jiffiesToNanos(patience.getAsLong()) : -1));
    blocked = true;
    devices.block();
    patience.ifPresent(recoveryWork::modify);
  }

  /** scsi_transport_iscsi.c: session_recovery_timedout. */
  private void recoveryTimedOut() {
    if (!blocked) {
      return;
    }
    blocked = false;
    expired = true;
    session.note(
        KernelFunction.SESSION_RECOVERY_TIMEDOUT, new IscsiFact.RecoveryTimedOut());
    print(
        "session" + session.number() + ": session recovery timed out after "
            + session.settings().seconds(DriverSetting.RECOVERY_TMO) + " secs");
    unblockDevices(SdevState.SDEV_TRANSPORT_OFFLINE);
    session.note(
        KernelFunction.ISCSI_SESSION_RECOVERY_TIMEDOUT, new IscsiFact.WaitersTold());
    session.become(
        SessionState.RECOVERY_FAILED, KernelFunction.ISCSI_SESSION_RECOVERY_TIMEDOUT);
    session.wakeWaiters();
  }

  private void unblockDevices(SdevState next) {
    session.note(KernelFunction.SCSI_TARGET_UNBLOCK, new IscsiFact.DevicesUnblocked(next));
    devices.unblock(next);
  }

  /** libiscsi.c: iscsi_conn_start. */
  void loggedIn(TargetConnection connection) {
    daemon.loggedIn();
    session.connect(connection);
    session.nops().forget();
    connectionUp = true;
    session.note(KernelFunction.ISCSI_CONN_START, new IscsiFact.ConnStarted());
    session.become(SessionState.LOGGED_IN, KernelFunction.ISCSI_CONN_START);
    kernel.after(Latency.WORK, context(Kind.UNBLOCK_SESSION), this::unblockSession);
    session.wakeWaiters();
  }

  /** scsi_transport_iscsi.c: __iscsi_unblock_session. */
  private void unblockSession() {
    blocked = false;
    expired = false;
    recoveryWork.cancel();
    session.note(KernelFunction.ISCSI_UNBLOCK_SESSION, new IscsiFact.SessionUnblocked());
    unblockDevices(SdevState.SDEV_RUNNING);
  }

  private void print(String line) {
    kernel.printk(LogLevel.KERN_INFO, Kernel.NONE, Kernel.NONE, session.host(), line);
  }
}
