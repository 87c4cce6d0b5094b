package unjam.kernel.lld;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unjam.engine.Coroutine;
import unjam.engine.Prng;
import unjam.engine.SimTime;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.midlayer.LowLevelDriver;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiCompletion;
import unjam.kernel.midlayer.ScsiDevice;
import unjam.kernel.midlayer.ScsiHost;
import unjam.kernel.midlayer.ScsiLogging;
import unjam.kernel.midlayer.TimeoutAnswer;
import unjam.scenario.FaultRule;
import unjam.scenario.LldProfile;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.DriverSetting;
import unjam.scsi.EhHook;
import unjam.scsi.Fault;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.SenseKey;
import unjam.scsi.TimeoutAction;
import unjam.trace.ExecContext;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;

/**
 * Every low-level driver, run from its profile, with the targets behind it. The order in which the
 * faults are asked is that of the kernel's own emulated disk (drivers/scsi/scsi_debug.c:
 * scsi_debug_queuecommand).
 */
public final class Lld implements LowLevelDriver {

  private final Kernel kernel;
  private final FaultInjector faults;
  private final Targets targets = new Targets();
  private final HeldCommands held;
  private final Recovery recovery;
  private final Map<ScsiHost, AnswerTaker> takers = new LinkedHashMap<>();
  private final List<Standing> standing = new ArrayList<>();
  private final Map<ScsiHost, BeforeCallback> befores = new LinkedHashMap<>();
  private @Nullable ScsiCompletion completion;

  /** A command that a disk keeps while a fault lasts. */
  private record Standing(ScsiCmnd scmd, String fault) {}

  public Lld(Kernel kernel, ScsiLogging log, FaultInjector faults) {
    this.kernel = kernel;
    this.faults = faults;
    this.held = new HeldCommands(kernel);
    this.recovery = new Recovery(kernel, log, faults, targets, held, this);
    faults.whenEnded(this::goOn);
  }

  /** Who deals with a host's answers before the mid-layer does; true if it has. */
  interface AnswerTaker {
    boolean takes(ScsiCmnd scmd, ScsiResult result, Optional<SenseData> sense);
  }

  void tellErrors(ScsiHost shost, AnswerTaker taker) {
    takers.put(shost, taker);
  }

  /** What a recovery callback waits for before it does anything; an answer ends it at once. */
  interface BeforeCallback {
    Optional<Disposition> wait(Coroutine self, ScsiCmnd scmd);
  }

  void blockCallbacks(ScsiHost shost, BeforeCallback before) {
    befores.put(shost, before);
  }

  Optional<Disposition> beforeCallback(Coroutine self, ScsiCmnd scmd) {
    BeforeCallback before = befores.get(scmd.host());
    return before == null ? Optional.empty() : before.wait(self, scmd);
  }

  HeldCommands held() {
    return held;
  }

  public void connect(ScsiCompletion completion) {
    this.completion = completion;
  }

  /** A logical unit is there. */
  public void add(ScsiDevice device, Prng prng) {
    targets.add(device, prng);
  }

  @Override
  public Disposition recover(Coroutine self, EhHook hook, ScsiCmnd scmd) {
    return recovery.recover(self, hook, scmd);
  }

  @Override
  public Optional<TimeoutAnswer> ehTimedOut(ScsiCmnd scmd) {
    return switch (scmd.host().template().ehTimedOut()) {
      case NONE -> Optional.empty();
      case RESET_TIMER ->
          Optional.of(
              new TimeoutAnswer(
                  TimeoutAction.SCSI_EH_RESET_TIMER,
                  "always",
                  KernelFunction.VIRTSCSI_EH_TIMED_OUT));
      case MEGASAS_RESET_TIMER -> Optional.of(megasasResetTimer(scmd));
      case ATA_SCSI_EH_TIMED_OUT, FC_EH_TIMED_OUT, ISCSI_EH_CMD_TIMED_OUT ->
          throw new IllegalStateException("this driver decides about timeouts by itself");
    };
  }

