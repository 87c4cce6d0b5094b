package unjam.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes down a run and freezes it into a {@link Trace}. One recorder serves one run. */
public final class TraceRecorder {

  private final TraceColumns columns = new TraceColumns();
  private final List<String> ioNames = new ArrayList<>();
  private final boolean keep;
  private int[] ioOfCmd = new int[64];
  private int commands;
  private int noted;

  public TraceRecorder() {
    this(true);
  }

  private TraceRecorder(boolean keep) {
    this.keep = keep;
  }

  /** A recorder that numbers events and forgets them: for measuring what recording costs. */
  public static TraceRecorder forgetful() {
    return new TraceRecorder(false);
  }

  /** Registers an IO and gives it an index. */
  public int io(String name) {
    ioNames.add(name);
    return ioNames.size() - 1;
  }

  /** Registers a command that serves an IO, or -1 for the kernel's own, and gives it an id. */
  public int command(int io) {
    if (commands == ioOfCmd.length) {
      ioOfCmd = Arrays.copyOf(ioOfCmd, commands * 2);
    }
    ioOfCmd[commands] = io;
    return commands++;
  }

  /**
   * Takes down one event.
   *
   * @return its seq
   */
  public int note(
      long nanos,
      int cause,
      ExecContext context,
      KernelFunction function,
      int cmd,
      int device,
      int host,
      Fact fact) {
    if (!keep) {
      return noted++;
    }
    return columns.add(nanos, cause, context, function, cmd, device, host, fact);
  }

  /** Number of events noted so far. */
  public int size() {
    return keep ? columns.size() : noted;
  }

  /** The finished trace; the recorder must not be used afterwards. */
  public Trace freeze(TraceHeader header) {
    return new Trace(header, ioNames, Arrays.copyOf(ioOfCmd, commands), columns);
  }
}
