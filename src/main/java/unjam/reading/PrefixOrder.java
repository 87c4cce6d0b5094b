package unjam.reading;

import java.util.Arrays;

/**
 * Numbers in a row, of which one can ask, for the first n of them: which is the k-th smallest, and
 * how many are smaller than a number. Both take as many steps as a number's rank has bits, whatever
 * n is; so a percentile can be asked for at every instant.
 *
 * <p>It is a wavelet matrix: the ranks of the numbers, bit by bit from the highest, and after each
 * bit those with a 0 stand before those with a 1.
 */
final class PrefixOrder {

  /** The different numbers, ascending. */
  private final long[] values;

  /** For each bit: how many of the first i have a 0 there. */
  private final int[][] zeros;

  private final int size;

  PrefixOrder(long... inOrder) {
    size = inOrder.length;
    values = Arrays.stream(inOrder).sorted().distinct().toArray();
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(0, values.length - 1));
    zeros = new int[bits][size + 1];
    int[] ranks = new int[size];
    for (int i = 0; i < size; i++) {
      ranks[i] = Arrays.binarySearch(values, inOrder[i]);
    }
    for (int level = 0; level < bits; level++) {
      ranks = partition(ranks, zeros[level], bits - 1 - level);
    }
  }

  /** Counts the zeros of a bit, and puts those that have one before the others. */
  private static int[] partition(int[] ranks, int[] counted, int bit) {
    int[] parted = new int[ranks.length];
    int next = 0;
    for (int i = 0; i < ranks.length; i++) {
      boolean zero = (ranks[i] >> bit & 1) == 0;
      counted[i + 1] = counted[i] + (zero ? 1 : 0);
      if (zero) {
        parted[next++] = ranks[i];
      }
    }
    for (int rank : ranks) {
      if ((rank >> bit & 1) == 1) {
        parted[next++] = rank;
      }
    }
    return parted;
  }

  int size() {
    return size;
  }

  /**
   * The k-th smallest of the first n numbers.
   *
   * @param k from 0, below {@code n}
   */
  long kth(int n, int k) {
    int from = 0;
    int to = n;
    int left = k;
    int rank = 0;
    for (int[] counted : zeros) {
      int zerosBefore = counted[from];
      int zerosUntil = counted[to];
      boolean zero = left < zerosUntil - zerosBefore;
      rank = rank << 1 | (zero ? 0 : 1);
      if (zero) {
        from = zerosBefore;
        to = zerosUntil;
      } else {
        left -= zerosUntil - zerosBefore;
        from = counted[size] + from - zerosBefore;
        to = counted[size] + to - zerosUntil;
      }
    }
    return values[rank];
  }

  /** How many of the first n numbers are smaller than a number. */
  int below(int n, long value) {
    int found = Arrays.binarySearch(values, value);
    int rank = found >= 0 ? found : -found - 1;
    if (rank >= values.length) {
      return n;
    }
    int from = 0;
    int to = n;
    int count = 0;
    for (int level = 0; level < zeros.length; level++) {
      int[] counted = zeros[level];
      int zerosBefore = counted[from];
      int zerosUntil = counted[to];
      if ((rank >> zeros.length - 1 - level & 1) == 0) {
        from = zerosBefore;
        to = zerosUntil;
      } else {
        count += zerosUntil - zerosBefore;
        from = counted[size] + from - zerosBefore;
        to = counted[size] + to - zerosUntil;
      }
    }
    return count;
  }
}