  /** drivers/scsi/megaraid/megaraid_sas_base.c: megasas_reset_timer. */
  private TimeoutAnswer megasasResetTimer(ScsiCmnd scmd) {
    long seconds =
        Optional.ofNullable(scmd.host().template().settings().get(DriverSetting.SCMD_TIMEOUT))
            .map(span -> span.nanos() / SimTime.NANOS_PER_SECOND)
            .orElse((long) scmd.host().template().defaultTimeoutSeconds());
    boolean twice =
        kernel.jiffies() > scmd.jiffiesAtAlloc() + kernel.secondsToJiffies(2 * seconds);
    return new TimeoutAnswer(
        twice ? TimeoutAction.SCSI_EH_NOT_HANDLED : TimeoutAction.SCSI_EH_RESET_TIMER,
        twice ? "twice-scmd-timeout" : "not-yet-twice-scmd-timeout",
        KernelFunction.MEGASAS_RESET_TIMER);
  }

  /** None of these drivers has a way of its own. */
  @Override
  public void recoverHost(
      Coroutine self, ScsiHost shost, Consumer<List<ScsiCmnd>> flushDoneQ) {
    throw new IllegalStateException("host " + shost.number() + " climbs the ladder");
  }

  @Override
  public Optional<MlqueueReturn> queuecommand(ScsiCmnd scmd) {
    Optional<MlqueueReturn> busy = targets.adapter(scmd.host()).refuses(scmd.device());
    if (busy.isPresent()) {
      return busy;
    }
    if (swallowed(scmd)) {
      return Optional.empty();
    }
    var holding = faults.hit(Fault.Holds.class, scmd);
    if (holding.isPresent()) {
      held.holdForEver(scmd);
      standing.add(new Standing(scmd, holding.get().rule().id()));
      return Optional.empty();
    }
    var refusal = faults.hit(Fault.QueuecommandReturns.class, scmd);
    if (refusal.isPresent()) {
      return Optional.of(refusal.get().fault().value());
    }
    answer(scmd);
    return Optional.empty();
  }

  /** The driver itself sends a command once more, after its firmware was started anew. */
  void sendAgain(ScsiCmnd scmd) {
    if (!swallowed(scmd)) {
      answer(scmd);
    }
  }

  private boolean swallowed(ScsiCmnd scmd) {
    boolean mute =
        faults.isLinkDown(scmd.device()) || faults.hit(Fault.Mute.class, scmd).isPresent();
    if (mute) {
      held.holdForEver(scmd);
    }
    return mute;
  }

  private void answer(ScsiCmnd scmd) {
    var result = faults.hit(Fault.Result.class, scmd);
    if (result.isPresent()) {
      deliver(scmd, result.get().fault());
      return;
    }
    if (answerUnitAttention(scmd)) {
      return;
    }
    var medium = faults.hit(Fault.MediumError.class, scmd);
    if (medium.isPresent()) {
      SenseData sense = mediumError(scmd.cdb(), medium.get().rule());
      answerAfter(scmd, serviceNanos(scmd), check(), Optional.of(sense));
      return;
    }
    answerHealthy(scmd);
  }

  /** A disk that stood still goes on with what nobody has taken from it meanwhile. */
  private void goOn(String fault) {
    List<Standing> over = standing.stream().filter(each -> each.fault().equals(fault)).toList();
    standing.removeAll(over);
    for (Standing each : over) {
      if (held.holds(each.scmd())) {
        held.forget(other -> other == each.scmd());
        answerHealthy(each.scmd());
      }
    }
  }

  private static ScsiResult check() {
    return ScsiResult.of(SamStatus.CHECK_CONDITION);
  }

