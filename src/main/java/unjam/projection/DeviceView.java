package unjam.projection;

import java.util.Map;
import java.util.Optional;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.SdevState;
import unjam.trace.BlockFact.Gate;

/**
 * One logical unit with its disk. Instants in nanoseconds.
 *
 * @param index number of the device in the trace
 * @param at its address
 * @param disk block device name, such as {@code sda}
 * @param sizeBytes capacity
 * @param blockSize logical block size
 * @param state state of the scsi_device
 * @param queueDepth most commands in flight at once; 0 if the trace did not say
 * @param knobs settings as last written
 * @param counters sysfs counters
 * @param timer the request queue's timer
 * @param inFlight commands in flight
 * @param mediumTimeouts medium-access timeouts that sd has counted
 * @param heldBy the gate that turned a command away last, until one passes
 * @param heldSince since when, or -1
 * @param queueRunAt when the queue will be run again after a pause, or -1
 */
public record DeviceView(
    int index,
    Hctl at,
    String disk,
    long sizeBytes,
    int blockSize,
    SdevState state,
    int queueDepth,
    Map<Knob, String> knobs,
    Counters counters,
    QueueTimer timer,
    int inFlight,
    int mediumTimeouts,
    Optional<Gate> heldBy,
    long heldSince,
    long queueRunAt) {

  public int host() {
    return at.host();
  }
}
