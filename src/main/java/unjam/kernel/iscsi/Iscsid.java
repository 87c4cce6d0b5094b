package unjam.kernel.iscsi;

import org.jspecify.annotations.Nullable;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.kernel.lio.Lio;
import unjam.kernel.lio.Login;
import unjam.trace.ExecContext;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;

/**
 * The daemon that logs in again: it waits two seconds after a connection is lost, connects, and
 * gives a login fifteen seconds; then it starts over, for as long as it takes (open-iscsi:
 * DefaultTime2Wait, node.conn[0].timeo.login_timeout).
 */
final class Iscsid {

  private static final long TIME_TO_WAIT = 2 * SimTime.NANOS_PER_SECOND;
  private static final long LOGIN_TIMEOUT = 15 * SimTime.NANOS_PER_SECOND;
  /** Closing the old socket, connecting and binding the new one. */
  private static final long CONNECT = 10 * SimTime.NANOS_PER_MILLI;

  /** A connection request without answer is repeated after so long. */
  private static final long CONNECT_AGAIN = SimTime.NANOS_PER_SECOND;

  private final Kernel kernel;
  private final Session session;
  private final Lio target;
  private boolean atWork;
  private int attempts;
  private @Nullable Login login;
  private long loginTimer;

  Iscsid(Kernel kernel, Session session, Lio target) {
    this.kernel = kernel;
    this.session = session;
    this.target = target;
  }

  private static ExecContext self() {
    return ExecContext.ISCSID;
  }

  /** The kernel says that the connection is lost; the second time that is no news. */
  void connectionLost() {
    if (!atWork) {
      atWork = true;
      attempts = 0;
      kernel.after(TIME_TO_WAIT, self(), this::reconnect);
    }
  }

  private void reconnect() {
    if (attempts == 0) {
      session.connection().socketClosed();
    }
    kernel.after(CONNECT, self(), this::bind);
  }

  private void bind() {
    if (target.isCut(session)) {
      // The connection request is sent again until somebody answers it.
      kernel.after(CONNECT_AGAIN, self(), this::bind);
      return;
    }
    attempts++;
    session.note(KernelFunction.ISCSI_CONN_BIND, new IscsiFact.ConnBound(attempts));
    Login fresh = Login.of(session);
    login = fresh;
    target.connect(fresh);
    loginTimer = kernel.after(LOGIN_TIMEOUT, self(), () -> giveUp(fresh));
  }

  private void giveUp(Login late) {
    late.giveUp();
    session.recovery().stopByDaemon();
    kernel.after(TIME_TO_WAIT, self(), this::reconnect);
  }

  void loggedIn() {
    kernel.cancel(loginTimer);
    login = null;
    atWork = false;
  }
}