  /** What the device needs for a command, with whatever slows it down now. */
  private long serviceNanos(ScsiCmnd scmd) {
    LogicalUnit unit = targets.unit(scmd.device());
    var slow = faults.hit(Fault.Slow.class, scmd);
    long extra =
        slow.map(hit -> unit.sample(hit.fault().extra(), hit.sinceNanos())).orElse(0L);
    return unit.serviceNanos() + extra;
  }

  static SenseData mediumError(Cdb cdb, FaultRule rule) {
    long first = cdb.lba();
    long bad = rule.lbas().map(range -> Math.max(range.first(), first)).orElse(first);
    SenseData sense =
        writes(cdb.opcode())
            ? SenseData.of(SenseKey.MEDIUM_ERROR, 0x0c, 0x00)
            : SenseData.of(SenseKey.MEDIUM_ERROR, 0x11, 0x00);
    return sense.withInformation(bad);
  }

  private static boolean writes(Opcode opcode) {
    return switch (opcode) {
      case WRITE_6, WRITE_10, WRITE_16, WRITE_SAME -> true;
      case TEST_UNIT_READY, REQUEST_SENSE, READ_6, INQUIRY, MODE_SENSE, START_STOP,
          READ_CAPACITY, READ_10, VERIFY, SYNCHRONIZE_CACHE, UNMAP, READ_16, REPORT_LUNS ->
          false;
    };
  }

  private void deliver(ScsiCmnd scmd, Fault.Result fault) {
    ScsiResult result = ScsiResult.of(fault.host(), fault.status());
    switch (fault.delivery()) {
      case HARD_IRQ -> answerAfter(scmd, serviceNanos(scmd), result, fault.sense());
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
    LogicalUnit unit = targets.unit(scmd.device());
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
    Opcode opcode = scmd.cdb().opcode();
    LldProfile template = scmd.host().template();
    boolean fromKworker = template.answersFromKworker().contains(opcode);
    boolean flushes = opcode == Opcode.SYNCHRONIZE_CACHE && targets.synced(scmd.device());
    if (writes(opcode)) {
      targets.written(scmd.device());
    }
    // REQUEST SENSE has nothing to tell: what there was came with the command that failed.
    Optional<SenseData> data =
        opcode == Opcode.REQUEST_SENSE
            ? Optional.of(SenseData.of(SenseKey.NO_SENSE, 0, 0))
            : Optional.empty();
    if (fromKworker && !flushes) {
      held.holdFor(
          scmd,
          Latency.WORK,
          ExecContext.KWORKER,
          () -> complete(scmd, ScsiResult.GOOD, data));
      return;
    }
    var after = faults.hit(Fault.AnswersAfter.class, scmd);
    long nanos =
        after.isPresent() ? after.get().fault().nanos()
            : fromKworker ? template.dirtyFlushTakes().nanos()
            : serviceNanos(scmd);
    answerAfter(scmd, nanos, ScsiResult.GOOD, data);
  }

  private void answerAfter(
      ScsiCmnd scmd, long nanos, ScsiResult result, Optional<SenseData> sense) {
    held.holdFor(scmd, nanos, ExecContext.HARDIRQ, () -> interrupt(scmd, result, sense));
  }

  /** The adapter's interrupt: the driver's own functions, then its answer. */
  void interrupt(ScsiCmnd scmd, ScsiResult result, Optional<SenseData> sense) {
    for (String function : scmd.host().template().irqPath()) {
      kernel.note(
          KernelFunction.DRIVER_IRQ,
          scmd.id(),
          scmd.device().index(),
          scmd.host().number(),
          new MidLayerFact.DriverRan(function));
    }
    AnswerTaker taker = takers.get(scmd.host());
    if (taker == null || !taker.takes(scmd, result, sense)) {
      complete(scmd, result, sense);
    }
  }

  /** The driver is done with a command. */
  void complete(ScsiCmnd scmd, ScsiResult result, Optional<SenseData> sense) {
    scmd.setResult(result);
    scmd.setSense(sense.orElse(null));
    Objects.requireNonNull(completion, "not connected").scsiDone(scmd);
  }
}
