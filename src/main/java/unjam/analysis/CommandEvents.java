package unjam.analysis;

import unjam.trace.Trace;

/** The events of every command, in order: an index over a trace, built once. */
public final class CommandEvents {

  /** Seqs of all events about commands, grouped by command. */
  private final int[] seqs;

  /**
   * Where the events of a command begin in {@link #seqs}; one entry more than there are commands.
   */
  private final int[] first;

  private CommandEvents(int[] seqs, int[] first) {
    this.seqs = seqs;
    this.first = first;
  }

  /** Reads the trace twice: to count, and to place. */
  public static CommandEvents of(Trace trace) {
    int[] first = new int[trace.commands() + 1];
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.cmd(seq) >= 0) {
        first[trace.cmd(seq) + 1]++;
      }
    }
    for (int command = 0; command < trace.commands(); command++) {
      first[command + 1] += first[command];
    }
    int[] seqs = new int[first[trace.commands()]];
    int[] next = first.clone();
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.cmd(seq) >= 0) {
        seqs[next[trace.cmd(seq)]++] = seq;
      }
    }
    return new CommandEvents(seqs, first);
  }

  /** Number of events about a command. */
  public int count(int command) {
    return first[command + 1] - first[command];
  }

  /** The n-th event of a command, from 0. */
  public int seq(int command, int n) {
    return seqs[first[command] + n];
  }

  /** The first event of a command after {@code seq}, or -1. */
  public int after(int command, int seq) {
    int at = firstAfter(command, seq);
    return at < first[command + 1] ? seqs[at] : -1;
  }

  /** The last event of a command that is not after {@code seq}, or -1. */
  public int lastUntil(int command, int seq) {
    int at = firstAfter(command, seq) - 1;
    return at >= first[command] ? seqs[at] : -1;
  }

  private int firstAfter(int command, int seq) {
    int low = first[command];
    int high = first[command + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seqs[middle] <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
