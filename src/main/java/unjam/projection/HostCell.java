package unjam.projection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import unjam.scsi.EhHook;
import unjam.scsi.Knob;
import unjam.scsi.ShostState;
import unjam.trace.MachineFact.HostAdded;

/** A {@link HostView} that can be changed while a state is being folded. */
final class HostCell {
  final int number;
  final String driver;
  final List<EhHook> hooks;
  final int canQueue;
  final int nrHwQueues;
  final String strategy;
  ShostState state = ShostState.SHOST_RUNNING;
  int busy;
  int failed;
  Map<Knob, String> knobs = Slots.NO_KNOBS;
  SortedMap<String, String> ports = Collections.emptySortedMap();
  EhView eh = EhView.ASLEEP;

  HostCell(int number, HostAdded added) {
    this.number = number;
    driver = added.driver();
    hooks = added.hooks();
    canQueue = added.canQueue();
    nrHwQueues = added.nrHwQueues();
    strategy = added.strategy();
  }

  HostCell(HostView view) {
    number = view.number();
    driver = view.driver();
    hooks = view.hooks();
    canQueue = view.canQueue();
    nrHwQueues = view.nrHwQueues();
    strategy = view.strategy();
    state = view.state();
    busy = view.busy();
    failed = view.failed();
    knobs = view.knobs();
    ports = view.ports();
    eh = view.eh();
  }

  HostView view() {
    return new HostView(
        number, driver, hooks, canQueue, nrHwQueues, strategy, state, busy, failed, knobs, ports,
        eh);
  }
}
