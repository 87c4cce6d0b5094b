package unjam.kernel.iscsi;

import java.util.Optional;
import unjam.kernel.core.Kernel;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.scsi.DriverSetting;
import unjam.scsi.TimeoutAction;
import unjam.trace.KernelFunction;

/**
 * What libiscsi says to a late command, in nine steps; the first that fits decides (libiscsi.c:
 * iscsi_eh_cmd_timed_out). The words for the reasons are those of the recordings.
 */
final class LateCommand {

  private final Kernel kernel;
  private final Session session;

  LateCommand(Kernel kernel, Session session) {
    this.kernel = kernel;
    this.session = session;
  }

  TimeoutAnswer judge(ScsiCmnd scmd) {
    Optional<Task> known = session.task(scmd);
    if (known.isEmpty()) {
      return answer(TimeoutAction.SCSI_EH_NOT_HANDLED, "no-task", () -> { });
    }
    Task task = known.get();
    TimeoutAnswer answer = judge(task);
    task.lastTimeout = kernel.jiffies();
    return answer;
  }

  private TimeoutAnswer judge(Task task) {
    if (!session.loggedIn()) {
      return wait("session-not-up");
    }
    if (task.lastXfer > task.lastTimeout) {
      task.checkedConnection = false;
      return wait("progress");
    }
    Settings settings = session.settings();
    if (settings.ticks(DriverSetting.RECV_TMO) == 0
        && settings.ticks(DriverSetting.PING_TMO) == 0) {
      return answer(TimeoutAction.SCSI_EH_NOT_HANDLED, "abort", () -> { });
    }
    if (session.nops().isOverdue()) {
      return wait("nop-overdue");
    }
    if (othersMoved(task)) {
      task.checkedConnection = false;
      return wait("others-progress");
    }
    if (task.checkedConnection) {
      return answer(TimeoutAction.SCSI_EH_NOT_HANDLED, "abort", () -> { });
    }
    task.checkedConnection = true;
    if (session.nops().isOut()) {
      return wait("nop-already-sent");
    }
    // The answer is on record first, the question itself follows it; who asks next finds it out.
    session.nops().reserve();
    return answer(
        TimeoutAction.SCSI_EH_RESET_TIMER, "nop-sent", () -> session.nops().send(true));
  }

  /** Whether a command that was queued no later has moved data since this one was last late. */
  private boolean othersMoved(Task task) {
    return session.tasks().stream()
        .anyMatch(
            other ->
                other != task
                    && other.allocated <= task.allocated
                    && other.lastXfer > task.lastTimeout);
  }

  private static TimeoutAnswer wait(String reason) {
    return answer(TimeoutAction.SCSI_EH_RESET_TIMER, reason, () -> { });
  }

  private static TimeoutAnswer answer(TimeoutAction action, String reason, Runnable then) {
    return new TimeoutAnswer(action, reason, KernelFunction.ISCSI_EH_CMD_TIMED_OUT, then);
  }
}
