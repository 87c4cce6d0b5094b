package unjam.kernel.lio;

import java.util.List;
import java.util.Optional;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.scsi.LogLevel;
import unjam.scsi.TargetThread;
import unjam.scsi.TmFunction;
import unjam.scsi.TmResponse;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.TargetFact;

/**
 * Task management functions, each in a worker of the system's own (target_core_transport.c:
 * target_tmr_work, target_core_tmr.c). An abort is answered when the command is back from its
 * backstore, not before: nobody can take it back from there.
 */
final class TmrWork {

  private final Kernel kernel;
  private final TargetConnection connection;

  TmrWork(Kernel kernel, TargetConnection connection) {
    this.kernel = kernel;
    this.connection = connection;
  }

  void queue(TmFunction function, int ref, int unit) {
    kernel.after(Latency.WORK, ExecContext.TARGET_TMR, () -> work(function, ref, unit));
  }

  private void work(TmFunction function, int ref, int unit) {
    Optional<TargetCommand> task = connection.command(ref);
    connection.note(
        KernelFunction.TARGET_TMR_WORK,
        task.orElse(null),
        new TargetFact.TmrWorkBegan(function));
    switch (function) {
      case ABORT_TASK -> abort(task, ref);
      case LUN_RESET -> drain(connection.commandsOf(unit));
      case TARGET_WARM_RESET -> answer(TmResponse.TMR_FUNCTION_REJECTED);
    }
  }

  /** target_core_tmr.c: core_tmr_abort_task. */
  private void abort(Optional<TargetCommand> task, int ref) {
    connection.note(
        KernelFunction.CORE_TMR_ABORT_TASK,
        task.orElse(null),
        new TargetFact.TaskLookedUp(ref, task.isPresent()));
    if (task.isEmpty()) {
      print("ABORT_TASK: Sending TMR_TASK_DOES_NOT_EXIST for ref_tag: " + ref);
      answer(TmResponse.TMR_TASK_DOES_NOT_EXIST);
      return;
    }
    print("ABORT_TASK: Found referenced iSCSI task_tag: " + ref);
    TargetCommand command = task.get();
    command.forget();
    waitFor(
        command,
        () -> {
          print("ABORT_TASK: Sending TMR_FUNCTION_COMPLETE for ref_tag: " + ref);
          answer(TmResponse.TMR_FUNCTION_COMPLETE);
        });
  }

  private void waitFor(TargetCommand command, Runnable then) {
    connection.note(
        KernelFunction.TARGET_PUT_CMD_AND_WAIT,
        command,
        new TargetFact.WaitBegan(TargetThread.TMR_WORKER, command.tag()));
    command.whenEnded(
        () ->
            kernel.after(
                Latency.WORK,
                ExecContext.TARGET_TMR,
                () -> {
                  connection.note(
                      KernelFunction.TARGET_PUT_CMD_AND_WAIT,
                      command,
                      new TargetFact.WaitEnded(TargetThread.TMR_WORKER));
                  then.run();
                }));
  }

  /** target_core_tmr.c: core_tmr_drain_state_list. */
  private void drain(List<TargetCommand> commands) {
    Optional<TargetCommand> next = commands.stream().filter(each -> !each.ended()).findFirst();
    if (next.isEmpty()) {
      answer(TmResponse.TMR_FUNCTION_COMPLETE);
      return;
    }
    next.get().forget();
    waitFor(next.get(), () -> drain(commands));
  }

  private void answer(TmResponse response) {
    connection.note(
        KernelFunction.TARGET_TMR_WORK, null, new TargetFact.TmrAnswered(response));
    connection.answerTmf(response);
  }

  private void print(String line) {
    kernel.printk(
        LogLevel.KERN_ERR, Kernel.NONE, Kernel.NONE, connection.initiator().host(), line);
  }
}
