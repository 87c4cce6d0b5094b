package unjam.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static unjam.analysis.Invariant.CAUSE_COMES_FIRST;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unjam.projection.TraceWriter;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Readiness;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;
import unjam.scsi.TimerReturn;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceHeader;
import unjam.trace.TraceRecorder;

class InvariantsTest {

  private static final ExecContext EH = ExecContext.scsiEh(0);

  @Test
  void nothingIsWrongWithTracesThatAreAsAKernelWritesThem() {
    assertThat(Invariants.check(TraceWriter.lunResetCures("6.12"))).isEmpty();
    assertThat(Invariants.check(TraceWriter.everyRungInVain())).isEmpty();
    assertThat(Invariants.check(TraceWriter.busy(3, 20, 200))).isEmpty();
  }

  /** For each statement a trace that goes wrong in this one thing. */
  @ParameterizedTest
  @EnumSource
  void aTraceThatBreaksItIsFoundOut(Invariant invariant) {
    Trace trace = breaking(invariant);
    assertThat(Invariants.check(trace))
        .filteredOn(each -> each.invariant() == invariant)
        .isNotEmpty()
        .allMatch(each -> each.against() < each.seq() || invariant == CAUSE_COMES_FIRST);
  }

  @ParameterizedTest
  @EnumSource
  void theVerdictIsThatOfTheInstant(Invariant invariant) {
    Trace trace = breaking(invariant);
    Checks checks = Checks.of(trace);
    Violation first =
        checks.violations().stream()
            .filter(each -> each.invariant() == invariant)
            .findFirst()
            .orElseThrow();

    assertThat(checks.violation(invariant, first.seq() - 1)).isEmpty();
    assertThat(checks.violation(invariant, first.seq())).contains(first);
    int begin = checks.firstLookedAt(invariant);
    assertThat(begin).isBetween(0, first.seq());
    assertThat(checks.lookedAt(invariant, begin - 1)).isZero();
    assertThat(checks.lookedAt(invariant, begin)).isEqualTo(1);
  }

  @Test
  void whatNobodyNeedsAnyMoreIsNotCheckedToItsEnd() {
    assertThat(Checks.of(TraceWriter.everyRungInVain(), () -> true)).isEmpty();
  }

  @Test
  void aStatementSaysNothingUntilThereIsSomethingToSay() {
    Checks healthy = Checks.of(TraceWriter.busy(2, 3, 30));
    int end = TraceWriter.busy(2, 3, 30).size() - 1;
    assertThat(healthy.firstLookedAt(Invariant.THE_LADDER_GOES_UP)).isEqualTo(-1);
    assertThat(healthy.lookedAt(Invariant.THE_LADDER_GOES_UP, end)).isZero();
    assertThat(healthy.lookedAt(Invariant.TIME_NEVER_DECREASES, end)).isEqualTo(end + 1);
    assertThat(healthy.lookedAt(Invariant.AN_IO_ENDS_ONCE, end)).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void theMessageFilesHaveItsStatement(Invariant invariant) throws IOException {
    Properties sentences = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n/messages.properties"))) {
      sentences.load(reader);
    }
    assertThat(sentences.getProperty(invariant.key())).isEqualTo(invariant.statement());
  }

