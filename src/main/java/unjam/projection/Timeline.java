package unjam.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unjam.scsi.Hctl;
import unjam.trace.EndState;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * The state at any instant of a trace, by the nearest checkpoint and a short fold. Immutable, and
 * safe to be asked by several threads.
 */
public final class Timeline {

  /** Fewest events between two checkpoints. */
  private static final int SPARSEST = 2_048;

  /** Things alive per event between two checkpoints, at most: they stay small beside the trace. */
  private static final int ALIVE_PER_EVENT = 2;

  private final Trace trace;
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final int[] checkpointSeq;
  private final SpanIndex spans;
  private final IoLog ios;

  private Timeline(Trace trace) {
    this.trace = trace;
    spans = new SpanIndex(trace);
    ios = new IoLog(trace);
    checkpoints.add(Checkpoint.START);
    Projector projector = new Projector(trace, Checkpoint.START);
    int last = -1;
    while (projector.seq() < trace.size() - 1) {
      TraceEvent event = projector.next();
      spans.observe(event, projector);
      ios.observe(event);
      if (event.seq() - last >= Math.max(SPARSEST, projector.alive() / ALIVE_PER_EVENT)) {
        last = event.seq();
        checkpoints.add(projector.checkpoint());
      }
    }
    spans.close();
    checkpointSeq = checkpoints.stream().mapToInt(each -> each.state().seq()).toArray();
  }

  /** Reads a trace once, from end to end. */
  public static Timeline of(Trace trace) {
    return new Timeline(trace);
  }

  public Trace trace() {
    return trace;
  }

  public SpanIndex spans() {
    return spans;
  }

  public IoLog ios() {
    return ios;
  }

  /** The state at an instant: after the last event that is not later. */
  public StackState at(long nanos) {
    return after(trace.seqAt(nanos)).at(nanos);
  }

  /**
   * The state after an event; -1 is before the first one.
   *
   * @throws IndexOutOfBoundsException if there is no such event
   */
  public StackState after(int seq) {
    if (seq < -1 || seq >= trace.size()) {
      throw new IndexOutOfBoundsException(
          "a trace of " + trace.size() + " events has no state after event " + seq);
    }
    Checkpoint from = checkpoints.get(checkpointBefore(seq));
    if (from.state().seq() == seq) {
      return from.state();
    }
    Projector projector = new Projector(trace, from);
    while (projector.seq() < seq) {
      projector.next();
    }
    return projector.freeze();
  }

  private int checkpointBefore(int seq) {
    int low = 0;
    int high = checkpointSeq.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (checkpointSeq[middle] <= seq) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  List<StackState> checkpoints() {
    return checkpoints.stream().map(Checkpoint::state).toList();
  }

  /** Where the run ended, in the words in which the simulator says it too. */
  public EndState endState() {
    StackState last = after(trace.size() - 1);
    Map<String, EndState.Io> byName = new TreeMap<>();
    for (IoOutcome io : ios.all()) {
      byName.put(
          io.name(),
          new EndState.Io(
              io.ended(), io.ret(), io.errno(), io.dispatches(), io.timeouts(),
              io.maxRetries()));
    }
    Map<String, EndState.Device> devices = new TreeMap<>();
    Map<Hctl, DeviceView> byAddress = new TreeMap<>();
    last.devices().forEach(each -> byAddress.put(each.at(), each));
    byAddress.forEach((at, each) -> devices.put(at.toString(), endOf(last, each)));
    Map<Integer, EndState.Host> hosts = new TreeMap<>();
    for (HostView host : last.hosts()) {
      hosts.put(
          host.number(), new EndState.Host(host.state().sysfs(), host.busy(), host.failed()));
    }
    return new EndState(byName, devices, hosts);
  }

  private static EndState.Device endOf(StackState last, DeviceView device) {
    Counters counters = device.counters();
    return new EndState.Device(
        device.state().sysfs(), device.queueDepth(), counters.iorequest(), counters.iodone(),
        counters.ioerr(), counters.iotmo(),
        last.inFlight(device.index()).stream().map(CommandView::id).toList());
  }
}
