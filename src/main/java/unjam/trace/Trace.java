package unjam.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The immutable log of a run, in columns. Reading an entry makes a small {@link TraceEvent}; code
 * that runs over many entries reads the columns.
 */
public final class Trace {

  private final TraceHeader header;
  private final List<String> ioNames;
  private final int[] ioOfCmd;
  private final TraceColumns columns;
  private final int size;

  Trace(TraceHeader header, List<String> ioNames, int[] ioOfCmd, TraceColumns columns) {
    this(header, ioNames, ioOfCmd, columns, columns.size());
  }

  private Trace(
      TraceHeader header, List<String> ioNames, int[] ioOfCmd, TraceColumns columns, int size) {
    this.header = header;
    this.ioNames = List.copyOf(ioNames);
    this.ioOfCmd = ioOfCmd;
    this.columns = columns;
    this.size = size;
  }

  /** The same log as if the run had ended with this event: nothing later can be read from it. */
  public Trace until(int seq) {
    int cmds = 0;
    int ios = 0;
    for (int i = 0; i <= seq; i++) {
      cmds = Math.max(cmds, cmd(i) + 1);
      ios = fact(i) instanceof IoFact.IoStarted begun ? Math.max(ios, begun.io() + 1) : ios;
    }
    for (int i = 0; i < cmds; i++) {
      ios = Math.max(ios, ioOfCmd[i] + 1);
    }
    return new Trace(
        header, ioNames.subList(0, ios), Arrays.copyOf(ioOfCmd, cmds), columns, seq + 1);
  }

  public TraceHeader header() {
    return header;
  }

  /** Number of events. */
  public int size() {
    return size;
  }

  /** The event at position {@code seq}. */
  public TraceEvent event(int seq) {
    return new TraceEvent(
        seq,
        columns.nanos(seq),
        columns.cause(seq),
        columns.context(seq),
        columns.function(seq),
        columns.cmd(seq),
        columns.device(seq),
        columns.host(seq),
        columns.fact(seq));
  }

  public long nanos(int seq) {
    return columns.nanos(seq);
  }

  public int cause(int seq) {
    return columns.cause(seq);
  }

  public ExecContext context(int seq) {
    return columns.context(seq);
  }

  public KernelFunction function(int seq) {
    return columns.function(seq);
  }

  public int cmd(int seq) {
    return columns.cmd(seq);
  }

  public int device(int seq) {
    return columns.device(seq);
  }

  public int host(int seq) {
    return columns.host(seq);
  }

  public Fact fact(int seq) {
    return columns.fact(seq);
  }

  /** All events, as a read-only view. */
  public List<TraceEvent> events() {
    return new EventList();
  }

  /** Names of the IOs, by index. */
  public List<String> ioNames() {
    return ioNames;
  }

  /**
   * Index of the IO that a command serves, or -1 for the kernel's own commands and for no command.
   */
  public int ioOf(int cmd) {
    return cmd < 0 ? -1 : ioOfCmd[cmd];
  }

  /** Number of commands. */
  public int commands() {
    return ioOfCmd.length;
  }

  /** Instant of the last event, 0 for an empty trace. */
  public long endNanos() {
    return size() == 0 ? 0 : nanos(size() - 1);
  }

  /** Position of the last event that is not later than {@code nanos}, or -1. */
  public int seqAt(long nanos) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (columns.nanos(middle) <= nanos) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private final class EventList extends AbstractList<TraceEvent> implements RandomAccess {
    @Override
    public TraceEvent get(int index) {
      return event(index);
    }

    @Override
    public int size() {
      return Trace.this.size();
    }
  }
}
