package unjam.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unjam.scsi.BlkStatus;
import unjam.scsi.Cdb;
import unjam.scsi.Disposition;
import unjam.scsi.EhHook;
import unjam.scsi.FailFast;
import unjam.scsi.Hctl;
import unjam.scsi.IoMode;
import unjam.scsi.IoOp;
import unjam.scsi.Knob;
import unjam.scsi.MlqueueReturn;
import unjam.scsi.Opcode;
import unjam.scsi.Readiness;
import unjam.scsi.ReturnValue;
import unjam.scsi.Scope;
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

/**
 * Writes traces by hand, in the order in which a kernel would: fixtures for everything that reads
 * one.
 */
public final class TraceWriter {

  public static final Cdb READ = new Cdb(Opcode.READ_10, 8, 8);
  private static final long TIMEOUT = 30_000_000_000L;

  private final TraceRecorder recorder = new TraceRecorder();
  private final String kernel;
  private long now;
  private int last = -1;
  private int tags;
  private final Map<Integer, Integer> retries = new TreeMap<>();

  public TraceWriter(String kernel) {
    this.kernel = kernel;
  }

  /** A machine with one scsi_debug host that has every callback, and so many disks. */
  public TraceWriter machine(int disks) {
    note(
        ExecContext.ADMIN, KernelFunction.SCENARIO, -1, -1, 0,
        new MachineFact.HostAdded(
            "scsi_debug", List.of(EhHook.values()), 192, 1, "scsi_unjam_host"));
    for (int i = 0; i < disks; i++) {
      Hctl at = new Hctl(0, 0, 0, i);
      note(
          ExecContext.ADMIN, KernelFunction.SCENARIO, -1, i, 0,
          new MachineFact.DeviceAdded(at, "sd" + (char) ('a' + i), 1L << 30, 512));
      knob(i, at, Knob.QUEUE_DEPTH, "192");
      knob(i, at, Knob.TIMEOUT, "30");
    }
    return this;
  }

  private void knob(int device, Hctl at, Knob knob, String value) {
    note(
        ExecContext.ADMIN, KernelFunction.SCENARIO, -1, device, 0,
        new MachineFact.KnobSet(knob, new Scope.Lun(at), value));
  }

  /** Moves the clock to an instant in milliseconds. */
  public TraceWriter at(double millis) {
    now = Math.round(millis * 1_000_000);
    return this;
  }

  public int note(
      ExecContext context, KernelFunction function, int cmd, int device, int host, Fact fact) {
    last = recorder.note(now, last, context, function, cmd, device, host, fact);
    return last;
  }

  /** A read enters the system call and becomes a request; the answer is the command's id. */
  public int read(String name, int device) {
    int io = recorder.io(name);
    int cmd = recorder.command(io);
    note(
        ExecContext.USER, KernelFunction.IO_START, -1, device, 0,
        new IoFact.IoStarted(io, IoOp.READ, IoMode.DIRECT, 4096, 4096, false));
    note(
        ExecContext.SUBMITTER, KernelFunction.BLK_MQ_SUBMIT_BIO, cmd, device, 0,
        new BlockFact.RequestAllocated(io, IoOp.READ, 8, 4096, FailFast.NONE, false, false));
    return cmd;
  }

  /** The request passes every gate and reaches the driver. */
  public TraceWriter dispatch(int cmd, int device) {
    ExecContext who = ExecContext.SUBMITTER;
    int call =
        note(who, KernelFunction.SCSI_QUEUE_RQ, cmd, device, 0, CallFact.Entered.INSTANCE);
    note(
        who, KernelFunction.SCSI_PREPARE_CMD, cmd, device, 0, new MidLayerFact.Prepared(READ, 5));
    note(
        who, KernelFunction.BLK_MQ_START_REQUEST, cmd, device, 0,
        new BlockFact.RequestStarted(tags++, TIMEOUT, now + TIMEOUT));
    note(
        who, KernelFunction.BLK_ADD_TIMER, cmd, device, 0,
        new BlockFact.TimerArmed(6_024_000_000L, 100_000_000L, now + 6_124_000_000L));
    note(
        who, KernelFunction.SCSI_DISPATCH_CMD, cmd, device, 0, new MidLayerFact.Dispatched(READ));
    return returned(who, KernelFunction.SCSI_QUEUE_RQ, cmd, device, call, BlkStatus.OK);
  }

