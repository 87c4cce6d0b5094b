package unjam.kernel.lld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.ErrorHandling;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.scenario.LldProfile;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Scope;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.TimeoutAction;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/**
 * SATA disks behind libata, one Scsi_Host for each port. There are no recovery callbacks: every
 * error, be it a clean answer of the disk, goes through libata's own error handler
 * (drivers/ata/libahci.c, libata-scsi.c, libata-eh.c).
 */
public final class Ahci implements LowLevelDriver, LinkListener {

  private final Kernel kernel;
  private final Lld disks;
  private final FaultInjector faults;
  private final ErrorHandling eh;
  private final AtaErrorHandler errorHandler;
  private final Map<ScsiHost, AtaPort> ports = new LinkedHashMap<>();

  public Ahci(
      Kernel kernel, DeviceStates states, FaultInjector faults, Lld disks, ErrorHandling eh) {
    this.kernel = kernel;
    this.disks = disks;
    this.faults = faults;
    this.eh = eh;
    this.errorHandler = new AtaErrorHandler(kernel, states, faults, disks);
    faults.listen(this);
  }

  /** A port with the disk behind it. */
  public void add(ScsiHost shost, ScsiDevice device) {
    LldProfile.Ata ata = shost.template().ata().orElseThrow();
    ports.put(shost, new AtaPort(shost, device, ata));
    disks.tellErrors(shost, this::deviceError);
  }

  private AtaPort port(ScsiHost shost) {
    AtaPort port = ports.get(shost);
    if (port == null) {
      throw new IllegalStateException("host " + shost.number() + " is no ATA port");
    }
    return port;
  }

  /**
   * Refuses what would mix queued and unqueued commands; ends what a switched off disk is asked
   * (libata-scsi.c: ata_scsi_queuecmd, libata-core.c: ata_std_qc_defer).
   */
  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    AtaPort port = port(scmd.host());
    if (port.disabled) {
      disks.complete(scmd, ScsiResult.of(HostByte.DID_BAD_TARGET), Optional.empty());
      return Optional.empty();
    }
    boolean queued = port.isNcq(scmd.cdb());
    boolean mixes =
        disks.held().any(other -> other.host() == scmd.host()
            && !(queued && port.isNcq(other.cdb())));
    if (mixes) {
      return Optional.of(MlqueueReturn.SCSI_MLQUEUE_DEVICE_BUSY);
    }
    if (faults.isLinkDown(scmd.device())) {
      disks.held().holdForEver(scmd);
      return Optional.empty();
    }
    return disks.queuecommand(scmd);
  }

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    throw new IllegalStateException("libata has no " + hook.field());
  }

  /**
   * libata-scsi.c: ata_scsi_eh_timed_out. It came with commands that are held back in libata, long
   * after 6.12; the 6.12.117 that this project reads has it as a correction of the stable tree.
   */
  @Override
  public Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd) {
    boolean asked =
        scmd.host().template().ehTimedOut() == LldProfile.TimedOut.ATA_SCSI_EH_TIMED_OUT;
    return asked
        ? Optional.of(
            new TimeoutAnswer(
                TimeoutAction.SCSI_EH_NOT_HANDLED,
                "libata-eh",
                KernelFunction.ATA_SCSI_EH_TIMED_OUT))
        : Optional.empty();
  }

  @Override
  public void recoverHost(
      Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ) {
    errorHandler.ataScsiError(self, port(shost), flushDoneQ);
  }

  /**
   * The disk answered with an error: all its commands under way are taken from the mid-layer at
   * once (libahci.c: ahci_error_intr, libata-eh.c: ata_port_abort).
   *
   * @return whether the answer is libata's to deal with
   */
  private boolean deviceError(ScsiCmnd scmd, ScsiResult result, Optional<SenseData> sense) {
    if (result.isZero()) {
      port(scmd.host()).dubiousTransfer = false;
      return false;
    }
    AtaPort port = port(scmd.host());
    port.guilty = scmd;
    port.sense = sense.orElse(null);
    disks.held().holdForEver(scmd);
    abortPort(port);
    return true;
  }

  /** Every command under way is handed to the error handler through its timeout. */
  private int abortPort(AtaPort port) {
    note(KernelFunction.ATA_PORT_ABORT, Kernel.NONE, port);
    List<ScsiCmnd> taken = disks.held().forget(scmd -> scmd.host() == port.shost());
    for (ScsiCmnd each : taken) {
      port.failed().add(each);
      note(KernelFunction.ATA_QC_SCHEDULE_EH, each.id(), port);
      each.request().queue().abort(each.request());
    }
    return taken.size();
  }

  @Override
  public void linkDown(Scope scope) {
    ports.values().stream().filter(port -> scope.covers(port.device().at())).forEach(this::plug);
  }

  /** What comes back to a port that has given its disk up would be a new disk; nobody looks. */
  @Override
  public void linkUp(Scope scope) {}

  /** The port's interrupt: its link is not what it was (libahci.c: ahci_error_intr). */
  private void plug(AtaPort port) {
    if (port.inEh || port.disabled || port.frozen) {
      return;
    }
    kernel.after(
        Latency.SOFTIRQ,
        ExecContext.HARDIRQ,
        () -> {
          port.hotplugged = true;
          port.frozen = true;
          note(KernelFunction.ATA_PORT_FREEZE, Kernel.NONE, port);
          if (abortPort(port) == 0) {
            eh.scsiScheduleEh(port.shost());
          }
        });
  }

  private void note(KernelFunction in, int cmd, AtaPort port) {
    kernel.note(
        in, cmd, port.device().index(), port.shost().number(), CallFact.Entered.INSTANCE);
  }
}
