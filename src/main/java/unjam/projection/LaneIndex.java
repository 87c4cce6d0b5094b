package unjam.projection;

import unjam.trace.Trace;

/**
 * The spans of one device, to be cut by time and by length. They are grouped by the order of
 * magnitude of their length: within a group a span that reaches an instant cannot have begun long
 * before it, so one that lasts for a minute does not make a search slow among a million that last
 * for a millisecond.
 */
final class LaneIndex {

  /** One group for each power of two of nanoseconds. */
  private static final int GROUPS = Long.SIZE;

  private final IntList spans = new IntList();
  private final IntList busyFrom = new IntList();
  private final IntList busyUntil = new IntList();
  private final IntList waitingFrom = new IntList();
  private final IntList waitingUntil = new IntList();
  private int[] grouped = new int[0];
  private final int[] firstOfGroup = new int[GROUPS + 1];

  /** Where the spans themselves are. */
  interface Spans {
    int startSeq(int span);

    int endSeq(int span);
  }

  /** Takes a place in a list of spans. */
  interface Taker {
    void take(int span);
  }

  private static boolean waits(SpanKind kind) {
    return kind == SpanKind.QUEUED || kind == SpanKind.REQUEUED;
  }

  void begun(int span, SpanKind kind, int seq) {
    spans.add(span);
    (waits(kind) ? waitingFrom : busyFrom).add(seq);
  }

  void ended(SpanKind kind, int seq) {
    (waits(kind) ? waitingUntil : busyUntil).add(seq);
  }

  /** Builds the groups; afterwards nothing may begin or end. */
  void close(Trace trace, Spans all) {
    byte[] groups = new byte[spans.size()];
    for (int i = 0; i < groups.length; i++) {
      int span = spans.get(i);
      groups[i] =
          (byte) group(instant(trace, all.endSeq(span)) - trace.nanos(all.startSeq(span)));
      firstOfGroup[groups[i] + 1]++;
    }
    for (int group = 0; group < GROUPS; group++) {
      firstOfGroup[group + 1] += firstOfGroup[group];
    }
    int[] next = firstOfGroup.clone();
    grouped = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      grouped[next[groups[i]]++] = spans.get(i);
    }
    spans.clear();
    busyFrom.trim();
    busyUntil.trim();
    waitingFrom.trim();
    waitingUntil.trim();
  }

  private static long instant(Trace trace, int seq) {
    return seq < trace.size() ? trace.nanos(seq) : trace.endNanos();
  }

  private static int group(long length) {
    return length <= 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(length);
  }

  /** The longest that a span of a group can be. */
  private static long longest(int group) {
    return group >= Long.SIZE - 2 ? Long.MAX_VALUE : (2L << group) - 1;
  }

  /**
   * Finds the spans that touch {@code [from, to]} and last for at least so long; not in order.
   */
  void touching(
      Trace trace, Spans all, long from, long to, long shortest, Taker taker) {
    int before = trace.seqAt(from - 1);
    int last = trace.seqAt(to);
    for (int group = group(shortest); group < GROUPS; group++) {
      int end = firstOfGroup[group + 1];
      if (firstOfGroup[group] == end) {
        continue;
      }
      long earliest = from <= longest(group) ? 0 : from - longest(group);
      int i = firstAfter(all, group, earliest == 0 ? -1 : trace.seqAt(earliest - 1));
      for (; i < end && all.startSeq(grouped[i]) <= last; i++) {
        int span = grouped[i];
        if (all.endSeq(span) > before
            && instant(trace, all.endSeq(span)) - trace.nanos(all.startSeq(span)) >= shortest) {
          taker.take(span);
        }
      }
    }
  }

  /** The first span of a group that begins after an event. */
  private int firstAfter(Spans all, int group, int seq) {
    int low = firstOfGroup[group];
    int high = firstOfGroup[group + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.startSeq(grouped[middle]) <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Commands that the driver, the target or the error handler has after an event. */
  int busy(int seq) {
    return busyFrom.firstAbove(seq) - busyUntil.firstAbove(seq);
  }

  /** Commands that wait to be sent after an event. */
  int waiting(int seq) {
    return waitingFrom.firstAbove(seq) - waitingUntil.firstAbove(seq);
  }

  /** How many spans in which somebody has the command begin after one event and until another. */
  int begun(int after, int until) {
    return busyFrom.firstAbove(until) - busyFrom.firstAbove(after);
  }

  /** Adds what there is after each of some events, in one go along the lane. */
  void addTo(LaneLoad load, int[] seqs) {
    int from = 0;
    int until = 0;
    int waitFrom = 0;
    int waitUntil = 0;
    for (int i = 0; i < seqs.length; i++) {
      int before = from;
      from = busyFrom.firstAbove(seqs[i], from);
      until = busyUntil.firstAbove(seqs[i], until);
      waitFrom = waitingFrom.firstAbove(seqs[i], waitFrom);
      waitUntil = waitingUntil.firstAbove(seqs[i], waitUntil);
      load.add(i, from - until, waitFrom - waitUntil, from - before);
    }
  }
}
