package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.scsi.IntReturn;
import unjam.scsi.LogLevel;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * libata's error handler, run by the error-handler thread of the port's host
 * (drivers/ata/libata-eh.c: ata_scsi_error). It climbs no ladder: it looks what is wrong, resets
 * the link if need be, sets the disk up again and hands the commands back.
 */
final class AtaErrorHandler {

  private final Kernel kernel;
  private final DeviceStates states;
  private final Lld disks;
  private final AtaLines lines;
  private final AtaRecovery recovery;

  AtaErrorHandler(Kernel kernel, DeviceStates states, FaultInjector faults, Lld disks) {
    this.kernel = kernel;
    this.states = states;
    this.disks = disks;
    this.lines = new AtaLines(kernel);
    this.recovery = new AtaRecovery(kernel, states, faults, lines);
  }

  /** libata-eh.c: ata_scsi_error. */
  void ataScsiError(
      Coroutine self, AtaPort port, Consumer<List<ScsiCmnd>> flushDoneQ) {
    port.inEh = true;
    note(port, KernelFunction.ATA_SCSI_ERROR, new EhFact.EhPassBegan(port.shost().failed()));
    List<ScsiCmnd> work = new ArrayList<>(port.shost().ehCmdQ());
    port.shost().ehCmdQ().clear();
    work.sort(Comparator.comparingInt(scmd -> scmd.request().tag()));
    enter(port, KernelFunction.ATA_SCSI_CMD_ERROR_HANDLER);
    disks.held().forget(work::contains);
    if (!port.failed().containsAll(work)) {
      port.frozen = true;
      enter(port, KernelFunction.ATA_PORT_FREEZE);
    }
    enter(port, KernelFunction.ATA_SCSI_PORT_ERROR_HANDLER);
    List<ScsiCmnd> done = new ArrayList<>();
    boolean again = errorHandler(self, port, work, done);
    forgetErrors(port);
    if (again) {
      errorHandler(self, port, List.of(), done);
    }
    flushDoneQ.accept(done);
    port.inEh = false;
    lines.port(LogLevel.KERN_INFO, port, "EH complete");
    if (port.detached) {
      remove(port);
    }
  }

  private static void forgetErrors(AtaPort port) {
    port.failed().clear();
    port.guilty = null;
    port.sense = null;
    port.hotplugged = false;
  }

  /**
   * One round (libahci.c: ahci_error_handler).
   *
   * @return whether libata's own commands failed meanwhile, so that another round is due
   */
  private boolean errorHandler(
      Coroutine self, AtaPort port, List<ScsiCmnd> work, List<ScsiCmnd> done) {
    enter(port, KernelFunction.AHCI_ERROR_HANDLER);
    enter(port, KernelFunction.ATA_EH_AUTOPSY);
    enter(port, KernelFunction.ATA_EH_LINK_AUTOPSY);
    enter(port, KernelFunction.ATA_EH_ANALYZE_NCQ_ERROR);
    boolean queued = port.guilty != null && port.isNcq(port.guilty.cdb());
    boolean logFails = queued && !port.frozen && !readLog(self, port);
    AtaAutopsy autopsy = autopsy(port, work, logFails);
    boolean reset = autopsy.resets();
    if (!work.isEmpty()) {
      reset |= recovery.slowDown(port, autopsy);
    }
    boolean somethingWrong = !work.isEmpty() || port.hotplugged;
    if (somethingWrong) {
      note(
          port, KernelFunction.ATA_EH_LINK_AUTOPSY,
          new EhFact.AutopsyMade(autopsy.words(), reset));
    }
    enter(port, KernelFunction.ATA_EH_REPORT);
    if (somethingWrong) {
      lines.report(port, autopsy);
    }
    int call = enter(port, KernelFunction.ATA_EH_RECOVER);
    boolean recovered = !somethingWrong || recovery.recover(self, port, autopsy, reset);
    returned(port, KernelFunction.ATA_EH_RECOVER, call, recovered ? 0 : -16);
    if (!recovered) {
      recovery.disable(port);
    }
    finish(port, autopsy, done);
    return logFails;
  }

  /** Which queued command failed is in a log page of the disk's (libata-core.c). */
  private boolean readLog(Coroutine self, AtaPort port) {
    int call = enter(port, KernelFunction.ATA_READ_LOG_PAGE);
    kernel.work(self, Latency.THREAD_WAKE);
    boolean told = port.ata().errorLog();
    if (!told) {
      lines.device(LogLevel.KERN_WARNING, port, "Read log 0x10 page 0x00 failed, Emask 0x1");
      lines.port(LogLevel.KERN_WARNING, port, "failed to read log page 10h (errno=-5)");
    }
    returned(port, KernelFunction.ATA_READ_LOG_PAGE, call, told ? 0 : 1);
    return told;
  }

