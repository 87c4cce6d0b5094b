package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import unjam.engine.Coroutine;
import unjam.kernel.core.DelayedWork;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.kernel.midlayer.TransportSettings;
import unjam.scenario.LldProfile;
import unjam.scsi.Disposition;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.HostByte;
import unjam.scsi.IntReturn;
import unjam.scsi.LogLevel;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Scope;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.TimeoutAction;
import unjam.trace.CallFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/**
 * Drivers over the FC transport: a remote port that is lost is blocked at first, and its commands
 * wait; then they fail, then the port is given up (drivers/scsi/scsi_transport_fc.c).
 */
public final class FibreChannel implements LowLevelDriver, LinkListener, TransportSettings {

  /** How often a callback looks whether a port is still blocked, in ms (fc_block_rport). */
  private static final long POLL_MS = 1_000;

  private final Kernel kernel;
  private final DeviceStates states;
  private final Lld disks;
  private final List<RemotePort> ports = new ArrayList<>();

  public FibreChannel(Kernel kernel, DeviceStates states, FaultInjector faults, Lld disks) {
    this.kernel = kernel;
    this.states = states;
    this.disks = disks;
    faults.listen(this);
  }

  /** A logical unit behind a remote port. */
  public void add(ScsiHost shost, ScsiDevice device) {
    RemotePort port =
        ports.stream()
            .filter(each -> each.shost() == shost && each.isAt(device.at()))
            .findFirst()
            .orElseGet(() -> newPort(shost, device));
    port.devices().add(device);
    disks.blockCallbacks(shost, this::blockScsiEh);
  }

  private RemotePort newPort(ScsiHost shost, ScsiDevice device) {
    RemotePort[] made = new RemotePort[1];
    made[0] =
        new RemotePort(
            shost,
            device.at(),
            new DelayedWork(kernel, ExecContext.KWORKER, () -> failIo(made[0])),
            new DelayedWork(kernel, ExecContext.KWORKER, () -> deviceLoss(made[0])));
    ports.add(made[0]);
    shost.setTransportSettings(this);
    return made[0];
  }

  private RemotePort port(ScsiDevice device) {
    return ports.stream().filter(each -> each.holds(device)).findFirst().orElseThrow();
  }

  private RemotePort port(Scope scope) {
    return ports.stream()
        .filter(each -> scope.covers(each.devices().getFirst().at()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean isBusy(Scope scope) {
    return port(scope).state != RemotePort.State.ONLINE;
  }

  @Override
  public OptionalLong seconds(Scope scope, DriverSetting setting) {
    return port(scope).seconds(setting);
  }

  @Override
  public void set(Scope scope, DriverSetting setting, OptionalLong seconds) {
    port(scope).set(setting, seconds);
  }

  /** Every port is there, at time zero. */
  public void describe() {
    for (RemotePort port : ports) {
      kernel.noteScenario(
          Kernel.NONE,
          port.shost().number(),
          new MachineFact.TransportStateSet(
              port.name(), RemotePort.State.NOT_PRESENT.word(), port.state.word()));
    }
  }

  /** include/scsi/scsi_transport_fc.h: fc_remote_port_chkready. */
  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    RemotePort port = port(scmd.device());
    Optional<HostByte> notReady =
        switch (port.state) {
          case ONLINE -> Optional.empty();
          case BLOCKED ->
              Optional.of(
                  port.failsFast
                      ? HostByte.DID_TRANSPORT_FAILFAST
                      : HostByte.DID_IMM_RETRY);
          case NOT_PRESENT -> Optional.of(HostByte.DID_NO_CONNECT);
        };
    if (notReady.isPresent()) {
      disks.complete(scmd, ScsiResult.of(notReady.get()), Optional.empty());
      return Optional.empty();
    }
    return disks.queuecommand(scmd);
  }

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    return disks.recover(self, hook, scmd);
  }

  /** scsi_transport_fc.c: fc_eh_timed_out. */
  @Override
  public Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd) {
    if (scmd.host().template().ehTimedOut() == LldProfile.TimedOut.NONE) {
      return Optional.empty();
    }
    boolean blocked = port(scmd.device()).state == RemotePort.State.BLOCKED;
    return Optional.of(
        new TimeoutAnswer(
            blocked ? TimeoutAction.SCSI_EH_RESET_TIMER : TimeoutAction.SCSI_EH_NOT_HANDLED,
            blocked ? "rport-blocked" : "rport-online",
            KernelFunction.FC_EH_TIMED_OUT));
  }

  @Override
  public void recoverHost(
      Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ) {
    disks.recoverHost(self, shost, flushDoneQ);
  }

  /** A callback waits as long as the port is blocked (scsi_transport_fc.c: fc_block_scsi_eh). */
  private Optional<Disposition> blockScsiEh(Coroutine self, ScsiCmnd scmd) {
    RemotePort port = port(scmd.device());
    if (port.state != RemotePort.State.BLOCKED) {
      return Optional.empty();
    }
    int call = note(KernelFunction.FC_BLOCK_SCSI_EH, port, scmd, CallFact.Entered.INSTANCE);
    while (port.state == RemotePort.State.BLOCKED && !port.failsFast) {
      kernel.msleep(self, POLL_MS);
    }
    Optional<Disposition> answer =
        port.failsFast ? Optional.of(Disposition.FAST_IO_FAIL) : Optional.empty();
    note(
        KernelFunction.FC_BLOCK_SCSI_EH, port, scmd,
        answer.isPresent()
            ? new CallFact.Returned(call, Disposition.FAST_IO_FAIL)
            : new CallFact.Returned(call, IntReturn.ZERO));
    return answer;
  }

