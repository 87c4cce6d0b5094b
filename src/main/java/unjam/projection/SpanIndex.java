package unjam.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unjam.trace.Trace;
import unjam.trace.TraceEvent;

/**
 * What every command and every error-handler thread did, from when to when: for bars, bands and hit
 * tests. Built once with the timeline; a lane is cut by binary search.
 */
public final class SpanIndex {

  private static final SpanKind[] KINDS = SpanKind.values();

  private final Trace trace;
  private final int[] firstOfCommand;
  private final int[] lastOfCommand;
  private final IntList nextOfCommand = new IntList();
  private final IntList owner = new IntList();
  private final IntList kinds = new IntList();
  private final IntList starts = new IntList();
  private final IntList ends = new IntList();
  private final IntList devices = new IntList();
  private final List<LaneIndex> lanes = new ArrayList<>();
  private final BandIndex bands;
  private final Seqs seqs = new Seqs();

  SpanIndex(Trace trace) {
    this.trace = trace;
    firstOfCommand = new int[trace.commands()];
    lastOfCommand = new int[trace.commands()];
    Arrays.fill(firstOfCommand, -1);
    Arrays.fill(lastOfCommand, -1);
    bands = new BandIndex(trace);
  }

  /** Takes note of what an event has just changed. */
  void observe(TraceEvent event, Projector projector) {
    int id = event.cmd();
    if (id >= 0 && id < firstOfCommand.length) {
      observe(event, projector.commands.get(id));
    }
    bands.observe(event, projector);
  }

  private void observe(TraceEvent event, @Nullable CommandCell command) {
    int open = lastOfCommand[event.cmd()];
    boolean isOpen = open >= 0 && ends.get(open) == Integer.MAX_VALUE;
    boolean over = command == null || command.station == Station.APPLICATION;
    int kind = command == null || over ? -1 : SpanKind.of(command).ordinal();
    if (isOpen && kinds.get(open) == kind || !isOpen && over) {
      return;
    }
    if (isOpen) {
      end(open, event.seq());
    }
    if (command != null && !over) {
      open(event, kind, command.device);
    }
  }

  private void end(int span, int seq) {
    ends.set(span, seq);
    if (devices.get(span) >= 0) {
      lanes.get(devices.get(span)).ended(KINDS[kinds.get(span)], seq);
    }
  }

  private void open(TraceEvent event, int kind, int device) {
    int span = starts.size();
    int before = lastOfCommand[event.cmd()];
    if (before < 0) {
      firstOfCommand[event.cmd()] = span;
    } else {
      nextOfCommand.set(before, span);
    }
    lastOfCommand[event.cmd()] = span;
    nextOfCommand.add(-1);
    owner.add(event.cmd());
    kinds.add(kind);
    starts.add(event.seq());
    ends.add(Integer.MAX_VALUE);
    devices.add(device);
    while (lanes.size() <= device) {
      lanes.add(new LaneIndex());
    }
    if (device >= 0) {
      lanes.get(device).begun(span, KINDS[kind], event.seq());
    }
  }

  /** Ends what nobody ended and builds the indexes. */
  SpanIndex close() {
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i) == Integer.MAX_VALUE) {
        end(i, trace.size());
      }
    }
    for (IntList each : List.of(nextOfCommand, owner, kinds, starts, ends, devices)) {
      each.trim();
    }
    lanes.forEach(each -> each.close(trace, seqs));
    bands.close();
    return this;
  }

  /** Number of spans of commands. */
  public int size() {
    return starts.size();
  }

  /** The life of a command, in order; empty for a command of which nothing is known. */
  public List<Span> ofCommand(int command) {
    List<Span> found = new ArrayList<>();
    if (command >= 0 && command < firstOfCommand.length) {
      for (int i = firstOfCommand[command]; i >= 0; i = nextOfCommand.get(i)) {
        found.add(span(i));
      }
    }
    return found;
  }

  /** Spans of a device that touch {@code [from, to]}, in order of their beginning. */
  public List<Span> ofDevice(int device, long from, long to) {
    return ofDevice(device, from, to, 0);
  }

  /**
   * The longer spans of a device that touch {@code [from, to]}, in order of their beginning; found
   * without looking at the others.
   *
   * @param shortest how long they last at least, in nanoseconds
   */
  public List<Span> ofDevice(int device, long from, long to, long shortest) {
    if (device < 0 || device >= lanes.size()) {
      return List.of();
    }
    IntList found = new IntList();
    lanes.get(device).touching(trace, seqs, from, to, shortest, found::add);
    int[] inOrder = found.sorted();
    List<Span> spans = new ArrayList<>(inOrder.length);
    for (int each : inOrder) {
      spans.add(span(each));
    }
    return spans;
  }

  /** How many commands of a device the driver, the target or the error handler has. */
  public int busy(int device, long nanos) {
    return device < 0 || device >= lanes.size()
        ? 0
        : lanes.get(device).busy(trace.seqAt(nanos));
  }

  /** How many commands of a device wait to be sent. */
  public int waiting(int device, long nanos) {
    return device < 0 || device >= lanes.size()
        ? 0
        : lanes.get(device).waiting(trace.seqAt(nanos));
  }

  /** How many spans of a device in which somebody has the command begin in {@code [from, to)}. */
  public int begun(int device, long from, long to) {
    return device < 0 || device >= lanes.size()
        ? 0
        : lanes.get(device).begun(trace.seqAt(from - 1), trace.seqAt(to - 1));
  }

  /**
   * How many commands some devices have together.
   *
   * @param instants in order
   */
  public LaneLoad load(List<Integer> devices, long[] instants) {
    int[] seqs = new int[instants.length];
    for (int i = 0; i < seqs.length; i++) {
      seqs[i] = trace.seqAt(instants[i]);
    }
    LaneLoad load = new LaneLoad(seqs.length);
    for (int device : devices) {
      if (device >= 0 && device < lanes.size()) {
        lanes.get(device).addTo(load, seqs);
      }
    }
    return load;
  }

  /** Spans of a device at an instant: what lies under the pointer. */
  public List<Span> at(int device, long nanos) {
    return ofDevice(device, nanos, nanos);
  }

  /** What a host's error-handler thread did between two instants, in order. */
  public List<HostBand> ofHost(int host, long from, long to) {
    return bands.of(host, from, to);
  }

  private Span span(int i) {
    int start = starts.get(i);
    int end = ends.get(i);
    long until = end < trace.size() ? trace.nanos(end) : trace.endNanos();
    int command = owner.get(i);
    return new Span(
        KINDS[kinds.get(i)], command, trace.ioOf(command), devices.get(i), start, end,
        trace.nanos(start), until);
  }

  /** Where the lanes find the events of a span. */
  private final class Seqs implements LaneIndex.Spans {
    @Override
    public int startSeq(int span) {
      return starts.get(span);
    }

    @Override
    public int endSeq(int span) {
      return ends.get(span);
    }
  }
}
