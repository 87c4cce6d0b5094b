package unjam.projection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact.Gate;
import unjam.trace.MachineFact.DeviceAdded;

/** A {@link DeviceView} that can be changed while a state is being folded. */
final class DeviceCell {
  final int index;
  final Hctl at;
  final String disk;
  final long sizeBytes;
  final int blockSize;
  SdevState state = SdevState.SDEV_RUNNING;
  int queueDepth;
  Map<Knob, String> knobs = Slots.NO_KNOBS;
  Counters counters = Counters.ZERO;
  QueueTimer timer = QueueTimer.IDLE;
  int inFlight;
  int mediumTimeouts;
  Optional<Gate> heldBy = Optional.empty();
  long heldSince = -1;
  long queueRunAt = -1;

  DeviceCell(int index, DeviceAdded added) {
    this.index = index;
    at = added.at();
    disk = added.disk();
    sizeBytes = added.sizeBytes();
    blockSize = added.blockSize();
  }

  DeviceCell(DeviceView view) {
    index = view.index();
    at = view.at();
    disk = view.disk();
    sizeBytes = view.sizeBytes();
    blockSize = view.blockSize();
    state = view.state();
    queueDepth = view.queueDepth();
    knobs = view.knobs();
    counters = view.counters();
    timer = view.timer();
    inFlight = view.inFlight();
    mediumTimeouts = view.mediumTimeouts();
    heldBy = view.heldBy();
    heldSince = view.heldSince();
    queueRunAt = view.queueRunAt();
  }

  DeviceView view() {
    return new DeviceView(
        index, at, disk, sizeBytes, blockSize, state, queueDepth, knobs, counters, timer,
        inFlight, mediumTimeouts, heldBy, heldSince, queueRunAt);
  }

  void held(Gate gate, long now) {
    if (heldBy.isEmpty()) {
      heldSince = now;
    }
    if (heldBy.isEmpty() || heldBy.get() != gate) {
      heldBy = Optional.of(gate);
    }
  }

  void passed() {
    if (heldBy.isPresent()) {
      heldBy = Optional.empty();
      heldSince = -1;
    }
    queueRunAt = -1;
  }

  static Map<Knob, String> with(Map<Knob, String> knobs, Knob knob, String value) {
    EnumMap<Knob, String> more = new EnumMap<>(Knob.class);
    more.putAll(knobs);
    more.put(knob, value);
    return Collections.unmodifiableMap(more);
  }
}