  private static Trace breaking(Invariant invariant) {
    TraceWriter writer = new TraceWriter("6.12").machine(2);
    int cmd = writer.at(1).read("r", 0);
    switch (invariant) {
      case TIME_NEVER_DECREASES -> writer.dispatch(cmd, 0).at(0.5).timeOut(cmd, 0);
      case CAUSE_COMES_FIRST -> {
        return causedBy(7);
      }
      case A_CALL_RETURNS_ONCE -> {
        writer.dispatch(cmd, 0);
        note(writer, cmd, new CallFact.Returned(0, BlkStatus.OK));
      }
      case AN_IO_ENDS_ONCE -> {
        writer.dispatch(cmd, 0).complete(cmd, 0, 0);
        note(writer, -1, new IoFact.IoEnded(0, 4096, Errno.OK));
      }
      case TIMEOUT_IS_NEVER_ETIMEDOUT ->
          note(writer, -1, new IoFact.IoEnded(0, -1, Errno.ETIMEDOUT));
      case A_REQUEST_ENDS_ONCE -> {
        writer.dispatch(cmd, 0).complete(cmd, 0, 0);
        note(writer, cmd, new BlockFact.RequestEnded(BlkStatus.OK, 0, true));
      }
      case NOTHING_AFTER_THE_END ->
          writer.dispatch(cmd, 0).complete(cmd, 0, 0).at(2).dispatch(cmd, 0);
      case NO_TIMEOUT_BEFORE_ITS_TIME -> writer.dispatch(cmd, 0).at(29_000).timeOut(cmd, 0);
      case A_CLAIMED_COMMAND_IS_NOT_COMPLETED -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0);
        note(writer, cmd, new MidLayerFact.Completed(ScsiResult.GOOD));
      }
      case ONE_ABORT_PER_PREPARATION -> {
        writer.dispatch(cmd, 0);
        note(writer, cmd, new TimeoutFact.AbortScheduled(1));
        note(writer, cmd, new TimeoutFact.AbortScheduled(1));
      }
      case RETRIES_NEVER_DECREASE -> {
        note(writer, cmd, requeued(2));
        note(writer, cmd, requeued(1));
      }
      case ONE_TIMER_PER_QUEUE -> {
        writer.dispatch(cmd, 0);
        note(writer, -1, BlockFact.TimerFired.INSTANCE);
      }
      case TAGS_ARE_UNIQUE -> {
        int other = writer.read("s", 1);
        note(writer, cmd, new BlockFact.RequestStarted(3, 1, 1));
        note(writer, other, new BlockFact.RequestStarted(3, 1, 1));
      }
      case DEPTH_IS_NOT_EXCEEDED -> {
        note(writer, -1, new MidLayerFact.QueueFullNoted(1));
        writer.dispatch(cmd, 0).dispatch(writer.read("s", 0), 0);
      }
      case CAN_QUEUE_IS_NOT_EXCEEDED -> {
        writer.dispatch(cmd, 0);
        for (int i = 0; i < 192; i++) {
          writer.dispatch(writer.read("s#" + i, 1), 1);
        }
      }
      case NO_DISPATCH_IN_RECOVERY -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0);
        writer.dispatch(writer.read("s", 1), 1);
      }
      case RECOVERY_NEEDS_A_FAILED_COMMAND, HOST_STATES_ARE_LEGAL -> {
        ShostState next =
            invariant == Invariant.HOST_STATES_ARE_LEGAL
                ? ShostState.SHOST_DEL
                : ShostState.SHOST_RECOVERY;
        note(writer, -1, new MachineFact.HostStateSet(ShostState.SHOST_RUNNING, next));
      }
      case DEVICE_STATES_ARE_LEGAL ->
          note(
              writer, -1,
              new MachineFact.DeviceStateSet(
                  SdevState.SDEV_RUNNING, SdevState.SDEV_CREATED, true));
      case ABORTS_ARE_SERIAL -> {
        note(writer, cmd, new TimeoutFact.AbortRan(0));
        note(writer, writer.read("s", 0), new TimeoutFact.AbortRan(0));
      }
      case BUSY_IS_COUNTED_RIGHT -> note(writer, cmd, new EhFact.HostFailedCounted(1, 1));
      case EH_WAITS_FOR_ALL -> {
        writer.dispatch(writer.read("s", 1), 1);
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0).wake(cmd, 0);
      }
      case EH_SENDS_ONE_AT_A_TIME -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0).wake(cmd, 0);
        note(writer, cmd, new EhFact.EhCommandSent(Cdb.TEST_UNIT_READY, 1));
        note(writer, cmd, new EhFact.EhCommandSent(Cdb.TEST_UNIT_READY, 1));
      }
      case NO_ABORT_ON_THE_LADDER -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0).wake(cmd, 0);
        writer.hook(EH, cmd, 0, EhHook.EH_ABORT_HANDLER, Disposition.FAILED, 0);
      }
      case THE_LADDER_GOES_UP -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0).wake(cmd, 0);
        writer.hook(EH, cmd, 0, EhHook.EH_BUS_RESET_HANDLER, Disposition.FAILED, 0);
        writer.hook(EH, cmd, 0, EhHook.EH_TARGET_RESET_HANDLER, Disposition.FAILED, 0);
      }
      case A_RESET_IS_NOT_ENOUGH -> {
        writer.dispatch(cmd, 0).at(40_000).timeOut(cmd, 0).abortFails(cmd, 0).wake(cmd, 0);
        writer.hook(EH, cmd, 0, EhHook.EH_BUS_RESET_HANDLER, Disposition.SUCCESS, 0);
        writer.tur(cmd, 0, Readiness.NOT_READY).flushAndRestart(cmd, 0);
      }
    }
    return writer.freeze();
  }

  private static Fact requeued(int retries) {
    return new MidLayerFact.QueueInserted(MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, retries);
  }

  private static void note(TraceWriter writer, int cmd, Fact fact) {
    writer.note(EH, KernelFunction.SCSI_QUEUE_RQ, cmd, 0, 0, fact);
  }

  private static Trace causedBy(int cause) {
    TraceRecorder recorder = new TraceRecorder();
    recorder.note(
        0, cause, ExecContext.USER, KernelFunction.IO_START, -1, -1, -1,
        new TimeoutFact.TimedOut(TimerReturn.BLK_EH_DONE, 0));
    return recorder.freeze(
        new TraceHeader("broken", "", "6.12", 250, 0, TraceHeader.Origin.RECORDED));
  }
}
