package unjam.catalog;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The problems found so far in one reading. */
public final class Problems {

  /** More than anybody reads; a file that is wrong in every line must not take all day. */
  static final int MOST = 1_000;

  private final TreeSet<Problem> found = new TreeSet<>();

  private Problems() {}

  /**
   * Reads something.
   *
   * @param body gives the value, and may give none only after it found a problem
   */
  public static <T> Read<T> reading(Function<Problems, Optional<T>> body) {
    Problems problems = new Problems();
    Optional<T> value;
    try {
      value = body.apply(problems);
    } catch (Full _) {
      value = Optional.empty();
    }
    return problems.found.isEmpty()
        ? new Read.Good<>(value.orElseThrow())
        : new Read.Bad<>(problems.found.stream().toList());
  }

  public void add(Place at, String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    if (found.size() < MOST) {
      found.add(new Problem(at.file(), at.line(), at.column(), line));
      return;
    }
    String rest = "there are more than " + MOST + " problems; the rest is not shown";
    found.add(new Problem(at.file(), Integer.MAX_VALUE, 1, rest));
    throw new Full();
  }

  public int count() {
    return found.size();
  }

  /** Ends a reading that has found more than anybody wants to know. */
  private static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("too many problems", null, false, false);
    }
  }
}
