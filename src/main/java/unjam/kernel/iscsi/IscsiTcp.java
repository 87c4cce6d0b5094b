package unjam.kernel.iscsi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import unjam.engine.Coroutine;
import unjam.engine.Prng;
import unjam.kernel.core.Kernel;
import unjam.kernel.lio.Lio;
import unjam.kernel.lio.Login;
import unjam.kernel.lld.Behaviour;
import unjam.kernel.lld.Cable;
import unjam.kernel.lld.FaultInjector;
import unjam.kernel.midlayer.DeviceStates;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiCompletion;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.kernel.midlayer.TransportSettings;
import unjam.scenario.LldProfile;
import unjam.scsi.Disposition;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;

/** The iSCSI initiator over TCP (drivers/scsi/iscsi_tcp.c): a Scsi_Host for each session. */
public final class IscsiTcp implements LowLevelDriver {

  private final Kernel kernel;
  private final FaultInjector faults;
  private final DeviceStates states;
  private final ScsiCompletion completion;
  private final Lio target;
  private final Map<ScsiHost, Session> sessions = new LinkedHashMap<>();

  public IscsiTcp(
      Kernel kernel, FaultInjector faults, DeviceStates states, ScsiCompletion completion) {
    this.kernel = kernel;
    this.faults = faults;
    this.states = states;
    this.completion = completion;
    Cable cable = new Cable(faults);
    this.target = new Lio(kernel, host -> isCut(cable, host));
    cable.whenMended(target::mended);
  }

  private boolean isCut(Cable cable, int host) {
    return sessions.keySet().stream()
        .anyMatch(shost -> shost.number() == host && cable.isCut(shost));
  }

  /** The target machine at the other end. */
  public Lio target() {
    return target;
  }

  /** A host: the next session, counted from 1. */
  public void add(ScsiHost shost) {
    Session session =
        new Session(
            kernel, shost, sessions.size() + 1, target, completion, devices(shost),
            scmd -> Behaviour.ticksLate(faults, scmd));
    sessions.put(shost, session);
    shost.setTransportSettings(new Files(session));
  }

  /** What its files show, and take. */
  private static final class Files implements TransportSettings {

    private final Session session;

    Files(Session session) {
      this.session = session;
    }

    @Override
    public boolean isBusy(Scope scope) {
      return session.recovery().isBusy();
    }

    @Override
    public OptionalLong seconds(Scope scope, DriverSetting setting) {
      return session.settings().maybe(setting).isPresent()
          ? OptionalLong.of(session.settings().seconds(setting))
          : OptionalLong.empty();
    }

    @Override
    public void set(Scope scope, DriverSetting setting, OptionalLong seconds) {
      session.settings().set(setting, seconds);
    }
  }

  /** A unit of the host's target. */
  public void add(ScsiDevice device, Prng prng) {
    target.add(device, new Behaviour(faults, device, prng));
  }

  /** The sessions that are there from the beginning. */
  public void describe() {
    sessions.values().forEach(session -> session.establish(target));
  }

  /** Somebody asks the target machine what it has, and gives up after a while. */
  public void discover(long patienceNanos) {
    Login login = Login.discovery(() -> { });
    target.connect(login);
    kernel.after(patienceNanos, ExecContext.ISCSID, login::giveUp);
  }

  private SessionRecovery.Devices devices(ScsiHost shost) {
    return new SessionRecovery.Devices() {
      @Override
      public void block() {
        shost.devices().forEach(states::block);
      }

      @Override
      public void unblock(SdevState next) {
        shost.devices().forEach(device -> states.unblock(device, next));
      }
    };
  }

  private Session session(ScsiHost shost) {
    Session session = sessions.get(shost);
    if (session == null) {
      throw new IllegalStateException("host " + shost.number() + " has no session");
    }
    return session;
  }

  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    session(scmd.host()).queuecommand(scmd);
    return Optional.empty();
  }

  @Override
  public Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd) {
    if (scmd.host().template().ehTimedOut() == LldProfile.TimedOut.NONE) {
      return Optional.empty();
    }
    return Optional.of(new LateCommand(kernel, session(scmd.host())).judge(scmd));
  }

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    Session session = session(scmd.host());
    KernelFunction function = function(hook);
    int call = session.note(function, scmd, new EhFact.HookCalled(hook, scmd.cdb()));
    Disposition answer =
        switch (hook) {
          case EH_ABORT_HANDLER -> session.management().abort(self, scmd);
          case EH_DEVICE_RESET_HANDLER -> session.management().resetDevice(self, scmd);
          case EH_TARGET_RESET_HANDLER -> session.management().recoverTarget(self, scmd);
          case EH_BUS_RESET_HANDLER, EH_HOST_RESET_HANDLER ->
              throw new IllegalStateException(hook.field() + " is not implemented");
        };
    session.note(function, scmd, new CallFact.Returned(call, answer));
    return answer;
  }

  private static KernelFunction function(EhHook hook) {
    return switch (hook) {
      case EH_ABORT_HANDLER -> KernelFunction.EH_ABORT_HANDLER;
      case EH_DEVICE_RESET_HANDLER -> KernelFunction.EH_DEVICE_RESET_HANDLER;
      case EH_TARGET_RESET_HANDLER -> KernelFunction.EH_TARGET_RESET_HANDLER;
      case EH_BUS_RESET_HANDLER -> KernelFunction.EH_BUS_RESET_HANDLER;
      case EH_HOST_RESET_HANDLER -> KernelFunction.EH_HOST_RESET_HANDLER;
    };
  }

  @Override
  public void recoverHost(
      Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ) {
    throw new IllegalStateException("host " + shost.number() + " climbs the ladder");
  }
}
