package unjam.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.Readiness;
import unjam.scsi.ReturnValue;
import unjam.scsi.SamStatus;
import unjam.scsi.ScsiResult;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.EndState;
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

/** A trace read in the words of the recordings. */
class LandmarksTest {

  private static final Cdb READ = new Cdb(Opcode.READ_10, 2048, 8);
  private static final ExecContext EH = ExecContext.scsiEh(0);
  private static final EndState NOTHING = new EndState(Map.of(), Map.of(), Map.of());

  private final TraceRecorder recorder = new TraceRecorder();
  private int command = -1;
  private long millis;

  LandmarksTest() {
    note(ExecContext.ADMIN, KernelFunction.SCENARIO,
        new MachineFact.DeviceAdded(new Hctl(0, 0, 0, 0), "sda", 16 << 20, 512));
    command = recorder.command(recorder.io("r1"));
  }

  @Test
  void aRequestThatWasTakenIsALandmarkAndOneTurnedAwayIsNot() {
    returned(note(ExecContext.SUBMITTER, KernelFunction.SCSI_QUEUE_RQ, CallFact.Entered.INSTANCE),
        KernelFunction.SCSI_QUEUE_RQ, BlkStatus.RESOURCE);
    note(ExecContext.SUBMITTER, KernelFunction.BLK_MQ_REQUEUE_REQUEST,
        new BlockFact.Requeued(true));
    returned(note(ExecContext.KBLOCKD, KernelFunction.SCSI_QUEUE_RQ, CallFact.Entered.INSTANCE),
        KernelFunction.SCSI_QUEUE_RQ, BlkStatus.OK);
    assertThat(texts()).containsExactly("kblockd scsi_queue_rq r1 ret=OK");
  }

  @Test
  void aRequestThatTheDriverTurnedAwayIsRequeuedForAllToSee() {
    int call = note(ExecContext.KBLOCKD, KernelFunction.SCSI_QUEUE_RQ, CallFact.Entered.INSTANCE);
    note(ExecContext.KBLOCKD, KernelFunction.SCSI_DISPATCH_CMD, new MidLayerFact.Dispatched(READ));
    note(ExecContext.KBLOCKD, KernelFunction.QUEUECOMMAND_BUSY,
        new MidLayerFact.QueuecommandBusy(MlqueueReturn.SCSI_MLQUEUE_HOST_BUSY));
    returned(call, KernelFunction.SCSI_QUEUE_RQ, BlkStatus.RESOURCE);
    note(ExecContext.KBLOCKD, KernelFunction.BLK_MQ_REQUEUE_REQUEST,
        new BlockFact.Requeued(true));
    assertThat(texts()).containsExactly(
        "kblockd scsi_dispatch_cmd r1 cdb=READ_10",
        "kblockd queuecommand_busy r1 value=HOST_BUSY",
        "kblockd block_rq_requeue r1");
  }

  @Test
  void anAnswerThatComesLaterStandsAtTheCall() {
    int tur = note(EH, KernelFunction.SCSI_EH_TUR, new EhFact.TurBegan());
    int sent = note(EH, KernelFunction.SCSI_SEND_EH_CMND,
        new EhFact.EhCommandSent(Cdb.TEST_UNIT_READY, 10_000_000_000L));
    note(ExecContext.HARDIRQ, KernelFunction.SCSI_DONE,
        new MidLayerFact.Done(Cdb.TEST_UNIT_READY, ScsiResult.of(SamStatus.CHECK_CONDITION), true));
    returned(sent, KernelFunction.SCSI_SEND_EH_CMND, Disposition.SUCCESS);
    returned(tur, KernelFunction.SCSI_EH_TUR, Readiness.READY);
    assertThat(texts()).containsExactly(
        "scsi_eh_0 scsi_eh_tur r1 ret=READY",
        "scsi_eh_0 scsi_send_eh_cmnd r1 cdb=TEST_UNIT_READY timeout_ms=10000 ret=SUCCESS",
        "hardirq scsi_done r1 cdb=TEST_UNIT_READY result=0x00000002");
  }

  @Test
  void whatIsOfADeviceOrHostNamesNoIo() {
    note(EH, KernelFunction.SCSI_DEVICE_SET_STATE,
        new MachineFact.DeviceStateSet(SdevState.SDEV_RUNNING, SdevState.SDEV_OFFLINE, true));
    assertThat(texts())
        .containsExactly("scsi_eh_0 scsi_device_set_state old=RUNNING new=OFFLINE");
    assertThat(observed().ladder()).singleElement()
        .extracting(Observed.Rung::text).isEqualTo("offline done on 0:0:0:0");
  }

