package unjam.kernel.iscsi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.kernel.lio.Initiator;
import unjam.kernel.lio.Lio;
import unjam.kernel.lio.TargetCommand;
import unjam.kernel.lio.TargetConnection;
import unjam.kernel.midlayer.ScsiCmnd;
import unjam.kernel.midlayer.ScsiCompletion;
import unjam.kernel.midlayer.ScsiHost;
import unjam.scsi.HostByte;
import unjam.scsi.IoOp;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.SessionState;
import unjam.scsi.TmResponse;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;

/**
 * One session with its one connection, which is one Scsi_Host (include/scsi/libiscsi.h: struct
 * iscsi_session, struct iscsi_conn): its tasks, on their way out and back.
 */
final class Session implements Initiator {

  /**
   * Bytes of a write that go with its command; for the rest the target asks (RFC 7143:
   * FirstBurstLength, with ImmediateData).
   */
  private static final int IMMEDIATE_DATA = 65_536;

  private final Kernel kernel;
  private final ScsiHost shost;
  private final int number;
  private final Settings settings;
  private final ScsiCompletion completion;
  private final Lateness lateness;
  private final Map<ScsiCmnd, Task> tasks = new LinkedHashMap<>();
  private final Map<Integer, Task> byItt = new LinkedHashMap<>();
  private final List<Kernel.Wait> waiting = new ArrayList<>();
  private final Nops nops;
  private final TaskManagement management;
  private final SessionRecovery recovery;
  private @Nullable TargetConnection connection;
  private SessionState state = SessionState.LOGGED_IN;
  private int itts;

  /** How late a worker is with a command. */
  interface Lateness {
    int ticks(ScsiCmnd scmd);
  }

  Session(
      Kernel kernel,
      ScsiHost shost,
      int number,
      Lio target,
      ScsiCompletion completion,
      SessionRecovery.Devices devices,
      Lateness lateness) {
    this.kernel = kernel;
    this.shost = shost;
    this.number = number;
    this.settings = new Settings(kernel, shost.template());
    this.completion = completion;
    this.lateness = lateness;
    this.nops = new Nops(kernel, this);
    this.management = new TaskManagement(kernel, this);
    this.recovery = new SessionRecovery(kernel, this, devices, new Iscsid(kernel, this, target));
  }

  void establish(Lio target) {
    kernel.noteScenario(
        Kernel.NONE,
        shost.number(),
        new IscsiFact.SessionAdded(number, "t" + shost.number(), Lio.PORTAL));
    connection = target.established(this);
  }

  @Override
  public int host() {
    return shost.number();
  }

  ScsiHost shost() {
    return shost;
  }

  /** As the kernel log names it: {@code session1}, {@code connection1:0}. */
  int number() {
    return number;
  }

  Settings settings() {
    return settings;
  }

  Nops nops() {
    return nops;
  }

  TaskManagement management() {
    return management;
  }

  SessionRecovery recovery() {
    return recovery;
  }

  SessionState state() {
    return state;
  }

  boolean loggedIn() {
    return state == SessionState.LOGGED_IN;
  }

  TargetConnection connection() {
    return Objects.requireNonNull(connection, "not connected");
  }

  Optional<Task> task(ScsiCmnd scmd) {
    return Optional.ofNullable(tasks.get(scmd));
  }

  List<Task> tasks() {
    return List.copyOf(tasks.values());
  }

  void become(SessionState next, KernelFunction in) {
    if (state != next) {
      String before = state.sysfs();
      state = next;
      if (!before.equals(next.sysfs())) {
        note(in, new MachineFact.TransportStateSet("session" + number, before, next.sysfs()));
      }
    }
  }