  private AtaAutopsy autopsy(AtaPort port, List<ScsiCmnd> work, boolean unexplained) {
    List<AtaAutopsy.Qc> qcs = new ArrayList<>();
    for (ScsiCmnd scmd : work) {
      qcs.add(new AtaAutopsy.Qc(scmd, port.isNcq(scmd.cdb()), error(port, scmd)));
    }
    return new AtaAutopsy(qcs, port.hotplugged, port.guilty != null, unexplained);
  }

  private static AtaAutopsy.Error error(AtaPort port, ScsiCmnd scmd) {
    if (!port.failed().contains(scmd)) {
      return AtaAutopsy.Error.TIMEOUT;
    }
    if (port.hotplugged) {
      return AtaAutopsy.Error.ATA_BUS;
    }
    if (scmd != port.guilty) {
      return AtaAutopsy.Error.NONE;
    }
    boolean medium = port.sense != null && port.sense.key() == SenseKey.MEDIUM_ERROR;
    return medium ? AtaAutopsy.Error.MEDIA : AtaAutopsy.Error.DEVICE;
  }

  /**
   * Each command gets a result and goes to the done list; a try that is not worth repeating has
   * none left (libata-eh.c: ata_eh_finish, ata_eh_qc_complete, ata_eh_qc_retry).
   */
  private void finish(AtaPort port, AtaAutopsy autopsy, List<ScsiCmnd> done) {
    enter(port, KernelFunction.ATA_EH_FINISH);
    for (AtaAutopsy.Qc qc : autopsy.qcs()) {
      ScsiCmnd scmd = qc.scmd();
      if (!qc.worthRetry()) {
        scmd.setRetries(scmd.allowed());
      } else if (qc.error() == AtaAutopsy.Error.NONE) {
        scmd.setAllowed(scmd.allowed() + 1);
      }
      enter(port, KernelFunction.ATA_EH_QC_COMPLETE);
      enter(port, KernelFunction.ATA_SCSI_QC_COMPLETE);
      boolean healthy = qc.error() == AtaAutopsy.Error.NONE && !port.disabled;
      scmd.setResult(healthy ? ScsiResult.GOOD : ScsiResult.of(SamStatus.CHECK_CONDITION));
      scmd.setSense(healthy ? null : sense(port, qc));
      kernel.note(
          KernelFunction.SCSI_EH_FINISH_CMD, scmd.id(), scmd.device().index(),
          port.shost().number(), new EhFact.EhFinished());
      done.add(scmd);
    }
  }

  /** libata makes it up (libata-scsi.c: ata_gen_ata_sense, ata_to_sense_error). */
  private static SenseData sense(AtaPort port, AtaAutopsy.Qc qc) {
    if (port.disabled) {
      return SenseData.of(SenseKey.NOT_READY, 0x04, 0x21);
    }
    return switch (qc.error()) {
      case MEDIA -> SenseData.of(SenseKey.MEDIUM_ERROR, 0x11, 0x04);
      case DEVICE ->
          port.sense != null ? port.sense : SenseData.of(SenseKey.ABORTED_COMMAND, 0, 0);
      case ATA_BUS -> SenseData.of(SenseKey.ABORTED_COMMAND, 0x47, 0);
      case TIMEOUT, NONE -> SenseData.of(SenseKey.ABORTED_COMMAND, 0, 0);
    };
  }

  /** A kworker takes the disk away (libata-scsi.c: ata_scsi_hotplug). */
  private void remove(AtaPort port) {
    kernel.after(
        Latency.WORK,
        ExecContext.KWORKER,
        () -> {
          enter(port, KernelFunction.ATA_SCSI_HOTPLUG);
          states.set(port.device(), SdevState.SDEV_OFFLINE);
          lines.device(
              LogLevel.KERN_WARNING, port, "detaching (SCSI " + port.device().at() + ")");
          states.set(port.device(), SdevState.SDEV_CANCEL);
          lines.disk(port, "Synchronizing SCSI cache");
          lines.disk(
              port,
              "Synchronize Cache(10) failed: Result: hostbyte=DID_BAD_TARGET"
                  + " driverbyte=DRIVER_OK");
          lines.disk(port, "Stopping disk");
          lines.disk(
              port,
              "Start/Stop Unit failed: Result: hostbyte=DID_BAD_TARGET driverbyte=DRIVER_OK");
          states.set(port.device(), SdevState.SDEV_DEL);
        });
  }

  private int enter(AtaPort port, KernelFunction in) {
    return note(port, in, CallFact.Entered.INSTANCE);
  }

  private void returned(AtaPort port, KernelFunction in, int call, int value) {
    note(port, in, new CallFact.Returned(call, new IntReturn(value)));
  }

  private int note(AtaPort port, KernelFunction in, Fact fact) {
    return kernel.note(
        in, Kernel.NONE, port.device().index(), port.shost().number(), fact);
  }
}
