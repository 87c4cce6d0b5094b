package unjam.projection;

import java.util.Arrays;

/** Numbers in a row, four bytes each. */
final class IntList {
  private int[] numbers = new int[16];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(16, size * 2));
    }
    numbers[size++] = number;
  }

  int get(int at) {
    return numbers[at];
  }

  void set(int at, int number) {
    numbers[at] = number;
  }

  void removeAt(int at) {
    System.arraycopy(numbers, at + 1, numbers, at, size - at - 1);
    size--;
  }

  /** As many numbers, and no more room. */
  IntList copy() {
    IntList copy = new IntList();
    copy.numbers = Arrays.copyOf(numbers, size);
    copy.size = size;
    return copy;
  }

  int size() {
    return size;
  }

  /** A copy in ascending order. */
  int[] sorted() {
    int[] copy = Arrays.copyOf(numbers, size);
    Arrays.sort(copy);
    return copy;
  }

  /** Gives its room back. */
  void clear() {
    numbers = new int[0];
    size = 0;
  }

  void trim() {
    numbers = Arrays.copyOf(numbers, size);
  }

  /** The first place whose number is greater than {@code number}; the numbers must not fall. */
  int firstAbove(int number) {
    return firstAbove(number, 0, size);
  }

  /** The same for whoever knows that it is not before {@code start}: near it, it is found soon. */
  int firstAbove(int number, int start) {
    int step = 1;
    int end = start;
    while (end < size && numbers[end] <= number) {
      end += step;
      step *= 2;
    }
    return firstAbove(number, Math.max(start, end - step / 2), Math.min(size, end));
  }

  private int firstAbove(int number, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
