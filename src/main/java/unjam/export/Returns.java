package unjam.export;

import java.util.Arrays;
import java.util.Optional;
import unjam.trace.CallFact.Returned;
import unjam.trace.Trace;

/** For every call the event with which it came back. */
final class Returns {

  private final Trace trace;
  private final int[] returnOf;

  Returns(Trace trace) {
    this.trace = trace;
    returnOf = new int[trace.size()];
    Arrays.fill(returnOf, -1);
    for (int seq = 0; seq < trace.size(); seq++) {
      if (trace.fact(seq) instanceof Returned returned && belongs(returned, seq)) {
        returnOf[returned.call()] = seq;
      }
    }
  }

  private static boolean belongs(Returned returned, int seq) {
    return returned.call() >= 0 && returned.call() < seq;
  }

  /** What a call that began at {@code seq} answered. */
  Optional<Returned> of(int seq) {
    return returnOf[seq] >= 0 && trace.fact(returnOf[seq]) instanceof Returned returned
        ? Optional.of(returned)
        : Optional.empty();
  }

  /** The event with which the call that began at {@code seq} came back, or -1. */
  int seqOf(int seq) {
    return returnOf[seq];
  }

  /** The event in whose line {@code seq} stands: an answer stands in that of its call. */
  int lineOf(int seq) {
    return seq >= 0
            && seq < returnOf.length
            && trace.fact(seq) instanceof Returned returned
            && isMerged(seq)
        ? returned.call()
        : seq;
  }

  /** The event is an answer that stands in the line of its call. */
  boolean isMerged(int seq) {
    return trace.fact(seq) instanceof Returned returned
        && belongs(returned, seq)
        && returnOf[returned.call()] == seq;
  }
}
