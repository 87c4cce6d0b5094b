package unjam.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import unjam.trace.Trace;

/** The marks of a trace, to be asked by time. */
public final class MarkIndex {

  private final List<Mark> all;

  private MarkIndex(List<Mark> all) {
    this.all = all;
  }

  public static MarkIndex of(Trace trace) {
    return new MarkIndex(
        Marks.of(trace).stream().sorted(Comparator.comparingInt(Mark::seq)).toList());
  }

  /** All of them, by time. */
  public List<Mark> all() {
    return all;
  }

  /** The first mark later than an instant. */
  public Optional<Mark> after(long nanos) {
    return firstAfter(nanos, mark -> true);
  }

  /** The last mark earlier than an instant. */
  public Optional<Mark> before(long nanos) {
    return lastUntil(nanos - 1, mark -> true);
  }

  /** The last mark not later than an instant that a reader asks for. */
  public Optional<Mark> lastUntil(long nanos, Predicate<Mark> wanted) {
    for (int at = countUntil(nanos) - 1; at >= 0; at--) {
      if (wanted.test(all.get(at))) {
        return Optional.of(all.get(at));
      }
    }
    return Optional.empty();
  }

  /** The first mark later than an instant that a reader asks for. */
  public Optional<Mark> firstAfter(long nanos, Predicate<Mark> wanted) {
    for (int at = countUntil(nanos); at < all.size(); at++) {
      if (wanted.test(all.get(at))) {
        return Optional.of(all.get(at));
      }
    }
    return Optional.empty();
  }

  /** How many marks are not later than an instant. */
  public int countUntil(long nanos) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).nanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
