package unjam.kernel.lio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.scsi.LogLevel;
import unjam.scsi.TargetThread;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TargetFact;

/**
 * A portal with its one thread for logins (drivers/target/iscsi/iscsi_target_login.c:
 * iscsi_target_login_thread). A login that must wait for an old session keeps every other login of
 * the portal waiting too, for whatever target.
 */
final class Portal {

  private final Kernel kernel;
  private final Lio target;
  private final Deque<Login> backlog = new ArrayDeque<>();
  private boolean busy;

  Portal(Kernel kernel, Lio target) {
    this.kernel = kernel;
    this.target = target;
  }

  void arrive(Login login) {
    backlog.addLast(login);
    if (busy) {
      tellBacklog(login);
    } else {
      busy = true;
      kernel.after(Latency.THREAD_WAKE, ExecContext.TARGET_LOGIN, this::next);
    }
  }

  private void tellBacklog(Login login) {
    note(
        KernelFunction.ISCSI_TARGET_LOGIN_THREAD,
        login,
        new TargetFact.LoginsWaiting(backlog.size()));
  }

  private void next() {
    Login login = backlog.pollFirst();
    if (login == null) {
      busy = false;
      return;
    }
    note(
        KernelFunction.ISCSI_CHECK_FOR_SESSION_REINSTATEMENT,
        login,
        new TargetFact.LoginBegan(login.initiator().isEmpty()));
    Optional<TargetConnection> old = login.initiator().flatMap(target::sessionOf);
    if (old.isEmpty()) {
      decide(login);
    } else {
      stop(old.get(), login);
    }
  }

  /** iscsi_target.c: iscsit_stop_session, iscsit_cause_connection_reinstatement. */
  private void stop(TargetConnection old, Login login) {
    note(
        KernelFunction.ISCSIT_STOP_SESSION,
        login,
        new TargetFact.SessionStopAsked(old.number()));
    note(
        KernelFunction.ISCSI_CHECK_FOR_SESSION_REINSTATEMENT,
        login,
        new TargetFact.WaitBegan(TargetThread.ISCSI_NP, -1));
    old.whenGone(
        () ->
            kernel.after(
                Latency.THREAD_WAKE,
                ExecContext.TARGET_LOGIN,
                () -> {
                  note(
                      KernelFunction.ISCSIT_STOP_SESSION,
                      login,
                      new TargetFact.WaitEnded(TargetThread.ISCSI_NP));
                  decide(login);
                }));
    old.close();
  }

  private void decide(Login login) {
    if (login.isGivenUp()) {
      note(KernelFunction.ISCSI_TARGET_DO_LOGIN, login, new TargetFact.LoginFailed());
      kernel.printk(
          LogLevel.KERN_ERR, Kernel.NONE, Kernel.NONE, host(login),
          "iSCSI Login negotiation failed.");
    } else {
      login.initiator().ifPresentOrElse(target::open, () -> target.discover(login));
    }
    kernel.after(Latency.BETWEEN_WORKS, ExecContext.TARGET_LOGIN, this::next);
  }

  private static int host(Login login) {
    return login.initiator().map(Initiator::host).orElse(Kernel.NONE);
  }

  private void note(KernelFunction in, Login login, Fact fact) {
    kernel.note(in, Kernel.NONE, Kernel.NONE, host(login), fact);
  }
}
