package unjam.projection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Knob;
import unjam.trace.AboveFact;
import unjam.trace.BlockFact;
import unjam.trace.CallFact;
import unjam.trace.EhFact;
import unjam.trace.ExecContext;
import unjam.trace.Fact;
import unjam.trace.IoFact;
import unjam.trace.IscsiFact;
import unjam.trace.KernelFunction;
import unjam.trace.MachineFact;
import unjam.trace.MidLayerFact;
import unjam.trace.TargetFact;
import unjam.trace.TimeoutFact;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * Folds events into a state. Total: a fact about something that the trace never introduced changes
 * nothing, so that a recorded trace with gaps can be read too.
 */
final class Projector {

  final Trace trace;
  final Slots<HostView, HostCell> hosts;
  final Slots<DeviceView, DeviceCell> devices;
  final Slots<CommandView, CommandCell> commands;
  final Slots<IoView, IoView> ios;
  List<ArmedFault> faults;
  Map<Knob, String> machineKnobs;
  TargetView target;
  /** Commands that have ended while their application still waits. */
  final IntList untold;
  private int seq;
  private long nanos;
  private ExecContext context;
  private KernelFunction function;
  private final MachineFold machine;
  private final PathFold path;
  private final RecoveryFold recovery;
  private final TargetFold sessions;

  Projector(Trace trace, Checkpoint start) {
    this.trace = trace;
    StackState from = start.state();
    hosts = new Slots<>(from.hosts(), HostView::number, HostCell::new, HostCell::view);
    devices = new Slots<>(from.devices(), DeviceView::index, DeviceCell::new, DeviceCell::view);
    commands = new Slots<>(from.commands(), CommandView::id, CommandCell::new, CommandCell::view);
    ios = new Slots<>(from.ios(), IoView::io, each -> each, each -> each);
    faults = from.faults();
    machineKnobs = from.machineKnobs();
    target = from.target();
    untold = start.untold().copy();
    seq = from.seq();
    nanos = from.nanos();
    context = from.context();
    function = from.function();
    machine = new MachineFold(this);
    path = new PathFold(this);
    recovery = new RecoveryFold(this);
    sessions = new TargetFold(this);
  }

  int seq() {
    return seq;
  }

  /** How many things are alive. */
  int alive() {
    return commands.size() + ios.size() + devices.size() + hosts.size();
  }

  /** Takes the next event in. */
  TraceEvent next() {
    TraceEvent event = trace.event(++seq);
    nanos = event.nanos();
    context = event.context();
    function = event.function();
    CommandCell command = command(event);
    if (command != null && !(event.fact() instanceof MachineFact.Printed)) {
      command.lastSeq = seq;
      command.function = function;
      command.context = context;
    }
    apply(event, command);
    return event;
  }

  private void apply(TraceEvent event, @Nullable CommandCell command) {
    switch (event.fact()) {
      case MachineFact fact -> machine.apply(event, fact);
      case IoFact fact -> machine.apply(event, fact);
      case AboveFact fact -> machine.apply(event, fact);
      case BlockFact fact -> path.apply(event, command, fact);
      case MidLayerFact fact -> path.apply(event, command, fact);
      case TimeoutFact fact -> recovery.apply(event, command, fact);
      case EhFact fact -> recovery.apply(event, command, fact);
      case IscsiFact fact -> sessions.apply(event, fact);
      case TargetFact fact -> sessions.apply(event, fact);
      case CallFact fact -> {
        switch (fact) {
          case CallFact.Entered entered -> path.entered(event, command);
          case CallFact.Returned returned -> recovery.returned(event, returned);
        }
      }
    }
  }

  private @Nullable CommandCell command(TraceEvent event) {
    if (event.cmd() < 0) {
      return null;
    }
    CommandCell known = commands.get(event.cmd());
    if (known != null || !begins(event.fact())) {
      return known;
    }
    int host = hostOf(event);
    CommandCell born = new CommandCell(event, trace.ioOf(event.cmd()), host);
    commands.put(event.cmd(), born);
    return born;
  }

  /** Only these can be the first that is heard of a command; anything else would wake the dead. */
  private static boolean begins(Fact fact) {
    return fact instanceof BlockFact.RequestAllocated
        || fact instanceof BlockFact.RequestStarted
        || fact instanceof MidLayerFact.Prepared
        || fact instanceof MidLayerFact.Dispatched;
  }

  int hostOf(TraceEvent event) {
    if (event.host() >= 0) {
      return event.host();
    }
    DeviceCell device = devices.get(event.device());
    return device == null ? -1 : device.at.host();
  }

  void transport(TraceEvent event, MachineFact.TransportStateSet set) {
    machine.apply(event, set);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(freeze(), untold.copy());
  }

  StackState freeze() {
    return new StackState(
        seq, nanos, context, function, hosts.views(), devices.views(), commands.views(),
        ios.views(), faults, machineKnobs, target);
  }
}
