package unjam.projection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import unjam.scsi.BlkStatus;
import unjam.scsi.ScsiResult;
import unjam.trace.BlockFact;
import unjam.trace.KernelFunction;
import unjam.trace.MidLayerFact;
import unjam.trace.TraceEvent;

/** The ordinary way of a command down and up again, and the timer of its queue. */
final class PathFold {

  private final Projector all;

  PathFold(Projector all) {
    this.all = all;
  }

  void entered(TraceEvent event, @Nullable CommandCell command) {
    if (command == null || command.base == CommandState.ON_EH_LIST) {
      return;
    }
    if (event.function() == KernelFunction.SCSI_QUEUE_RQ) {
      command.moveTo(Station.MIDLAYER, event);
    } else if (event.function() == KernelFunction.BLK_DONE_SOFTIRQ && command.inFlight) {
      command.moveTo(Station.SOFTIRQ, event);
    }
  }

  void apply(TraceEvent event, @Nullable CommandCell command, BlockFact fact) {
    switch (fact) {
      case BlockFact.RequestAllocated allocated -> allocated(event, command, allocated);
      case BlockFact.Refused refused -> refused(event, command, refused);
      case BlockFact.RequestStarted started -> started(event, command, started);
      case BlockFact.Requeued requeued -> requeued(event, command, requeued);
      case BlockFact.RequestAborted aborted -> {
        if (command != null) {
          command.deadline = aborted.deadline();
        }
      }
      case BlockFact.RequeueWorkRan ran -> { }
      case BlockFact.RequestEnded ended -> ended(event, command, ended);
      case BlockFact.QueueRunDelayed delayed -> {
        DeviceCell device = device(event, command);
        if (device != null) {
          device.queueRunAt = event.nanos() + delayed.nanos();
        }
      }
      case BlockFact.TimerArmed armed ->
          timer(event, command, new QueueTimer(event.nanos(), armed.expiresAt(), false));
      case BlockFact.TimerFired fired -> timer(event, command, new QueueTimer(-1, -1, true));
      case BlockFact.TimeoutScanned scanned -> {
        DeviceCell device = device(event, command);
        if (device != null) {
          QueueTimer timer = device.timer;
          device.timer = new QueueTimer(timer.armedAt(), timer.expiresAt(), false);
        }
      }
    }
  }

  private void timer(TraceEvent event, @Nullable CommandCell command, QueueTimer timer) {
    DeviceCell device = device(event, command);
    if (device != null) {
      device.timer = timer;
    }
  }

  private static void allocated(
      TraceEvent event, @Nullable CommandCell command, BlockFact.RequestAllocated allocated) {
    if (command == null) {
      return;
    }
    command.op = allocated.op();
    command.sector = allocated.sector();
    command.bytes = allocated.bytes();
    command.failFast = allocated.failFast();
    command.passthrough = allocated.passthrough();
    command.admin = allocated.admin();
    command.moveTo(Station.SCHEDULER, CommandState.QUEUED, event);
  }

  private void refused(
      TraceEvent event, @Nullable CommandCell command, BlockFact.Refused refused) {
    DeviceCell device = device(event, command);
    if (device != null) {
      device.held(refused.gate(), event.nanos());
    }
    if (command != null) {
      command.moveTo(Station.DISPATCH, event);
      if (command.heldBy.isEmpty() || command.heldBy.get() != refused.gate()) {
        command.heldBy = Optional.of(refused.gate());
      }
    }
  }

  private void started(
      TraceEvent event, @Nullable CommandCell command, BlockFact.RequestStarted started) {
    if (command == null) {
      return;
    }
    DeviceCell device = device(event, command);
    if (device != null) {
      device.passed();
    }
    command.heldBy = Optional.empty();
    command.tag = started.tag();
    command.timeout = started.timeoutNanos();
    command.startedNanos = event.nanos();
    command.deadline = started.deadline();
    command.result = Optional.empty();
    command.moveTo(Station.MIDLAYER, CommandState.IN_FLIGHT, event);
    if (!command.inFlight) {
      command.inFlight = true;
      count(event, command, 1);
    }
  }

  private void requeued(
      TraceEvent event, @Nullable CommandCell command, BlockFact.Requeued requeued) {
    if (command == null) {
      return;
    }
    leavesDriver(event, command);
    command.stopTimer();
    command.tag = -1;
    if (!requeued.refused()) {
      command.moveTo(Station.REQUEUED, CommandState.REQUEUED, event);
    } else {
      boolean again = command.base == CommandState.REQUEUED;
      command.moveTo(
          Station.DISPATCH, again ? CommandState.REQUEUED : CommandState.QUEUED, event);
    }
  }

