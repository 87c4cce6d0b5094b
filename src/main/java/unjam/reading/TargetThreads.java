package unjam.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unjam.projection.TargetView;
import unjam.reading.ProcessLine.Kind;
import unjam.reading.ProcessLine.State;
import unjam.scsi.TargetThread;
import unjam.trace.KernelFunction;

/**
 * The threads of the target machine: what {@code ps} and {@code /proc/PID/stack} show over there.
 * A thread that waits for a backstore is in D with the stack of a real one.
 */
final class TargetThreads {

  private final String kernel;

  TargetThreads(String kernel) {
    this.kernel = kernel;
  }

  /** All of them: the portal's one thread, two for each connection, and a worker that aborts. */
  List<ProcessLine> at(TargetView target) {
    List<ProcessLine> lines = new ArrayList<>();
    if (!target.exists()) {
      return lines;
    }
    lines.add(login(target));
    for (TargetView.Session session : target.sessions()) {
      session.waitOf(TargetThread.TMR_WORKER)
          .ifPresent(wait -> lines.add(line(TargetThread.TMR_WORKER, session, wait)));
      if (session.connection() >= 0) {
        lines.add(thread(TargetThread.ISCSI_TRX, session));
        lines.add(thread(TargetThread.ISCSI_TTX, session));
      }
    }
    return lines;
  }

  private ProcessLine login(TargetView target) {
    for (TargetView.Session session : target.sessions()) {
      Optional<TargetView.Wait> wait = session.waitOf(TargetThread.ISCSI_NP);
      if (wait.isPresent()) {
        return line(TargetThread.ISCSI_NP, session, wait.get());
      }
    }
    return asleep(TargetThread.ISCSI_NP, -1);
  }

  private ProcessLine thread(TargetThread thread, TargetView.Session session) {
    return session.waitOf(thread)
        .map(wait -> line(thread, session, wait))
        .orElseGet(() -> asleep(thread, session.host()));
  }

  private ProcessLine line(
      TargetThread thread, TargetView.Session session, TargetView.Wait wait) {
    return new ProcessLine(
        thread.comm(), kind(thread), State.D, stack(thread), -1, session.host(),
        wait.sinceNanos());
  }

  private ProcessLine asleep(TargetThread thread, int host) {
    return new ProcessLine(
        thread.comm(), kind(thread), State.S, idleStack(thread), -1, host, -1);
  }

  private static Kind kind(TargetThread thread) {
    return switch (thread) {
      case ISCSI_NP -> Kind.TARGET_LOGIN;
      case ISCSI_TRX -> Kind.TARGET_RECEIVER;
      case ISCSI_TTX -> Kind.TARGET_SENDER;
      case TMR_WORKER -> Kind.TARGET_WORKER;
    };
  }

  private List<String> stack(TargetThread thread) {
    return switch (thread) {
      case TMR_WORKER ->
          frames(
              name(KernelFunction.TARGET_PUT_CMD_AND_WAIT),
              name(KernelFunction.CORE_TMR_ABORT_TASK), name(KernelFunction.TARGET_TMR_WORK),
              WaitChannel.PROCESS_ONE_WORK.symbol(), WaitChannel.WORKER_THREAD.symbol());
      case ISCSI_TRX -> closing(WaitChannel.ISCSI_TARGET_RX_THREAD);
      case ISCSI_TTX -> closing(WaitChannel.ISCSI_TARGET_TX_THREAD);
      case ISCSI_NP ->
          frames(
              name(KernelFunction.ISCSI_CHECK_FOR_SESSION_REINSTATEMENT),
              name(KernelFunction.ISCSI_TARGET_DO_LOGIN),
              WaitChannel.ISCSI_TARGET_START_NEGOTIATION.symbol(),
              name(KernelFunction.ISCSI_TARGET_LOGIN_THREAD));
    };
  }

  private List<String> closing(WaitChannel thread) {
    return frames(
        name(KernelFunction.TRANSPORT_WAIT_FOR_TASKS),
        WaitChannel.TRANSPORT_GENERIC_FREE_CMD.symbol(), WaitChannel.ISCSIT_FREE_CMD.symbol(),
        name(KernelFunction.ISCSIT_CLOSE_CONNECTION),
        WaitChannel.ISCSIT_TAKE_ACTION_FOR_CONNECTION_EXIT.symbol(), thread.symbol());
  }

  private List<String> idleStack(TargetThread thread) {
    return switch (thread) {
      case ISCSI_NP ->
          frames(
              WaitChannel.INET_CSK_ACCEPT.symbol(), WaitChannel.ISCSIT_ACCEPT_NP.symbol(),
              name(KernelFunction.ISCSI_TARGET_LOGIN_THREAD));
      case ISCSI_TRX ->
          frames(
              WaitChannel.SK_WAIT_DATA.symbol(), WaitChannel.ISCSI_TARGET_RX_THREAD.symbol());
      case ISCSI_TTX ->
          frames(WaitChannel.SCHEDULE.symbol(), WaitChannel.ISCSI_TARGET_TX_THREAD.symbol());
      case TMR_WORKER -> frames(WaitChannel.WORKER_THREAD.symbol());
    };
  }

  private String name(KernelFunction function) {
    return function.nameIn(kernel);
  }

  /** Every kernel thread began in the same way. */
  private static List<String> frames(String... innermost) {
    List<String> all = new ArrayList<>(List.of(innermost));
    all.add(WaitChannel.KTHREAD.symbol());
    all.add(WaitChannel.RET_FROM_FORK.symbol());
    return List.copyOf(all);
  }
}
