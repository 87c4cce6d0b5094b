package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import unjam.engine.Coroutine;
import unjam.engine.Prng;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiCompletion;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scenario.FaultRule;
import unjam.scenario.LldProfile;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.HostByte;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/** Every low-level driver, run from its profile, with the targets behind it. */
public final class Lld implements LowLevelDriver {

  private final Kernel kernel;
  private final FaultInjector faults;
  private final Map<ScsiDevice, LogicalUnit> units = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private @Nullable ScsiCompletion completion;

  /** An answer that is under way, for whatever uses the scsi_cmnd when it arrives. */
  private static final class Answer {
    private final ScsiCmnd scmd;
    private long event;

    Answer(ScsiCmnd scmd) {
      this.scmd = scmd;
    }
  }

  public Lld(Kernel kernel, FaultInjector faults) {
    this.kernel = kernel;
    this.faults = faults;
  }

  public void connect(ScsiCompletion completion) {
    this.completion = completion;
  }

  /** A logical unit is there. */
  public void add(ScsiDevice device, Prng prng) {
    units.put(device, new LogicalUnit(device, prng));
  }

  private LogicalUnit unit(ScsiDevice device) {
    LogicalUnit unit = units.get(device);
    if (unit == null) {
      throw new IllegalStateException("no logical unit behind " + device);
    }
    return unit;
  }

  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    if (faults.hit(Fault.Mute.class, scmd).isPresent()) {
      return Optional.empty();
    }
    var refusal = faults.hit(Fault.QueuecommandReturns.class, scmd);
    if (refusal.isPresent()) {
      return Optional.of(refusal.get().fault().value());
    }
    var result = faults.hit(Fault.Result.class, scmd);
    if (result.isPresent()) {
      deliver(scmd, result.get().fault());
      return Optional.empty();
    }
    if (answerUnitAttention(scmd)) {
      return Optional.empty();
    }
    var medium = faults.hit(Fault.MediumError.class, scmd);
    if (medium.isPresent()) {
      SenseData sense = mediumError(scmd, medium.get().rule());
      answerAfter(scmd, unit(scmd.device()).serviceNanos(), check(), Optional.of(sense));
      return Optional.empty();
    }
    answerHealthy(scmd);
    return Optional.empty();
  }

  private static ScsiResult check() {
    return ScsiResult.of(SamStatus.CHECK_CONDITION);
  }

  private static SenseData mediumError(ScsiCmnd scmd, FaultRule rule) {
    boolean write =
        switch (scmd.cdb().opcode()) {
          case WRITE_6, WRITE_10, WRITE_16, WRITE_SAME -> true;
          case TEST_UNIT_READY, REQUEST_SENSE, READ_6, INQUIRY, MODE_SENSE, START_STOP,
              READ_CAPACITY, READ_10, VERIFY, SYNCHRONIZE_CACHE, UNMAP, READ_16, REPORT_LUNS ->
              false;
        };
    long first = scmd.cdb().lba();
    long bad = rule.lbas().map(range -> Math.max(range.first(), first)).orElse(first);
    SenseData sense =
        write
            ? SenseData.of(SenseKey.MEDIUM_ERROR, 0x0c, 0x00)
            : SenseData.of(SenseKey.MEDIUM_ERROR, 0x11, 0x00);
    return sense.withInformation(bad);
  }

  private void deliver(ScsiCmnd scmd, Fault.Result fault) {
    ScsiResult result = ScsiResult.of(fault.host(), fault.status());
    switch (fault.delivery()) {
      case HARD_IRQ ->
          answerAfter(scmd, unit(scmd.device()).serviceNanos(), result, fault.sense());
      case INSIDE_QUEUECOMMAND -> complete(scmd, result, fault.sense());
      case TIMER_SOFTIRQ ->
          kernel
              .wheel()
              .timer(() -> complete(scmd, result, fault.sense()))
              .modify(kernel.jiffies() + 1);
    }
  }

  /** A pending unit attention answers every command but those that ask about the device itself. */
  private boolean answerUnitAttention(ScsiCmnd scmd) {
    boolean exempt =
        switch (scmd.cdb().opcode()) {
          case INQUIRY, REQUEST_SENSE, REPORT_LUNS -> true;
          case TEST_UNIT_READY, READ_6, WRITE_6, MODE_SENSE, START_STOP, READ_CAPACITY, READ_10,
              WRITE_10, VERIFY, SYNCHRONIZE_CACHE, WRITE_SAME, UNMAP, READ_16, WRITE_16 -> false;
        };
    LogicalUnit unit = unit(scmd.device());
    if (exempt || !unit.hasUnitAttention()) {
      return false;
    }
    Optional<SenseData> sense = unit.takeUnitAttention();
    if (scmd.host().template().checkConditionInline()) {
      complete(scmd, check(), sense);
    } else {
      answerAfter(scmd, unit.serviceNanos(), check(), sense);
    }
    return true;
  }

  private void answerHealthy(ScsiCmnd scmd) {
    LogicalUnit unit = unit(scmd.device());
    Opcode opcode = scmd.cdb().opcode();
    boolean dirtyFlush = opcode == Opcode.SYNCHRONIZE_CACHE && unit.dirty();
    if (opcode == Opcode.WRITE_10 || opcode == Opcode.WRITE_6 || opcode == Opcode.WRITE_16) {
      unit.setDirty(true);
    } else if (opcode == Opcode.SYNCHRONIZE_CACHE) {
      unit.setDirty(false);
    }
    LldProfile template = scmd.host().template();
    if (template.answersFromKworker().contains(opcode) && !dirtyFlush) {
      track(scmd, Latency.WORK, ExecContext.KWORKER, ScsiResult.GOOD, Optional.empty());
      return;
    }
    long nanos =
        dirtyFlush && template.answersFromKworker().contains(opcode)
            ? template.dirtyFlushTakes().nanos()
            : unit.serviceNanos();
    var after = faults.hit(Fault.AnswersAfter.class, scmd);
    if (after.isPresent()) {
      nanos = after.get().fault().nanos();
    } else {
      var slow = faults.hit(Fault.Slow.class, scmd);
      if (slow.isPresent()) {
        nanos += unit.sample(slow.get().fault().extra(), slow.get().sinceNanos());
      }
    }
    answerAfter(scmd, nanos, ScsiResult.GOOD, Optional.empty());
  }

  private void answerAfter(
      ScsiCmnd scmd, long nanos, ScsiResult result, Optional<SenseData> sense) {
    track(scmd, nanos, ExecContext.HARDIRQ, result, sense);
  }

  private void track(
      ScsiCmnd scmd,
      long nanos,
      ExecContext who,
      ScsiResult result,
      Optional<SenseData> sense) {
    Answer answer = new Answer(scmd);
    answers.add(answer);
    answer.event =
        kernel.after(
            nanos,
            who,
            () -> {
              answers.remove(answer);
              if (who == ExecContext.HARDIRQ) {
                irqPath(scmd);
              }
              complete(scmd, result, sense);
            });
  }

  private void irqPath(ScsiCmnd scmd) {
    for (String function : scmd.host().template().irqPath()) {
      note(KernelFunction.DRIVER_IRQ, scmd, new MidLayerFact.DriverRan(function));
    }
  }

  private void complete(ScsiCmnd scmd, ScsiResult result, Optional<SenseData> sense) {
    scmd.setResult(result);
    scmd.setSense(sense.orElse(null));
    if (completion == null) {
      throw new IllegalStateException("the driver is not connected yet");
    }
    completion.scsiDone(scmd);
  }

  // Recovery callbacks.

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    int call =
        note(function(hook), scmd, new EhFact.HookCalled(hook, scmd.cdb()));
    Disposition answer = run(self, hook, scmd);
    if (answer == Disposition.SUCCESS) {
      faults.cured(hook, scmd);
    }
    note(function(hook), scmd, new CallFact.Returned(call, answer));
    return answer;
  }

  private Disposition run(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    LldProfile.Hook cost = scmd.host().template().hooks().get(hook);
    if (cost == null) {
      throw new IllegalStateException(hook.field() + " is not implemented");
    }
    boolean unanswered = cost.tmTimeout().isPresent() && faults.isMute(scmd.device());
    boolean busy =
        cost.failsWhileDeviceBusy() && scmd.device().busy() > 0;
    reach(hook, scmd);
    var failure = faults.hookFails(hook, scmd);
    if (failure.isPresent()) {
      sleep(self, failure.get().takesNanos());
      return Disposition.FAILED;
    }
    if (unanswered) {
      sleep(self, cost.tmTimeout().get().nanos());
      return switch (cost.onTmTimeout()) {
        case FAIL -> Disposition.FAILED;
        case RESET_HOST -> resetHostFromWithin(self, scmd);
      };
    }
    sleep(self, cost.takes().nanos());
    return busy ? Disposition.FAILED : Disposition.SUCCESS;
  }

  private void sleep(Coroutine self, long nanos) {
    if (nanos > 0) {
      kernel.work(self, nanos);
    }
  }

  /** A driver that gets no answer to its task management resets the whole adapter by itself. */
  private Disposition resetHostFromWithin(Coroutine self, ScsiCmnd scmd) {
    LldProfile.Hook reset = scmd.host().template().hooks().get(EhHook.EH_HOST_RESET_HANDLER);
    if (reset == null) {
      return Disposition.FAILED;
    }
    sleep(self, reset.takes().nanos());
    reach(EhHook.EH_HOST_RESET_HANDLER, scmd);
    return Disposition.SUCCESS;
  }

  /** What a callback does to the units and the answers that it reaches, whatever it then says. */
  private void reach(EhHook hook, ScsiCmnd scmd) {
    LldProfile template = scmd.host().template();
    SenseData attention = template.unitAttention().get(hook);
    for (LogicalUnit unit : units.values()) {
      if (reaches(hook, scmd, unit.device()) && attention != null) {
        unit.raise(attention);
      }
    }
    switch (hook) {
      case EH_ABORT_HANDLER -> forget(answer -> answer.scmd == scmd);
      case EH_DEVICE_RESET_HANDLER, EH_TARGET_RESET_HANDLER, EH_BUS_RESET_HANDLER -> {
        boolean debug = template.checkConditionInline();
        boolean cancels =
            debug
                ? hook == EhHook.EH_DEVICE_RESET_HANDLER && template.lunResetCancelsAnswers()
                : template.lunResetCancelsAnswers();
        if (cancels) {
          forget(answer -> reaches(hook, scmd, answer.scmd.device()));
        }
      }
      case EH_HOST_RESET_HANDLER -> {
        if (template.hostResetReachesAllHosts()) {
          forget(answer -> reaches(hook, scmd, answer.scmd.device()));
        } else {
          terminate(scmd.host());
        }
      }
    }
  }

  private boolean reaches(EhHook hook, ScsiCmnd scmd, ScsiDevice device) {
    return switch (hook) {
      case EH_ABORT_HANDLER, EH_DEVICE_RESET_HANDLER -> device == scmd.device();
      case EH_TARGET_RESET_HANDLER -> device.at().sameTarget(scmd.device().at());
      case EH_BUS_RESET_HANDLER -> device.at().sameChannel(scmd.device().at());
      case EH_HOST_RESET_HANDLER ->
          device.host() == scmd.host()
              || scmd.host().template().hostResetReachesAllHosts()
                  && device.host().template().name().equals(scmd.host().template().name());
    };
  }

  private void forget(Predicate<Answer> which) {
    answers.removeIf(
        answer -> {
          boolean gone = which.test(answer);
          if (gone) {
            kernel.cancel(answer.event);
          }
          return gone;
        });
  }

  /** An adapter reset gives back what the adapter held (host byte DID_RESET). */
  private void terminate(ScsiHost shost) {
    List<Answer> held =
        answers.stream().filter(answer -> answer.scmd.host() == shost).toList();
    forget(held::contains);
    for (Answer answer : held) {
      kernel.after(
          Latency.SOFTIRQ,
          ExecContext.HARDIRQ,
          () -> complete(answer.scmd, ScsiResult.of(HostByte.DID_RESET), Optional.empty()));
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
    return kernel.note(in, scmd.id(), scmd.device().index(), scmd.host().number(), fact);
  }
}