  private void ended(
      TraceEvent event, @Nullable CommandCell command, BlockFact.RequestEnded ended) {
    if (command == null || !ended.last()) {
      return;
    }
    leavesDriver(event, command);
    command.stopTimer();
    command.tag = -1;
    command.status = Optional.of(ended.error());
    boolean well = ended.error() == BlkStatus.OK;
    command.moveTo(
        Station.APPLICATION, well ? CommandState.DONE : CommandState.FAILED, event);
    if (command.io >= 0 && all.ios.get(command.io) != null) {
      all.untold.add(command.id);
    } else {
      all.commands.remove(command.id);
    }
  }

  void apply(TraceEvent event, @Nullable CommandCell command, MidLayerFact fact) {
    if (fact instanceof MidLayerFact.QueueFullNoted noted) {
      DeviceCell device = all.devices.get(event.device());
      if (device != null) {
        device.queueDepth = noted.depth();
      }
    }
    if (command == null) {
      return;
    }
    switch (fact) {
      case MidLayerFact.Prepared prepared -> prepared(event, command, prepared);
      case MidLayerFact.Dispatched dispatched -> dispatched(event, command);
      case MidLayerFact.QueuecommandBusy busy -> notTaken(event, command);
      case MidLayerFact.DriverRan ran -> answered(event, command);
      case MidLayerFact.Done done -> {
        if (!done.borrowed() && answered(event, command)) {
          command.result = Optional.of(done.result());
        }
      }
      case MidLayerFact.Completed completed -> completed(event, command, completed.result());
      case MidLayerFact.Finished finished -> finished(event, command, finished);
      case MidLayerFact.SdDone done -> {
        DeviceCell device = device(event, command);
        if (device != null) {
          device.mediumTimeouts = 0;
        }
      }
      case MidLayerFact.QueueInserted inserted -> {
        command.retries = inserted.retries();
        sentBack(event, command);
      }
      case MidLayerFact.RequeuedForPrep requeued -> {
        command.abortTried = false;
        sentBack(event, command);
      }
      case MidLayerFact.LateCompletionDropped dropped -> { }
      case MidLayerFact.SenseChecked asked -> { }
      case MidLayerFact.NoRetryAsked asked -> { }
      case MidLayerFact.RuntimeAsked asked -> { }
      case MidLayerFact.QueueFullNoted noted -> { }
      case MidLayerFact.IoCompletion completion -> { }
    }
  }

  private static void prepared(
      TraceEvent event, CommandCell command, MidLayerFact.Prepared prepared) {
    command.cdb = Optional.of(prepared.cdb());
    command.allowed = prepared.allowed();
    command.abortTried = false;
    command.moveTo(Station.MIDLAYER, event);
  }

  private void dispatched(TraceEvent event, CommandCell command) {
    command.dispatches++;
    counters(event, command, 1, 0, 0, 0);
    command.moveTo(Station.DRIVER_AND_TARGET, CommandState.IN_FLIGHT, event);
  }

  private void notTaken(TraceEvent event, CommandCell command) {
    counters(event, command, -1, 0, 0, 0);
    leavesDriver(event, command);
    command.stopTimer();
    command.moveTo(Station.DISPATCH, CommandState.QUEUED, event);
  }

  private void completed(TraceEvent event, CommandCell command, ScsiResult result) {
    counters(event, command, 0, 1, result.isZero() ? 0 : 1, 0);
    command.result = Optional.of(result);
    command.stopTimer();
    command.moveTo(Station.SOFTIRQ, event);
  }

  private void finished(
      TraceEvent event, CommandCell command, MidLayerFact.Finished finished) {
    leavesDriver(event, command);
    command.stopTimer();
    command.retries = finished.retries();
    command.result = Optional.of(finished.result());
    command.moveTo(Station.COMPLETION, CommandState.IN_FLIGHT, event);
  }

  private void sentBack(TraceEvent event, CommandCell command) {
    leavesDriver(event, command);
    command.stopTimer();
    command.moveTo(Station.REQUEUED, CommandState.REQUEUED, event);
  }

  /** An answer moves a command only as long as nobody else has claimed it. */
  private static boolean answered(TraceEvent event, CommandCell command) {
    if (command.base != CommandState.IN_FLIGHT) {
      return false;
    }
    command.moveTo(Station.IRQ, event);
    return true;
  }

  private void leavesDriver(TraceEvent event, CommandCell command) {
    if (command.inFlight) {
      command.inFlight = false;
      count(event, command, -1);
    }
  }

  private void count(TraceEvent event, CommandCell command, int by) {
    DeviceCell device = device(event, command);
    if (device != null) {
      device.inFlight += by;
    }
    HostCell host = all.hosts.get(command.host >= 0 ? command.host : all.hostOf(event));
    if (host != null) {
      host.busy += by;
    }
  }

  private void counters(
      TraceEvent event, CommandCell command, int request, int done, int error, int timeout) {
    DeviceCell device = device(event, command);
    if (device != null) {
      device.counters = device.counters.plus(request, done, error, timeout);
    }
  }

  private @Nullable DeviceCell device(TraceEvent event, @Nullable CommandCell command) {
    return all.devices.get(command != null && command.device >= 0
        ? command.device
        : event.device());
  }
}
