package unjam.catalog;

import java.util.TreeSet;

/** The problems found so far in one reading. */
final class Problems {

  /** More than anybody reads; a file that is wrong in every line must not fill the memory. */
  private static final int MOST = 1_000;

  private final TreeSet<Problem> found = new TreeSet<>();

  void add(Place at, String message) {
    if (found.size() < MOST) {
      found.add(new Problem(at.file(), at.line(), at.column(), message));
    } else if (found.size() == MOST) {
      found.add(
          new Problem(
              found.last().file(),
              Integer.MAX_VALUE,
              0,
              "there are more than " + MOST + " problems; the rest is not shown"));
    }
  }

  int count() {
    return found.size();
  }

  <T> Read<T> read(T value) {
    return found.isEmpty() ? new Read.Good<>(value) : bad();
  }

  /** Only when something was found. */
  <T> Read<T> bad() {
    return new Read.Bad<>(found.stream().toList());
  }
}
