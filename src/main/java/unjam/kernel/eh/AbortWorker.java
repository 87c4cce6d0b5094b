package unjam.kernel.eh;

import java.util.ArrayDeque;
import java.util.Deque;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLib;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.ScsiSense;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TimeoutFact;

/**
 * The one worker of a host's tmf workqueue: aborts one command after the other
 * (drivers/scsi/scsi_error.c: scmd_eh_abort_handler, hosts.c: scsi_host_alloc).
 */
final class AbortWorker {

  private final Kernel kernel;
  private final ScsiLogging log;
  private final ScsiSense sense;
  private final ScsiLib lib;
  private final LowLevelDriver driver;
  private final ScsiErrorHandler eh;
  private final ScsiHost shost;
  private final Deque<ScsiCmnd> queue = new ArrayDeque<>();
  private final Kernel.Wait work;
  private boolean started;

  AbortWorker(
      Kernel kernel,
      ScsiLogging log,
      ScsiSense sense,
      ScsiLib lib,
      LowLevelDriver driver,
      ScsiErrorHandler eh,
      ScsiHost shost) {
    this.kernel = kernel;
    this.log = log;
    this.sense = sense;
    this.lib = lib;
    this.driver = driver;
    this.eh = eh;
    this.shost = shost;
    this.work = kernel.newWait();
  }

  /** The abort waits HZ/100 ticks, then its turn. */
  void schedule(ScsiCmnd scmd) {
    long delay = kernel.hz() / 100;
    note(
        KernelFunction.SCSI_ABORT_COMMAND,
        scmd,
        new TimeoutFact.AbortScheduled(kernel.jiffiesToNanos(delay)));
    kernel.wheel().timer(() -> enqueue(scmd)).modify(kernel.jiffies() + delay);
  }

  private void enqueue(ScsiCmnd scmd) {
    note(KernelFunction.ABORT_WORK_QUEUED, scmd, new TimeoutFact.AbortWorkQueued());
    queue.addLast(scmd);
    if (!started) {
      started = true;
      kernel.startThread(
          "scsi_tmf_" + shost.number(), ExecContext.abortWork(shost.number()), this::run);
    }
    work.complete();
  }

  private void run(Coroutine self) {
    while (true) {
      kernel.await(self, work);
      work.reinit();
      for (ScsiCmnd scmd = queue.pollFirst(); scmd != null; scmd = queue.pollFirst()) {
        abort(self, scmd);
        kernel.work(self, Latency.BETWEEN_WORKS);
      }
    }
  }

  /** scsi_error.c: scmd_eh_abort_handler. */
  private void abort(Coroutine self, ScsiCmnd scmd) {
    note(
        KernelFunction.SCMD_EH_ABORT_HANDLER, scmd, new TimeoutFact.AbortRan(scmd.tellRetries()));
    boolean aborted = tryToAbort(self, scmd);
    shost.ehAbortList().remove(scmd);
    if (!aborted) {
      eh.scsiEhScmdAdd(scmd);
      return;
    }
    if (kernel.rules().abortSuccessClearsDeadline()
        && shost.ehAbortList().isEmpty()
        && shost.ehCmdQ().isEmpty()) {
      shost.stopDeadline();
    }
    if (!sense.noRetry(scmd) && sense.retryAllowed(scmd)) {
      log.errorWarning(3, scmd, "retry aborted command");
      lib.queueInsert(scmd, MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, true);
    } else {
      log.errorWarning(3, scmd, "finish aborted command");
      lib.completion().finishCommand(scmd);
    }
  }

  /** Answers false when the error handler must take over. */
  private boolean tryToAbort(Coroutine self, ScsiCmnd scmd) {
    if (shost.pastDeadline(kernel.jiffies())) {
      log.error(3, scmd, "eh timeout, not aborting");
      return false;
    }
    log.error(3, scmd, "aborting command");
    Disposition answer =
        shost.has(EhHook.EH_ABORT_HANDLER)
            ? driver.recover(self, EhHook.EH_ABORT_HANDLER, scmd)
            : Disposition.FAILED;
    if (answer != Disposition.SUCCESS) {
      log.error(
          3,
          scmd,
          "cmd abort " + (answer == Disposition.FAST_IO_FAIL ? "not send" : "failed"));
      return false;
    }
    scmd.setResult(scmd.result().withHost(HostByte.DID_TIME_OUT));
    if (shost.pastDeadline(kernel.jiffies())) {
      log.error(3, scmd, "eh timeout, not retrying aborted command");
      return false;
    }
    return true;
  }

  private void note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    kernel.note(in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
