package unjam.analysis;

import java.util.Arrays;
import java.util.List;
import unjam.trace.Trace;

/**
 * The events that a filter wants, in order, by number: where the n-th is, and how many there are
 * until an instant. Without a filter it is the trace itself and takes no memory.
 */
public final class EventIndex {

  private final int size;

  /** The wanted events; empty if all are. */
  private final int[] seqs;

  private EventIndex(int size, int[] seqs) {
    this.size = size;
    this.seqs = seqs;
  }

  /** Reads the trace once, if anything is to be left out. */
  public static EventIndex of(Trace trace, MarkIndex marks, EventFilter filter) {
    if (!filter.isOn()) {
      return new EventIndex(trace.size(), new int[0]);
    }
    boolean[] decisive = filter.marks() ? seqs(trace, marks.all()) : new boolean[0];
    EventMatch match = new EventMatch(trace, filter);
    int[] found = new int[Math.min(trace.size(), 1 << 10)];
    int count = 0;
    for (int seq = 0; seq < trace.size(); seq++) {
      if (match.holds(seq) && (!filter.marks() || decisive[seq])) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = seq;
      }
    }
    return new EventIndex(count, Arrays.copyOf(found, count));
  }

  private static boolean[] seqs(Trace trace, List<Mark> marks) {
    boolean[] decisive = new boolean[trace.size()];
    marks.forEach(mark -> decisive[mark.seq()] = true);
    return decisive;
  }

  /** How many events are wanted. */
  public int size() {
    return size;
  }

  /** The n-th of them, from 0. */
  public int seq(int row) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("event " + row + " of " + size);
    }
    return seqs.length == 0 ? row : seqs[row];
  }

  /** The number of the last of them that is not after an event of the trace, or -1. */
  public int rowUntil(int seq) {
    if (seqs.length == 0) {
      return Math.min(seq, size - 1);
    }
    int at = Arrays.binarySearch(seqs, seq);
    return at >= 0 ? at : -at - 2;
  }
}