  private TraceWriter returned(
      ExecContext who, KernelFunction function, int cmd, int device, int call, ReturnValue value) {
    note(who, function, cmd, device, 0, new CallFact.Returned(call, value));
    return this;
  }

  /** The driver answers and the whole completion path runs, up to the application. */
  public TraceWriter complete(int cmd, int device, int io) {
    note(
        ExecContext.HARDIRQ, KernelFunction.SCSI_DONE, cmd, device, 0,
        new MidLayerFact.Done(READ, ScsiResult.GOOD, false));
    note(
        ExecContext.SOFTIRQ, KernelFunction.SCSI_COMPLETE, cmd, device, 0,
        new MidLayerFact.Completed(ScsiResult.GOOD));
    int call =
        note(
            ExecContext.SOFTIRQ, KernelFunction.SCSI_DECIDE_DISPOSITION, cmd, device, 0,
            CallFact.Entered.INSTANCE);
    returned(
        ExecContext.SOFTIRQ, KernelFunction.SCSI_DECIDE_DISPOSITION, cmd, device, call,
        Disposition.SUCCESS);
    return finish(cmd, device, io, ExecContext.SOFTIRQ, ScsiResult.GOOD, BlkStatus.OK);
  }

  /** The mid-layer finishes the command and the application is told. */
  public TraceWriter finish(
      int cmd, int device, int io, ExecContext who, ScsiResult result, BlkStatus status) {
    note(
        who, KernelFunction.SCSI_FINISH_COMMAND, cmd, device, 0,
        new MidLayerFact.Finished(result, retries.getOrDefault(cmd, 0)));
    note(
        who, KernelFunction.SD_DONE, cmd, device, 0,
        new MidLayerFact.SdDone(status == BlkStatus.OK ? 4096 : 0));
    note(
        who, KernelFunction.SCSI_END_REQUEST, cmd, device, 0,
        new BlockFact.RequestEnded(status, 4096, true));
    note(
        ExecContext.USER, KernelFunction.IO_END, -1, device, 0,
        new IoFact.IoEnded(io, status == BlkStatus.OK ? 4096 : -1, status.errno()));
    return this;
  }

  /** The queue's timer fires and finds the command expired. */
  public TraceWriter timeOut(int cmd, int device) {
    note(
        ExecContext.SOFTIRQ, KernelFunction.BLK_RQ_TIMED_OUT_TIMER, -1, device, 0,
        BlockFact.TimerFired.INSTANCE);
    note(
        ExecContext.KBLOCKD, KernelFunction.SCSI_TIMEOUT, cmd, device, 0,
        new TimeoutFact.TimedOut(TimerReturn.BLK_EH_DONE, 0));
    note(
        ExecContext.KBLOCKD, KernelFunction.BLK_MQ_TIMEOUT_WORK, -1, device, 0,
        new BlockFact.TimeoutScanned(1));
    return this;
  }

  /** The asynchronous abort is scheduled, runs and fails; the error handler gets the command. */
  public TraceWriter abortFails(int cmd, int device) {
    note(
        ExecContext.KBLOCKD, KernelFunction.SCSI_ABORT_COMMAND, cmd, device, 0,
        new TimeoutFact.AbortScheduled(10_000_000));
    now += 10_000_000;
    note(
        ExecContext.SOFTIRQ, KernelFunction.ABORT_WORK_QUEUED, cmd, device, 0,
        new TimeoutFact.AbortWorkQueued());
    ExecContext who = ExecContext.abortWork(0);
    note(
        who, KernelFunction.SCMD_EH_ABORT_HANDLER, cmd, device, 0, new TimeoutFact.AbortRan(0));
    hook(who, cmd, device, EhHook.EH_ABORT_HANDLER, Disposition.FAILED, 0);
    note(who, KernelFunction.SCSI_EH_SCMD_ADD, cmd, device, 0, new EhFact.EhAdded(0));
    note(
        who, KernelFunction.SCSI_HOST_SET_STATE, -1, -1, 0,
        new MachineFact.HostStateSet(ShostState.SHOST_RUNNING, ShostState.SHOST_RECOVERY));
    return this;
  }

