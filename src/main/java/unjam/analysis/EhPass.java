package unjam.analysis;

import java.util.List;

/**
 * One recovery of a host, from the shut gate to the open one. Instants in nanoseconds.
 *
 * @param host its number
 * @param shutSeq the event that shut the gate
 * @param openSeq the event that opened it, or the size of the trace
 * @param shut instant of the first
 * @param open instant of the second, or of the end of the trace
 * @param tries rungs in the order in which they were tried
 */
public record EhPass(
    int host, int shutSeq, int openSeq, long shut, long open, List<RungTry> tries) {

  public EhPass {
    tries = List.copyOf(tries);
  }

  /** Tries that had begun after an event. */
  public List<RungTry> triesUntil(int seq) {
    return tries.stream().filter(each -> each.seq() <= seq).toList();
  }
}
