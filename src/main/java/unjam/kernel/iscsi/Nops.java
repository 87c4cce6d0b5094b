package unjam.kernel.iscsi;

import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.core.WheelTimer;
import unjam.scsi.DriverSetting;
import unjam.scsi.IscsiError;
import unjam.scsi.LogLevel;
import unjam.trace.ExecContext;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;

/**
 * "Are you there?": asked when nothing has come for a while, and when a command is late
 * (libiscsi.c: iscsi_check_transport_timeouts, iscsi_send_nopout). A session without commands is
 * left alone: its questions would fill the record and tell nothing.
 */
final class Nops {

  private final Kernel kernel;
  private final Session session;
  private final WheelTimer timer;
  private boolean out;
  private long lastHeard;
  private long lastAsked;

  Nops(Kernel kernel, Session session) {
    this.kernel = kernel;
    this.session = session;
    this.timer = kernel.wheel().timer(this::check);
    this.lastHeard = kernel.jiffies();
  }

  private long quiet() {
    return session.settings().ticks(DriverSetting.RECV_TMO);
  }

  private long patience() {
    return session.settings().ticks(DriverSetting.PING_TMO);
  }

  boolean isOut() {
    return out;
  }

  boolean isOverdue() {
    return out && lastHeard + quiet() + patience() <= kernel.jiffies();
  }

  /** Something came from the target. */
  void heard() {
    lastHeard = kernel.jiffies();
  }

  void taskStarted() {
    if (quiet() > 0 && !timer.isPending()) {
      if (session.tasks().size() == 1) {
        heard();
      }
      timer.modify(kernel.jiffies() + quiet());
    }
  }

  private void check() {
    if (!session.loggedIn() || session.tasks().isEmpty() && !out) {
      return;
    }
    if (isOverdue()) {
      session.note(
          KernelFunction.ISCSI_CHECK_TRANSPORT_TIMEOUTS, new IscsiFact.PingTimedOut());
      kernel.printk(
          LogLevel.KERN_ERR, Kernel.NONE, Kernel.NONE, session.host(),
          "connection" + session.number() + ":0: ping timeout of " + patience() / kernel.hz()
              + " secs expired, recv timeout " + quiet() / kernel.hz() + ", last rx " + lastHeard
              + ", last ping " + lastAsked + ", now " + kernel.jiffies());
      session.recovery().connFailure(IscsiError.ISCSI_ERR_NOP_TIMEDOUT);
      return;
    }
    if (lastHeard + quiet() <= kernel.jiffies() && !out) {
      send(false);
    }
    timer.modify(Math.max(kernel.jiffies() + 1, lastHeard + quiet() + (out ? patience() : 0)));
  }

  /** It is as good as sent. */
  void reserve() {
    out = true;
  }

  void send(boolean forLateCommand) {
    out = true;
    lastAsked = kernel.jiffies();
    session.note(
        KernelFunction.ISCSI_SEND_NOPOUT, new IscsiFact.NopSent(forLateCommand));
    kernel.after(
        Latency.WORK,
        ExecContext.KWORKER,
        () -> {
          if (session.loggedIn()) {
            session.connection().sendNop();
          }
        });
  }

  void answered() {
    out = false;
    session.note(KernelFunction.ISCSI_NOP_OUT_RSP, new IscsiFact.NopAnswered());
  }

  /** A new connection knows nothing of the old one's questions. */
  void forget() {
    out = false;
    heard();
  }
}