  /** A callback of the driver is called and answers after some milliseconds. */
  public TraceWriter hook(
      ExecContext who, int cmd, int device, EhHook hook, Disposition answer, double millis) {
    KernelFunction function = KernelFunction.valueOf(hook.name());
    int call = note(who, function, cmd, device, 0, new EhFact.HookCalled(hook, READ));
    now += Math.round(millis * 1_000_000);
    return returned(who, function, cmd, device, call, answer);
  }

  /** The failed command is counted and the thread begins its pass. */
  public TraceWriter wake(int cmd, int device) {
    note(
        ExecContext.SOFTIRQ, KernelFunction.SCSI_EH_INC_HOST_FAILED, cmd, device, 0,
        new EhFact.HostFailedCounted(1, 1));
    note(
        ExecContext.SOFTIRQ, KernelFunction.SCSI_EH_WAKEUP, -1, -1, 0, new EhFact.EhWoken(1, 1));
    ExecContext eh = ExecContext.scsiEh(0);
    note(eh, KernelFunction.SCSI_UNJAM_HOST, -1, -1, 0, new EhFact.EhPassBegan(1));
    note(eh, KernelFunction.SCSI_EH_READY_DEVS, -1, -1, 0, new EhFact.LadderBegan(1));
    return this;
  }

  /** TEST UNIT READY goes out in the failed command and is answered, or times out after 10 s. */
  public TraceWriter tur(int cmd, int device, Readiness answer) {
    ExecContext eh = ExecContext.scsiEh(0);
    int tur = note(eh, KernelFunction.SCSI_EH_TUR, cmd, device, 0, new EhFact.TurBegan());
    int sent =
        note(
            eh, KernelFunction.SCSI_SEND_EH_CMND, cmd, device, 0,
            new EhFact.EhCommandSent(Cdb.TEST_UNIT_READY, 10_000_000_000L));
    boolean ready = answer == Readiness.READY;
    now += ready ? 1_000_000 : 10_000_000_000L;
    if (ready) {
      note(
          ExecContext.HARDIRQ, KernelFunction.SCSI_DONE, cmd, device, 0,
          new MidLayerFact.Done(Cdb.TEST_UNIT_READY, ScsiResult.GOOD, true));
    } else {
      hook(eh, cmd, device, EhHook.EH_ABORT_HANDLER, Disposition.SUCCESS, 0);
    }
    returned(
        eh, KernelFunction.SCSI_SEND_EH_CMND, cmd, device, sent,
        ready ? Disposition.SUCCESS : Disposition.FAILED);
    return returned(eh, KernelFunction.SCSI_EH_TUR, cmd, device, tur, answer);
  }

  /** The command is cured and sent again; the host runs. */
  public TraceWriter flushAndRestart(int cmd, int device) {
    ExecContext eh = ExecContext.scsiEh(0);
    note(eh, KernelFunction.SCSI_EH_FINISH_CMD, cmd, device, 0, new EhFact.EhFinished());
    note(eh, KernelFunction.SCSI_EH_FLUSH_DONE_Q, -1, -1, 0, new EhFact.FlushBegan());
    note(
        eh, KernelFunction.SCSI_QUEUE_INSERT, cmd, device, 0,
        new MidLayerFact.QueueInserted(MlqueueReturn.SCSI_MLQUEUE_EH_RETRY, 1));
    retries.put(cmd, 1);
    note(
        eh, KernelFunction.BLK_MQ_REQUEUE_REQUEST, cmd, device, 0, new BlockFact.Requeued(false));
    return restart();
  }

