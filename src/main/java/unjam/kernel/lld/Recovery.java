package unjam.kernel.lld;

import java.util.List;
import java.util.Optional;
import unjam.engine.Coroutine;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.scenario.LldProfile;
import unjam.scsi.Disposition;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.IntReturn;
import unjam.scsi.ScsiResult;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;

/**
 * The recovery callbacks of the drivers (include/scsi/scsi_host.h: eh_abort_handler and its
 * kin), run from their profiles.
 */
final class Recovery {

  /**
   * What an adapter waits for commands under way before it is reset
   * (drivers/scsi/mpt3sas/mpt3sas_base.c: mpt3sas_wait_for_commands_to_complete).
   */
  private static final long PENDING_WAIT = 10 * SimTime.NANOS_PER_SECOND;

  /** megaraid_sas_base.c: MEGASAS_RESET_NOTICE_INTERVAL. */
  private static final long RESET_NOTICE_INTERVAL = 5 * SimTime.NANOS_PER_SECOND;

  private final Kernel kernel;
  private final FaultInjector faults;
  private final Targets targets;
  private final HeldCommands held;
  private final Lld driver;
  private final DriverLines mpt3sas;
  private final DriverLines pvscsi;
  private final DriverLines megasas;

  Recovery(
      Kernel kernel,
      ScsiLogging log,
      FaultInjector faults,
      Targets targets,
      HeldCommands held,
      Lld driver) {
    this.kernel = kernel;
    this.faults = faults;
    this.targets = targets;
    this.held = held;
    this.driver = driver;
    this.mpt3sas = new Mpt3sasLines(kernel, log, targets);
    this.pvscsi = new PvscsiLines(log);
    this.megasas = new MegasasLines(kernel, log);
  }

