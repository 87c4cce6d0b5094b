package unjam.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import unjam.scsi.Knob;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.trace.AboveFact;
import unjam.trace.IoFact;
import unjam.trace.MachineFact;
import unjam.trace.TraceEvent;

/** What exists, how it is set, and what applications wait for. */
final class MachineFold {

  private final Projector all;

  MachineFold(Projector all) {
    this.all = all;
  }

  void apply(TraceEvent event, MachineFact fact) {
    switch (fact) {
      case MachineFact.HostAdded added ->
          all.hosts.put(event.host(), new HostCell(event.host(), added));
      case MachineFact.DeviceAdded added ->
          all.devices.put(event.device(), new DeviceCell(event.device(), added));
      case MachineFact.KnobSet set -> knob(set);
      case MachineFact.KnobRefused refused -> { }
      case MachineFact.TransportStateSet set -> transport(event, set);
      case MachineFact.DeviceStateSet set -> deviceState(event, set);
      case MachineFact.HostStateSet set -> hostState(event, set);
      case MachineFact.FaultBegan began -> faultBegan(event, began);
      case MachineFact.FaultEnded ended ->
          all.faults =
              all.faults.stream().filter(each -> !each.id().equals(ended.id())).toList();
      case MachineFact.Printed printed -> { }
    }
  }

  private void knob(MachineFact.KnobSet set) {
    switch (set.knob().level()) {
      case MACHINE ->
          all.machineKnobs = DeviceCell.with(all.machineKnobs, set.knob(), set.value());
      case HOST -> {
        for (int i = 0; i < all.hosts.size(); i++) {
          if (set.scope().equals(new Scope.Host(all.hosts.id(i)))) {
            hostKnob(all.hosts.get(all.hosts.id(i)), set);
          }
        }
      }
      case LUN, TARGET -> {
        for (int i = 0; i < all.devices.size(); i++) {
          if (set.scope().covers(all.devices.view(i).at())) {
            deviceKnob(all.devices.get(all.devices.id(i)), set);
          }
        }
      }
    }
  }

  private static void hostKnob(@Nullable HostCell host, MachineFact.KnobSet set) {
    if (host != null) {
      host.knobs = DeviceCell.with(host.knobs, set.knob(), set.value());
    }
  }

  private static void deviceKnob(@Nullable DeviceCell device, MachineFact.KnobSet set) {
    if (device == null) {
      return;
    }
    device.knobs = DeviceCell.with(device.knobs, set.knob(), set.value());
    if (set.knob() == Knob.QUEUE_DEPTH) {
      device.queueDepth = number(set.value(), device.queueDepth);
    }
    if (set.knob() == Knob.STATE) {
      for (SdevState state : SdevState.values()) {
        if (state.sysfs().equals(set.value())) {
          device.state = state;
        }
      }
    }
  }

  /** A number as sysfs takes it, decimal or hexadecimal; anything else leaves what there was. */
  private static int number(String text, int otherwise) {
    try {
      return Integer.decode(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private void deviceState(TraceEvent event, MachineFact.DeviceStateSet set) {
    DeviceCell device = all.devices.get(event.device());
    if (device != null && set.legal()) {
      device.state = set.next();
    }
  }

  private void hostState(TraceEvent event, MachineFact.HostStateSet set) {
    HostCell host = all.hosts.get(all.hostOf(event));
    if (host != null) {
      host.state = set.next();
      if (set.old().inRecovery() && !set.next().inRecovery()) {
        host.failed = 0;
      }
    }
  }

  private void transport(TraceEvent event, MachineFact.TransportStateSet set) {
    HostCell host = all.hosts.get(all.hostOf(event));
    if (host != null) {
      SortedMap<String, String> more = new TreeMap<>(host.ports);
      more.put(set.port(), set.next());
      host.ports = Collections.unmodifiableSortedMap(more);
    }
  }

  private void faultBegan(TraceEvent event, MachineFact.FaultBegan began) {
    List<ArmedFault> more = new ArrayList<>(all.faults);
    more.removeIf(each -> each.id().equals(began.id()));
    more.add(new ArmedFault(began.id(), began.scope(), began.kind(), event.nanos()));
    all.faults = List.copyOf(more);
  }

  void apply(TraceEvent event, IoFact fact) {
    switch (fact) {
      case IoFact.IoStarted started ->
          all.ios.put(
              started.io(),
              new IoView(
                  started.io(), name(started.io()), event.device(), List.of(),
                  Optional.of(started.op()), Optional.of(started.mode()), started.offset(),
                  started.length(),
                  started.background(), false, Optional.empty(), event.nanos()));
      case IoFact.OpenWaits waits ->
          all.ios.put(
              waits.io(),
              new IoView(
                  waits.io(), name(waits.io()), event.device(), List.of(), Optional.empty(),
                  Optional.empty(), 0, 0, false, true, Optional.empty(), event.nanos()));
      case IoFact.IoEnded ended -> ended(ended.io());
      case IoFact.OpenFailed failed -> ended(failed.io());
      case IoFact.SgHeaderFilled filled -> { }
    }
  }

  /** A try whose end the layer knows is nothing that its application would still be told of. */
  void apply(TraceEvent event, AboveFact fact) {
    IoView io = all.ios.get(fact.io());
    switch (fact) {
      case AboveFact.TrySent sent -> {
        if (io != null) {
          all.ios.put(io.io(), io.withTry(event.device(), event.function()));
        }
      }
      case AboveFact.TryEnded ended -> tryOver(event, io);
      case AboveFact.TryGivenUp given -> tryOver(event, io);
      case AboveFact.CameLate late -> gone(event.cmd());
      case AboveFact.ServedElsewhere served -> { }
      case AboveFact.QuorumReached reached -> { }
      case AboveFact.MarkedDown down -> { }
      case AboveFact.ArrayFrozen frozen -> { }
      case AboveFact.WaitsAbove waits -> heldAbove(event, io);
      case AboveFact.ArrayThawed thawed -> { }
      case AboveFact.BadBlocksSet set -> { }
      case AboveFact.Reinstated reinstated -> { }
      case AboveFact.Held held -> heldAbove(event, io);
      case AboveFact.HoldingEnded ended -> { }
      case AboveFact.RemountedReadOnly readOnly -> { }
    }
  }

  private void heldAbove(TraceEvent event, @Nullable IoView io) {
    if (io != null) {
      all.ios.put(io.io(), io.heldIn(event.function()));
    }
  }

  private void tryOver(TraceEvent event, @Nullable IoView io) {
    if (io != null) {
      all.ios.put(io.io(), io.withoutTry(event.device()));
    }
    gone(event.cmd());
  }

  private void gone(int command) {
    for (int i = all.untold.size() - 1; i >= 0; i--) {
      if (all.untold.get(i) == command) {
        all.commands.remove(command);
        all.untold.removeAt(i);
      }
    }
  }

  private String name(int io) {
    return io >= 0 && io < all.trace.ioNames().size() ? all.trace.ioNames().get(io) : "";
  }

  private void ended(int io) {
    all.ios.remove(io);
    for (int i = all.untold.size() - 1; i >= 0; i--) {
      int id = all.untold.get(i);
      if (all.trace.ioOf(id) == io) {
        all.commands.remove(id);
        all.untold.removeAt(i);
      }
    }
  }
}