  @Override
  public void linkDown(Scope scope) {
    covered(scope, port -> port.state == RemotePort.State.ONLINE)
        .forEach(
            port ->
                kernel.after(Latency.WORK, ExecContext.KWORKER, () -> remotePortDelete(port)));
  }

  @Override
  public void linkUp(Scope scope) {
    covered(scope, port -> port.state == RemotePort.State.BLOCKED)
        .forEach(
            port -> kernel.after(Latency.WORK, ExecContext.KWORKER, () -> remotePortAdd(port)));
  }

  private List<RemotePort> covered(Scope scope, Predicate<RemotePort> which) {
    return ports.stream()
        .filter(which)
        .filter(port -> port.devices().stream().anyMatch(each -> scope.covers(each.at())))
        .toList();
  }

  /**
   * The port is blocked, its devices wait, two clocks start; what is under way comes back and
   * waits, too (scsi_transport_fc.c: fc_remote_port_delete).
   */
  private void remotePortDelete(RemotePort port) {
    become(KernelFunction.FC_REMOTE_PORT_DELETE, port, RemotePort.State.BLOCKED);
    port.devices().forEach(states::block);
    clock(port.failIo, port, DriverSetting.FAST_IO_FAIL_TMO);
    clock(port.deviceLoss, port, DriverSetting.DEV_LOSS_TMO);
    giveBack(port, HostByte.DID_TRANSPORT_DISRUPTED);
  }

  private void clock(DelayedWork work, RemotePort port, DriverSetting setting) {
    port.seconds(setting).ifPresent(span -> work.modify(kernel.secondsToJiffies(span)));
  }

  private void giveBack(RemotePort port, HostByte host) {
    List<ScsiCmnd> open = disks.held().forget(scmd -> port.holds(scmd.device()));
    kernel.after(
        Latency.SOFTIRQ,
        ExecContext.HARDIRQ,
        () ->
            open.forEach(scmd -> disks.interrupt(scmd, ScsiResult.of(host), Optional.empty())));
  }

  /** The way is there again in time (scsi_transport_fc.c: fc_remote_port_add). */
  private void remotePortAdd(RemotePort port) {
    if (port.state != RemotePort.State.BLOCKED) {
      return;
    }
    port.failIo.cancel();
    port.deviceLoss.cancel();
    port.failsFast = false;
    become(KernelFunction.FC_REMOTE_PORT_ADD, port, RemotePort.State.ONLINE);
    port.devices().forEach(device -> states.unblock(device, SdevState.SDEV_RUNNING));
  }

  /** scsi_transport_fc.c: fc_timeout_fail_rport_io, fc_terminate_rport_io. */
  private void failIo(RemotePort port) {
    if (port.state != RemotePort.State.BLOCKED) {
      return;
    }
    port.failsFast = true;
    note(KernelFunction.FC_TIMEOUT_FAIL_RPORT_IO, port, CallFact.Entered.INSTANCE);
    giveBack(port, HostByte.DID_TRANSPORT_FAILFAST);
    port.devices().forEach(device -> states.unblock(device, SdevState.SDEV_TRANSPORT_OFFLINE));
  }

  /** The port is taken for gone (scsi_transport_fc.c: fc_timeout_deleted_rport). */
  private void deviceLoss(RemotePort port) {
    if (port.state != RemotePort.State.BLOCKED) {
      return;
    }
    note(KernelFunction.FC_TIMEOUT_DELETED_RPORT, port, CallFact.Entered.INSTANCE);
    kernel.printk(
        LogLevel.KERN_ERR,
        Kernel.NONE,
        port.devices().getFirst().index(),
        port.shost().number(),
        " " + port.name()
            + ": blocked FC remote port time out: removing target and saving binding");
    become(KernelFunction.FC_TIMEOUT_DELETED_RPORT, port, RemotePort.State.NOT_PRESENT);
    for (ScsiDevice device : port.devices()) {
      states.unblock(device, SdevState.SDEV_TRANSPORT_OFFLINE);
      kernel.after(
          Latency.WORK,
          ExecContext.KWORKER,
          () -> {
            states.set(device, SdevState.SDEV_CANCEL);
            states.set(device, SdevState.SDEV_DEL);
          });
    }
  }

  private void become(KernelFunction in, RemotePort port, RemotePort.State next) {
    String old = port.state.word();
    port.state = next;
    note(in, port, new MachineFact.TransportStateSet(port.name(), old, next.word()));
  }

  private void note(KernelFunction in, RemotePort port, Fact fact) {
    int device = port.devices().getFirst().index();
    kernel.note(in, Kernel.NONE, device, port.shost().number(), fact);
  }

  private int note(KernelFunction in, RemotePort port, ScsiCmnd scmd, Fact fact) {
    return kernel.note(in, scmd.id(), scmd.device().index(), port.shost().number(), fact);
  }
}
