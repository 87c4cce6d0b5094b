package unjam.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Opcode;
import unjam.scsi.TimerReturn;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext.Kind;
import unjam.trace.TimeoutFact;
import unjam.trace.TraceEvent;

/** From the expired timer to the end of the error handler's pass. */
final class RecoveryFold {

  private static final int QUESTION = 1;
  private static final int COMMAND = 2;
  private static final int CALLBACK = 3;
  private static final int PAUSE = 4;

  private final Projector all;
  private final KernelCounting counting;

  RecoveryFold(Projector all) {
    this.all = all;
    counting = KernelCounting.of(all.trace.header().kernel());
  }

  void apply(TraceEvent event, @Nullable CommandCell command, TimeoutFact fact) {
    if (command == null) {
      return;
    }
    switch (fact) {
      case TimeoutFact.TimedOut timedOut -> timedOut(event, command, timedOut);
      case TimeoutFact.DriverAsked asked -> { }
      case TimeoutFact.AbortScheduled scheduled -> {
        command.abortTried = true;
        command.moveTo(Station.ABORT_PENDING, CommandState.TIMED_OUT, event);
      }
      case TimeoutFact.AbortWorkQueued queued ->
          command.moveTo(Station.ABORT_PENDING, CommandState.ABORTING, event);
      case TimeoutFact.AbortRan ran -> {
        command.retries = ran.retries();
        command.moveTo(Station.ABORTING, CommandState.ABORTING, event);
      }
    }
  }

  private void timedOut(TraceEvent event, CommandCell command, TimeoutFact.TimedOut timedOut) {
    command.timeouts++;
    command.retries = timedOut.retries();
    boolean taken = timedOut.answer() == TimerReturn.BLK_EH_DONE;
    DeviceCell device = all.devices.get(command.device);
    if (device != null) {
      device.counters =
          device.counters.plus(
              0,
              taken && counting.timeoutCountsAsDone() ? 1 : 0,
              0,
              counting.timeoutIsCounted() ? 1 : 0);
    }
    if (!taken) {
      command.startedNanos = event.nanos();
      command.deadline = event.nanos() + command.timeout;
    } else {
      command.stopTimer();
      if (command.base == CommandState.IN_FLIGHT) {
        command.base = CommandState.TIMED_OUT;
      }
    }
  }

  void apply(TraceEvent event, @Nullable CommandCell command, EhFact fact) {
    if (command != null) {
      onCommand(event, command, fact);
    }
    HostCell host = all.hosts.get(all.hostOf(event));
    if (host != null) {
      onHost(event, host, fact);
    }
  }

  private void onCommand(TraceEvent event, CommandCell command, EhFact fact) {
    switch (fact) {
      case EhFact.EhAdded added -> {
        command.retries = added.retries();
        command.stopTimer();
        command.moveTo(Station.EH_QUEUE, CommandState.ON_EH_LIST, event);
      }
      case EhFact.EhFinished finished ->
          command.moveTo(Station.EH_DONE, CommandState.ON_EH_LIST, event);
      case EhFact.EhAction action -> {
        DeviceCell device = all.devices.get(command.device);
        if (device != null) {
          device.mediumTimeouts = action.mediumTimeouts();
        }
      }
      case EhFact.MediumGateReset gate -> { }
      case EhFact.HostFailedCounted counted -> { }
      case EhFact.EhWoken woken -> { }
      case EhFact.EhPassBegan began -> { }
      case EhFact.LadderBegan began -> { }
      case EhFact.HookCalled called -> { }
      case EhFact.Settling settling -> { }
      case EhFact.TurBegan began -> { }
      case EhFact.StartUnitBegan began -> { }
      case EhFact.EhCommandSent sent -> { }
      case EhFact.Offlined offlined -> { }
      case EhFact.AutopsyMade made -> { }
      case EhFact.LinkResetCalled called -> { }
      case EhFact.LinkPaused paused -> { }
      case EhFact.AdapterReset reset -> { }
      case EhFact.Revalidated looked -> { }
      case EhFact.DeviceDisabled disabled -> { }
      case EhFact.FlushBegan began -> { }
      case EhFact.HostQueuesRan ran -> { }
      case EhFact.EhSlept slept -> { }
    }
  }

