package unjam.kernel.lio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unjam.kernel.core.Kernel;
import unjam.kernel.core.Latency;
import unjam.scsi.Opcode;
import unjam.scsi.ScsiResult;
import unjam.scsi.SenseData;
import unjam.scsi.TargetThread;
import unjam.scsi.TmFunction;
import unjam.scsi.TmResponse;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.TargetFact;

/**
 * The target's end of a session with its one connection (drivers/target/iscsi/iscsi_target.c).
 * Taking it down waits for every command that a backstore still has, however long that is.
 */
public final class TargetConnection {

  private final Kernel kernel;
  private final Lio target;
  private final int number;
  private final Initiator initiator;
  private final Map<Integer, TargetCommand> commands = new TreeMap<>();
  private final TmrWork managing;
  private final List<Runnable> whenGone = new ArrayList<>();
  private boolean closing;
  private boolean gone;

  TargetConnection(Kernel kernel, Lio target, int number, Initiator initiator) {
    this.kernel = kernel;
    this.target = target;
    this.number = number;
    this.initiator = initiator;
    this.managing = new TmrWork(kernel, this);
  }

  Initiator initiator() {
    return initiator;
  }

  int number() {
    return number;
  }

  boolean isGone() {
    return gone;
  }

  /** What runs in the thread that receives. */
  private ExecContext rx() {
    return ExecContext.ofHost(ExecContext.Kind.TARGET_RX, initiator.host());
  }

  private ExecContext tx() {
    return ExecContext.ofHost(ExecContext.Kind.TARGET_TX, initiator.host());
  }

  /** A command is on its way here; {@code waitsForData}: not all of a write came with it. */
  public void send(TargetCommand command, boolean waitsForData) {
    target.wire().carry(initiator.host(), rx(), () -> receive(command, waitsForData));
  }

  private void receive(TargetCommand command, boolean waitsForData) {
    if (closing) {
      return;
    }
    commands.put(command.tag(), command);
    note(
        KernelFunction.ISCSIT_SETUP_SCSI_CMD,
        command,
        new TargetFact.CommandReceived(command.tag()));
    if (waitsForData) {
      toInitiator(() -> initiator.dataWanted(command.tag()));
    } else {
      execute(command);
    }
  }

  /** The data of a write are on their way here. */
  public void sendData(int tag) {
    target.wire().carry(
        initiator.host(),
        rx(),
        () -> {
          TargetCommand command = commands.get(tag);
          if (command != null && !closing) {
            execute(command);
          }
        });
  }

  private void execute(TargetCommand command) {
    if (reachesDisk(command.cdb().opcode())) {
      target
          .backstore(command.unit())
          .submit(command, result -> over(command, result.result(), result.sense()));
    } else {
      over(command, ScsiResult.GOOD, Optional.empty());
    }
  }

  /** What the target answers by itself never comes to the disk (target_core_spc.c). */
  private static boolean reachesDisk(Opcode opcode) {
    return switch (opcode) {
      case READ_6, READ_10, READ_16, WRITE_6, WRITE_10, WRITE_16, VERIFY, SYNCHRONIZE_CACHE,
          WRITE_SAME, UNMAP -> true;
      case TEST_UNIT_READY, REQUEST_SENSE, INQUIRY, MODE_SENSE, START_STOP, READ_CAPACITY,
          REPORT_LUNS -> false;
    };
  }

  private void over(TargetCommand command, ScsiResult result, Optional<SenseData> sense) {
    commands.remove(command.tag());
    if (command.answerWanted()) {
      kernel.after(
          Latency.WORK,
          tx(),
          () -> toInitiator(() -> initiator.answered(command.tag(), result, sense)));
    }
  }

  /** Something goes to the initiator, unless the connection is down when it would leave. */
  void toInitiator(Runnable arrival) {
    if (!closing) {
      target.wire().carry(
          initiator.host(),
          ExecContext.SOFTIRQ,
          () -> {
            if (!closing) {
              arrival.run();
            }
          });
    }
  }

  /** "Are you there?" is on its way here; the thread that receives answers at once. */
  public void sendNop() {
    target.wire().carry(
        initiator.host(),
        rx(),
        () -> {
          if (!closing) {
            note(KernelFunction.ISCSIT_HANDLE_NOP_OUT, null, new TargetFact.NopReceived());
            toInitiator(initiator::nopAnswered);
          }
        });
  }

  /**
   * A task management function is on its way here.
   *
   * @param ref tag of the task that it is about, or -1
   * @param unit index of the device that it is about
   */
  public void sendTmf(TmFunction function, int ref, int unit) {
    target.wire().carry(
        initiator.host(),
        rx(),
        () -> {
          if (!closing) {
            note(
                KernelFunction.ISCSIT_HANDLE_TASK_MGT_CMD,
                commands.get(ref),
                new TargetFact.TmfReceived(function, ref));
            managing.queue(function, ref, unit);
          }
        });
  }

  Optional<TargetCommand> command(int tag) {
    return Optional.ofNullable(commands.get(tag));
  }

  List<TargetCommand> commandsOf(int unit) {
    return commands.values().stream().filter(each -> each.unit().index() == unit).toList();
  }

  void answerTmf(TmResponse response) {
    kernel.after(Latency.WORK, tx(), () -> toInitiator(() -> initiator.managed(response)));
  }

  /** The initiator has closed its socket. */
  public void socketClosed() {
    target.wire().carry(initiator.host(), rx(), this::close);
  }

  /**
   * Takes the connection and with it the session down (iscsi_target.c: iscsit_close_connection,
   * iscsit_release_commands_from_conn).
   */
  void close() {
    if (closing) {
      return;
    }
    closing = true;
    note(
        KernelFunction.ISCSIT_CLOSE_CONNECTION, null, new TargetFact.ConnectionClosing(number));
    List<TargetCommand> left = List.copyOf(commands.values());
    left.forEach(TargetCommand::forget);
    free(left);
  }

  /** One command after the other; a thread that waits for one does not look at the next. */
  private void free(List<TargetCommand> left) {
    Optional<TargetCommand> next = left.stream().filter(each -> !each.ended()).findFirst();
    if (next.isEmpty()) {
      closed();
      return;
    }
    note(
        KernelFunction.TRANSPORT_WAIT_FOR_TASKS,
        next.get(),
        new TargetFact.WaitBegan(TargetThread.ISCSI_TRX, next.get().tag()));
    next.get()
        .whenEnded(
            () ->
                kernel.after(
                    Latency.THREAD_WAKE,
                    rx(),
                    () -> {
                      note(
                          KernelFunction.TRANSPORT_WAIT_FOR_TASKS,
                          next.get(),
                          new TargetFact.WaitEnded(TargetThread.ISCSI_TRX));
                      free(left);
                    }));
  }

  private void closed() {
    gone = true;
    note(KernelFunction.ISCSIT_CLOSE_SESSION, null, new TargetFact.SessionClosed(number));
    List<Runnable> all = List.copyOf(whenGone);
    whenGone.clear();
    all.forEach(Runnable::run);
  }

  /** Runs when the session is gone. */
  void whenGone(Runnable then) {
    whenGone.add(then);
  }

  void note(
      KernelFunction in, @org.jspecify.annotations.Nullable TargetCommand command, Fact fact) {
    kernel.note(
        in,
        command == null ? Kernel.NONE : command.id(),
        command == null ? Kernel.NONE : command.unit().index(),
        initiator.host(),
        fact);
  }
}
