package unjam.analysis;

import static unjam.analysis.Invariant.ABORTS_ARE_SERIAL;
import static unjam.analysis.Invariant.BUSY_IS_COUNTED_RIGHT;
import static unjam.analysis.Invariant.CAN_QUEUE_IS_NOT_EXCEEDED;
import static unjam.analysis.Invariant.EH_WAITS_FOR_ALL;
import static unjam.analysis.Invariant.HOST_STATES_ARE_LEGAL;
import static unjam.analysis.Invariant.NO_DISPATCH_IN_RECOVERY;
import static unjam.analysis.Invariant.RECOVERY_NEEDS_A_FAILED_COMMAND;

import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import unjam.scsi.ShostState;
import unjam.trace.BlockFact;
import unjam.trace.EhFact;
import unjam.trace.Fact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TimeoutFact;
import unjam.trace.TraceEvent;

/** Hosts: what they count, when they stop, and whom they wait for. */
final class HostWatch extends Watch {

  private static final class Host {
    final int canQueue;
    final TreeSet<Integer> inFlight = new TreeSet<>();
    final TreeSet<Integer> heldByEh = new TreeSet<>();
    ShostState state = ShostState.SHOST_RUNNING;
    int failed;
    int aborting = -1;

    /** The events at which it was added, got its state, began to abort, counted, sent last. */
    final int addedAt;

    int stateAt;
    int abortingAt = BY_ITSELF;
    int countedAt = BY_ITSELF;
    int startedAt = BY_ITSELF;

    /** The driver wants the error handler, whether or not a command has failed. */
    boolean wanted;

    Host(int canQueue, int addedAt) {
      this.canQueue = canQueue;
      this.addedAt = addedAt;
      stateAt = addedAt;
    }
  }

  private final TreeMap<Integer, Host> hosts = new TreeMap<>();

  HostWatch(Tally tally) {
    super(tally);
  }

  @Override
  void see(TraceEvent event) {
    if (event.fact() instanceof MachineFact.HostAdded added) {
      hosts.put(event.host(), new Host(added.canQueue(), event.seq()));
    }
    @Nullable Host host = hosts.get(event.host());
    if (host == null) {
      return;
    }
    Fact fact = event.fact();
    if (fact instanceof MachineFact.HostStateSet set) {
      state(event, host, set);
    } else if (fact instanceof EhFact eh) {
      errorHandler(event, host, eh);
    } else if (event.cmd() >= 0) {
      command(event, host, fact);
    } else if (event.function() == KernelFunction.SCSI_SCHEDULE_EH) {
      host.wanted = true;
    }
  }

  private void state(TraceEvent event, Host host, MachineFact.HostStateSet set) {
    require(
        set.old() == host.state && set.old().mayBecome(set.next()), HOST_STATES_ARE_LEGAL, event,
        host.stateAt,
        () ->
            "host " + event.host() + ", which is " + host.state.sysfs() + ", goes from "
                + set.old().sysfs() + " to " + set.next().sysfs());
    if (set.next().inRecovery()) {
      require(
          !host.heldByEh.isEmpty() || host.wanted, RECOVERY_NEEDS_A_FAILED_COMMAND, event,
          BY_ITSELF,
          () -> "host " + event.host() + " stops and its error handler has no command");
    }
    if (set.old().inRecovery() && !set.next().inRecovery()) {
      host.failed = 0;
      host.wanted = false;
    }
    host.state = set.next();
    host.stateAt = event.seq();
  }

  private void command(TraceEvent event, Host host, Fact fact) {
    if (fact instanceof BlockFact.RequestStarted) {
      host.inFlight.add(event.cmd());
      require(
          host.inFlight.size() <= host.canQueue, CAN_QUEUE_IS_NOT_EXCEEDED, event, host.addedAt,
          () ->
              host.inFlight.size() + " commands in flight, the host takes " + host.canQueue);
      host.startedAt = event.seq();
    } else if (fact instanceof MidLayerFact.Dispatched) {
      require(
          !host.state.inRecovery(), NO_DISPATCH_IN_RECOVERY, event, host.stateAt,
          () ->
              cmd(event) + " is sent while host " + event.host() + " is in "
                  + host.state.sysfs());
    } else if (fact instanceof TimeoutFact.AbortRan) {
      require(
          host.aborting < 0, ABORTS_ARE_SERIAL, event, host.abortingAt,
          () -> cmd(event) + " is aborted while command " + host.aborting + " still is");
      host.aborting = event.cmd();
      host.abortingAt = event.seq();
    } else if (fact instanceof MidLayerFact.Finished
        || fact instanceof MidLayerFact.QueueInserted
        || fact instanceof MidLayerFact.QueuecommandBusy
        || fact instanceof BlockFact.Requeued) {
      leaves(host, event.cmd());
    }
  }

  private static void leaves(Host host, int cmd) {
    host.inFlight.remove(cmd);
    host.heldByEh.remove(cmd);
    host.aborting = host.aborting == cmd ? -1 : host.aborting;
  }

  private void errorHandler(TraceEvent event, Host host, EhFact fact) {
    if (fact instanceof EhFact.EhAdded) {
      host.heldByEh.add(event.cmd());
      host.aborting = host.aborting == event.cmd() ? -1 : host.aborting;
    } else if (fact instanceof EhFact.HostFailedCounted counted) {
      host.failed++;
      counts(event, host, counted.hostFailed(), counted.hostBusy());
    } else if (fact instanceof EhFact.EhWoken woken) {
      counts(event, host, woken.hostFailed(), woken.hostBusy());
      require(
          woken.hostFailed() == woken.hostBusy(), EH_WAITS_FOR_ALL, event, host.startedAt,
          () ->
              "woken with " + woken.hostFailed() + " failed of " + woken.hostBusy() + " busy");
    } else if (fact instanceof EhFact.EhPassBegan) {
      require(
          host.inFlight.size() == host.failed, EH_WAITS_FOR_ALL, event, host.startedAt,
          () ->
              "the pass begins with " + host.failed + " failed of " + host.inFlight.size()
                  + " in flight");
    } else if (fact instanceof EhFact.HostQueuesRan) {
      host.failed = 0;
    }
  }

  private void counts(TraceEvent event, Host host, int failed, int busy) {
    require(
        failed == host.failed && busy == host.inFlight.size(), BUSY_IS_COUNTED_RIGHT, event,
        Math.max(host.countedAt, host.startedAt),
        () ->
            "counted " + failed + " failed and " + busy + " busy, there are " + host.failed
                + " and " + host.inFlight.size());
    host.countedAt = event.seq();
  }
}
