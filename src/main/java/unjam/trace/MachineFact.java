package unjam.trace;

import java.util.List;
import unjam.scsi.EhHook;
import unjam.scsi.Errno;
import unjam.scsi.Hctl;
import unjam.scsi.Knob;
import unjam.scsi.LogLevel;
import unjam.scsi.Scope;
import unjam.scsi.SdevState;
import unjam.scsi.ShostState;

/** What exists, how it is set, which state it is in, and what the kernel printed. */
public sealed interface MachineFact extends Fact {

  /**
   * A Scsi_Host exists.
   *
   * @param driver name of its low-level driver
   * @param hooks recovery callbacks the driver implements
   * @param canQueue commands it takes at once
   * @param nrHwQueues hardware queues
   * @param strategy who does its recovery
   */
  record HostAdded(
      String driver, List<EhHook> hooks, int canQueue, int nrHwQueues, String strategy)
      implements MachineFact {
    public HostAdded {
      hooks = List.copyOf(hooks);
    }
  }

  /** A logical unit with a disk on it exists. */
  record DeviceAdded(Hctl at, String disk, long sizeBytes, int blockSize) implements MachineFact {}

  /** A setting has this value from now on. */
  record KnobSet(Knob knob, Scope scope, String value) implements MachineFact {}

  /** The kernel refused a value. */
  record KnobRefused(Knob knob, Scope scope, String value, Errno errno) implements MachineFact {}

  /** A device state change was asked for; {@code legal} says whether it happened. */
  record DeviceStateSet(SdevState old, SdevState next, boolean legal) implements MachineFact {}

  /** The host went from one state to another. */
  record HostStateSet(ShostState old, ShostState next) implements MachineFact {}

  /**
   * The way to some devices, as their transport sees it, went from one state to another.
   *
   * @param port the transport's own object: {@code rport-0:0-0}, {@code session1}
   * @param old state before, in the transport's words
   * @param next state from now on
   */
  record TransportStateSet(String port, String old, String next) implements MachineFact {}

  /** A fault is armed from now on. */
  record FaultBegan(String id, String scope, String kind) implements MachineFact {}

  /** A fault is over: its time is up, its count is used up, or a reset cured it. */
  record FaultEnded(String id, String why) implements MachineFact {}

  /** The kernel log got a line. */
  record Printed(LogLevel level, String line) implements MachineFact {}
}