  private DriverLines lines(ScsiCmnd scmd) {
    return switch (scmd.host().template().name()) {
      case "mpt3sas" -> mpt3sas;
      case "vmw_pvscsi" -> pvscsi;
      case "megaraid_sas" -> megasas;
      default -> DriverLines.SILENT;
    };
  }

  Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    int call = note(function(hook), scmd, new EhFact.HookCalled(hook, scmd.cdb()));
    lines(scmd).attempting(hook, scmd);
    Optional<Disposition> atOnce = driver.beforeCallback(self, scmd);
    Disposition answer = atOnce.isPresent() ? atOnce.get() : run(self, hook, scmd);
    lines(scmd).answered(hook, scmd, answer);
    if (answer == Disposition.SUCCESS) {
      cured(hook, scmd);
    }
    note(function(hook), scmd, new CallFact.Returned(call, answer));
    return answer;
  }

  private void cured(EhHook hook, ScsiCmnd scmd) {
    faults.cured(
        hook,
        scope ->
            targets.anyReached(hook, scmd.device(), device -> scope.covers(device.at())));
  }

  private Disposition run(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    LldProfile template = scmd.host().template();
    LldProfile.Hook cost = template.hooks().get(hook);
    if (cost == null) {
      throw new IllegalStateException(hook.field() + " is not implemented");
    }
    if (!cost.supported()) {
      lines(scmd).unsupported(hook, scmd);
      return Disposition.FAILED;
    }
    if (!template.recoveryCompletesCommands()) {
      return forget(self, hook, scmd, cost);
    }
    if (hook == EhHook.EH_ABORT_HANDLER && !held.holds(scmd)) {
      lines(scmd).notFound(scmd);
      scmd.setResult(ScsiResult.of(HostByte.DID_RESET));
      return Disposition.SUCCESS;
    }
    Optional<Fault.HookFails> failure = faults.hookFails(hook, scmd);
    if (hook == EhHook.EH_HOST_RESET_HANDLER && failure.isEmpty()) {
      resetAdapter(self, scmd);
      return Disposition.SUCCESS;
    }
    targets.adapter(scmd.host()).manage(scmd.device());
    Disposition answer = manage(self, hook, scmd, cost, failure);
    targets.adapter(scmd.host()).managed(scmd.device());
    boolean stillBusy = cost.failsWhileDeviceBusy() && scmd.device().busy() > 0;
    return stillBusy ? Disposition.FAILED : answer;
  }

  /**
   * A driver that only forgets, and does so whatever it says afterwards
   * (drivers/scsi/scsi_debug.c: scsi_debug_abort, scsi_debug_device_reset and the others).
   */
  private Disposition forget(
      Coroutine self, EhHook hook, ScsiCmnd scmd, LldProfile.Hook cost) {
    boolean unanswered = cost.tmTimeout().isPresent() && faults.isMute(scmd.device());
    targets.raise(hook, scmd.device());
    if (cancels(hook, scmd.host().template())) {
      held.forget(other -> affects(hook, scmd, other));
    }
    Optional<Fault.HookFails> failure = faults.hookFails(hook, scmd);
    if (failure.isPresent()) {
      sleep(self, failure.get().takesNanos());
      return Disposition.FAILED;
    }
    if (unanswered) {
      return unanswered(self, hook, scmd, cost);
    }
    sleep(self, cost.takes().nanos());
    boolean stillBusy = cost.failsWhileDeviceBusy() && scmd.device().busy() > 0;
    return stillBusy ? Disposition.FAILED : Disposition.SUCCESS;
  }

  /** The emulated disk's target and bus resets leave answers that are under way alone. */
  private static boolean cancels(EhHook hook, LldProfile template) {
    return switch (hook) {
      case EH_ABORT_HANDLER, EH_HOST_RESET_HANDLER -> true;
      case EH_DEVICE_RESET_HANDLER -> template.lunResetCancelsAnswers();
      case EH_TARGET_RESET_HANDLER, EH_BUS_RESET_HANDLER ->
          template.lunResetCancelsAnswers() && !template.checkConditionInline();
    };
  }

  private static boolean affects(EhHook hook, ScsiCmnd scmd, ScsiCmnd other) {
    return hook == EhHook.EH_ABORT_HANDLER
        ? other == scmd
        : Targets.reaches(hook, scmd.device(), other.device());
  }

  /** A task management function: asked of the device, answered by it or not. */
  private Disposition manage(
      Coroutine self,
      EhHook hook,
      ScsiCmnd scmd,
      LldProfile.Hook cost,
      Optional<Fault.HookFails> failure) {
    if (failure.isPresent()) {
      sleep(self, failure.get().takesNanos());
      return Disposition.FAILED;
    }
    if (cost.tmTimeout().isPresent() && faults.isMute(scmd.device())) {
      return unanswered(self, hook, scmd, cost);
    }
    sleep(self, cost.takes().nanos());
    targets.raise(hook, scmd.device());
    giveBack(self, hook, scmd, held.forget(other -> affects(hook, scmd, other)));
    return Disposition.SUCCESS;
  }

  /** Nobody answers, and a driver may think the worst of its adapter (mpt3sas_scsih_issue_tm). */
  private Disposition unanswered(
      Coroutine self, EhHook hook, ScsiCmnd scmd, LldProfile.Hook cost) {
    sleep(self, cost.tmTimeout().orElseThrow().nanos());
    lines(scmd).unanswered(scmd);
    boolean resets =
        cost.onTmTimeout() == LldProfile.OnTmTimeout.RESET_HOST
            && scmd.host().has(EhHook.EH_HOST_RESET_HANDLER);
    if (!resets) {
      return Disposition.FAILED;
    }
    KernelFunction in = KernelFunction.MPT3SAS_BASE_HARD_RESET_HANDLER;
    int call = note(in, scmd, new EhFact.AdapterReset(hook));
    resetAdapter(self, scmd);
    cured(EhHook.EH_HOST_RESET_HANDLER, scmd);
    note(in, scmd, new CallFact.Returned(call, IntReturn.ZERO));
    return Disposition.SUCCESS;
  }

  /**
   * The whole adapter starts anew: it takes nothing meanwhile, what was under way may still end at
   * first, and what is left then comes back with DID_RESET
   * (drivers/scsi/mpt3sas/mpt3sas_base.c: mpt3sas_base_hard_reset_handler).
   */
  private void resetAdapter(Coroutine self, ScsiCmnd scmd) {
    EhHook reset = EhHook.EH_HOST_RESET_HANDLER;
    LldProfile.Hook cost = scmd.host().template().hooks().get(reset);
    if (cost == null) {
      throw new IllegalStateException(reset.field() + " is not implemented");
    }
    Adapter adapter = targets.adapter(scmd.host());
    adapter.beginReset();
    SimTime patience = scmd.host().template().settings().get(DriverSetting.RESETWAITTIME);
    if (patience != null) {
      restartFirmware(self, scmd, patience, cost.takes());
      adapter.endReset();
      return;
    }
    long pending = Math.min(PENDING_WAIT, cost.takes().nanos());
    sleep(self, pending);
    lines(scmd).resetBegins(scmd);
    held.silence(other -> other.host() == scmd.host());
    sleep(self, cost.takes().nanos() - pending);
    lines(scmd).resetEnds(scmd);
    targets.raise(reset, scmd.device());
    giveBack(self, reset, scmd, held.forget(other -> affects(reset, scmd, other)));
    adapter.endReset();
  }

  /**
   * The driver hopes for its firmware first, then starts it anew and sends what is still open once
   * more by itself, whatever the mid-layer thinks of it
   * (drivers/scsi/megaraid/megaraid_sas_base.c: megasas_wait_for_outstanding).
   */
  private void restartFirmware(
      Coroutine self, ScsiCmnd scmd, SimTime patience, SimTime takes) {
    long waited = 0;
    int open = held.count(scmd.host());
    while (waited < patience.nanos() && open > 0) {
      lines(scmd).waiting(scmd, (int) (waited / SimTime.NANOS_PER_SECOND), open);
      long pause = Math.min(RESET_NOTICE_INTERVAL, patience.nanos() - waited);
      kernel.msleep(self, pause / SimTime.NANOS_PER_MILLI);
      waited += pause;
      open = held.count(scmd.host());
    }
    if (open == 0) {
      return;
    }
    lines(scmd).resetBegins(scmd);
    sleep(self, takes.nanos() - RESET_NOTICE_INTERVAL);
    targets.raise(EhHook.EH_HOST_RESET_HANDLER, scmd.device());
    cured(EhHook.EH_HOST_RESET_HANDLER, scmd);
    for (ScsiCmnd pending : held.forget(other -> other.host() == scmd.host())) {
      lines(pending).sentAgain(pending);
      driver.sendAgain(pending);
    }
    sleep(self, RESET_NOTICE_INTERVAL);
    lines(scmd).resetEnds(scmd);
  }

  /**
   * All of them are told of before the callback comes back, mostly by the adapter's interrupt.
   */
  private void giveBack(
      Coroutine self, EhHook hook, ScsiCmnd called, List<ScsiCmnd> commands) {
    if (commands.isEmpty()) {
      return;
    }
    if (called.host().template().givesBackInline()) {
      boolean aborted = hook == EhHook.EH_ABORT_HANDLER;
      ScsiResult own = ScsiResult.of(aborted ? HostByte.DID_ABORT : HostByte.DID_RESET);
      commands.forEach(scmd -> driver.complete(scmd, own, Optional.empty()));
      return;
    }
    ScsiResult reset = ScsiResult.of(HostByte.DID_RESET);
    kernel.after(
        Latency.SOFTIRQ,
        ExecContext.HARDIRQ,
        () ->
            commands.stream()
                .distinct()
                .forEach(scmd -> driver.interrupt(scmd, reset, Optional.empty())));
    kernel.work(self, 2 * Latency.SOFTIRQ);
  }

  private void sleep(Coroutine self, long nanos) {
    if (nanos > 0) {
      kernel.work(self, nanos);
    }
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

  private int note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    ScsiDevice device = scmd.device();
    return kernel.note(in, scmd.id(), device.index(), device.host().number(), fact);
  }
}