  /** Who waits for an answer or for another state looks again (libiscsi.h: ehwait). */
  void wakeWaiters() {
    List<Kernel.Wait> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Kernel.Wait::complete);
  }

  Kernel.Wait newWait() {
    Kernel.Wait wait = kernel.newWait();
    waiting.add(wait);
    return wait;
  }

  /** libiscsi.c: iscsi_queuecommand. */
  void queuecommand(ScsiCmnd scmd) {
    int itt = itts++;
    note(KernelFunction.ISCSI_QUEUECOMMAND, scmd, new IscsiFact.TaskQueued(itt));
    switch (state) {
      case LOGGED_IN -> {
        Task task = new Task(itt, scmd, kernel.jiffies());
        tasks.put(scmd, task);
        byItt.put(itt, task);
        TargetCommand command = new TargetCommand(itt, scmd);
        after(lateness.ticks(scmd), () -> transmit(task, command));
        nops.taskStarted();
      }
      case FAILED, IN_RECOVERY -> giveBack(scmd, HostByte.DID_IMM_RETRY);
      case RECOVERY_FAILED -> giveBack(scmd, HostByte.DID_TRANSPORT_FAILFAST);
    }
  }

  private void after(int ticks, Runnable body) {
    ExecContext worker = ExecContext.KWORKER;
    if (ticks == 0) {
      kernel.after(Latency.WORK, worker, body);
    } else {
      kernel.at(kernel.nanosAt(kernel.jiffies() + ticks) + Latency.WORK, worker, body);
    }
  }

  private void giveBack(ScsiCmnd scmd, HostByte why) {
    scmd.setResult(ScsiResult.of(why));
    completion.scsiDone(scmd);
  }

  /** libiscsi.c: iscsi_xmit_task. */
  private void transmit(Task task, TargetCommand command) {
    if (byItt.get(task.itt) != task || !loggedIn()) {
      return;
    }
    moved(task);
    boolean more =
        !task.scmd.isBorrowed()
            && task.scmd.request().op() == IoOp.WRITE
            && task.scmd.request().bytes() > IMMEDIATE_DATA;
    connection().send(command, more);
  }

  private void moved(Task task) {
    note(KernelFunction.ISCSI_XMIT_TASK, task.scmd, new IscsiFact.TaskSent(task.itt));
    task.lastXfer = kernel.jiffies();
  }

  @Override
  public void dataWanted(int tag) {
    nops.heard();
    Task task = byItt.get(tag);
    if (task != null) {
      moved(task);
      connection().sendData(tag);
    }
  }

  @Override
  public void answered(int tag, ScsiResult result, Optional<SenseData> sense) {
    nops.heard();
    Task task = byItt.get(tag);
    if (task != null) {
      forget(task);
      task.scmd.setResult(result);
      task.scmd.setSense(sense.orElse(null));
      completion.scsiDone(task.scmd);
    }
  }

  private void forget(Task task) {
    tasks.remove(task.scmd, task);
    byItt.remove(task.itt);
  }

  @Override
  public void managed(TmResponse response) {
    nops.heard();
    management.answered(response);
  }

  @Override
  public void nopAnswered() {
    nops.heard();
    nops.answered();
  }

  @Override
  public void loggedIn(TargetConnection fresh) {
    recovery.loggedIn(fresh);
  }

  void connect(TargetConnection fresh) {
    connection = fresh;
  }

  /**
   * Ends a task for the initiator, whatever the target still does with it (libiscsi.c:
   * fail_scsi_task). A command that the mid-layer has claimed stays with it.
   */
  void fail(Task task, HostByte why) {
    forget(task);
    ScsiCmnd scmd = task.scmd;
    scmd.setResult(ScsiResult.of(why));
    if (!scmd.isClaimed() || scmd.sentByErrorHandler()) {
      completion.scsiDone(scmd);
    }
  }

  int note(KernelFunction in, Fact fact) {
    return kernel.note(in, Kernel.NONE, Kernel.NONE, shost.number(), fact);
  }

  int note(KernelFunction in, ScsiCmnd scmd, Fact fact) {
    return kernel.note(in, scmd.id(), scmd.device().index(), shost.number(), fact);
  }
}