  private void onHost(TraceEvent event, HostCell host, EhFact fact) {
    switch (fact) {
      case EhFact.HostFailedCounted counted -> host.failed = counted.hostFailed();
      case EhFact.EhWoken woken -> settle(event, host, EhStep.WOKEN, EhStep.ASLEEP, -1);
      case EhFact.EhPassBegan began -> {
        takeInHand(event, host);
        boolean libata = host.strategy.equals("ata_scsi_error");
        settle(
            event, host, libata ? EhStep.AUTOPSY : EhStep.SENSE, EhStep.ASLEEP, -1);
      }
      case EhFact.LadderBegan began -> settle(event, host, EhStep.LADDER, EhStep.ASLEEP, -1);
      case EhFact.HookCalled called -> {
        if (event.context().kind() != Kind.ABORT_WORK) {
          call(event, host, EhStep.of(called.hook()), CALLBACK, -1);
        }
      }
      case EhFact.Settling settling -> {
        EhStep rung = host.eh.rung();
        call(event, host, EhStep.of(settling.after()), CALLBACK, -1);
        call(event, host, EhStep.SETTLING, PAUSE, event.nanos() + settling.nanos());
        host.eh = host.eh.on(rung);
      }
      case EhFact.TurBegan began -> call(event, host, EhStep.TUR, QUESTION, -1);
      case EhFact.StartUnitBegan began -> call(event, host, EhStep.START_UNIT, QUESTION, -1);
      case EhFact.EhCommandSent sent ->
          call(
              event, host, stepOf(sent.cdb().opcode(), host), COMMAND,
              event.nanos() + sent.timeoutNanos());
      case EhFact.Offlined offlined -> settle(event, host, EhStep.OFFLINE, EhStep.OFFLINE, -1);
      case EhFact.AutopsyMade made ->
          settle(event, host, EhStep.AUTOPSY, EhStep.ASLEEP, -1);
      case EhFact.LinkResetCalled called ->
          call(event, host, EhStep.LINK_RESET, CALLBACK, event.nanos() + called.nanos());
      case EhFact.LinkPaused paused ->
          settle(
              event, host, EhStep.LINK_PAUSE, EhStep.LINK_RESET, event.nanos() + paused.nanos());
      case EhFact.Revalidated looked ->
          settle(event, host, EhStep.REVALIDATE, EhStep.REVALIDATE, -1);
      case EhFact.DeviceDisabled disabled ->
          settle(event, host, EhStep.DISABLED, EhStep.DISABLED, -1);
      case EhFact.FlushBegan began -> settle(event, host, EhStep.FLUSH, EhStep.ASLEEP, -1);
      case EhFact.HostQueuesRan ran -> {
        host.failed = 0;
        settle(event, host, EhStep.RESTART, EhStep.ASLEEP, -1);
      }
      case EhFact.EhSlept slept ->
          host.eh =
              new EhView(
                  EhStep.ASLEEP, EhStep.ASLEEP, -1, -1, event.nanos(), -1, List.of());
      case EhFact.AdapterReset reset -> { }
      case EhFact.EhAdded added -> { }
      case EhFact.MediumGateReset gate -> { }
      case EhFact.EhAction action -> { }
      case EhFact.EhFinished finished -> { }
    }
  }

  private void takeInHand(TraceEvent event, HostCell host) {
    for (int i = 0; i < all.commands.size(); i++) {
      CommandView command = all.commands.view(i);
      if (command.host() == host.number && command.station() == Station.EH_QUEUE) {
        CommandCell cell = all.commands.get(command.id());
        if (cell != null) {
          cell.moveTo(Station.EH_IN_HAND, event);
        }
      }
    }
  }

  private static EhStep stepOf(Opcode opcode, HostCell host) {
    return switch (opcode) {
      case TEST_UNIT_READY -> EhStep.TUR;
      case START_STOP -> EhStep.START_UNIT;
      case REQUEST_SENSE -> EhStep.SENSE;
      case READ_6, WRITE_6, INQUIRY, MODE_SENSE, READ_CAPACITY, READ_10, WRITE_10, VERIFY,
          SYNCHRONIZE_CACHE, WRITE_SAME, UNMAP, READ_16, WRITE_16, REPORT_LUNS ->
          host.eh.step();
    };
  }

  /** The thread does something by itself: it waits for no call. */
  private static void settle(
      TraceEvent event, HostCell host, EhStep step, EhStep rung, long until) {
    host.eh =
        new EhView(
            step, rung, event.device(), event.cmd(), event.nanos(), until, List.of());
  }

  /** The thread calls something. What lies deeper than the new call must have come back. */
  private void call(TraceEvent event, HostCell host, EhStep step, int depth, long until) {
    EhView eh = host.eh;
    List<EhCall> calls = new ArrayList<>(eh.calls());
    while (!calls.isEmpty() && calls.getLast().depth() >= depth) {
      calls.removeLast();
    }
    EhStep rung = eh.rung();
    boolean climbs = calls.isEmpty() && depth == CALLBACK && step != EhStep.ABORT;
    boolean starts = calls.isEmpty() && step == EhStep.START_UNIT && rung == EhStep.ASLEEP;
    if (climbs || starts) {
      rung = step;
    }
    calls.add(
        new EhCall(
            event.seq(), step, depth, event.device(), event.cmd(), event.nanos(), until));
    host.eh =
        new EhView(
            step, rung, event.device(), event.cmd(), event.nanos(), until, List.copyOf(calls));
  }

  void returned(TraceEvent event, CallFact.Returned returned) {
    HostCell host = all.hosts.get(all.hostOf(event));
    if (host == null || host.eh.calls().isEmpty()) {
      return;
    }
    EhView eh = host.eh;
    int at = eh.calls().size() - 1;
    while (at >= 0 && eh.calls().get(at).seq() != returned.call()) {
      at--;
    }
    if (at < 0) {
      return;
    }
    List<EhCall> calls = List.copyOf(eh.calls().subList(0, at));
    if (calls.isEmpty()) {
      boolean sense = eh.calls().getFirst().step() == EhStep.SENSE;
      host.eh =
          new EhView(
              sense ? EhStep.SENSE : EhStep.LADDER, eh.rung(), event.device(), event.cmd(),
              event.nanos(), -1, calls);
    } else {
      EhCall top = calls.getLast();
      host.eh =
          new EhView(
              top.step(), eh.rung(), top.device(), top.command(), top.sinceNanos(),
              top.untilNanos(), calls);
    }
  }
}