  @Test
  void theLadderNamesTheCommandAnAbortWasFor() {
    int abort = note(ExecContext.abortWork(0), KernelFunction.EH_ABORT_HANDLER,
        new EhFact.HookCalled(EhHook.EH_ABORT_HANDLER, READ));
    returned(abort, KernelFunction.EH_ABORT_HANDLER, Disposition.FAILED);
    assertThat(observed().ladder()).extracting(Observed.Rung::text)
        .containsExactly("abort of READ_10 FAILED on 0:0:0:0");
  }

  @Test
  void anIoHasItsLatencyAndWhatItWasTold() {
    note(ExecContext.USER, KernelFunction.IO_START,
        new IoFact.IoStarted(0, IoOp.READ, IoMode.DIRECT, 1 << 20, 4096, false));
    note(ExecContext.SUBMITTER, KernelFunction.SCSI_DISPATCH_CMD,
        new MidLayerFact.Dispatched(READ));
    note(ExecContext.USER, KernelFunction.IO_END, new IoFact.IoEnded(0, -1, Errno.EIO));
    Observed.Io io = observed().ios().getFirst();
    assertThat(io.latencyMillis()).hasValue(2);
    assertThat(io.errno()).isEqualTo("EIO");
    assertThat(io.ret()).hasValue(-1);
    assertThat(io.dispatches()).hasValue(1);
    assertThat(io.timeouts()).hasValue(0);
  }

  @Test
  void aRequestTimeoutKnowsTheArmingThatFoundIt() {
    note(ExecContext.SUBMITTER, KernelFunction.BLK_ADD_TIMER,
        new BlockFact.TimerArmed(4_024_000_000L, 12_000_000, 4_036_000_000L));
    note(ExecContext.SUBMITTER, KernelFunction.SCSI_DISPATCH_CMD,
        new MidLayerFact.Dispatched(READ));
    millis = 4036;
    note(ExecContext.SOFTIRQ, KernelFunction.BLK_RQ_TIMED_OUT_TIMER,
        BlockFact.TimerFired.INSTANCE);
    note(ExecContext.KBLOCKD, KernelFunction.BLK_ADD_TIMER,
        new BlockFact.TimerArmed(24_000_000, 4_000_000, 4_064_000_000L));
    note(ExecContext.KBLOCKD, KernelFunction.SCSI_TIMEOUT,
        new TimeoutFact.TimedOut(unjam.scsi.TimerReturn.BLK_EH_DONE, 0));
    assertThat(observed().waits())
        .filteredOn(each -> each.timer().equals("request-timeout"))
        .singleElement()
        .returns("r1", Observed.Wait::io)
        .returns(4024.0, each -> each.armedForMillis().orElseThrow())
        .returns(12.0, each -> each.slackMillis().orElseThrow())
        .extracting(Observed.Wait::millis).isEqualTo(4036.0);
  }

  @Test
  void anEhCommandThatNobodyAnsweredAndASettlingPauseAreWaits() {
    int sent = note(EH, KernelFunction.SCSI_SEND_EH_CMND,
        new EhFact.EhCommandSent(Cdb.TEST_UNIT_READY, 2_000_000_000L));
    millis = 2020;
    note(EH, KernelFunction.EH_ABORT_HANDLER,
        new EhFact.HookCalled(EhHook.EH_ABORT_HANDLER, Cdb.TEST_UNIT_READY));
    returned(sent, KernelFunction.SCSI_SEND_EH_CMND, Disposition.FAILED);
    note(EH, KernelFunction.SCSI_TRY_BUS_RESET,
        new EhFact.Settling(EhHook.EH_BUS_RESET_HANDLER, 10_000_000_000L));
    millis += 10_000;
    note(EH, KernelFunction.SCSI_EH_TUR, new EhFact.TurBegan());
    assertThat(observed().waits()).extracting(Observed.Wait::timer)
        .containsExactly("eh-command-timeout", "settle-delay-after-bus-reset");
    assertThat(observed().waits().getFirst().millis()).isEqualTo(2020 - 1);
  }

  /** Notes a fact about the one command, a millisecond after the one before. */
  private int note(ExecContext context, KernelFunction function, Fact fact) {
    return recorder.note(millis++ * 1_000_000, -1, context, function, command, 0, 0, fact);
  }

  private void returned(int call, KernelFunction function, ReturnValue value) {
    note(EH, function, new CallFact.Returned(call, value));
  }

  private @Nullable Trace trace;

  private Trace trace() {
    if (trace == null) {
      trace = recorder.freeze(
          new TraceHeader("test", "", "6.12", 250, 1, TraceHeader.Origin.SIMULATED));
    }
    return trace;
  }

  private Observed observed() {
    return Observation.of(trace(), NOTHING);
  }

  private List<String> texts() {
    return Landmarks.of(trace()).stream()
        .map(each -> each.context() + " " + each.text())
        .toList();
  }
}
