package unjam.analysis;

import java.util.BitSet;

/** Some events of a trace, a bit for each; counted up to any instant in a few steps. */
final class SeqSet {

  private static final int BLOCK_SHIFT = 10;

  private final BitSet seqs;
  private final int[] before;

  SeqSet(int events) {
    seqs = new BitSet(events);
    before = new int[(events >> BLOCK_SHIFT) + 2];
  }

  void add(int seq) {
    seqs.set(seq);
  }

  /** From here on nothing is added. */
  void close() {
    int count = 0;
    for (int block = 0; block < before.length; block++) {
      before[block] = count;
      count += seqs.get(block << BLOCK_SHIFT, block + 1 << BLOCK_SHIFT).cardinality();
    }
  }

  /** The first of them, or -1. */
  int first() {
    return seqs.nextSetBit(0);
  }

  /** How many of them are not after an event. */
  int until(int seq) {
    int block = Math.min(seq + 1 >> BLOCK_SHIFT, before.length - 1);
    return before[block] + seqs.get(block << BLOCK_SHIFT, seq + 1).cardinality();
  }
}
