package unjam.ui.stage;

import java.util.Optional;
import unjam.analysis.CommandEvents;
import unjam.app.Frame;
import unjam.engine.SimTime;
import unjam.projection.CommandView;
import unjam.trace.KernelFunction;
import unjam.trace.Trace;

/**
 * Where every command stands on its line: a function of the trace and the instant. Between two
 * facts about it a command goes from one station to the next at a steady speed of simulated time;
 * what waits stands still.
 */
final class Places {

  /**
   * How long a command is drawn on the wire, each way. The trace knows when the driver was given it
   * and when the interrupt came, not when the disk got it.
   */
  private static final long WIRE = 10 * SimTime.NANOS_PER_MICRO;

  private final Frame frame;

  Places(Frame frame) {
    this.frame = frame;
  }

  /** A station's number, and how far to the next one. */
  double of(CommandView command) {
    return switch (command.station()) {
      case SCHEDULER -> afterSubmit(command);
      case DISPATCH, REQUEUED -> Stop.QUEUE.ordinal();
      case DRIVER_AND_TARGET -> onTheWire(command);
      case MIDLAYER, IRQ, SOFTIRQ, COMPLETION -> between(command);
      case APPLICATION -> Stop.ANSWERED.ordinal();
      case ABORT_PENDING, ABORTING, EH_QUEUE, EH_IN_HAND, EH_DONE -> Stop.DISK.ordinal();
    };
  }

  /** It goes to the end of its queue at once, and waits there until it is taken. */
  private double afterSubmit(CommandView command) {
    if (stopOf(command) != Stop.SUBMIT) {
      return Stop.QUEUE.ordinal();
    }
    Trace trace = frame.trace();
    long start = trace.nanos(command.lastSeq());
    int next = frame.run().commands().after(command.id(), frame.at().seq());
    long end = next < 0 ? Long.MAX_VALUE : trace.nanos(next);
    long way = Math.min(WIRE, (end - start) / 2);
    double from = Stop.SUBMIT.ordinal();
    return from + (Stop.QUEUE.ordinal() - from) * part(start, start + way);
  }

  /** From the station of the last event to that of the next one, if it lies ahead. */
  private double between(CommandView command) {
    double from = stopOf(command).ordinal();
    int next = frame.run().commands().after(command.id(), frame.at().seq());
    if (next < 0) {
      return from;
    }
    Trace trace = frame.trace();
    Optional<Stop> to = Stop.of(trace.function(next));
    if (to.isEmpty() || to.get().ordinal() <= from) {
      return from;
    }
    long start = trace.nanos(command.lastSeq());
    return from + (to.get().ordinal() - from) * part(start, trace.nanos(next));
  }

  /** The station of its last event that happened at one; much happens in between. */
  private Stop stopOf(CommandView command) {
    CommandEvents events = frame.run().commands();
    for (int seq = command.lastSeq(); seq >= 0; seq = events.lastUntil(command.id(), seq - 1)) {
      Optional<Stop> stop = Stop.of(frame.trace().function(seq));
      if (stop.isPresent()) {
        return stop.get();
      }
    }
    return Stop.QUEUE;
  }

  /** Down the wire at once after the dispatch, up just before the driver's interrupt. */
  private double onTheWire(CommandView command) {
    Trace trace = frame.trace();
    long start = command.sinceNanos();
    int next = frame.run().commands().after(command.id(), frame.at().seq());
    while (next >= 0 && isOnTheWayDown(trace.function(next))) {
      next = frame.run().commands().after(command.id(), next);
    }
    boolean comesUp =
        next >= 0
            && Stop.of(trace.function(next))
                .filter(stop -> stop.side() == Stop.Side.UP)
                .isPresent();
    long end = next < 0 ? Long.MAX_VALUE : trace.nanos(next);
    long way = Math.min(WIRE, (end - start) / 3);
    double disk = Stop.DISK.ordinal();
    if (frame.nanos() < start + way) {
      double from = Stop.DISPATCH.ordinal();
      return from + (disk - from) * part(start, start + way);
    }
    if (comesUp && frame.nanos() > end - way) {
      return disk + (Stop.DRIVER.ordinal() - disk) * part(end - way, end);
    }
    return disk;
  }

  /** Functions that handed it down return while it is already on the wire. */
  private static boolean isOnTheWayDown(KernelFunction function) {
    return Stop.of(function).filter(stop -> stop.side() == Stop.Side.DOWN).isPresent();
  }

  private double part(long from, long to) {
    return to <= from
        ? 1
        : Math.clamp((double) (frame.nanos() - from) / (to - from), 0, 1);
  }
}