  /** The device is given up, the command fails, the host runs. */
  public TraceWriter offlineAndRestart(int cmd, int device, int io) {
    ExecContext eh = ExecContext.scsiEh(0);
    note(eh, KernelFunction.SCSI_EH_OFFLINE_SDEVS, cmd, device, 0, new EhFact.Offlined());
    note(
        eh, KernelFunction.SCSI_DEVICE_SET_STATE, -1, device, 0,
        new MachineFact.DeviceStateSet(SdevState.SDEV_RUNNING, SdevState.SDEV_OFFLINE, true));
    note(eh, KernelFunction.SCSI_EH_FINISH_CMD, cmd, device, 0, new EhFact.EhFinished());
    note(eh, KernelFunction.SCSI_EH_FLUSH_DONE_Q, -1, -1, 0, new EhFact.FlushBegan());
    finish(cmd, device, io, eh, new ScsiResult(0x30000), BlkStatus.IOERR);
    return restart();
  }

  private TraceWriter restart() {
    ExecContext eh = ExecContext.scsiEh(0);
    note(
        eh, KernelFunction.SCSI_HOST_SET_STATE, -1, -1, 0,
        new MachineFact.HostStateSet(ShostState.SHOST_RECOVERY, ShostState.SHOST_RUNNING));
    note(
        eh, KernelFunction.SCSI_RUN_HOST_QUEUES, -1, -1, 0,
        new EhFact.HostQueuesRan(ShostState.SHOST_RUNNING));
    note(eh, KernelFunction.SCSI_ERROR_HANDLER, -1, -1, 0, new EhFact.EhSlept());
    return this;
  }

  /** A read that nobody answers, whose abort fails and whose LUN reset works. */
  public static Trace lunResetCures(String kernel) {
    TraceWriter writer = new TraceWriter(kernel).machine(2);
    int good = writer.at(0).read("good", 1);
    writer.dispatch(good, 1).at(4).complete(good, 1, 0);
    int lost = writer.at(5).read("lost", 0);
    writer.dispatch(lost, 0).at(30_600).timeOut(lost, 0).abortFails(lost, 0);
    writer.at(30_620).wake(lost, 0);
    writer.hook(
        ExecContext.scsiEh(0), lost, 0, EhHook.EH_DEVICE_RESET_HANDLER, Disposition.SUCCESS, 5);
    writer.tur(lost, 0, Readiness.READY).flushAndRestart(lost, 0);
    writer.at(30_650).dispatch(lost, 0).at(30_654).complete(lost, 0, 1);
    return writer.freeze();
  }

  /** Resets work, but the disk never says that it is ready: it ends offline. */
  public static Trace everyRungInVain() {
    TraceWriter writer = new TraceWriter("6.12").machine(1);
    int lost = writer.at(0).read("lost", 0);
    writer.dispatch(lost, 0).at(30_600).timeOut(lost, 0).abortFails(lost, 0);
    writer.at(30_620).wake(lost, 0);
    ExecContext eh = ExecContext.scsiEh(0);
    writer.hook(eh, lost, 0, EhHook.EH_DEVICE_RESET_HANDLER, Disposition.SUCCESS, 5);
    writer.tur(lost, 0, Readiness.NOT_READY);
    writer.hook(eh, lost, 0, EhHook.EH_BUS_RESET_HANDLER, Disposition.SUCCESS, 5);
    writer.note(
        eh, KernelFunction.SCSI_TRY_BUS_RESET, -1, -1, 0,
        new EhFact.Settling(EhHook.EH_BUS_RESET_HANDLER, 10_000_000_000L));
    writer.now += 10_000_000_000L;
    writer.tur(lost, 0, Readiness.NOT_READY).offlineAndRestart(lost, 0, 0);
    return writer.freeze();
  }

  /** Reads that come one after the other on each of some disks, so many in flight at once. */
  public static Trace busy(int disks, int inFlight, int reads) {
    TraceWriter writer = new TraceWriter("6.12").machine(disks);
    int[] open = new int[inFlight];
    for (int i = 0; i < reads; i++) {
      writer.at(i * 0.1);
      int slot = i % inFlight;
      if (i >= inFlight) {
        writer.complete(open[slot], (i - inFlight) % disks, i - inFlight);
      }
      open[slot] = writer.read("r#" + i, i % disks);
      writer.dispatch(open[slot], i % disks);
    }
    return writer.freeze();
  }

  public Trace freeze() {
    return recorder.freeze(
        new TraceHeader("fixture", "", kernel, 250, 0, TraceHeader.Origin.RECORDED));
  }
}
